package server_test

import (
	"context"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"nianbao/internal/audit"
	"nianbao/internal/config"
	"nianbao/internal/desk"
	"nianbao/internal/export"
	"nianbao/internal/message"
	"nianbao/internal/server"
)

// scene is a server over copies of areas, with a browser that was let in.
type scene struct {
	t       testing.TB
	areas   string
	output  string
	base    string
	token   string
	client  *http.Client
	server  *server.Server
	desk    *desk.Desk
	failed  []error
	browser http.Header
}

// newScene copies areas of the repository.
func newScene(t testing.TB, areas ...string) *scene {
	t.Helper()
	s := &scene{t: t, areas: filepath.Join(t.TempDir(), "areas"), output: filepath.Join(t.TempDir(), "output"), browser: http.Header{"Accept-Language": {"en"}}}
	if err := os.MkdirAll(s.areas, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, area := range areas {
		if err := os.CopyFS(filepath.Join(s.areas, area), os.DirFS("../../config/areas/"+area)); err != nil {
			t.Fatal(err)
		}
	}
	s.start()
	return s
}

// start opens the page, anew if it was open.
func (s *scene) start() {
	settings := func(set map[string]string) (*config.Config, error) {
		env := []string{"NIANBAO_AREAS_DIR=" + s.areas, "NIANBAO_OUTPUT_DIR=" + s.output}
		for key, value := range set {
			env = append(env, config.Variable(key)+"="+value)
		}
		return config.Load(nil, env, "none.yaml")
	}
	now := func() time.Time { return time.Date(2024, 3, 1, 9, 0, 0, 0, time.UTC) }
	s.desk = desk.New(desk.Options{Settings: settings, Now: now, Holder: "test", Job: func(c *config.Config) (export.Job, error) { return export.Job{Config: c}, nil }})
	l, err := server.Listen(context.Background(), "127.0.0.1:0")
	if err != nil {
		s.t.Fatal(err)
	}
	s.server = server.New(l, server.Options{
		Desk: s.desk, Settings: settings, Lang: message.English,
		Place: func(at string) (audit.Place, error) { return audit.Folder(at), nil },
		Fail:  func(err error) { s.failed = append(s.failed, err) },
	})
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error)
	go func() { ended <- s.server.Serve(ctx, l) }()
	s.t.Cleanup(func() {
		stop()
		if err := <-ended; err != nil {
			s.t.Error(err)
		}
	})
	address, err := url.Parse(s.server.Address(l))
	if err != nil {
		s.t.Fatal(err)
	}
	s.base, s.token = "http://"+address.Host, address.Query().Get("token")
	jar, _ := cookiejar.New(nil)
	s.client = &http.Client{Jar: jar, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	if code, _ := s.get("/?token=" + s.token); code != http.StatusSeeOther {
		s.t.Fatalf("with the token: %d", code)
	}
	s.post("/name", url.Values{"who": {"李四"}})
}

func (s *scene) do(r *http.Request) (int, string) {
	s.t.Helper()
	for key, values := range s.browser {
		r.Header[key] = values
	}
	answer, err := s.client.Do(r)
	if err != nil {
		s.t.Fatal(err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		s.t.Fatal(err)
	}
	if to := answer.Header.Get("Location"); to != "" {
		return answer.StatusCode, to
	}
	return answer.StatusCode, string(body)
}

func (s *scene) get(path string) (int, string) {
	s.t.Helper()
	r, err := http.NewRequest(http.MethodGet, s.base+path, nil)
	if err != nil {
		s.t.Fatal(err)
	}
	return s.do(r)
}

func (s *scene) post(path string, form url.Values) (int, string) {
	s.t.Helper()
	r, err := http.NewRequest(http.MethodPost, s.base+path, strings.NewReader(form.Encode()))
	if err != nil {
		s.t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	return s.do(r)
}

var heldCell = regexp.MustCompile(`<input type="hidden" name="(held-[a-z_]+)" value="([^"]*)">`)

// row is what the form of a row holds on a page: its cells, and what they held when the page was made.
func (s *scene) row(path, key string) url.Values {
	s.t.Helper()
	_, page := s.get(path)
	_, rest, ok := strings.Cut(page, `<form id="f-`+key+`"`)
	if !ok {
		s.t.Fatalf("%s has no row %s", path, key)
	}
	form, _, _ := strings.Cut(rest, "</form>")
	values := url.Values{"key": {key}}
	for _, m := range heldCell.FindAllStringSubmatch(form, -1) {
		values.Set(m[1], m[2])
		values.Set(strings.TrimPrefix(m[1], "held-"), m[2])
	}
	return values
}

// file is what a file of an area holds.
func (s *scene) file(name string) string {
	s.t.Helper()
	data, err := os.ReadFile(filepath.Join(s.areas, name))
	if err != nil {
		s.t.Fatal(err)
	}
	return string(data)
}

func contains(t testing.TB, what, text string, parts ...string) {
	t.Helper()
	for _, part := range parts {
		if !strings.Contains(text, part) {
			t.Errorf("%s does not have %q:\n%.3000s", what, part, text)
		}
	}
}
