// Package server is the office's page: what the program does, for people without a terminal, in a browser on the same machine.
//
// In: a desk, on which areas are worked on, and requests of one browser that was opened with a token. Out: pages in Chinese or
// English, files, and what was asked of the desk. It must not hold a rule, word a figure, or know how a file is made: its
// handlers call what the command line calls. No path of a request reaches the file system.
package server

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"embed"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strings"
	"sync"
	"time"

	"nianbao/internal/audit"
	"nianbao/internal/config"
	"nianbao/internal/desk"
	"nianbao/internal/message"
)

// Options are what a server works with.
type Options struct {
	Desk     *desk.Desk
	Settings func(set map[string]string) (*config.Config, error)
	Place    func(at string) (audit.Place, error) // where editions are published
	Lang     message.Lang                         // of a browser that asks for neither Chinese nor English
	Fail     func(error)                          // is told of faults of the program; may be nil
}

// Server answers requests.
type Server struct {
	Options
	token   string // of the address that is opened
	session string // of the cookie
	hosts   map[string]bool
	uploads uploads
	handler http.Handler
	cookie  string // its name: cookies know no ports
}

// LoopbackError says that an address is not one of this machine alone.
type LoopbackError struct{ Address string }

// Error gives the message in English.
func (e *LoopbackError) Error() string { return e.Message().Error() }

// Message implements [message.Messenger].
func (e *LoopbackError) Message() *message.Text {
	return message.Of("--listen %s: the page has no accounts yet, so whoever reaches it could publish: choose an address of this machine alone, as 127.0.0.1:8080", e.Address)
}

// Listen opens an address of this machine, as 127.0.0.1:0 for any free port. Any other is a [*LoopbackError].
func Listen(ctx context.Context, address string) (net.Listener, error) {
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		return nil, message.Errorf("--listen %q: want an address and a port, as 127.0.0.1:8080", address)
	}
	if ip := net.ParseIP(host); host != "localhost" && (ip == nil || !ip.IsLoopback()) {
		return nil, &LoopbackError{address}
	}
	l, err := new(net.ListenConfig).Listen(ctx, "tcp", address)
	if err != nil {
		return nil, err
	}
	if at, ok := l.Addr().(*net.TCPAddr); !ok || !at.IP.IsLoopback() { // localhost can be anything
		return nil, errors.Join(&LoopbackError{address}, l.Close())
	}
	return l, nil
}

// New makes a server for a listener.
func New(l net.Listener, opt Options) *Server {
	s := &Server{Options: opt, token: rand.Text(), session: rand.Text(), hosts: map[string]bool{}}
	_, port, _ := net.SplitHostPort(l.Addr().String())
	s.cookie = "nianbao-" + port
	for _, host := range []string{l.Addr().String(), "127.0.0.1:" + port, "localhost:" + port, "[::1]:" + port} {
		s.hosts[host] = true
	}
	s.uploads.byID = map[string]*upload{}
	s.handler = s.guard(s.mux())
	return s
}

// Address is what a browser opens. Whoever has it can do what the page can do.
func (s *Server) Address(l net.Listener) string {
	return fmt.Sprintf("http://%s/?token=%s", l.Addr(), s.token)
}

// Serve answers requests until the context ends, and then those that are under way.
func (s *Server) Serve(ctx context.Context, l net.Listener) error {
	h := &http.Server{
		Handler: s, ReadHeaderTimeout: 10 * time.Second, ReadTimeout: 2 * time.Minute, IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 64 << 10,
		BaseContext: func(net.Listener) context.Context { return context.WithoutCancel(ctx) },
	}
	var ended sync.WaitGroup
	ended.Add(1)
	stop := context.AfterFunc(ctx, func() {
		soon, cancel := context.WithTimeout(context.Background(), 400*time.Millisecond)
		defer cancel()
		_ = h.Shutdown(soon) // what is under way longer is safe to end at any moment
		ended.Done()
	})
	err := h.Serve(l)
	if !stop() {
		ended.Wait()
	}
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return err
}

// ServeHTTP implements [http.Handler].
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.handler.ServeHTTP(w, r) }

//go:embed static
var static embed.FS

// limits of what is sent, in bytes.
const (
	mostSent     = 1 << 20
	mostUploaded = 64 << 20
)

// policy lets pages have nothing but what this server gives, and no script in the page itself.
const policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; frame-src 'self'; base-uri 'none'; frame-ancestors 'none'"

// guard lets requests in that come from the browser that was opened with the token, through this page.
func (s *Server) guard(next http.Handler) http.Handler {
	cross := http.NewCrossOriginProtection()
	cross.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.deny(w, r, http.StatusForbidden, message.Plain("The request comes from another site."))
	}))
	guarded := cross.Handler(next)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "same-origin")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Cache-Control", "no-store")
		defer s.caught(w, r)
		if !s.hosts[r.Host] {
			s.deny(w, r, http.StatusForbidden, message.Plain("This name is not one of this page: open the address that the program has printed."))
			return
		}
		if given := r.URL.Query().Get("token"); given != "" && r.URL.Path == "/" && r.Method == http.MethodGet {
			s.enter(w, r, given)
			return
		}
		c, err := r.Cookie(s.cookie)
		switch {
		case err != nil:
			s.deny(w, r, http.StatusUnauthorized, message.Plain("This page belongs to the browser that the program has opened: open the address that it has printed."))
			return
		case subtle.ConstantTimeCompare([]byte(c.Value), []byte(s.session)) != 1:
			s.deny(w, r, http.StatusForbidden, message.Plain("The program was started anew: open the address that it has printed now."))
			return
		}
		most := int64(mostSent)
		if strings.HasSuffix(r.URL.Path, "/upload") {
			most = mostUploaded
		}
		r.Body = http.MaxBytesReader(w, r.Body, most)
		guarded.ServeHTTP(w, r)
	})
}

// enter gives the browser that has the token a cookie, so that the address need not keep it.
func (s *Server) enter(w http.ResponseWriter, r *http.Request, token string) {
	if subtle.ConstantTimeCompare([]byte(token), []byte(s.token)) != 1 {
		s.deny(w, r, http.StatusForbidden, message.Plain("The program was started anew: open the address that it has printed now."))
		return
	}
	http.SetCookie(w, &http.Cookie{Name: s.cookie, Value: s.session, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode})
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

// caught answers where the program has a fault.
func (s *Server) caught(w http.ResponseWriter, r *http.Request) {
	p := recover()
	if p == nil {
		return
	}
	if p == http.ErrAbortHandler {
		panic(p)
	}
	err := message.Errorf("fault of the program: %v", p)
	if s.Fail != nil {
		s.Fail(err)
	}
	s.fail(w, r, err)
}
