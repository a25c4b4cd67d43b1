package server

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"path"
	"slices"
	"strconv"
	"strings"
	"sync"

	"nianbao/internal/dataset"
	"nianbao/internal/form"
	"nianbao/internal/intake"
	"nianbao/internal/merge"
	"nianbao/internal/message"
	"nianbao/internal/stat"
)

// uploads are files that were sent and not yet accepted. Only the latest few are kept, in memory.
type uploads struct {
	mu    sync.Mutex
	byID  map[string]*upload
	order []string
}

// mostUploads is how many are kept; each is at most [mostUploaded] bytes.
const mostUploads = 3

// upload is what was sent at once, for one area and period.
type upload struct {
	area   string
	period stat.Period
	files  []intake.File
}

func (u *uploads) add(one *upload) (id string) {
	u.mu.Lock()
	defer u.mu.Unlock()
	id = rand.Text()
	u.byID[id], u.order = one, append(u.order, id)
	for len(u.order) > mostUploads {
		delete(u.byID, u.order[0])
		u.order = u.order[1:]
	}
	return id
}

func (u *uploads) get(id string) (*upload, error) {
	u.mu.Lock()
	defer u.mu.Unlock()
	if one := u.byID[id]; one != nil {
		return one, nil
	}
	return nil, notFoundError{message.Errorf("the file is no longer held: send it again")}
}

// drop lets go of what was accepted.
func (u *uploads) drop(id string) {
	u.mu.Lock()
	defer u.mu.Unlock()
	delete(u.byID, id)
}

// atoi reads a number of a request.
func atoi(s string) (int, error) {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0, wrongError{message.Errorf("%q is no number", s)}
	}
	return n, nil
}

// fill is the page on which forms are fetched and sent.
func (s *Server) fill(q *request) error {
	h, period, err := s.edition(q)
	if err != nil {
		return err
	}
	p := q.of(h, period, "fill", "Fill in by form")
	var themes []choice
	for _, t := range h.Data.Themes {
		themes = append(themes, choice{t.Code, inText(q.lang, t.Name)})
	}
	p.Body = themes
	return q.show(http.StatusOK, "fill", p)
}

// form is an Excel form of the period, of all chapters or of one.
func (s *Server) form(q *request) error {
	h, period, err := s.edition(q)
	if err != nil {
		return err
	}
	theme := q.URL.Query().Get("theme")
	f, err := form.New(h.Data, period, theme)
	if err != nil {
		return wrongError{err}
	}
	words, err := q.wordsOf(h.Data)
	if err != nil {
		return err
	}
	data, err := f.Write(words)
	if err != nil {
		return err
	}
	parts := slices.DeleteFunc([]string{h.Code, period.String(), theme, "form.xlsx"}, func(s string) bool { return s == "" })
	return q.file(strings.Join(parts, "-"), xlsxMedia, data)
}

const xlsxMedia = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

// file answers with a file to be kept.
func (q *request) file(name, media string, data []byte) error {
	q.out.Header().Set("Content-Type", media)
	q.out.Header().Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": name}))
	q.out.Header().Set("Content-Length", strconv.Itoa(len(data)))
	_, err := q.out.Write(data)
	return err
}

// upload takes files, and leads to what they would change.
func (s *Server) upload(q *request) error {
	h, period, err := s.edition(q)
	if err != nil {
		return err
	}
	in, err := q.MultipartReader()
	if err != nil {
		return wrongError{err}
	}
	one := &upload{area: h.Code, period: period}
	for {
		part, err := in.NextPart()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return errors.Join(wrongError{message.Errorf("the file did not arrive in full: send it again")}, err)
		}
		if err := one.take(part); err != nil {
			return err
		}
	}
	if len(one.files) == 0 {
		return wrongError{message.Errorf("choose a file first")}
	}
	return q.to(root(h.Code, period) + "/upload/" + s.uploads.add(one))
}

// mostFiles is how many files are taken at once.
const mostFiles = 50

func (u *upload) take(part *multipart.Part) error {
	name := path.Base(strings.ReplaceAll(part.FileName(), `\`, "/"))
	if name == "." || name == "/" {
		return nil
	}
	data, err := io.ReadAll(io.LimitReader(part, intake.MaxFile+1))
	if err != nil {
		return errors.Join(wrongError{message.Errorf("the file did not arrive in full: send it again")}, err)
	}
	if len(u.files) == mostFiles {
		return wrongError{message.Errorf("send at most %d files at once", mostFiles)}
	}
	if slices.ContainsFunc(u.files, func(f intake.File) bool { return f.Name == name }) {
		name = fmt.Sprintf("%d-%s", len(u.files)+1, name)
	}
	u.files = append(u.files, intake.File{Name: name, Data: data})
	return nil
}

// uploadedView is what files would change.
type uploadedView struct {
	Root, ID string
	Err      error
	Files    []sentFile
	Problems []intake.Problem
	Changes  []proposed
	Findings []intake.Finding
	Several  bool
}

// proposed is a change with the name of its figure.
type proposed struct {
	merge.Change
	Name string
}

type sentFile struct {
	Name   string
	N      int
	Marked bool // a copy with remarks can be had
}

// read reads files again, since the data may have changed.
func (s *Server) read(q *request, u *upload) (*intake.Import, error) {
	h, err := s.Desk.Open(q.Context(), u.area)
	if err != nil {
		return nil, err
	}
	imp, err := intake.Prepare(u.files, func(area string) ([]dataset.Input, error) {
		if area != u.area {
			return nil, message.Errorf("the file is of area %s, and this page of %s", area, u.area)
		}
		return h.Inputs, nil
	})
	if err != nil {
		return nil, wrongError{err}
	}
	for _, r := range imp.Readings {
		of := r.Period
		if len(r.Proposals) > 0 {
			of = r.Proposals[0].Edition
		}
		if !of.IsZero() && of != u.period {
			return nil, wrongError{message.Errorf("%s is of %s, and this page of %s: send it on the page of its own period", r.Name, of, u.period)}
		}
	}
	return imp, nil
}

// sent is the upload that an address names.
func (s *Server) sent(q *request) (*upload, error) {
	u, err := s.uploads.get(q.PathValue("id"))
	if err == nil && (u.area != q.PathValue("area") || u.period.String() != q.PathValue("period")) {
		err = notFoundError{message.Errorf("the file is no longer held: send it again")}
	}
	return u, err
}

func (s *Server) uploaded(q *request) error {
	u, err := s.sent(q)
	if err != nil {
		return err
	}
	h, err := s.Desk.Open(q.Context(), u.area)
	if err != nil {
		return err
	}
	p := q.of(h, u.period, "fill", "What the files change")
	v := uploadedView{Root: p.Root(), ID: q.PathValue("id"), Several: len(u.files) > 1}
	code := http.StatusOK
	imp, err := s.read(q, u)
	if err != nil {
		v.Err, code = err, http.StatusUnprocessableEntity
	} else {
		v.Problems, v.Findings = imp.Problems, imp.Findings
		if imp.Plan != nil {
			t, err := q.naming(h, u.period)
			if err != nil {
				return err
			}
			for _, c := range imp.Plan.Changes {
				v.Changes = append(v.Changes, proposed{c, t.nameOf(c.Fact)})
			}
		}
		for i, r := range imp.Readings {
			marked := slices.ContainsFunc(imp.Problems, func(p intake.Problem) bool { return p.Origin.File == r.Name && p.Origin.Sheet != "" })
			v.Files = append(v.Files, sentFile{r.Name, i, marked})
		}
	}
	p.Body = v
	return q.show(code, "uploaded", p)
}

// marked is a copy of a file with what is wrong in its cells.
func (s *Server) marked(q *request) error {
	u, err := s.sent(q)
	if err != nil {
		return err
	}
	imp, err := s.read(q, u)
	if err != nil {
		return err
	}
	n, err := atoi(q.PathValue("n"))
	if err != nil || n < 0 || n >= len(imp.Readings) {
		return notFoundError{message.Errorf("there is no such file")}
	}
	data, ok, err := imp.Readings[n].Marked(imp.Problems, q.lang)
	if err != nil {
		return err
	}
	if !ok {
		return notFoundError{message.Errorf("there is no such file")}
	}
	return q.file(strings.TrimSuffix(imp.Readings[n].Name, ".xlsx")+"-errors.xlsx", xlsxMedia, data)
}

// accept takes the figures that were chosen into the data.
func (s *Server) accept(q *request) error {
	u, err := s.sent(q)
	if err != nil {
		return err
	}
	if len(q.Form["target"]) == 0 {
		return wrongError{message.Errorf("choose at least one figure")}
	}
	if _, err := s.read(q, u); err != nil {
		return err
	}
	saved, err := s.Desk.Accept(q.Context(), q.who, u.area, u.period, u.files, q.Form["target"])
	if err != nil {
		return err
	}
	p := q.of(saved.Held, u.period, "fill", "What the files change")
	if len(saved.Problems) == 0 {
		s.uploads.drop(q.PathValue("id"))
	} else {
		p.Body = uploadedView{Root: p.Root(), ID: q.PathValue("id"), Problems: saved.Problems, Several: len(u.files) > 1}
		return q.show(http.StatusUnprocessableEntity, "uploaded", p)
	}
	t, err := s.table(q, saved.Held, u.period)
	if err != nil {
		return err
	}
	p.Body = t.saved(saved, s.undoable(t, root(u.area, u.period)))
	return q.show(http.StatusOK, "accepted", p)
}
