package bucket

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"path"
	"slices"
	"strings"
	"testing"

	"nianbao/internal/publish"
)

// past gives the builds of an edition, which must be there.
func past(t *testing.T, store *Store, n int) []publish.Past {
	t.Helper()
	list, err := store.Edition("county/saibei/2023").Releases(context.Background())
	if err != nil || len(list) != n {
		t.Fatalf("%d builds, %v; want %d", len(list), err, n)
	}
	return list
}

// The files of each build are those that were published, and no others.
func TestFiles(t *testing.T) {
	ctx := context.Background()
	store := serve(t).open(t, "s3://editions/county")
	releases := all(t, store, "first", "second")
	write(t, store, "saibei/releases/"+releases[0]+"/mine.txt", "saibei/releases/"+releases[0]+"/more/mine.txt")
	for i, p := range past(t, store, 2) {
		files, err := store.Files(ctx, p)
		if err != nil {
			t.Fatal(err)
		}
		want := []string{"manifest.json", "saibei-2023-briefing.pdf", "saibei-2023-data.csv"}
		if i == 0 {
			want = slices.Insert(want, 1, "mine.txt", "more")
		}
		list, err := fs.ReadDir(files, ".")
		if err != nil || !slices.EqualFunc(list, want, func(e fs.DirEntry, name string) bool { return e.Name() == name }) {
			t.Errorf("r%d: files %v, %v; want %q", i+1, list, err, want)
		}
		for _, e := range list {
			data, err := fs.ReadFile(files, e.Name())
			if info, _ := e.Info(); e.IsDir() != (err != nil) || err == nil && int64(len(data)) != info.Size() {
				t.Errorf("r%d: %s: %d bytes, %v", i+1, e.Name(), len(data), err)
			}
		}
		m, problems, err := publish.VerifyFiles(files)
		if err != nil || m.Number != i+1 {
			t.Errorf("r%d: %s, %v", i+1, m.Name(), err)
		}
		var extra []string
		for _, p := range problems {
			extra = append(extra, p.String())
		}
		if text := strings.Join(extra, ", "); i == 0 && text != "mine.txt: extra: not part of the release, more: extra: not part of the release" || i > 0 && text != "" {
			t.Errorf("r%d: %s", i+1, text)
		}
	}
}

// What is damaged is found, whatever it is.
func TestFilesDamaged(t *testing.T) {
	ctx := context.Background()
	store := serve(t).open(t, "s3://editions/county")
	releases := all(t, store, "first", "second")
	const at = "saibei/releases/"
	write(t, store, at+releases[1]+"/saibei-2023-data.csv") // as long as "something"
	store.remove(ctx, []string{at + releases[1] + "/saibei-2023-briefing.pdf"})
	files, err := store.Files(ctx, past(t, store, 2)[1])
	if err != nil {
		t.Fatal(err)
	}
	_, problems, err := publish.VerifyFiles(files)
	if err != nil || len(problems) != 2 || problems[0].Kind != publish.Missing || problems[1].Kind != publish.Changed {
		t.Errorf("%v, %v", problems, err)
	}

	// The published manifest is not the one beside its files.
	pointer, err := store.get(ctx, "saibei/2023/manifest.json")
	if err != nil {
		t.Fatal(err)
	}
	m, _ := edition("second")
	m.Number, m.Supersedes = 2, past(t, store, 2)[0].Manifest.BuildDigest
	_, other, err := publish.Seal(m, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := store.swap(ctx, "saibei/2023/manifest.json", pointer, other); err != nil {
		t.Fatal(err)
	}
	if _, err := store.Files(ctx, past(t, store, 2)[1]); !errors.Is(err, publish.ErrManifest) || !strings.Contains(err.Error(), releases[1]+"/manifest.json: it is another manifest") {
		t.Errorf("error %v", err)
	}

	// There are no files.
	files, err = store.Files(ctx, publish.Past{Dir: "s3://editions/county/nowhere"})
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := publish.VerifyFiles(files); !errors.Is(err, publish.ErrNoManifest) {
		t.Errorf("error %v", err)
	}
}

// Files that are too large, or cannot be read, are errors that name them.
func TestFilesFail(t *testing.T) {
	ctx := context.Background()
	s := serve(t)
	store := s.open(t, "s3://editions/county")
	all(t, store, "first")
	p := past(t, store, 1)[0]
	opened, err := store.Files(ctx, p)
	if err != nil {
		t.Fatal(err)
	}
	const name = "saibei-2023-data.csv"
	s.deny(func(r *http.Request) bool { return path.Base(r.URL.Path) == name })
	if _, err := fs.ReadFile(opened, name); err == nil || !strings.Contains(err.Error(), p.Dir+"/"+name) || Hint(err) == "" {
		t.Errorf("error %v", err)
	}
	large := opened.(*files)
	e := large.entries[name]
	e.size = publish.MostBytes + 1
	large.entries[name] = e
	if _, err := opened.Open(name); err == nil || !strings.Contains(err.Error(), fmt.Sprintf("%s/%s: %d bytes", p.Dir, name, e.size)) {
		t.Errorf("error %v", err)
	}
	for _, no := range []string{"nothing.csv", "../2023/manifest.json"} {
		if _, err := opened.Open(no); err == nil {
			t.Errorf("%s opens", no)
		}
	}
	s.deny(func(*http.Request) bool { return true })
	if _, err := store.Files(ctx, p); err == nil || !strings.HasPrefix(err.Error(), "list "+p.Dir) {
		t.Errorf("error %v", err)
	}
}

// Editions are found from the whole bucket down to their own place. Drafts, folders of releases and what else there is
// are none.
func TestEditions(t *testing.T) {
	ctx := context.Background()
	s := serve(t)
	store := s.open(t, "s3://editions/county")
	all(t, store, "first", "second")
	publishDraft(t, store, "third")
	write(t, store, "saibei/2024-H1/manifest.json", "other/2023/manifest.json", "other/2022/data.csv",
		"other/notes/manifest.json", "other/releases/2023/manifest.json", "manifest.json")
	saibei := []string{"county/saibei/2023", "county/saibei/2024-H1"}
	everything := append([]string{"county/other/2023"}, saibei...)
	for _, one := range []struct {
		address, below string
		want           []string
	}{
		{"s3://editions", "", everything},
		{"s3://editions/county", "", everything},
		{"s3://editions/county", "saibei", saibei},
		{"s3://editions/county", "saib", nil},
		{"s3://editions/county/saibei", "", saibei},
		{"s3://editions/county/saibei/2023", "", saibei[:1]},
		{"s3://editions/county/saibei/2023.draft", "", []string{"county/saibei/2023.draft"}},
		{"s3://editions/county/saibei/releases", "", nil},
		{"s3://editions/nothing", "", nil},
	} {
		got, err := s.open(t, one.address).Editions(ctx, one.below)
		if err != nil || !slices.Equal(got, one.want) {
			t.Errorf("%s %s: %q, %v; want %q", one.address, one.below, got, err, one.want)
		}
	}
	if list, err := store.Edition("county/saibei/2023.draft").Releases(ctx); err != nil || len(list) != 1 || !list[0].Manifest.Draft() {
		t.Errorf("%+v, %v", list, err)
	}
	if _, err := s.open(t, "s3://elsewhere").Editions(ctx, ""); err == nil || !strings.Contains(Hint(err), "make the bucket") {
		t.Errorf("error %v, hint %q", err, Hint(err))
	}
}

// An edition can be at the top of a bucket.
func TestEditionAtTop(t *testing.T) {
	ctx := context.Background()
	s := serve(t)
	store := s.open(t, "s3://editions/saibei")
	releaseStore := store.ReleaseStore("", "2023")
	if _, err := releaseStore.Releases(ctx); err != nil {
		t.Fatal(err)
	}
	m, files := edition("first")
	if _, err := releaseStore.Publish(ctx, m, files); err != nil {
		t.Fatal(err)
	}
	list, err := store.Edition("saibei/2023").Releases(ctx)
	if err != nil || len(list) != 1 || !strings.HasPrefix(list[0].Dir, "s3://editions/saibei/releases/2023/r1-") {
		t.Errorf("%+v, %v", list, err)
	}
}
