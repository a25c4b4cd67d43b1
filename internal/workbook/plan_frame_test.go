package workbook

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"nianbao/internal/edition"
	"nianbao/internal/stat"
)

// coverOf returns the rows of a cover in English, by their first cell.
func coverOf(t *testing.T, e *edition.Edition, opt Options) map[string]string {
	t.Helper()
	p, err := makePlan(e, opt)
	if err != nil {
		t.Fatal(err)
	}
	rows := map[string]string{}
	for _, row := range p.Sheets[0].Tables[0].Rows {
		rows[row[0].Text] = row[1].Text
	}
	return rows
}

// The cover says whom to ask and how the figures may be used, and what it does not know has no row.
func TestCover(t *testing.T) {
	d := small()
	d.Area.Sample = false
	e, opt := build(t, d, stat.En)
	e.Release = stat.Date{}
	want := map[string]string{
		"Area": "Test District", "Place": "A Province", "Reporting period": "2023", "Issued by": "Test District",
		"Source": "Source: Statistics Office", "Language": "English", "Software": "nianbao 1.0",
	}
	opt.Profile = Published
	if diff := cmp.Diff(want, coverOf(t, e, opt)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	e.Release, e.Number = stat.Date{Year: 2024, Month: 1, Day: 20}, 2
	e.Area.Contact = both("办公室", "The office, 010-1234")
	e.Area.Licence = stat.Licence{Name: both("许可", "Open Licence")}
	want["Released"], want["Edition"] = "20 January 2024", "Revised, release 2"
	want["Contact"], want["Licence"] = "The office, 010-1234", "Open Licence"
	if diff := cmp.Diff(want, coverOf(t, e, opt)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	e.Next = stat.Date{Year: 2025, Month: 4, Day: 1}
	if got := coverOf(t, e, opt)["Next edition due"]; got != "1 April 2025" {
		t.Errorf("the next edition is due on %q", got)
	}
	e.Area.Licence.URL = "https://example.org/licence"
	if got := coverOf(t, e, opt)["Licence"]; got != "Open Licence (https://example.org/licence)" {
		t.Errorf("the licence is %q", got)
	}
}

// The cover of a working workbook says where figures are edited, and what does not follow.
func TestCoverSaysWhatFollows(t *testing.T) {
	e, opt := build(t, small(), stat.En)
	cover := coverOf(t, e, opt)
	if !strings.Contains(cover["Editing"], `"data", in the column obs_value`) || !strings.Contains(cover["What does not follow"], "Sentences in notes") {
		t.Errorf("%q", cover)
	}
}

// The office's own title is that of the cover and of the file.
func TestOwnTitle(t *testing.T) {
	d := small()
	d.Area.Sample, d.Area.Title = false, both("{area}{period}统计公报", "Statistical bulletin of {area}, {period}")
	e, opt := build(t, d, stat.Hans, stat.En)
	p, err := makePlan(e, opt)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"试验区2023年统计公报", "Statistical bulletin of Test District, 2023"}
	if diff := cmp.Diff(want, p.Sheets[0].Titles); diff != "" {
		t.Errorf("titles of the cover (-want +got):\n%s", diff)
	}
	if got := p.Properties.Title; got != strings.Join(want, " / ") {
		t.Errorf("the file is called %q", got)
	}
}
