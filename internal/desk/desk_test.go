package desk_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"nianbao/internal/audit"
	"nianbao/internal/desk"
	"nianbao/internal/form"
	"nianbao/internal/intake"
	"nianbao/internal/journal"
	"nianbao/internal/merge"
	"nianbao/internal/publish"
	"nianbao/internal/scaffold"
	"nianbao/internal/stat"
)

var ctx = context.Background()

// save types a value into a cell that held another.
func (o *office) save(t testing.TB, area, period, key, held, value string) *desk.Saved {
	t.Helper()
	s, err := o.Save(ctx, "张三", area, mustPeriod(t, period), intake.Typed{
		Key: key, Held: map[form.Column]string{form.Value: held}, Cells: map[form.Column]string{form.Value: value},
	})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func (o *office) file(t testing.TB, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(o.areas, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func (o *office) put(t testing.TB, name, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(o.areas, name), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// log is what is in an area's log, as act and number that it is about.
func (o *office) log(t testing.TB, area string) []string {
	t.Helper()
	list, err := journal.Read(ctx, filepath.Join(o.areas, area))
	if err == nil {
		err = journal.Verify(list)
	}
	if err != nil {
		t.Fatal(err)
	}
	var acts []string
	for _, e := range list {
		acts = append(acts, strings.TrimSuffix(fmt.Sprintf("%s %d", e.Act, e.Of), " 0"))
	}
	return acts
}

func same(t testing.TB, what string, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s: %q, want %q", what, got, want)
	}
}

const figures, texts = "tongjian/2022.yaml", "tongjian/2022.text.yaml"

// TestUndoChain undoes edits one after the other, down to the files as they were.
func TestUndoChain(t *testing.T) {
	o := newOffice(t, "tongjian")
	first, year := o.file(t, figures), mustPeriod(t, "2022")
	if err := os.Remove(filepath.Join(o.areas, texts)); err != nil {
		t.Fatal(err)
	}
	a := o.save(t, "tongjian", "2022", "private-economy", "403.6", "403.7")
	b := o.save(t, "tongjian", "2022", "private-economy", "403.7", "403.8")
	if len(a.Problems)+len(b.Problems) > 0 || a.Number != 1 || b.Number != 2 {
		t.Fatalf("%+v %+v", a, b)
	}
	tell := func(held, now stat.Text) *desk.Saved {
		s, err := o.Tell(ctx, "李四", "tongjian", merge.Sentence{Period: year, ID: "own", Theme: "general", Text: now}, held)
		if err != nil || len(s.Problems)+len(s.Blocked) > 0 {
			t.Fatalf("%v, %+v", err, s)
		}
		return s
	}
	said := stat.Text{Hans: "总值{gdp.level}。", En: "The product was {gdp.level}."}
	tell(stat.Text{}, said)
	if got := o.file(t, texts); !strings.Contains(got, "总值{gdp.level}。") {
		t.Errorf("the new file: %s", got)
	}
	tell(said, stat.Text{})
	if _, err := os.Stat(filepath.Join(o.areas, texts)); err == nil {
		t.Error("a file without sentences is left")
	}
	// The file that went comes back, and the one that came goes.
	for number := 4; number > 0; number-- {
		if got, _ := o.CanUndo("tongjian"); got != number {
			t.Fatalf("%d can be undone, want %d", got, number)
		}
		if _, err := o.Undo(ctx, "王五", "tongjian", number+1); !errors.As(err, new(*desk.StaleError)) {
			t.Errorf("another than the last edit: %v", err)
		}
		if _, err := o.Undo(ctx, "王五", "tongjian", number); err != nil {
			t.Fatalf("undo of %d: %v", number, err)
		}
		_, err := os.Stat(filepath.Join(o.areas, texts))
		if there := err == nil; there != (number == 4) {
			t.Errorf("after the undo of %d the texts are there: %v", number, there)
		}
	}
	if got := o.file(t, figures); got != first {
		t.Errorf("after all is undone:\n%s", got)
	}
	if left, _ := o.CanUndo("tongjian"); left != 0 {
		t.Error("more can be undone than was done")
	}
	if _, err := o.Undo(ctx, "王五", "tongjian", 1); !errors.As(err, new(*desk.StaleError)) {
		t.Errorf("undone twice: %v", err)
	}
	same(t, "log", o.log(t, "tongjian"), []string{"edited", "edited", "edited", "edited", "undone 4", "undone 3", "undone 2", "undone 1"})
	list, err := journal.Read(ctx, filepath.Join(o.areas, "tongjian"))
	if err != nil || list[7].Period != "2022" || list[7].Who != "王五" || list[7].Files[0].New != list[0].Files[0].Old {
		t.Errorf("%+v, %v", list[7], err)
	}
}

// TestOthersEdit holds that what somebody else wrote into a file is never lost, whenever it was.
func TestOthersEdit(t *testing.T) {
	o := newOffice(t, "tongjian")
	o.save(t, "tongjian", "2022", "private-economy", "403.6", "403.7")
	others := func(old, new string) {
		was := o.file(t, figures)
		if !strings.Contains(was, old) {
			t.Fatalf("no %q in the file", old)
		}
		o.put(t, figures, strings.Replace(was, old, new, 1))
	}
	// Another figure: both stand.
	others("cpi-food: 101.8", "cpi-food: 101.9 # corrected")
	if s := o.save(t, "tongjian", "2022", "private-economy", "403.7", "403.8"); len(s.Problems) > 0 {
		t.Errorf("%+v", s)
	}
	if got := o.file(t, figures); !strings.Contains(got, "101.9 # corrected") || !strings.Contains(got, "private-economy: [403.8,") {
		t.Errorf("one of two edits is lost:\n%s", got)
	}
	// The same figure: a conflict, and the other one stands.
	others("private-economy: [403.8,", "private-economy: [500.1,")
	if s := o.save(t, "tongjian", "2022", "private-economy", "403.8", "403.9"); len(s.Problems) == 0 || s.Number != 0 {
		t.Errorf("%+v", s)
	}
	// What was edited since is not undone.
	last, _ := o.CanUndo("tongjian")
	if _, err := o.Undo(ctx, "张三", "tongjian", last); !errors.As(err, new(*desk.StaleError)) {
		t.Errorf("undone over somebody else's edit: %v", err)
	}
	if got := o.file(t, figures); !strings.Contains(got, "private-economy: [500.1,") {
		t.Errorf("somebody else's figure is lost:\n%s", got)
	}
	// A file that cannot be read is an error, and stays.
	broken := o.file(t, figures) + "observations: {\n"
	o.put(t, figures, broken)
	if _, err := o.Save(ctx, "张三", "tongjian", mustPeriod(t, "2022"), intake.Typed{Key: "private-economy"}); err == nil {
		t.Error("saved into a file that cannot be read")
	}
	if o.file(t, figures) != broken {
		t.Error("the file that cannot be read was changed")
	}
	same(t, "log", o.log(t, "tongjian"), []string{"edited", "edited"})
}

// TestOthersEditWhileSaving holds that a file that changes while an edit is worked out is not replaced: another save comes
// between reading and writing.
func TestOthersEditWhileSaving(t *testing.T) {
	o := newOffice(t, "tongjian")
	unlock, err := publish.Lock(filepath.Join(o.areas, "tongjian"), "another run")
	if err != nil {
		t.Fatal(err)
	}
	was := o.file(t, figures)
	_, err = o.Save(ctx, "张三", "tongjian", mustPeriod(t, "2022"), intake.Typed{
		Key: "private-economy", Held: map[form.Column]string{form.Value: "403.6"}, Cells: map[form.Column]string{form.Value: "403.7"},
	})
	if !errors.Is(err, publish.ErrLocked) || o.file(t, figures) != was {
		t.Errorf("while another run writes: %v", err)
	}
	if err := unlock(); err != nil {
		t.Fatal(err)
	}
	if s := o.save(t, "tongjian", "2022", "private-economy", "403.6", "403.7"); s.Number != 1 {
		t.Errorf("after that: %+v", s)
	}
}

// TestTwoWindows holds that of two windows that were opened on the same figure the later one is told.
func TestTwoWindows(t *testing.T) {
	o := newOffice(t, "tongjian")
	o.save(t, "tongjian", "2022", "private-economy", "403.6", "403.7")
	if s := o.save(t, "tongjian", "2022", "private-economy", "403.6", "403.8"); len(s.Problems) != 1 || s.Number != 0 {
		t.Errorf("%+v", s)
	}
	if s := o.save(t, "tongjian", "2022", "private-economy", "403.6", "403.7"); len(s.Problems) != 0 || s.Number != 0 {
		t.Errorf("what both say: %+v", s)
	}
	year, said := mustPeriod(t, "2022"), stat.Text{Hans: "甲。", En: "A."}
	one := merge.Sentence{Period: year, ID: "own", Theme: "general", Text: said}
	if s, err := o.Tell(ctx, "张三", "tongjian", one, stat.Text{}); err != nil || s.Number != 2 {
		t.Fatalf("%v, %+v", err, s)
	}
	one.Text = stat.Text{Hans: "乙。", En: "B."}
	if s, err := o.Tell(ctx, "李四", "tongjian", one, stat.Text{}); err != nil || len(s.Problems) != 1 {
		t.Errorf("%v, %+v", err, s)
	}
	for text, want := range map[stat.Text]string{
		{Hans: "有5个。", En: "There are 5."}: "blocked", {Hans: "甲{gdp.level}。", En: "A."}: "blocked", {Hans: "甲。"}: "problem", {Hans: "{nothing.level}", En: "{nothing.level}"}: "blocked",
	} {
		one.Text = text
		s, err := o.Tell(ctx, "李四", "tongjian", one, said)
		if err != nil || s.Number != 0 || (len(s.Problems) > 0) != (want == "problem") || (len(s.Blocked) > 0) != (want == "blocked") {
			t.Errorf("%v: %v, %+v", text, err, s)
		}
	}
}

// TestMendsEdits kills an edit between announcing and replacing, as far as its files tell, and opens the desk anew.
func TestMendsEdits(t *testing.T) {
	for _, c := range []struct {
		name  string
		left  func(o *office, was, now string) // what the killed run has left
		value string
		log   []string
	}{
		{"with the new file beside it", func(o *office, was, now string) {
			o.put(t, figures, was)
			o.put(t, "tongjian/.2022.yaml.123", now)
		}, "403.7", []string{"edited", "edited"}},
		{"with half an earlier file beside it", func(o *office, was, now string) { o.put(t, "tongjian/.2022.yaml.123", now[:100]) }, "403.7", []string{"edited", "edited"}},
		{"with a later edit by somebody else", func(o *office, was, now string) {
			o.put(t, figures, was+"# corrected\n")
			o.put(t, "tongjian/.2022.yaml.123", now)
		}, "403.6", []string{"edited", "failed 1", "edited"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := newOffice(t, "tongjian")
			was := o.file(t, figures)
			o.save(t, "tongjian", "2022", "private-economy", "403.6", "403.7")
			c.left(o, was, o.file(t, figures))
			o.open()
			if _, err := o.Open(ctx, "tongjian"); err != nil { // a look is enough
				t.Fatal(err)
			}
			if got := o.file(t, figures); !strings.Contains(got, "private-economy: ["+c.value+",") || strings.Contains(c.name, "somebody") != strings.Contains(got, "# corrected") {
				t.Errorf("%s", got)
			}
			if left, err := filepath.Glob(filepath.Join(o.areas, "tongjian", ".*")); err != nil || len(left) > 0 {
				t.Errorf("left behind: %v, %v", left, err)
			}
			if s := o.save(t, "tongjian", "2022", "private-economy", c.value, "403.9"); s.Number == 0 {
				t.Errorf("%+v", s)
			}
			same(t, "log", o.log(t, "tongjian"), c.log)
		})
	}
}

// announce says in the log that a release of a digest is about to be published, and opens the desk anew, as after a kill.
func (o *office) announce(t *testing.T, digest string) {
	t.Helper()
	e := journal.Entry{Time: time.Now(), Who: "张三", Act: journal.Announced, Period: "2022", Release: &journal.Release{Content: digest}}
	if _, err := journal.Append(filepath.Join(o.areas, "tongjian"), e); err != nil {
		t.Fatal(err)
	}
	o.open()
}

// digest is that of the content that would be published now.
func (o *office) digest(t *testing.T, look desk.Look) string {
	t.Helper()
	h, err := o.Open(ctx, "tongjian")
	if err != nil {
		t.Fatal(err)
	}
	p, err := o.Preview(ctx, h, mustPeriod(t, "2022"), look)
	if err != nil {
		t.Fatal(err)
	}
	return p.Digest
}

// TestMendsPublishing kills publishing after it was announced, before and after the release stands.
func TestMendsPublishing(t *testing.T) {
	o, year := newOffice(t, "tongjian"), mustPeriod(t, "2022")
	o.announce(t, o.digest(t, desk.Look{}))
	o.save(t, "tongjian", "2022", "private-economy", "403.6", "403.7")
	same(t, "nothing was published", o.log(t, "tongjian"), []string{"announced", "failed 1", "edited"})
	d := o.digest(t, desk.Look{})
	if _, err := o.Publish(ctx, "张三", "tongjian", year, desk.Publishing{Digest: strings.Repeat("0", 64)}); !errors.As(err, new(*desk.StaleError)) {
		t.Errorf("another content: %v", err)
	}
	r, err := o.Publish(ctx, "张三", "tongjian", year, desk.Publishing{Digest: d})
	if err != nil || r.Release.Manifest.ContentDigest != d {
		t.Fatalf("%v, %+v", err, r)
	}
	o.announce(t, d)
	if _, err := o.Publish(ctx, "张三", "tongjian", year, desk.Publishing{Digest: d, Draft: true}); err != nil {
		t.Fatal(err)
	}
	same(t, "all of it", o.log(t, "tongjian"),
		[]string{"announced", "failed 1", "edited", "announced", "published 4", "announced", "published 6", "announced", "published 8"})
	l, err := audit.Log(ctx, filepath.Join(o.areas, "tongjian"), audit.Folder(o.output), "tongjian")
	if err != nil || len(l.Problems) > 0 || l.Held != 2 {
		t.Errorf("%v, %+v", err, l)
	}
}

// TestTwoPrograms holds that a program does not take a release for one that was cut off while another one publishes it, as after
// two double clicks.
func TestTwoPrograms(t *testing.T) {
	o := newOffice(t, "tongjian")
	other := &office{areas: o.areas, output: o.output}
	other.open()
	tried := false
	o.progress = func(string) {
		last, err := journal.Last(filepath.Join(o.areas, "tongjian"))
		if tried || err != nil || last.Act != journal.Announced {
			return
		}
		tried = true
		_, err = other.Save(ctx, "王五", "tongjian", mustPeriod(t, "2022"), intake.Typed{
			Key: "private-economy", Held: map[form.Column]string{form.Value: "403.6"}, Cells: map[form.Column]string{form.Value: "403.7"},
		})
		if !errors.Is(err, publish.ErrLocked) {
			t.Errorf("a save while another program publishes: %v", err)
		}
	}
	if _, err := o.Publish(ctx, "张三", "tongjian", mustPeriod(t, "2022"), desk.Publishing{Digest: o.digest(t, desk.Look{})}); err != nil || !tried {
		t.Fatalf("%v, tried: %v", err, tried)
	}
	other.save(t, "tongjian", "2022", "private-economy", "403.6", "403.7")
	same(t, "log", o.log(t, "tongjian"), []string{"announced", "published 1", "edited"})
}

// TestEffects holds what an edit changes beside the figure.
func TestEffects(t *testing.T) {
	o, year := newOffice(t, "tongjian"), mustPeriod(t, "2022")
	s := o.save(t, "tongjian", "2022", "private-economy", "403.6", "413.6")
	list, err := o.Effects(ctx, "tongjian", year, s.Number)
	if err != nil || len(list) == 0 {
		t.Fatalf("%v, %v", list, err)
	}
	for _, e := range list {
		if e.Old[stat.Hans] == e.New[stat.Hans] && e.Old[stat.En] == e.New[stat.En] {
			t.Errorf("%s has not changed: %v", e.Subject, e.New)
		}
	}
	sentence := slices.IndexFunc(list, func(e desk.Effect) bool { return e.Sentence && strings.Contains(e.New[stat.Hans], "413.6") })
	if sentence < 0 || !strings.Contains(list[sentence].Old[stat.Hans], "403.6") || !strings.Contains(list[sentence].New[stat.En], "41.36") {
		t.Errorf("%+v", list)
	}
	// Those of an earlier edit are all that has changed since.
	o.save(t, "tongjian", "2022", "private-economy", "413.6", "403.6")
	if list, err := o.Effects(ctx, "tongjian", year, s.Number); err != nil || len(list) != 0 {
		t.Errorf("there and back: %+v, %v", list, err)
	}
	if _, err := o.Effects(ctx, "tongjian", year, 99); !errors.As(err, new(*desk.StaleError)) {
		t.Errorf("no such edit: %v", err)
	}
}

func TestBegin(t *testing.T) {
	t.Chdir(t.TempDir())
	o := newOffice(t)
	area := scaffold.Area{
		Code: "new", Name: stat.Text{Hans: "新区", En: "New District"}, Within: stat.Text{Hans: "某省", En: "Some Province"}, Period: mustPeriod(t, "2023"),
	}
	if err := o.Begin("张三", area, []string{"gdp"}, []string{"zh-Hans", "en"}); err != nil {
		t.Fatal(err)
	}
	same(t, "log", o.log(t, "new"), []string{"begun"})
	if h, err := o.Open(ctx, "new"); err != nil || h.Data.Area.Name.Hans != "新区" {
		t.Errorf("%v", err)
	}
	if err := o.Begin("张三", area, []string{"gdp"}, nil); err == nil {
		t.Error("an area was begun twice")
	}
	if areas, err := o.Areas(ctx); err != nil || !slices.Equal(areas, []string{"new"}) {
		t.Errorf("%v, %v", areas, err)
	}
}
