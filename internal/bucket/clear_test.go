package bucket

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"path"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"nianbao/internal/publish"
)

// folders lists the folders in which there are objects, below that of the area's releases.
func folders(t *testing.T, store *Store) []string {
	t.Helper()
	return foldersIn(t, store, "saibei/releases")
}

func foldersIn(t *testing.T, store *Store, at string) []string {
	t.Helper()
	objects, err := store.list(context.Background(), at)
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for name := range objects {
		if dir := path.Dir(name); !slices.Contains(list, dir) {
			list = append(list, dir)
		}
	}
	slices.Sort(list)
	return list
}

// write puts an object where it does not belong to a release.
func write(t *testing.T, store *Store, names ...string) {
	t.Helper()
	for _, name := range names {
		if err := store.put(context.Background(), name, "text/plain", []byte("something")); err != nil {
			t.Fatal(err)
		}
	}
}

// all publishes one release of each of some data, and gives the names of their folders.
func all(t *testing.T, store *Store, data ...string) []string {
	t.Helper()
	var list []string
	for _, d := range data {
		r, err := publishOne(context.Background(), store, d)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, "2023/"+path.Base(r.Dir))
	}
	return list
}

// wantFolders holds which folders there are.
func wantFolders(t *testing.T, store *Store, want ...string) {
	t.Helper()
	slices.Sort(want)
	if got := folders(t, store); !slices.Equal(got, want) {
		t.Errorf("there are the folders\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// atOnce publishes some data at once, by runs that all have read the same.
func atOnce(t *testing.T, store *Store, data []string) (errs []error) {
	t.Helper()
	var read, done sync.WaitGroup
	read.Add(len(data))
	errs = make([]error, len(data))
	for i, d := range data {
		done.Go(func() {
			releaseStore := store.ReleaseStore("saibei", "2023")
			past, err := releaseStore.Releases(context.Background())
			read.Done()
			if err != nil {
				errs[i] = err
				return
			}
			m, files := edition(d)
			m.Number, m.Supersedes = past[len(past)-1].Number+1, past[len(past)-1].Manifest.BuildDigest
			read.Wait()
			_, errs[i] = releaseStore.Publish(context.Background(), m, files)
		})
	}
	done.Wait()
	return errs
}

// Of six runs at once one publishes. The others leave nothing.
func TestSixAtOnce(t *testing.T) {
	for range 5 {
		store := serve(t).open(t, "s3://editions")
		all(t, store, "first")
		published := 0
		for _, err := range atOnce(t, store, []string{"a", "b", "c", "d", "e", "f"}) {
			switch {
			case err == nil:
				published++
			case !errors.Is(err, ErrOvertaken):
				t.Error(err)
			}
		}
		if got := folders(t, store); published != 1 || len(got) != 2 {
			t.Errorf("%d published, and there are the folders %q; want one, and two folders", published, got)
		}
		if got, err := read(context.Background(), store); got == "first" || err != nil {
			t.Errorf("a reader sees %q, %v", got, err)
		}
	}
}

// Runs at once that make the same build share a folder. None of them removes it, and all say that it is published.
func TestSixTheSame(t *testing.T) {
	store := serve(t).open(t, "s3://editions")
	all(t, store, "first")
	for _, err := range atOnce(t, store, []string{"a", "a", "a", "a", "a", "a"}) {
		if err != nil {
			t.Error(err)
		}
	}
	if got := folders(t, store); len(got) != 2 {
		t.Errorf("there are the folders %q", got)
	}
	if got, err := read(context.Background(), store); got != "a" || err != nil {
		t.Errorf("a reader sees %q, %v", got, err)
	}
}

// A run that fails while another one publishes the same build takes nothing from it.
func TestTwinFails(t *testing.T) {
	ctx := context.Background()
	s := serve(t)
	store := s.open(t, "s3://editions")
	all(t, store, "first")
	var once sync.Once
	var failed atomic.Bool
	s.deny(func(r *http.Request) bool {
		if r.Method == http.MethodDelete {
			once.Do(func() { all(t, store, "second") })
		}
		return r.Method == http.MethodPut && strings.HasSuffix(r.URL.Path, "data.csv") && !failed.Swap(true)
	})
	if _, err := publishOne(ctx, store, "second"); err == nil {
		t.Error("no error")
	}
	if got, err := read(ctx, store); got != "second" || err != nil {
		t.Errorf("a reader sees %q, %v", got, err)
	}
}

// A write that was done, and whose answer was lost, is done again by the library, and refused by the store.
func TestAnswerLost(t *testing.T) {
	ctx := context.Background()
	s := serve(t)
	store := s.open(t, "s3://editions")
	var lost atomic.Bool
	lose := func(r *http.Request) bool {
		return r.Method == http.MethodPut && strings.HasSuffix(r.URL.Path, "/saibei/2023/manifest.json") && !lost.Swap(true)
	}
	s.lose.Store(&lose)
	if _, err := publishOne(ctx, store, "first"); err != nil || !lost.Load() {
		t.Errorf("lost %v, error %v", lost.Load(), err)
	}
	if got, err := read(ctx, store); got != "first" || err != nil {
		t.Errorf("a reader sees %q, %v", got, err)
	}
}

// A run that is interrupted removes what it has written, unless it may be published yet.
func TestInterrupted(t *testing.T) {
	for at, left := range map[string]int{"-data.csv": 1, "/manifest.json": 1, "/saibei/2023/manifest.json": 2} {
		s := serve(t)
		store := s.open(t, "s3://editions")
		all(t, store, "first")
		ctx, interrupt := context.WithCancel(context.Background())
		s.deny(func(r *http.Request) bool {
			if r.Method != http.MethodPut || !strings.HasSuffix(r.URL.Path, at) {
				return false
			}
			_, _ = io.Copy(io.Discard, r.Body) // only then is it noticed that the client is gone
			interrupt()
			<-r.Context().Done()
			return true
		})
		if _, err := publishOne(ctx, store, "second"); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: error %v", at, err)
		}
		if got := folders(t, store); len(got) != left {
			t.Errorf("%s: there are the folders %q, want %d", at, got, left)
		}
	}
}

// A run that cannot make a damaged release again leaves what there is of it, even if its manifest would be another one.
func TestRepairFails(t *testing.T) {
	s := serve(t)
	store := s.open(t, "s3://editions")
	first := all(t, store, "first")
	for _, tools := range [][]publish.Tool{nil, {{Name: "go", Version: "2"}}} {
		releaseStore := store.ReleaseStore("saibei", "2023")
		if _, err := releaseStore.Releases(context.Background()); err != nil {
			t.Fatal(err)
		}
		s.deny(func(r *http.Request) bool {
			return r.Method == http.MethodPut && !strings.HasSuffix(r.URL.Path, ".pdf")
		})
		m, files := edition("first")
		m.Tools = tools
		if _, err := releaseStore.Publish(context.Background(), m, files); err == nil {
			t.Error("no error")
		}
		wantFolders(t, store, first...)
		if got, err := read(context.Background(), store); got != "first" || err != nil {
			t.Errorf("a reader sees %q, %v", got, err)
		}
	}
}

// A run that makes a damaged release again, and is overtaken by the next release, leaves it where it is.
func TestRepairOvertaken(t *testing.T) {
	ctx := context.Background()
	store := serve(t).open(t, "s3://editions")
	releases := all(t, store, "first")
	slow := store.ReleaseStore("saibei", "2023")
	if _, err := slow.Releases(ctx); err != nil {
		t.Fatal(err)
	}
	releases = append(releases, all(t, store, "second")...)
	m, files := edition("first")
	if _, err := slow.Publish(ctx, m, files); !errors.Is(err, ErrOvertaken) {
		t.Errorf("error %v, want to be overtaken", err)
	}
	wantFolders(t, store, releases...)
}

// A run that is overtaken by one that has made the same build with another program leaves the release as that one made
// it, with its manifest.
func TestTwinPublishes(t *testing.T) {
	ctx := context.Background()
	store := serve(t).open(t, "s3://editions")
	slow := store.ReleaseStore("saibei", "2023")
	if _, err := slow.Releases(ctx); err != nil {
		t.Fatal(err)
	}
	first := all(t, store, "first")
	m, files := edition("first")
	m.Tools = []publish.Tool{{Name: "go", Version: "2"}}
	if _, err := slow.Publish(ctx, m, files); !errors.Is(err, ErrOvertaken) {
		t.Errorf("error %v, want to be overtaken", err)
	}
	pointer, err := store.get(ctx, "saibei/2023/manifest.json")
	if err != nil {
		t.Fatal(err)
	}
	beside, err := store.get(ctx, "saibei/releases/"+first[0]+"/manifest.json")
	if err != nil || !bytes.Equal(pointer.data, beside.data) {
		t.Errorf("the manifests differ, %v", err)
	}
	if got, err := read(ctx, store); got != "first" || err != nil {
		t.Errorf("a reader sees %q, %v", got, err)
	}
}

// The next run that publishes removes what killed runs have left for a day, and nothing else.
func TestKilledRuns(t *testing.T) {
	s := serve(t)
	store := s.open(t, "s3://editions/county")
	releases := all(t, store, "first", "second")
	const at = "saibei/releases/"
	write(t, store, at+"2023/r2-000000000000/data.csv", at+"2023/r3-111111111111/data.csv", at+"2023/r3-111111111111/manifest.json")
	stay := []string{
		"2023/r4-000000000000",                        // later than what is published
		"2023/r2-00000000000", "2023/r2-00000000000G", // of another form
		"2023/x-000000000000", "2023/r02-000000000000", // the same
		"2023/notes", "2023/r2", "2024/r1-000000000000", // of persons, of another edition
	}
	for _, folder := range stay {
		write(t, store, at+folder+"/data.csv")
	}
	s.clock.Advance(20 * time.Hour)
	write(t, store, at+"2023/r3-222222222222/data.csv")
	write(t, store, at+"2023/r3-333333333333/data.csv") // the run goes on after a while
	s.clock.Advance(5 * time.Hour)
	write(t, store, at+"2023/r3-333333333333/briefing.pdf")

	releases = append(releases, all(t, s.open(t, "s3://editions/county"), "third")...)
	wantFolders(t, store, slices.Concat(releases, stay, []string{"2023/r3-222222222222", "2023/r3-333333333333"})...)
	s.clock.Advance(25 * time.Hour)
	releases = append(releases, all(t, s.open(t, "s3://editions/county"), "fourth")...)
	wantFolders(t, store, slices.Concat(releases, stay[1:])...)
	if past, err := store.ReleaseStore("saibei", "2023").Releases(context.Background()); err != nil || len(past) != 4 {
		t.Errorf("%d releases, %v", len(past), err)
	}
}

// A run without a clock removes nothing of others.
func TestNoClock(t *testing.T) {
	s := serve(t)
	store := s.open(t, "s3://editions")
	store.now = time.Time{}
	write(t, store, "saibei/releases/2023/r1-000000000000/data.csv")
	s.clock.Advance(1000 * time.Hour)
	wantFolders(t, store, append(all(t, store, "first"), "2023/r1-000000000000")...)
}

// A store that lets no one remove objects is published to all the same.
func TestMayNotRemove(t *testing.T) {
	s := serve(t)
	store := s.open(t, "s3://editions")
	write(t, store, "saibei/releases/2023/r1-000000000000/data.csv")
	s.clock.Advance(25 * time.Hour)
	s.deny(func(r *http.Request) bool { return r.Method == http.MethodDelete })
	all(t, s.open(t, "s3://editions"), "first")
	if got, err := read(context.Background(), store); got != "first" || err != nil {
		t.Errorf("a reader sees %q, %v", got, err)
	}
}

// removeAll removes the objects of a folder.
func removeAll(t *testing.T, store *Store, folder string) {
	t.Helper()
	objects, err := store.list(context.Background(), folder)
	if err != nil || len(objects) == 0 {
		t.Fatalf("%d objects, %v", len(objects), err)
	}
	for name := range objects {
		store.remove(context.Background(), []string{path.Join(folder, name)})
	}
}

// Where old releases were cleared away, folders before the oldest one that is known are left alone.
func TestCutShort(t *testing.T) {
	s := serve(t)
	store := s.open(t, "s3://editions")
	releases := all(t, store, "first", "second", "third", "fourth")
	removeAll(t, store, "saibei/releases/"+releases[1])
	write(t, store, "saibei/releases/2023/r2-000000000000/data.csv", "saibei/releases/2023/r3-000000000000/data.csv")
	s.clock.Advance(25 * time.Hour)
	fifth := all(t, s.open(t, "s3://editions"), "fifth")
	wantFolders(t, store, slices.Concat(releases[:1], releases[2:], fifth, []string{"2023/r2-000000000000"})...)
	past, err := store.ReleaseStore("saibei", "2023").Releases(context.Background())
	if err != nil || len(past) != 3 || past[0].Number != 3 {
		t.Errorf("%+v, %v", past, err)
	}
}

// Content that was published before leads to the latest release of it, not to its first one.
func TestSameContentAgain(t *testing.T) {
	s := serve(t)
	store := s.open(t, "s3://editions")
	releases := all(t, store, "first", "second", "first", "third")
	s.clock.Advance(25 * time.Hour)
	releases = append(releases, all(t, s.open(t, "s3://editions"), "second")...)
	past, err := store.ReleaseStore("saibei", "2023").Releases(context.Background())
	if err != nil || len(past) != 5 {
		t.Errorf("%d releases, %v; want 5", len(past), err)
	}
	wantFolders(t, store, releases...)
}

// Where the published manifest is damaged or lost, the next release has a number of its own, and all earlier ones stay.
func TestPointerLost(t *testing.T) {
	ctx := context.Background()
	for _, lost := range []bool{false, true} {
		s := serve(t)
		store := s.open(t, "s3://editions")
		releases := all(t, store, "first", "second", "third")
		if lost {
			store.remove(ctx, []string{"saibei/2023/manifest.json"})
		} else {
			write(t, store, "saibei/2023/manifest.json")
		}
		s.clock.Advance(25 * time.Hour)
		store = s.open(t, "s3://editions")
		past, err := store.ReleaseStore("saibei", "2023").Releases(ctx)
		if err != nil || len(past) < 3 || past[2].Number != 3 || past[2].Current {
			t.Fatalf("lost %v: %+v, %v", lost, past, err)
		}
		if damaged := len(past) == 4 && past[3].Current && errors.Is(past[3].Err, publish.ErrDamaged); damaged == lost {
			t.Errorf("lost %v: %+v", lost, past)
		}
		releaseStore := store.ReleaseStore("saibei", "2023")
		if _, err := releaseStore.Releases(ctx); err != nil {
			t.Fatal(err)
		}
		m, files := edition("fourth")
		m.Number, m.Supersedes = 4, past[2].Manifest.BuildDigest
		r, err := releaseStore.Publish(ctx, m, files)
		if err != nil {
			t.Fatal(err)
		}
		s.clock.Advance(25 * time.Hour)
		releases = append(releases, "2023/"+path.Base(r.Dir))
		releases = append(releases, all(t, s.open(t, "s3://editions"), "fifth")...)
		wantFolders(t, store, releases...)
	}
}

// A release whose manifest is damaged in its folder is one with an error, under the number of its folder.
func TestFolderDamaged(t *testing.T) {
	store := serve(t).open(t, "s3://editions")
	releases := all(t, store, "first", "second", "third")
	write(t, store, "saibei/releases/"+releases[1]+"/manifest.json")
	past, err := store.ReleaseStore("saibei", "2023").Releases(context.Background())
	if err != nil || len(past) != 2 || past[0].Number != 2 || !errors.Is(past[0].Err, publish.ErrDamaged) {
		t.Errorf("%+v, %v", past, err)
	}
}

// publishDraft publishes a draft, as the program does.
func publishDraft(t *testing.T, store *Store, data string) publish.Release {
	t.Helper()
	releaseStore := store.ReleaseStore("saibei", "2023.draft")
	if _, err := releaseStore.Releases(context.Background()); err != nil {
		t.Fatal(err)
	}
	m, files := edition(data)
	m.Status = publish.Draft
	r, err := releaseStore.Publish(context.Background(), m, files)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// A draft has no number, takes the place of the one before it, and never stands among the releases.
func TestDrafts(t *testing.T) {
	ctx := context.Background()
	s := serve(t)
	store := s.open(t, "s3://editions")
	write(t, store, "saibei/2023.draft/000000000000/data.csv", "saibei/2023.draft/notes/mine.txt", "saibei/2023.draft/mine.txt")
	s.clock.Advance(25 * time.Hour)
	write(t, store, "saibei/2023.draft/111111111111/data.csv")
	store = s.open(t, "s3://editions")
	for _, data := range []string{"first", "second", "second", "first"} {
		r := publishDraft(t, store, data)
		want := fmt.Sprintf("s3://editions/saibei/2023.draft/%.12s", r.Manifest.BuildDigest)
		if r.Manifest.Number != 0 || r.Manifest.Build != 0 || r.Dir != want {
			t.Errorf("%s: draft %s in %s, want %s", data, r.Manifest.Name(), r.Dir, want)
		}
		past, err := store.ReleaseStore("saibei", "2023.draft").Releases(ctx)
		if err != nil || len(past) != 1 || !past[0].Current || past[0].Dir != want {
			t.Errorf("%s: %+v, %v", data, past, err)
		}
		if whole, err := store.ReleaseStore("saibei", "2023.draft").Whole(ctx, r.Manifest); !whole || err != nil {
			t.Errorf("%s: whole %v, %v", data, whole, err)
		}
		drafts := []string{".", "111111111111", path.Base(want), "notes"}
		slices.Sort(drafts)
		if got := foldersIn(t, store, "saibei/2023.draft"); !slices.Equal(got, drafts) {
			t.Errorf("%s: there are the folders %q, want %q", data, got, drafts)
		}
	}
	wantFolders(t, store)
	releases := all(t, store, "first")
	if !strings.HasPrefix(releases[0], "2023/r1-") {
		t.Errorf("the first release after drafts is %s", releases[0])
	}
	publishDraft(t, store, "third")
	wantFolders(t, store, releases...)
}
