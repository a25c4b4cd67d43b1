package server

import (
	"errors"
	"io/fs"
	"net/http"
	"strings"

	"nianbao/internal/areafile"
	"nianbao/internal/config"
	"nianbao/internal/dataset"
	"nianbao/internal/desk"
	"nianbao/internal/export"
	"nianbao/internal/message"
	"nianbao/internal/publish"
	"nianbao/internal/stat"
)

// route is an address and what answers it.
type route struct {
	method, pattern string
	answer          func(*Server, *request) error
}

// routes are all addresses of the page.
var routes = []route{
	{"GET", "/{$}", (*Server).home},
	{"GET", "/new", (*Server).newArea},
	{"POST", "/new", (*Server).begin},
	{"POST", "/name", (*Server).setName},
	{"POST", "/language", (*Server).setLanguage},
	{"GET", "/rule/{rule}", (*Server).rule},
	{"GET", "/static/{file}", (*Server).staticFile},
	{"POST", "/a/{area}/period", (*Server).newPeriod},
	{"GET", "/a/{area}", (*Server).latest},
	{"GET", "/a/{area}/log", (*Server).log},
	{"GET", "/a/{area}/{period}", (*Server).figures},
	{"POST", "/a/{area}/{period}/row", (*Server).saveRow},
	{"POST", "/a/{area}/{period}/target", (*Server).saveTarget},
	{"POST", "/a/{area}/{period}/indicator", (*Server).saveIndicator},
	{"GET", "/a/{area}/{period}/sources", (*Server).sources},
	{"POST", "/a/{area}/{period}/sources", (*Server).saveSource},
	{"POST", "/a/{area}/{period}/undo", (*Server).undo},
	{"GET", "/a/{area}/{period}/effects", (*Server).effects},
	{"GET", "/a/{area}/{period}/state", (*Server).state},
	{"GET", "/a/{area}/{period}/form", (*Server).form},
	{"GET", "/a/{area}/{period}/fill", (*Server).fill},
	{"POST", "/a/{area}/{period}/upload", (*Server).upload},
	{"GET", "/a/{area}/{period}/upload/{id}", (*Server).uploaded},
	{"GET", "/a/{area}/{period}/upload/{id}/{n}", (*Server).marked},
	{"POST", "/a/{area}/{period}/upload/{id}", (*Server).accept},
	{"GET", "/a/{area}/{period}/sentences", (*Server).sentences},
	{"POST", "/a/{area}/{period}/sentences", (*Server).saveSentence},
	{"GET", "/a/{area}/{period}/references", (*Server).references},
	{"GET", "/a/{area}/{period}/preview", (*Server).preview},
	{"GET", "/a/{area}/{period}/shown/{file}", (*Server).shown},
	{"POST", "/a/{area}/{period}/accept", (*Server).acceptFinding},
	{"GET", "/a/{area}/{period}/publish", (*Server).toPublish},
	{"POST", "/a/{area}/{period}/publish", (*Server).publish},
	{"GET", "/a/{area}/{period}/releases", (*Server).releases},
	{"POST", "/a/{area}/{period}/verify", (*Server).verify},
	{"GET", "/a/{area}/{period}/releases/{release}", (*Server).release},
	{"GET", "/a/{area}/{period}/releases/{release}/{file}", (*Server).download},
}

// mux finds what answers a request.
func (s *Server) mux() http.Handler {
	m := http.NewServeMux()
	for _, r := range routes {
		m.HandleFunc(r.method+" "+r.pattern, func(w http.ResponseWriter, in *http.Request) {
			q := s.request(w, in)
			if in.Method == http.MethodPost && !strings.HasSuffix(in.URL.Path, "/upload") {
				if err := in.ParseForm(); err != nil {
					s.fail(w, in, wrongError{err})
					return
				}
			}
			if err := r.answer(s, q); err != nil {
				s.fail(w, in, err)
			}
		})
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h, pattern := m.Handler(r)
		if pattern != "" {
			m.ServeHTTP(w, r)
			return
		}
		found := finding{header: http.Header{}}
		h.ServeHTTP(&found, r)
		if allow := found.header.Get("Allow"); allow != "" {
			w.Header().Set("Allow", allow)
		}
		s.fail(w, r, absentError(max(found.code, http.StatusNotFound)))
	})
}

// absentError is the status of an answer for an address that there is not, or that is not asked for in this way.
type absentError int

// Error gives the message in English.
func (e absentError) Error() string { return e.Message().Error() }

// Message implements [message.Messenger].
func (e absentError) Message() *message.Text { return message.Of("there is no such page") }

// finding learns what the library answers to an address that nothing is under.
type finding struct {
	header http.Header
	code   int
}

func (f *finding) Header() http.Header         { return f.header }
func (f *finding) Write(p []byte) (int, error) { return len(p), nil }
func (f *finding) WriteHeader(code int)        { f.code = code }

// request is a request of somebody who was let in.
type request struct {
	*http.Request
	out  http.ResponseWriter
	lang message.Lang
	who  string // as stated; "" if nobody was named
	part bool   // asked for by the page's script, which wants the changed parts alone
}

// notFoundError says that an address names nothing.
type notFoundError struct{ error }

func (e notFoundError) Unwrap() error { return e.error }

// wrongError marks an error of what was sent.
type wrongError struct{ error }

func (e wrongError) Unwrap() error { return e.error }

// status is the status of the answer that an error gives.
func status(err error) int {
	var absent absentError
	switch {
	case errors.As(err, &absent):
		return int(absent)
	case errors.As(err, new(notFoundError)), errors.As(err, new(dataset.UnknownAreaError)), errors.As(err, new(*export.NoDataError)):
		return http.StatusNotFound
	case errors.As(err, new(*http.MaxBytesError)):
		return http.StatusRequestEntityTooLarge
	case errors.As(err, new(wrongError)):
		return http.StatusBadRequest
	case errors.As(err, new(*desk.StaleError)), errors.As(err, new(*areafile.ChangedError)), errors.Is(err, publish.ErrLocked), errors.Is(err, fs.ErrPermission):
		return http.StatusConflict
	case errors.As(err, new(dataset.Errors)), errors.As(err, new(*export.CheckError)), errors.As(err, new(*config.Error)):
		return http.StatusUnprocessableEntity
	default:
		return http.StatusInternalServerError
	}
}

// edition is the area and the period that an address names, as its files are now.
func (s *Server) edition(q *request) (*desk.Held, stat.Period, error) {
	period, err := stat.ParsePeriod(q.PathValue("period"))
	if err != nil {
		return nil, period, notFoundError{err}
	}
	h, err := s.Desk.Open(q.Context(), q.PathValue("area"))
	return h, period, err
}

// to sends the browser to another page.
func (q *request) to(address string) error {
	http.Redirect(q.out, q.Request, address, http.StatusSeeOther)
	return nil
}
