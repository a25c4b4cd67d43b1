package bucket

import (
	"bytes"
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/johannesboyne/gofakes3"
	"github.com/johannesboyne/gofakes3/backend/s3mem"
)

// server is a store in memory with a clock that stands still. Requests that refuse is true for are answered with 403;
// those that lose is true for are done, and answered as if they were not.
type server struct {
	url          string
	clock        gofakes3.TimeSourceAdvancer
	refuse, lose atomic.Pointer[func(*http.Request) bool]
}

func serve(t *testing.T) *server {
	t.Helper()
	s := &server{clock: gofakes3.FixedTimeSource(time.Date(2025, 1, 31, 9, 0, 0, 0, time.UTC))}
	backend := s3mem.New(s3mem.WithTimeSource(s.clock))
	if err := backend.CreateBucket("editions"); err != nil {
		t.Fatal(err)
	}
	store := gofakes3.New(backend, gofakes3.WithLogger(gofakes3.DiscardLog())).Server()
	web := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if refuse := s.refuse.Load(); refuse != nil && (*refuse)(r) {
			http.Error(w, "<Error><Code>AccessDenied</Code><Message>Access Denied.</Message></Error>", http.StatusForbidden)
			return
		}
		if lose := s.lose.Load(); lose != nil && (*lose)(r) {
			store.ServeHTTP(httptest.NewRecorder(), r)
			http.Error(w, "<Error><Code>InternalError</Code></Error>", http.StatusInternalServerError)
			return
		}
		store.ServeHTTP(w, r)
	}))
	t.Cleanup(web.Close)
	s.url = web.URL
	return s
}

func (s *server) deny(refuse func(*http.Request) bool) { s.refuse.Store(&refuse) }

// open opens the store at the moment that its clock shows.
func (s *server) open(t *testing.T, address string) *Store {
	t.Helper()
	a, err := ParseAddress(address)
	if err != nil {
		t.Fatal(err)
	}
	store, err := Open(a, Options{Endpoint: s.url, Region: "us-east-1", AccessKey: "key", SecretKey: "secret", Now: s.clock.Now()})
	if err != nil {
		t.Fatal(err)
	}
	return store
}

func TestParseAddress(t *testing.T) {
	for _, good := range []string{"s3://editions", "s3://my.bucket-1/a/b c"} {
		a, err := ParseAddress(good)
		if err != nil || a.String() != good {
			t.Errorf("%s: %s, %v", good, a, err)
		}
	}
	if a, err := ParseAddress("s3://editions/a/"); err != nil || a.url("x/y") != "s3://editions/a/x/y" {
		t.Errorf("%s, %v", a.url("x/y"), err)
	}
	for _, bad := range []string{"editions", "s3:/editions/a", "s3://", "s3://E/a", "s3://ab", "s3://editions/a//b", "s3://editions/../b", "s3:///a"} {
		if a, err := ParseAddress(bad); err == nil || !strings.Contains(err.Error(), "want s3://") && !strings.Contains(err.Error(), "prefix") {
			t.Errorf("%q: %+v, %v", bad, a, err)
		}
	}
}

func TestOpenRefuses(t *testing.T) {
	for _, bad := range []string{"localhost:9000", "ftp://x", "http://", "https://x/path", "://"} {
		if _, err := Open(Address{Bucket: "editions"}, Options{Endpoint: bad}); err == nil || !strings.Contains(err.Error(), "want http") {
			t.Errorf("endpoint %q: %v", bad, err)
		}
	}
}

func TestGetAndPut(t *testing.T) {
	ctx := context.Background()
	store := serve(t).open(t, "s3://editions/a")
	if o, err := store.get(ctx, "x"); err != nil || o.etag != "" {
		t.Errorf("nothing there: %+v, %v", o, err)
	}
	if err := store.put(ctx, "x", "text/plain", []byte("one")); err != nil {
		t.Fatal(err)
	}
	was, err := store.get(ctx, "x")
	if err != nil || string(was.data) != "one" || was.etag == "" {
		t.Fatalf("%+v, %v", was, err)
	}
	if err := store.swap(ctx, "x", object{}, []byte("two")); !errors.Is(err, ErrOvertaken) {
		t.Errorf("swapped for nothing, though something is there: %v", err)
	}
	if err := store.swap(ctx, "x", was, []byte("two")); err != nil {
		t.Fatal(err)
	}
	if err := store.swap(ctx, "x", was, []byte("three")); !errors.Is(err, ErrOvertaken) {
		t.Errorf("swapped for what is not there any more: %v", err)
	}
	if o, err := store.get(ctx, "x"); err != nil || !bytes.Equal(o.data, []byte("two")) {
		t.Errorf("%q, %v", o.data, err)
	}
}

// Errors name what could not be done to which object.
func TestErrors(t *testing.T) {
	ctx := context.Background()
	s := serve(t)
	s.deny(func(*http.Request) bool { return true })
	store := s.open(t, "s3://editions/a")
	_, err := store.get(ctx, "x/y")
	if err == nil || !strings.HasPrefix(err.Error(), "read s3://editions/a/x/y: ") {
		t.Errorf("read: %v", err)
	}
	err = store.put(ctx, "x/y", "text/plain", nil)
	if err == nil || !strings.HasPrefix(err.Error(), "write s3://editions/a/x/y: ") || Hint(err) == "" {
		t.Errorf("write: %v", err)
	}
	_, err = store.list(ctx, "x")
	if err == nil || !strings.HasPrefix(err.Error(), "list s3://editions/a/x: ") {
		t.Errorf("list: %v", err)
	}
	err = serve(t).open(t, "s3://elsewhere").put(ctx, "x", "text/plain", nil)
	if err == nil || !strings.Contains(err.Error(), "s3://elsewhere/x") || !strings.Contains(Hint(err), "make the bucket") {
		t.Errorf("no such bucket: %v, hint %q", err, Hint(err))
	}
}
