package server

import (
	"cmp"
	"errors"
	"net/http"
	"path/filepath"
	"slices"
	"strings"

	"nianbao/internal/audit"
	"nianbao/internal/desk"
	"nianbao/internal/export"
	"nianbao/internal/file"
	"nianbao/internal/journal"
	"nianbao/internal/merge"
	"nianbao/internal/message"
	"nianbao/internal/publish"
	"nianbao/internal/stat"
)

// publishView is what publishing would change.
type publishView struct {
	Root     string
	Edition  *export.Previewed
	Changes  changesView
	Files    []fileChange
	Errors   int
	Warnings int
	Missing  int
	Accepted []accepted
	NoData   bool  // there are no figures yet
	Err      error // why it cannot be published
}

// accepted is an acceptance with the name of the figure that it is about.
type accepted struct {
	stat.Acceptance
	Name string
}

// fileChange is what becomes of a file.
type fileChange struct {
	Name  string
	Bytes int64
	Is    string // new, changed, same, gone
}

func (s *Server) toPublish(q *request) error { return s.askToPublish(q, http.StatusOK, nil) }

// askToPublish shows what publishing would change, with the error of an attempt before.
func (s *Server) askToPublish(q *request, code int, err error) error {
	h, period, openErr := s.edition(q)
	if openErr != nil {
		return openErr
	}
	p := q.of(h, period, "publish", "Publish")
	v := publishView{Root: p.Root(), Err: err}
	e, err := s.Desk.Preview(q.Context(), h, period, desk.Look{})
	switch {
	case err != nil:
		v.NoData = errors.As(err, new(*export.NoDataError))
		v.Err, code = cmp.Or(v.Err, err), max(code, http.StatusUnprocessableEntity)
	case desk.Empty(h, period):
		v.NoData, v.Err = true, cmp.Or(v.Err, desk.ErrEmpty)
	default:
		v.Edition, v.Files = e, filesOf(e)
		if v.Changes, err = s.changesIn(q, h, period, e.Changes); err != nil {
			return err
		}
		for _, f := range e.Findings {
			switch {
			case f.Blocks():
				v.Errors++
			case f.Severity == stat.Warning && f.Accepted == nil:
				v.Warnings++
			}
		}
		if v.Missing, err = desk.Missing(h, period); err != nil {
			return err
		}
	}
	if err := v.acceptances(q, h, period); err != nil {
		return err
	}
	p.Body = v
	return q.show(code, "publish", p)
}

// acceptances lists the findings that the edition accepts, whether or not it can be made.
func (v *publishView) acceptances(q *request, h *desk.Held, period stat.Period) error {
	data, ok := h.Data.Data(period)
	if !ok || len(data.Accepted) == 0 {
		return nil
	}
	t, err := q.naming(h, period)
	if err != nil {
		return err
	}
	for _, a := range data.Accepted {
		v.Accepted = append(v.Accepted, accepted{a, t.nameOf(a.Fact)})
	}
	return nil
}

// filesOf says what would become of each file.
func filesOf(e *export.Previewed) []fileChange {
	was := map[string]publish.Digest{}
	if e.Current != nil {
		for _, d := range e.Current.Manifest.Outputs {
			was[d.Name] = d
		}
	}
	var list []fileChange
	for _, f := range e.Files {
		d := publish.DigestOf(f)
		one := fileChange{Name: f.Name, Bytes: d.Bytes, Is: "changed"}
		switch old, ok := was[f.Name]; {
		case !ok:
			one.Is = "new"
		case old.SHA256 == d.SHA256:
			one.Is = "same"
		}
		delete(was, f.Name)
		list = append(list, one)
	}
	for name, d := range was {
		list = append(list, fileChange{name, d.Bytes, "gone"})
	}
	slices.SortStableFunc(list, func(a, b fileChange) int { return strings.Compare(a.Name, b.Name) })
	return list
}

// publish publishes what was looked at.
func (s *Server) publish(q *request) error {
	h, period, err := s.edition(q)
	if err != nil {
		return err
	}
	if who := name(q.FormValue("who")); who != "" {
		q.keepName(who)
	}
	if q.who == "" {
		return s.askToPublish(q, http.StatusUnprocessableEntity, message.Errorf("enter your name first, at the top of the page: it stands in the log beside what is published"))
	}
	result, err := s.Desk.Publish(q.Context(), q.who, h.Code, period, desk.Publishing{
		Digest: q.FormValue("digest"), Replace: q.FormValue("replace") != "", Draft: q.FormValue("draft") != "",
	})
	if err != nil {
		return s.askToPublish(q, status(err), err)
	}
	done := publish.Draft
	if !result.Release.Manifest.Draft() {
		done = result.Release.Manifest.Name()
	}
	return q.to(root(h.Code, period) + "/releases?done=" + done)
}

// acceptFinding accepts a finding with a reason.
func (s *Server) acceptFinding(q *request) error {
	h, period, err := s.edition(q)
	if err != nil {
		return err
	}
	save := s.Desk.AcceptFinding
	if q.FormValue("back") != "" {
		save = s.Desk.Reject
	}
	saved, err := save(q.Context(), q.who, h.Code, merge.Acceptance{
		Period: period, Rule: q.FormValue("rule"), Fact: q.FormValue("fact"), Reason: stat.Text{Hans: line(q.FormValue("zh")), En: line(q.FormValue("en"))},
	})
	if err != nil {
		return err
	}
	if len(saved.Problems) > 0 {
		return s.askToPublish(q, http.StatusUnprocessableEntity, saved.Problems[0].Msg)
	}
	return q.to(root(h.Code, period) + "/publish")
}

// releasesView lists what is published.
type releasesView struct {
	Root     string
	Done     string // what was published just now
	List     []keptView
	Draft    *publish.Manifest
	Verified []*audit.Verification
	Asked    bool // whether it is sound was asked
	Dir      string
}

type keptView struct {
	audit.Kept
	Figures publish.Counts // that differ from the release before
	Texts   int
	By      *journal.Entry // of the log; nil if it was published in another way
}

func (s *Server) releases(q *request) error { return s.listReleases(q, nil, false) }

// verify holds all releases of an edition against their manifests, and their figures against each other.
func (s *Server) verify(q *request) error {
	h, period, err := s.edition(q)
	if err != nil {
		return err
	}
	at, place, err := s.place()
	if err != nil {
		return err
	}
	dir := strings.TrimSuffix(at, "/") + "/" + h.Code + "/" + period.String()
	if _, ok := place.(audit.Folder); ok {
		dir = filepath.Join(at, h.Code, period.String())
		place = audit.Folder(dir)
	} else if place, err = s.Place(dir); err != nil {
		return err
	}
	var list []*audit.Verification
	err = audit.Walk(q.Context(), place, dir, audit.Options{Jobs: 1}, func(v *audit.Verification) error {
		list = append(list, v)
		return nil
	})
	if err != nil && !errors.Is(err, publish.ErrNoManifest) {
		return err
	}
	return s.listReleases(q, list, true)
}

// place is where editions are published.
func (s *Server) place() (at string, place audit.Place, err error) {
	c, err := s.Settings(nil)
	if err != nil {
		return "", nil, err
	}
	place, err = s.Place(c.Output.Dir)
	return c.Output.Dir, place, err
}

func (s *Server) listReleases(q *request, verified []*audit.Verification, asked bool) error {
	h, period, err := s.edition(q)
	if err != nil {
		return err
	}
	p := q.of(h, period, "releases", "Releases")
	_, place, err := s.place()
	if err != nil {
		return err
	}
	list, err := audit.History(q.Context(), place, h.Code, period)
	if err != nil && !errors.As(err, new(*audit.NoHistoryError)) {
		return err
	}
	slices.Reverse(list)
	v := releasesView{Root: p.Root(), Done: q.URL.Query().Get("done"), Verified: verified, Asked: asked}
	if v.Done != publish.Draft && !slices.ContainsFunc(list, func(k audit.Kept) bool { return k.Name() == v.Done }) {
		v.Done = ""
	}
	said, err := journal.Read(q.Context(), h.Folder)
	if err != nil {
		return err
	}
	for _, k := range list {
		one := keptView{Kept: k, By: publishedBy(said, k)}
		if k.Changes != nil {
			one.Figures, one.Texts = publish.Count(k.Changes.Figures), len(k.Changes.Texts)
		}
		v.List = append(v.List, one)
	}
	if v.Draft, err = s.Desk.Published(q.Context(), h, period, true); err != nil {
		return err
	}
	c, err := s.Settings(nil)
	if err != nil {
		return err
	}
	v.Dir = c.Output.EditionDir(h.Code, period.String())
	p.Body = v
	return q.show(http.StatusOK, "releases", p)
}

// publishedBy is the line of the log on a release; nil if there is none.
func publishedBy(said []journal.Entry, k audit.Kept) *journal.Entry {
	for i := range said {
		if e := &said[i]; e.Act == journal.Published && e.Release != nil && e.Release.Build == k.Manifest.BuildDigest {
			return e
		}
	}
	return nil
}

// kept finds the release that an address names, a draft by its word, and those before it, oldest first.
func (s *Server) kept(q *request) (found publish.Past, earlier []publish.Past, place audit.Place, err error) {
	h, period, err := s.edition(q)
	if err != nil {
		return found, nil, nil, err
	}
	if _, place, err = s.place(); err != nil {
		return found, nil, nil, err
	}
	name := q.PathValue("release")
	if folder, ok := place.(audit.Folder); ok && name == publish.Draft {
		past, err := folder.Releases(q.Context(), filepath.Join(string(folder), h.Code, period.String()+export.DraftSuffix))
		for _, one := range past {
			if one.Current && one.Err == nil {
				return one, nil, place, err
			}
		}
	}
	found, earlier, err = audit.Stored(q.Context(), place, h.Code+"/"+period.String(), name)
	if errors.As(err, new(*audit.NoReleaseError)) || found.Err != nil {
		err = notFoundError{message.Errorf("there is no release %q", name)}
	}
	return found, earlier, place, err
}

// release shows what a release has changed, and its files.
func (s *Server) release(q *request) error {
	past, earlier, _, err := s.kept(q)
	if err != nil {
		return err
	}
	h, period, err := s.edition(q)
	if err != nil {
		return err
	}
	p := q.of(h, period, "releases", "Releases")
	v := struct {
		Root string
		publish.Past
		Changes changesView
		First   bool
	}{Root: p.Root(), Past: past, First: true}
	if n := len(earlier); n > 0 && earlier[n-1].Err == nil {
		v.First = false
		d, err := publish.Compare(earlier[n-1].Manifest, past.Manifest)
		if err != nil {
			return err
		}
		if v.Changes, err = s.changesIn(q, h, period, d); err != nil {
			return err
		}
	}
	p.Title, p.Body = past.Name(), v
	return q.show(http.StatusOK, "release", p)
}

// download gives a file of a release, which its manifest names.
func (s *Server) download(q *request) error {
	past, _, place, err := s.kept(q)
	if err != nil {
		return err
	}
	name := q.PathValue("file")
	i := slices.IndexFunc(past.Manifest.Outputs, func(d publish.Digest) bool { return d.Name == name })
	if i < 0 && name != publish.ManifestName {
		return notFoundError{message.Errorf("the release has no file %q", name)}
	}
	media, most := "application/json", int64(file.Data)
	if i >= 0 {
		media, most = past.Manifest.Outputs[i].Media, past.Manifest.Outputs[i].Bytes
	}
	opened, err := place.Open(q.Context(), past)
	if err != nil {
		return err
	}
	if opened.Close != nil {
		defer func() { _ = opened.Close() }() // it was only read
	}
	data, err := file.ReadIn(opened.Files, name, most)
	if err != nil {
		return err
	}
	return q.file(name, cmp.Or(media, "application/octet-stream"), data)
}

// effects lists what an edit has changed beside the figure itself.
func (s *Server) effects(q *request) error {
	h, period, err := s.edition(q)
	if err != nil {
		return err
	}
	number, err := atoi(q.URL.Query().Get("number"))
	if err != nil {
		return err
	}
	list, err := s.Desk.Effects(q.Context(), h.Code, period, number)
	if err != nil {
		return err
	}
	return q.write(http.StatusOK, "effects", map[string]any{"Effects": list, "Lang": langTag(q.lang)})
}

func langTag(l message.Lang) string {
	if l == message.Chinese {
		return string(stat.Hans)
	}
	return string(stat.En)
}
