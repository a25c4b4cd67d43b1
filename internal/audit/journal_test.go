package audit

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"nianbao/internal/journal"
)

// TestLog holds a log against the releases of a place: as it is, changed, and with a release that is not what the log says.
func TestLog(t *testing.T) {
	j := job(t)
	m := released(t, j).Release.Manifest
	say := func(folder string, e journal.Entry) {
		t.Helper()
		e.Time, e.Who, e.Period = time.Now(), "张三", "2024"
		if _, err := journal.Append(folder, e); err != nil {
			t.Fatal(err)
		}
	}
	published := func(name, build string, draft bool) journal.Entry {
		return journal.Entry{Act: journal.Published, Release: &journal.Release{Name: name, Content: m.ContentDigest, Build: build, Draft: draft}}
	}
	for _, c := range []struct {
		name    string
		entries []journal.Entry
		change  func(log string) string
		held    int
		want    string // the problem; "" for none
	}{
		{name: "no log"},
		{name: "as it is", entries: []journal.Entry{published("r1", m.BuildDigest, false)}, held: 1},
		{name: "with what is no release", entries: []journal.Entry{{Act: journal.Edited}, {Act: journal.Announced, Release: &journal.Release{Content: "x"}}, published("", "x", true)}},
		{name: "a release that was pruned", entries: []journal.Entry{published("r7", "x", false)}},
		{name: "another release", entries: []journal.Entry{published("r1", strings.Repeat("0", 64), false)}, want: "line 1 says that r1 of 2024 was published as 000000000000"},
		{name: "a changed line", entries: []journal.Entry{published("r1", m.BuildDigest, false)}, change: func(s string) string { return strings.Replace(s, "张三", "李四", 1) },
			want: "line 1: was changed"},
		{name: "no log at all", entries: []journal.Entry{{Act: journal.Edited}}, change: func(string) string { return "hello\n" }, want: "line 1"},
	} {
		folder := t.TempDir()
		for _, e := range c.entries {
			say(folder, e)
		}
		if c.change != nil {
			name := filepath.Join(folder, journal.Name)
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(name, []byte(c.change(string(data))), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		l, err := Log(context.Background(), folder, Folder(j.Config.Output.Dir), "example")
		if err != nil {
			t.Fatal(c.name, err)
		}
		said := strings.Join(inEnglish(l.Problems), "\n")
		if l.Held != c.held || (said == "") != (c.want == "") || !strings.Contains(said, c.want) || c.change == nil && len(l.Entries) != len(c.entries) {
			t.Errorf("%s: %d held, %q; want %d, %q", c.name, l.Held, said, c.held, c.want)
		}
	}
	// A place without the area, and a folder that is no area.
	folder := t.TempDir()
	say(folder, published("r1", "x", false))
	for _, area := range []string{"elsewhere", "../example"} {
		if l, err := Log(context.Background(), folder, Folder(j.Config.Output.Dir), area); err != nil || len(l.Problems) > 0 || l.Held != 0 {
			t.Errorf("%s: %v, %+v", area, err, l)
		}
	}
}
