package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"runtime"

	"nianbao/internal/audit"
	"nianbao/internal/config"
	"nianbao/internal/message"
	"nianbao/internal/publish"

	"github.com/schollz/progressbar/v3"
	"github.com/spf13/cobra"
)

func (a *app) verifyCommand() *cobra.Command {
	var jobs int
	c := &cobra.Command{
		Use:   "verify [DIR]",
		Short: "Verify published releases: checksums, and the same figures in every file",
		Long: `Compare the files of a release with their manifest, and the figures of the briefing, the workbook, the CSV files
and the JSON with each other. The check uses only what the release says about itself, so a release written by an
earlier version of the program passes if it is unchanged. A file that is not in the manifest is listed, but is
not an error. The earlier releases of the edition are verified with the published one; for an area's folder
or the output folder, all releases in it are verified. Without DIR, the output folder is used. DIR can also be in a
store, such as s3://BUCKET/PREFIX.`,
		Example: `  nianbao verify output/saibei/2023
  nianbao verify output/saibei/releases/2023/r1
  nianbao verify output
  nianbao verify s3://editions/county/saibei/2023`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return message.Errorf("name one folder, as output/AREA/PERIOD or output, or none; got %d", len(args))
			}
			return nil
		},
		PreRun: a.heap,
		RunE: func(c *cobra.Command, args []string) error {
			if jobs < 0 {
				return usageError{message.Errorf("--jobs %d: want 0 or more", jobs)}
			}
			if len(args) == 1 {
				return a.verify(c, args[0], jobs)
			}
			settings, err := a.settings(c)
			if err != nil {
				return err
			}
			return a.verify(c, settings.Output.Dir, jobs)
		},
	}
	config.Flags(c.Flags())
	c.Flags().IntVar(&jobs, "jobs", 0, "editions verified at the same time; 0: one per core")
	return c
}

// verify verifies all releases below a folder, and tells of each as it is known.
func (a *app) verify(c *cobra.Command, dir string, jobs int) error {
	place, err := a.place(dir)
	if err != nil {
		return err
	}
	show := &verifyBar{app: a}
	t := &verifyTeller{app: a, out: &lines{to: clearing{show, a.Out}, lang: a.lang}, dir: dir}
	if jobs == 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	err = audit.Walk(c.Context(), place, dir, audit.Options{Jobs: jobs, Progress: show.progress}, t.tell)
	show.clear()
	if endErr := t.end(); err == nil {
		err = endErr
	}
	switch {
	case err != nil || t.unsound == 0:
		return err
	case t.all == 1:
		return message.Errorf("verify %q: the release is not what was published", dir)
	default:
		return message.Errorf("verify %q: %d of %s are not what was published", dir, t.unsound, count(t.all, "%s release", "%s releases"))
	}
}

// verifyBar shows on a terminal how many editions have been verified, if there are several.
type verifyBar struct {
	*app
	bar *progressbar.ProgressBar
}

func (b *verifyBar) progress(done, editions int) {
	if done == 0 && editions > 1 && b.Terminal && !b.quiet && b.logFormat != "json" {
		b.bar = newBar(b.Err, b.lang, editions, message.Of("nianbao: verify"), message.Of("editions"))
	}
	if b.bar != nil && done > 0 {
		_ = b.bar.Add(1) // what cannot be shown is not worth stopping for
	}
}

func (b *verifyBar) clear() {
	if b.bar != nil {
		_ = b.bar.Clear()
	}
}

// clearing removes the bar before what is written, which may go to the same terminal.
type clearing struct {
	bar *verifyBar
	to  io.Writer
}

func (c clearing) Write(p []byte) (int, error) {
	c.bar.clear()
	return c.to.Write(p)
}

// verified is what verify --json prints of a release.
type verified struct {
	Dir       string            `json:"dir"`
	Number    int               `json:"number"` // 0 for a draft, and where the manifest cannot be believed
	Build     int               `json:"build"`
	Digest    string            `json:"build_digest"`
	Sound     bool              `json:"sound"`
	Problems  []publish.Problem `json:"problems"`
	Disagrees []*message.Text   `json:"disagreements"`
	Compared  []string          `json:"compared"`
	Skipped   []*message.Text   `json:"not_compared"`
	Figures   int               `json:"figures"`
}

// verifyTeller prints what became of each release, and keeps counts alone.
type verifyTeller struct {
	*app
	out          *lines
	dir          string
	all, unsound int
	element      string // of the list in JSON, which is printed when it is known whether it is the last
}

func (t *verifyTeller) tell(v *audit.Verification) error {
	t.all++
	if !v.Sound() {
		t.unsound++
	}
	switch {
	case t.json:
		if err := t.next(v); err != nil {
			return err
		}
	case !t.quiet:
		sayVerification(t.out, v)
	}
	return t.out.err
}

// next prints the element before this one, or what comes before the first.
func (t *verifyTeller) next(v *audit.Verification) error {
	data, err := json.MarshalIndent(verified{
		v.Dir, v.Number, v.Build, v.Digest, v.Sound(), notNil(v.Problems), notNil(v.Disagrees), notNil(v.Compared), notNil(v.Skipped), v.Figures,
	}, "    ", "  ")
	if err != nil {
		return err
	}
	if t.element == "" {
		t.out.put(fmt.Sprintf("{\n  \"dir\": %s,\n  \"releases\": [", quotedJSON(t.dir)))
	} else {
		t.out.put("    " + t.element + ",")
	}
	t.element = string(message.EscapedJSON(data))
	return nil
}

// end closes the list, and says whether all of it is sound.
func (t *verifyTeller) end() error {
	if t.element != "" {
		t.out.put(fmt.Sprintf("    %s\n  ],\n  \"sound\": %v\n}", t.element, t.unsound == 0))
	}
	return t.out.err
}

func quotedJSON(s string) string {
	data, _ := json.Marshal(s) // a text is always one of JSON
	return string(message.EscapedJSON(data))
}

func sayVerification(w *lines, v *audit.Verification) {
	w.some(len(v.Problems), func(i int) { w.say("%s", v.Problems[i]) })
	w.some(len(v.Disagrees), func(i int) { w.say("%s", v.Disagrees[i]) })
	w.some(len(v.Skipped), func(i int) { w.say("figures not compared: %s", v.Skipped[i]) })
	name := v.Dir + ", " + v.Name()
	switch {
	case !v.Sound():
		w.say("%s: not sound", name)
	case len(v.Compared) > 1:
		w.say("%s: sound: %s as published, %s equal in %s", name, count(v.Files, "%s file", "%s files"), count(v.Figures, "%s figure", "%s figures"), count(len(v.Compared), "%s file", "%s files"))
	default:
		w.say("%s: sound: %s as published; no second file to compare figures with", name, count(v.Files, "%s file", "%s files"))
	}
}

func notNil[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
