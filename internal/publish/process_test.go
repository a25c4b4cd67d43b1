package publish

import (
	"bufio"
	"context"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
)

// roleVariable makes the test binary play another run of the program, in the folder of folderVariable. One that
// publishes is killed at the step of stepVariable.
const (
	roleVariable   = "PUBLISH_TEST_ROLE"
	folderVariable = "PUBLISH_TEST_FOLDER"
	stepVariable   = "PUBLISH_TEST_STEP"
)

// TestOtherRun is not a test: it is what the other run does until it is killed.
func TestOtherRun(t *testing.T) {
	root := os.Getenv(folderVariable)
	switch os.Getenv(roleVariable) {
	case "":
		t.Skip("plays another run for the other tests")
	case "hold":
		if _, err := Lock(root, "a test"); err != nil {
			t.Fatal(err)
		}
		os.Stdout.WriteString("\nready\n")
		select {}
	case "publish":
		dir := filepath.Join(root, "2024")
		past, err := Releases(dir)
		if err != nil {
			t.Fatal(err)
		}
		r := numbered(past[len(past)-1].Number+1, "next")
		ctx := WithTrace(context.Background(), func(done Step) {
			if string(done) == os.Getenv(stepVariable) {
				killMyself()
			}
		})
		if _, err := Publish(ctx, dir, r.manifest, r.files); err != nil {
			t.Fatal(err)
		}
	}
}

// killMyself ends the process at once, as kill -9 does.
func killMyself() {
	if me, err := os.FindProcess(os.Getpid()); err == nil {
		_ = me.Kill()
	}
	select {}
}

// start runs the test binary in a role and waits until it is ready. The function kills it.
func start(t *testing.T, role, root string) (kill func()) {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^TestOtherRun$", "-test.timeout=60s")
	cmd.Env = append(os.Environ(), roleVariable+"="+role, folderVariable+"="+root)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if lines.Text() == "ready" {
			break
		}
	}
	return func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait() // reports the kill
	}
}

func TestLock(t *testing.T) {
	root := filepath.Join(t.TempDir(), "output")
	unlock, err := Lock(root, "a test")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Lock(root, "a test"); !errors.Is(err, ErrLocked) {
		t.Errorf("second lock: %v, want %v", err, ErrLocked)
	}
	if err := unlock(); err != nil {
		t.Fatal(err)
	}
	if left, err := os.ReadDir(filepath.Dir(root)); err != nil || len(left) > 0 {
		t.Errorf("a folder made to be locked is still there: %v, %v", left, err)
	}
	kill := start(t, "hold", root)
	if _, err := Lock(root, "another test"); !errors.Is(err, ErrLocked) || !strings.Contains(err.Error(), "another run is writing there: a test") {
		t.Errorf("lock that another process holds: %v, want %v and its holder", err, ErrLocked)
	}
	kill()
	unlock, err = Lock(root, "a test")
	if err != nil {
		t.Fatalf("lock of a killed process: %v", err)
	}
	if err := unlock(); err != nil {
		t.Error(err)
	}
	file := filepath.Join(root, "file")
	put(t, file, "")
	if _, err := Lock(file, "a test"); err == nil {
		t.Error("a file was locked as a folder")
	}
}

// TestLockExcludes has many runs take and leave the lock; never do two hold it.
func TestLockExcludes(t *testing.T) {
	root := filepath.Join(t.TempDir(), "output")
	var inside, taken atomic.Int32
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for range 200 {
				unlock, err := Lock(root, "a test")
				if errors.Is(err, ErrLocked) {
					continue
				}
				if err != nil {
					t.Error(err)
					return
				}
				if n := inside.Add(1); n != 1 {
					t.Errorf("%d hold the lock", n)
				}
				taken.Add(1)
				inside.Add(-1)
				if err := unlock(); err != nil {
					t.Error(err)
				}
			}
		})
	}
	group.Wait()
	if taken.Load() == 0 {
		t.Error("the lock was never taken")
	}
}

// TestKilled kills runs that publish, at each step; what is published is always whole, and so is what was. What a run has
// set aside is in the list of releases before the next one mends it.
func TestKilled(t *testing.T) {
	root := t.TempDir()
	dir := filepath.Join(root, "2024")
	publish(t, dir, sample("first"))
	put(t, filepath.Join(dir, "notes.txt"), "mine")
	published := 1
	for _, at := range []Step{Staged, Exchanged, Archived, Exchanged, Staged} {
		cmd := exec.Command(os.Args[0], "-test.run=^TestOtherRun$", "-test.timeout=60s")
		cmd.Env = append(os.Environ(), roleVariable+"=publish", folderVariable+"="+root, stepVariable+"="+string(at))
		if text, err := cmd.CombinedOutput(); err == nil {
			t.Fatalf("%s: the run was not killed: %s", at, text)
		}
		if at != Staged {
			published++
		}
		_, problems, err := Verify(dir)
		if err != nil || len(problems) != 1 || problems[0].Kind != Extra {
			t.Fatalf("killed when %s: %v, %v", at, problems, err)
		}
		wholeHistory(t, dir, published)
	}
	if err := Mend(dir); err != nil {
		t.Fatal(err)
	}
	wholeHistory(t, dir, published)
	if left := leftovers(t, dir); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	if got := tree(t, dir)["notes.txt"]; got != "mine" {
		t.Errorf("notes.txt holds %q", got)
	}
}

// wholeHistory holds that every release from the first on is there, and as it was published.
func wholeHistory(t *testing.T, dir string, least int) {
	t.Helper()
	past, err := Releases(dir)
	if err != nil || len(past) < least {
		t.Fatalf("%d releases, want %d or more: %v", len(past), least, err)
	}
	for i, p := range past {
		m, problems, err := Verify(p.Dir)
		if err != nil || p.Number != i+1 || m.Number != p.Number || slices.ContainsFunc(problems, Problem.Fault) || p.Current != (i == len(past)-1) {
			t.Errorf("release %d of %d: number %d, current %v: %v, %v", i+1, len(past), p.Number, p.Current, problems, err)
		}
	}
}

// TestReaders reads the release through one handle while it is published over and over.
func TestReaders(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "2024")
	publish(t, dir, sample("0"))
	var stop atomic.Bool
	whole := make(chan int)
	for range 2 {
		go func() {
			count := 0
			for !stop.Load() {
				ok, err := readWhole(dir)
				if err != nil {
					t.Error(err)
					break
				}
				if ok {
					count++
				}
			}
			whole <- count
		}()
	}
	for i := range 50 {
		publish(t, dir, numbered(1+i, strconv.Itoa(i)))
	}
	stop.Store(true)
	if n := <-whole + <-whole; n < 10 {
		t.Errorf("only %d whole releases were read", n)
	}
}

// readWhole reads and compares all files of a release. It gives false if the release was superseded meanwhile.
func readWhole(dir string) (bool, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return false, err // the folder is there at every moment
	}
	defer root.Close()
	m, err := readManifest(root.FS())
	for _, want := range m.Outputs {
		if err != nil {
			break
		}
		var data []byte
		if data, err = root.ReadFile(want.Name); err == nil && DigestOf(File{want.Name, data, want.Media}) != want {
			return false, errors.New("a file is not that of its manifest: " + want.Name)
		}
	}
	if err == nil {
		return true, nil
	}
	mine, mineErr := root.Stat(".")
	now, nowErr := os.Stat(dir)
	if mineErr != nil || nowErr != nil || os.SameFile(mine, now) {
		return false, errors.Join(err, mineErr, nowErr)
	}
	if errors.Is(err, ErrNoManifest) || errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	return false, err
}

// TestSideBySide publishes several releases under one folder at the same time.
func TestSideBySide(t *testing.T) {
	root := t.TempDir()
	done := make(chan error)
	for i := range 8 {
		go func() {
			r := sample(strconv.Itoa(i))
			_, err := Publish(context.Background(), filepath.Join(root, "example", strconv.Itoa(2020+i)), r.manifest, r.files)
			done <- err
		}()
	}
	for range 8 {
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
}
