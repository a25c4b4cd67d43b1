package journal

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"nianbao/internal/publish"
)

// at is a time with more than a log keeps, in another zone.
var at = time.Date(2024, 3, 1, 17, 0, 0, 123456789, time.FixedZone("CST", 8*3600))

func entry(n int) Entry {
	return Entry{
		Time: at, Who: "张三", Act: Edited, Period: "2023", Changes: []Change{{"gdp.level@2023", "1", fmt.Sprint(n)}},
		Files: []File{{"2023.yaml", strings.Repeat("a", 64), strings.Repeat("b", 64)}}, Release: &Release{Content: "c", Draft: true},
	}
}

// logOf is a folder whose log has some entries.
func logOf(t *testing.T, entries int) (folder, name string) {
	t.Helper()
	folder = t.TempDir()
	for n := range entries {
		if _, err := Append(folder, entry(n)); err != nil {
			t.Fatal(err)
		}
	}
	return folder, filepath.Join(folder, Name)
}

func TestAppendAndRead(t *testing.T) {
	folder := t.TempDir()
	if list, err := Read(context.Background(), folder); list != nil || err != nil {
		t.Errorf("of a folder without a log: %v, %v", list, err)
	}
	if last, err := Last(folder); last.Number != 0 || err != nil {
		t.Errorf("the last entry of no log: %v, %v", last, err)
	}
	for n := range 3 {
		written, err := Append(folder, entry(n))
		if err != nil || written.Number != n+1 || len(written.Hash) != 64 {
			t.Fatalf("%+v, %v", written, err)
		}
		if last, err := Last(folder); err != nil || last.Hash != written.Hash {
			t.Errorf("last entry: %+v, %v", last, err)
		}
	}
	list := sound(t, folder, 3)
	if got := list[2]; got.Who != "张三" || got.Changes[0].New != "2" || !got.Time.Equal(at.Truncate(time.Second)) || got.Before != list[1].Hash || list[0].Before != "" {
		t.Errorf("%+v", got)
	}
	left, err := os.ReadDir(folder)
	if err != nil || len(left) != 1 {
		t.Errorf("in the folder: %v, %v", left, err)
	}
}

// TestAppendAnyText holds that a line can be verified whatever texts it has.
func TestAppendAnyText(t *testing.T) {
	folder, _ := logOf(t, 1)
	for _, text := range []string{"", "a\nb\r\n", "<b>&amp;</b>", "\u2028\u2029", "\x00\x1f\x7f", "no UTF-8: \xff\xfe", `"\`, "\U0002CBBB", strings.Repeat("长", 100000)} {
		e := entry(0)
		e.Who, e.Changes[0].New = text, text
		if _, err := Append(folder, e); err != nil {
			t.Fatal(err)
		}
	}
	sound(t, folder, 10)
}

// sound holds that a log has so many entries, as they were written.
func sound(t *testing.T, folder string, entries int) []Entry {
	t.Helper()
	list, err := Read(context.Background(), folder)
	if err != nil || len(list) != entries {
		t.Fatalf("%d entries, %v; want %d", len(list), err, entries)
	}
	if err := Verify(list); err != nil {
		t.Error(err)
	}
	return list
}

// TestChangedLogs changes a log in every way that a text editor can.
func TestChangedLogs(t *testing.T) {
	replace := func(old, new string) func([]byte) []byte {
		return func(data []byte) []byte {
			if !bytes.Contains(data, []byte(old)) {
				t.Fatalf("no %q in %s", old, data)
			}
			return bytes.Replace(data, []byte(old), []byte(new), 1)
		}
	}
	lines := func(change func(lines []string) []string) func([]byte) []byte {
		return func(data []byte) []byte {
			list := change(strings.SplitAfter(strings.TrimSuffix(string(data), "\n"), "\n"))
			list[len(list)-1] = strings.TrimSuffix(list[len(list)-1], "\n") + "\n"
			for i := range list[:len(list)-1] {
				list[i] = strings.TrimSuffix(list[i], "\n") + "\n"
			}
			return []byte(strings.Join(list, ""))
		}
	}
	cases := []struct {
		name   string
		change func([]byte) []byte
		want   string // of the error; "" if none can be
	}{
		{"nothing", replace("张三", "张三"), ""},
		{"a name", replace("张三", "李四"), "line 1: was changed"},
		{"a figure of a later line", replace(`"new":"3"`, `"new":"5"`), "line 4: was changed"},
		{"a name that is repeated", replace(`"who":"张三"`, `"who":"李四","who":"张三"`), "line 1: was changed"},
		{"a name in capitals", replace(`"who"`, `"WHO"`), "line 1: was changed"},
		{"a blank", replace(`,"who"`, `, "who"`), "line 1: was changed"},
		{"an unknown member", replace(`"who"`, `"x":1,"who"`), "line 1: was changed"},
		{"another way to write a character", replace("张", `\u5f20`), "line 1: was changed"},
		{"a Windows line end", replace("\n", "\r\n"), "line 1: was changed"},
		{"its own number", replace(`"number":2`, `"number":3`), "line 2: does not follow"},
		{"text behind a line", replace("\n", "{}\n"), "line 1"},
		{"an empty line", replace("\n", "\n\n"), "line 2"},
		{"no JSON", replace(`{"number":3`, `"number":3`), "line 3"},
		{"the first line is removed", lines(func(l []string) []string { return l[1:] }), "line 1: does not follow"},
		{"a line is removed", lines(func(l []string) []string { return slices.Delete(l, 2, 3) }), "line 3: does not follow"},
		{"a line is repeated", lines(func(l []string) []string { return slices.Insert(l, 2, l[1]) }), "line 3: does not follow"},
		{"two lines change places", lines(func(l []string) []string { l[1], l[2] = l[2], l[1]; return l }), "line 2: does not follow"},
		{"a line of another log", lines(func(l []string) []string { return append(l, l[0]) }), "line 6: does not follow"},
		{"the last lines are removed, which only releases can tell", lines(func(l []string) []string { return l[:3] }), ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			folder, name := logOf(t, 5)
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			write(t, name, c.change(data))
			list, err := Read(context.Background(), folder)
			if err == nil {
				err = Verify(list)
			}
			if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
				t.Errorf("%v, want %q", err, c.want)
			}
		})
	}
}

// TestEveryByte holds that no byte of a line can be changed unseen.
func TestEveryByte(t *testing.T) {
	folder, name := logOf(t, 2)
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	for i := range data[:len(data)-1] {
		for _, b := range []byte{data[i] ^ 1, data[i] ^ 0x20, ' ', '0'} {
			if b == data[i] {
				continue
			}
			changed := bytes.Clone(data)
			changed[i] = b
			write(t, name, changed)
			list, err := Read(context.Background(), folder)
			if err == nil {
				err = Verify(list)
			}
			if err == nil && len(list) == 2 {
				t.Errorf("byte %d, %q for %q, is not seen", i, b, data[i])
			}
		}
	}
}

// TestTornLine cuts a log at every place of its last line, as a machine that stops does.
func TestTornLine(t *testing.T) {
	folder, name := logOf(t, 3)
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	last := bytes.LastIndexByte(data[:len(data)-1], '\n') + 1
	for cut := last; cut < len(data); cut++ {
		write(t, name, data[:cut])
		sound(t, folder, 2)
		if e, err := Last(folder); err != nil || e.Number != 2 {
			t.Fatalf("cut at %d: last entry %+v, %v", cut, e, err)
		}
		if _, err := Append(folder, entry(9)); err != nil {
			t.Fatal(err)
		}
		if list := sound(t, folder, 3); list[2].Changes[0].New != "9" {
			t.Fatalf("cut at %d: %+v", cut, list[2])
		}
	}
	write(t, name, append(bytes.Clone(data[:last]), strings.Repeat("x", 5000)...)) // more than the next line takes
	if _, err := Append(folder, entry(9)); err != nil {
		t.Fatal(err)
	}
	sound(t, folder, 3)
	write(t, name, data[:10]) // the first line of all
	sound(t, folder, 0)
	if e, err := Append(folder, entry(9)); err != nil || e.Number != 1 {
		t.Errorf("after half a first line: %+v, %v", e, err)
	}
	sound(t, folder, 1)
}

// TestUnreadableLogs holds that nothing is added to what is no log.
func TestUnreadableLogs(t *testing.T) {
	for _, text := range []string{"hello\n", "[]\n", "\x00\x00\n", strings.Repeat("x", 200000) + "\n"} {
		folder, name := logOf(t, 1)
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		write(t, name, append(data, text...))
		if _, err := Append(folder, entry(1)); err == nil || !strings.Contains(err.Error(), "the last line cannot be read") {
			t.Errorf("%.10q: %v", text, err)
		}
		now, err := os.ReadFile(name)
		if err != nil || string(now) != string(data)+text {
			t.Errorf("%.10q: the file was changed: %v", text, err)
		}
	}
	folder := t.TempDir()
	if err := os.Mkdir(filepath.Join(folder, Name), 0o755); err != nil {
		t.Fatal(err)
	}
	if _, err := Append(folder, entry(1)); err == nil {
		t.Error("a folder is a log")
	}
}

// TestLongLines holds that lines longer than what is read at first are found from their end.
func TestLongLines(t *testing.T) {
	folder := t.TempDir()
	for n, size := range []int{10, 64 << 10, 70 << 10, 300 << 10, 10, 1 << 20, 10} {
		e := entry(n)
		e.Changes[0].New = strings.Repeat("x", size)
		if _, err := Append(folder, e); err != nil {
			t.Fatal(err)
		}
	}
	sound(t, folder, 7)
}

// TestManyAtOnce appends from several goroutines and processes.
func TestManyAtOnce(t *testing.T) {
	if folder := os.Getenv("JOURNAL_FOLDER"); folder != "" { // one of the processes
		for n := range 10 {
			if _, err := Append(folder, entry(n)); err != nil {
				t.Fatal(err)
			}
		}
		return
	}
	folder := t.TempDir()
	var group sync.WaitGroup
	for range 2 {
		group.Go(func() {
			cmd := exec.Command(os.Args[0], "-test.run", "^TestManyAtOnce$")
			cmd.Env = append(os.Environ(), "JOURNAL_FOLDER="+folder)
			if said, err := cmd.CombinedOutput(); err != nil {
				t.Errorf("%v: %s", err, said)
			}
		})
		group.Go(func() {
			for n := range 10 {
				if _, err := Append(folder, entry(n)); err != nil {
					t.Error(err)
				}
			}
		})
	}
	group.Wait()
	sound(t, folder, 40)
}

// TestAppendWaits holds that an append waits for another run for a moment, and not for ever.
func TestAppendWaits(t *testing.T) {
	folder, _ := logOf(t, 1)
	unlock, err := publish.Lock(folder, "another run")
	if err != nil {
		t.Fatal(err)
	}
	time.AfterFunc(100*time.Millisecond, func() {
		if err := unlock(); err != nil {
			t.Error(err)
		}
	})
	if _, err := Append(folder, entry(1)); err != nil {
		t.Error(err)
	}
	sound(t, folder, 2)
}

func write(t *testing.T, name string, data []byte) {
	t.Helper()
	if err := os.WriteFile(name, data, 0o644); err != nil {
		t.Fatal(err)
	}
}
