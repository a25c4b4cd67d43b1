package cli

import (
	"context"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"nianbao/internal/audit"
	"nianbao/internal/bucket"
	"nianbao/internal/config"
	"nianbao/internal/message"
	"nianbao/internal/publish"

	"github.com/spf13/cobra"
)

// errDiffer is the outcome of diff --exit-code where something differs.
var errDiffer = message.Errorf("the releases differ")

func (a *app) diffCommand() *cobra.Command {
	exitCode := false
	c := &cobra.Command{
		Use:   "diff OLD [NEW]",
		Short: "List what changed between two releases or editions",
		Long: `Compare the manifests of two releases, whatever file formats they have: figures, sentences,
other content, input files, configuration, versions. Give a release as its folder, as its edition's folder (the published release), or as that folder
and a name, such as r1 or r1.2. AREA/PERIOD also names an edition, AREA/PERIOD.draft its draft. OLD alone is compared with the release that it replaced.
For two periods, figures of each edition's own period are matched. Each can be in a store, such as
s3://BUCKET/PREFIX/AREA/PERIOD/r1.

The exit code is 0 whether anything differs or not; with --exit-code it is 1 if something does.`,
		Example: `  nianbao diff output/example/2024
  nianbao diff output/example/2024 r1
  nianbao diff example/2024/r1 example/2024/r3
  nianbao diff example/2024-Q1 example/2024-H1
  nianbao diff s3://editions/county/example/2024 r1`,
		Args: cobra.RangeArgs(1, 2),
		RunE: func(c *cobra.Command, args []string) error { return a.diff(c, args, exitCode) },
	}
	config.Flags(c.Flags())
	c.Flags().BoolVar(&exitCode, "exit-code", false, "exit with 1 if something differs")
	return c
}

func (a *app) diff(c *cobra.Command, args []string, exitCode bool) error {
	settings, err := a.settings(c)
	if err != nil {
		return err
	}
	old, now, err := a.sides(c.Context(), settings.Output.Dir, args)
	if err != nil {
		return err
	}
	d, err := audit.Compare(old, now)
	if err != nil {
		return err
	}
	if err := a.printDiff(d); err != nil {
		return err
	}
	if exitCode && !d.Empty() {
		return reported{errDiffer}
	}
	return nil
}

// pair finds the two releases that are to be compared. A number alone is of the other one's edition.
func pair(root string, args []string) (old, now string, err error) {
	if len(args) == 1 {
		if now, err = audit.Find(root, args[0], ""); err == nil {
			old, err = audit.Before(now)
		}
		return old, now, err
	}
	if old, err = audit.Find(root, args[0], ""); err == nil {
		now, err = audit.Find(root, args[1], old)
		return old, now, err
	}
	if now, err2 := audit.Find(root, args[1], ""); err2 == nil {
		old, err = audit.Find(root, args[0], now)
		return old, now, err
	}
	return "", "", err
}

// sides finds the two releases that are compared, in folders or in stores.
func (a *app) sides(ctx context.Context, root string, args []string) (old, now audit.Side, err error) {
	if !bucket.IsAddress(root) && !slices.ContainsFunc(args, bucket.IsAddress) {
		oldDir, nowDir, err := pair(root, args)
		if err != nil {
			return old, now, err
		}
		if old, err = audit.SideOf(oldDir); err == nil {
			now, err = audit.SideOf(nowDir)
		}
		return old, now, err
	}
	if len(args) == 1 {
		return a.storedSides(ctx, root, args[0])
	}
	for i, into := range []*audit.Side{&old, &now} {
		if *into, err = a.side(ctx, root, args[i], args[1-i]); err != nil {
			return old, now, err
		}
	}
	return old, now, nil
}

// side finds one of two releases, in a folder or in a store; a name alone is of the edition of the other one.
func (a *app) side(ctx context.Context, root, name, beside string) (audit.Side, error) {
	if !bucket.IsAddress(root) && !bucket.IsAddress(name) && !(isBuild(name) && bucket.IsAddress(beside)) {
		dir, err := audit.Find(root, name, "")
		if err != nil {
			return audit.Side{}, err
		}
		return audit.SideOf(dir)
	}
	p, _, err := a.stored(ctx, root, name, beside)
	return audit.Side{Dir: p.Dir, Manifest: p.Manifest}, err
}

// storedSides are a release in a store, and the one that it took the place of.
func (a *app) storedSides(ctx context.Context, root, name string) (old, now audit.Side, err error) {
	p, earlier, err := a.stored(ctx, root, name, "")
	if err == nil && len(earlier) == 0 {
		err = message.Errorf("%s is the first release: there is none before it to compare it with", p.Name())
	}
	if err != nil {
		return old, now, err
	}
	before := earlier[len(earlier)-1]
	return audit.Side{Dir: before.Dir, Manifest: before.Manifest}, audit.Side{Dir: p.Dir, Manifest: p.Manifest}, before.Err
}

// storedForm is that of the folders of builds in a store, as verify names them.
var storedForm = regexp.MustCompile(`^(.*)/releases/([^/]+)/(r[0-9.]+)-[0-9a-f]{12}/?$`)

// isBuild reports whether a text is the name of a build alone, as r1.2.
func isBuild(s string) bool {
	_, _, ok := publish.ParseName(s)
	return ok
}

// stored finds a release in a store, by its address or as AREA/PERIOD in that of root, and those before it. A name alone is
// of the edition beside it.
func (a *app) stored(ctx context.Context, root, name, beside string) (publish.Past, []publish.Past, error) {
	release := ""
	if isBuild(name) {
		name, release = splitBuild(beside)[0], name
	} else {
		split := splitBuild(name)
		name, release = split[0], split[1]
	}
	at, path := root, name
	if bucket.IsAddress(name) {
		at, path = name, ""
	}
	place, err := a.place(at)
	if err != nil {
		return publish.Past{}, nil, err
	}
	return audit.Stored(ctx, place, path, release)
}

// splitBuild splits the name of a release into those of its edition and its build; "" if it has none.
func splitBuild(name string) [2]string {
	if m := storedForm.FindStringSubmatch(name); m != nil {
		return [2]string{m[1] + "/" + m[2], m[3]}
	}
	name = strings.TrimRight(name, "/")
	if i := strings.LastIndexByte(name, '/'); isBuild(name[i+1:]) {
		return [2]string{name[:max(i, 0)], name[i+1:]}
	}
	return [2]string{name, ""}
}

// comparedSide is what --json tells of a release that is compared.
type comparedSide struct {
	Dir         string `json:"dir"`
	Area        string `json:"area"`
	Period      string `json:"period"`
	Number      int    `json:"number"` // 0 for a draft
	Build       int    `json:"build"`
	Content     string `json:"content_digest"`
	Digest      string `json:"build_digest"`
	ReleaseDate string `json:"release_date"`
}

func sideOf(s audit.Side) comparedSide {
	m := s.Manifest
	return comparedSide{s.Dir, m.Area, m.Period, m.Number, m.Build, m.ContentDigest, m.BuildDigest, m.ReleaseDate}
}

// name names the release.
func (s comparedSide) name() *message.Text {
	name := message.Plain(publish.Draft)
	if s.Number > 0 {
		name = message.Plain(publish.Name(s.Number, s.Build))
	}
	if s.ReleaseDate != "" {
		return message.Of("%s %s %s of %s", s.Area, s.Period, name, s.ReleaseDate)
	}
	return message.Of("%s %s %s", s.Area, s.Period, name)
}

func (a *app) printDiff(d *audit.Diff) error {
	if a.json {
		return a.printJSON(struct {
			Old   comparedSide `json:"old"`
			New   comparedSide `json:"new"`
			Equal bool         `json:"equal"`
			publish.Difference
		}{sideOf(d.Old), sideOf(d.New), d.Empty(), d.Difference})
	}
	if a.quiet {
		return nil
	}
	w := a.lines()
	w.say("%s → %s", sideOf(d.Old).name(), sideOf(d.New).name())
	sayChanges(w, "figures", d.Figures, worded)
	sayChanges(w, "sentences", d.Texts, wording)
	sayChanges(w, "other content", d.Content, func(s string) any { return s })
	sayChanges(w, "inputs", d.Inputs, func(in publish.Digest) any { return message.Of("%s bytes, %.12s", grouped(in.Bytes), in.SHA256) })
	sayChanges(w, "configuration", d.Configuration, func(s publish.Setting) any { return quoted(s.Value) })
	sayChanges(w, "versions", d.Tools, func(t publish.Tool) any { return t.Version })
	sayChanges(w, "release", d.Others, func(s string) any { return quoted(s) })
	if d.Empty() {
		w.say("nothing differs")
	}
	return w.err
}

// sayChanges lists changes under a heading with their counts: + added, - removed, ~ changed.
func sayChanges[T any](w *lines, what string, list []publish.Change[T], word func(T) any) {
	if len(list) == 0 {
		return
	}
	n := publish.Count(list)
	w.say("%s: added: %d, removed: %d, changed: %d", message.Plain(what), n.Added, n.Removed, n.Changed)
	for _, c := range list {
		switch {
		case c.Old == nil:
			w.say("  + %s: %s", c.Key, word(*c.New))
		case c.New == nil:
			w.say("  - %s: %s", c.Key, word(*c.Old))
		default:
			w.say("  ~ %s: %s → %s", c.Key, word(*c.Old), word(*c.New))
		}
	}
}

// worded gives a figure as its manifest holds it: "15.31 × 10^8 CNY", "missing (O)".
func worded(f publish.Figure) any {
	text := f.Value
	if f.Value == "" {
		return message.Of("missing (%s)", f.Status)
	}
	if f.Qualifier != "" {
		text = f.Qualifier + " " + text
	}
	if f.Mult != 0 {
		text += fmt.Sprintf(" × 10^%d", f.Mult)
	}
	text += " " + f.Unit
	if f.Status != "A" {
		text += " (" + f.Status + ")"
	}
	return text
}

func wording(t publish.Text) any {
	var all []string
	for _, l := range slices.Sorted(maps.Keys(t.Text)) {
		all = append(all, l+": "+t.Text[l])
	}
	return strings.Join(all, " | ")
}
