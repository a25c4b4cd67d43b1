package bucket

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"path"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/minio/minio-go/v7"

	"nianbao/internal/publish"
)

// edition is what a release of some data is made of.
func edition(data string) (publish.Manifest, []publish.File) {
	m := publish.Manifest{
		Area: "saibei", Period: "2023", Status: "final",
		Inputs: []publish.Digest{publish.DigestOf(publish.File{Name: "saibei/2023.yaml", Data: []byte(data)})},
	}
	m.SetContent([]byte(`{"data":"` + data + `"}`))
	return m, []publish.File{
		{Name: "saibei-2023-briefing.pdf", Data: []byte("briefing of " + data), Media: "application/pdf"},
		{Name: "saibei-2023-data.csv", Data: []byte("data of " + data), Media: "text/csv; charset=utf-8"},
	}
}

// publishOne publishes the next release of data, as the program does.
func publishOne(ctx context.Context, store *Store, data string) (publish.Release, error) {
	releaseStore := store.ReleaseStore("saibei", "2023")
	past, err := releaseStore.Releases(ctx)
	if err != nil {
		return publish.Release{}, err
	}
	m, files := edition(data)
	m.Number = 1
	if len(past) > 0 {
		last := past[len(past)-1]
		m.Number, m.Supersedes = last.Number+1, last.Manifest.BuildDigest
	}
	return releaseStore.Publish(ctx, m, files)
}

// read reads the published release as the package's documentation tells a reader to, and says whose data it has.
func read(ctx context.Context, store *Store) (string, error) {
	o, err := store.get(ctx, "saibei/2023/manifest.json")
	if err != nil || o.etag == "" {
		return "", err
	}
	m, err := publish.ReadManifest(o.data)
	if err != nil {
		return "", err
	}
	data := ""
	for _, want := range m.Outputs {
		f, err := store.get(ctx, fmt.Sprintf("saibei/releases/2023/r%d-%s/%s", m.Number, m.BuildDigest[:12], want.Name))
		if err != nil {
			return "", err
		}
		if got := publish.DigestOf(publish.File{Name: want.Name, Data: f.data, Media: want.Media}); got != want {
			return "", fmt.Errorf("%s is %+v, want %+v", want.Name, got, want)
		}
		_, of, _ := strings.Cut(string(f.data), " of ")
		if data != "" && data != of {
			return "", fmt.Errorf("a mix of %s and %s", data, of)
		}
		data = of
	}
	return data, nil
}

func TestPublish(t *testing.T) {
	ctx := context.Background()
	store := serve(t).open(t, "s3://editions/county/briefings")
	for i, data := range []string{"first", "second", "third"} {
		r, err := publishOne(ctx, store, data)
		if err != nil {
			t.Fatal(err)
		}
		want := fmt.Sprintf("s3://editions/county/briefings/saibei/releases/2023/r%d-%.12s", i+1, r.Manifest.BuildDigest)
		if r.Dir != want || r.Manifest.Number != i+1 {
			t.Errorf("release %d in %s, want %s", r.Manifest.Number, r.Dir, want)
		}
		if got, err := read(ctx, store); got != data || err != nil {
			t.Errorf("a reader sees %q, %v; want %q", got, err, data)
		}
	}
	past, err := store.ReleaseStore("saibei", "2023").Releases(ctx)
	if err != nil || len(past) != 3 {
		t.Fatalf("%d releases, %v; want 3", len(past), err)
	}
	for i, p := range past {
		whole, err := store.ReleaseStore("saibei", "2023").Whole(ctx, p.Manifest)
		if p.Number != i+1 || p.Current != (i == 2) || p.Err != nil || !whole || err != nil {
			t.Errorf("release %d of %d: %+v, whole %v, %v", i+1, len(past), p, whole, err)
		}
	}
}

// The media types are those of the files, so that a browser shows them.
func TestMediaTypes(t *testing.T) {
	ctx := context.Background()
	store := serve(t).open(t, "s3://editions")
	r, err := publishOne(ctx, store, "first")
	if err != nil {
		t.Fatal(err)
	}
	folder := fmt.Sprintf("saibei/releases/2023/r1-%.12s", r.Manifest.BuildDigest)
	for key, want := range map[string]string{
		folder + "/saibei-2023-briefing.pdf": "application/pdf",
		folder + "/saibei-2023-data.csv":     "text/csv; charset=utf-8",
		folder + "/manifest.json":            "application/json",
		"saibei/2023/manifest.json":          "application/json",
	} {
		info, err := store.client.StatObject(ctx, "editions", key, minio.StatObjectOptions{})
		if err != nil || info.ContentType != want {
			t.Errorf("%s: %q, %v; want %q", key, info.ContentType, err, want)
		}
	}
}

// Whichever write fails, the release published before stays, and the next run publishes.
func TestPublishFails(t *testing.T) {
	ctx := context.Background()
	for _, failing := range []string{"briefing.pdf", "data.csv", "manifest.json", "2023/manifest.json"} {
		s := serve(t)
		store := s.open(t, "s3://editions")
		if _, err := publishOne(ctx, store, "first"); err != nil {
			t.Fatal(err)
		}
		s.deny(func(r *http.Request) bool {
			return r.Method == http.MethodPut && strings.HasSuffix(r.URL.Path, failing)
		})
		_, err := publishOne(ctx, store, "second")
		if failure := new(Error); !errors.As(err, &failure) || !strings.HasSuffix(failure.URL, failing) {
			t.Errorf("%s: error %v", failing, err)
		}
		if got, err := read(ctx, store); got != "first" || err != nil {
			t.Errorf("%s: a reader sees %q, %v; want the first release", failing, got, err)
		}
		if got := folders(t, store); len(got) != 1 {
			t.Errorf("%s: there are the folders %q, want that of the first release", failing, got)
		}
		s.deny(func(*http.Request) bool { return false })
		if _, err := publishOne(ctx, store, "third"); err != nil {
			t.Errorf("%s: the next run: %v", failing, err)
		}
		if got, err := read(ctx, store); got != "third" || err != nil {
			t.Errorf("%s: a reader sees %q, %v; want the third", failing, got, err)
		}
	}
}

// Of two runs at the same moment one comes second and says so; nothing is left of what it wrote.
func TestOvertaken(t *testing.T) {
	ctx := context.Background()
	store := serve(t).open(t, "s3://editions")
	slow := store.ReleaseStore("saibei", "2023")
	if _, err := slow.Releases(ctx); err != nil {
		t.Fatal(err)
	}
	if _, err := publishOne(ctx, store, "fast"); err != nil {
		t.Fatal(err)
	}
	m, files := edition("slow")
	m.Number = 1
	if _, err := slow.Publish(ctx, m, files); !errors.Is(err, ErrOvertaken) || Hint(err) == "" {
		t.Errorf("error %v, want to be overtaken", err)
	}
	if got, err := read(ctx, store); got != "fast" || err != nil {
		t.Errorf("a reader sees %q, %v", got, err)
	}
	if got := folders(t, store); len(got) != 1 {
		t.Errorf("there are the folders %q, want that of the fast run", got)
	}
}

// While several runs publish, a reader has one whole release at every moment, and none is lost.
func TestReadersSeeNoMix(t *testing.T) {
	ctx := context.Background()
	store := serve(t).open(t, "s3://editions")
	var writers, readers sync.WaitGroup
	done := make(chan struct{})
	readers.Go(func() {
		for {
			if _, err := read(ctx, store); err != nil {
				t.Error(err)
			}
			select {
			case <-done:
				return
			default:
			}
		}
	})
	published := make([]int, 4)
	for w := range published {
		writers.Go(func() {
			for n := range 8 {
				_, err := publishOne(ctx, store, fmt.Sprintf("writer %d round %d", w, n))
				switch {
				case err == nil:
					published[w]++
				case !errors.Is(err, ErrOvertaken):
					t.Error(err)
				}
			}
		})
	}
	writers.Wait()
	close(done)
	readers.Wait()
	past, err := store.ReleaseStore("saibei", "2023").Releases(ctx)
	all := 0
	for _, n := range published {
		all += n
	}
	if err != nil || len(past) != all || all == 0 {
		t.Errorf("%d releases, %v; want the %d that were published", len(past), err, all)
	}
	if got := folders(t, store); len(got) != all {
		t.Errorf("there are %d folders, want one a release: %d", len(got), all)
	}
	if !slices.IsSortedFunc(past, func(a, b publish.Past) int { return a.Number - b.Number }) {
		t.Error("the releases are not in order")
	}
}

// A release that lacks a file, or has one of another size, is not whole.
func TestWhole(t *testing.T) {
	ctx := context.Background()
	store := serve(t).open(t, "s3://editions")
	r, err := publishOne(ctx, store, "first")
	if err != nil {
		t.Fatal(err)
	}
	releaseStore := store.ReleaseStore("saibei", "2023")
	name := path.Join(releaseStore.folder(r.Manifest), "saibei-2023-data.csv")
	if err := store.put(ctx, name, "text/csv", []byte("cut")); err != nil {
		t.Fatal(err)
	}
	if whole, err := releaseStore.Whole(ctx, r.Manifest); whole || err != nil {
		t.Errorf("whole %v, %v, though a file is cut short", whole, err)
	}
	if err := store.client.RemoveObject(ctx, "editions", name, minio.RemoveObjectOptions{}); err != nil {
		t.Fatal(err)
	}
	if whole, err := releaseStore.Whole(ctx, r.Manifest); whole || err != nil {
		t.Errorf("whole %v, %v, though a file is missing", whole, err)
	}
}

// What stands in the place of a manifest and is none is an error that names the object.
func TestNotAManifest(t *testing.T) {
	ctx := context.Background()
	store := serve(t).open(t, "s3://editions")
	if err := store.put(ctx, "saibei/2023/manifest.json", "application/json", []byte("{}")); err != nil {
		t.Fatal(err)
	}
	past, err := store.ReleaseStore("saibei", "2023").Releases(ctx)
	if err != nil || len(past) != 1 || !errors.Is(past[0].Err, publish.ErrManifest) {
		t.Fatalf("%+v, %v; want one that is not a manifest", past, err)
	}
	if text := past[0].Err.Error(); !strings.Contains(text, "s3://editions/saibei/2023/manifest.json") {
		t.Errorf("error %q does not name the object", text)
	}
}
