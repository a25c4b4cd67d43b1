package server_test

import (
	"errors"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"nianbao/internal/server"
)

// places fills in the names of a pattern.
var places = strings.NewReplacer("{area}", "saibei", "{period}", "2023", "{file}", "app.css", "{rule}", "value-digits", "{id}", "ABC", "{n}", "0", "{release}", "r1", "{$}", "")

// TestNobodyElse walks every address, every method and every state of the token: only who has it gets anything, and nobody
// without it is led anywhere.
func TestNobodyElse(t *testing.T) {
	s := newScene(t, "saibei")
	cookie := "nianbao-" + s.base[strings.LastIndexByte(s.base, ':')+1:]
	stranger := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	tried := 0
	for _, route := range append(server.Routes(), [2]string{"GET", "/nothing"}, [2]string{"GET", "/static/../server.go"}, [2]string{"GET", "/static/..%2fserver.go"}) {
		path := places.Replace(route[1])
		for _, method := range []string{"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"} {
			for given, want := range map[string]int{"": http.StatusUnauthorized, "wrong": http.StatusForbidden, s.token + "x": http.StatusForbidden} {
				r, err := http.NewRequest(method, s.base+path, nil)
				if err != nil {
					t.Fatal(err)
				}
				if given != "" {
					r.AddCookie(&http.Cookie{Name: cookie, Value: given})
				}
				answer, err := stranger.Do(r)
				if err != nil {
					t.Fatal(err)
				}
				answer.Body.Close()
				tried++
				if answer.StatusCode != want || answer.Header.Get("Location") != "" || len(answer.Cookies()) > 0 {
					t.Errorf("%s %s with the token %q: %s, Location %q, want %d", method, path, given, answer.Status, answer.Header.Get("Location"), want)
				}
			}
			r, err := http.NewRequest(method, s.base+path, nil)
			if err != nil {
				t.Fatal(err)
			}
			code, _ := s.do(r)
			if strings.Contains(path, "..") || route[1] == "/nothing" {
				if code != http.StatusNotFound && code != http.StatusTemporaryRedirect && code != http.StatusMethodNotAllowed {
					t.Errorf("%s %s: %d", method, path, code)
				}
			} else if known(path, method) == (code == http.StatusMethodNotAllowed) {
				t.Errorf("%s %s: %d", method, path, code)
			}
		}
	}
	if tried < 31*8*3 {
		t.Errorf("tried %d", tried)
	}
	for _, wrong := range []string{"/?token=wrong", "/?token=" + s.token[1:]} {
		if answer, err := stranger.Get(s.base + wrong); err != nil || answer.StatusCode != http.StatusForbidden {
			t.Errorf("%s: %v %v", wrong, answer, err)
		}
	}
}

// known reports whether a path answers to a method under another route, as that of a sentence does to GET and POST.
func known(path, method string) bool {
	for _, route := range server.Routes() {
		if places.Replace(route[1]) == path && (route[0] == method || route[0] == "GET" && method == "HEAD") {
			return true
		}
	}
	return path == "/a/saibei/period" && (method == "GET" || method == "HEAD") // as the figures of a period that is none
}

// TestOtherSites holds that neither another site nor a name that leads here by DNS gets in, cookie or not.
func TestOtherSites(t *testing.T) {
	s := newScene(t, "saibei")
	for name, change := range map[string]func(*http.Request){
		"another name": func(r *http.Request) { r.Host = "evil.example:80" },
		"another port": func(r *http.Request) { r.Host = "127.0.0.1:1" },
		"cross-site":   func(r *http.Request) { r.Header.Set("Sec-Fetch-Site", "cross-site") },
		"same site":    func(r *http.Request) { r.Header.Set("Sec-Fetch-Site", "same-site") },
		"origin":       func(r *http.Request) { r.Header.Set("Origin", "http://evil.example") },
	} {
		form := url.Values{"who": {"x"}}
		r, err := http.NewRequest(http.MethodPost, s.base+"/name", strings.NewReader(form.Encode()))
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		change(r)
		if code, _ := s.do(r); code != http.StatusForbidden {
			t.Errorf("%s: %d", name, code)
		}
	}
	for address, back := range map[string]string{
		"/a/saibei/2023?chapter=x#row-gdp": "/a/saibei/2023?chapter=x#row-gdp", "//evil.example": "/", "https://evil.example/": "/", `/\evil.example`: "/", "javascript:alert(1)": "/", "": "/",
	} {
		if _, to := s.post("/name", url.Values{"who": {"x"}, "back": {address}}); to != back {
			t.Errorf("back to %q leads to %q", address, to)
		}
	}
}

// TestListen holds that only addresses of this machine are listened on.
func TestListen(t *testing.T) {
	for _, address := range []string{"0.0.0.0:0", ":0", "192.0.2.1:80", "[::]:0", "example.org:80"} {
		l, err := server.Listen(t.Context(), address)
		if !errors.As(err, new(*server.LoopbackError)) {
			t.Errorf("%s: %v", address, err)
		}
		if err == nil {
			l.Close()
		}
	}
	if _, err := server.Listen(t.Context(), "127.0.0.1"); err == nil {
		t.Error("an address without a port is taken")
	}
}

// TestHeaders holds that no page can run a script of its own, or be framed, and that nothing is cached.
func TestHeaders(t *testing.T) {
	s := newScene(t, "saibei")
	for _, path := range []string{"/", "/a/saibei/2023", "/nothing", "/a/saibei/2023/shown/page.html?what=page"} {
		answer, err := s.client.Get(s.base + path)
		if err != nil {
			t.Fatal(err)
		}
		answer.Body.Close()
		policy := answer.Header.Get("Content-Security-Policy")
		if !strings.Contains(policy, "default-src 'none'") || strings.Contains(policy, "script-src 'unsafe") || answer.Header.Get("Cache-Control") != "no-store" || answer.Header.Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s: %v", path, answer.Header)
		}
	}
}
