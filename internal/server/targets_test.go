package server_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
)

// TestTarget sets a target on the page, sets it anew, sees a number that is none refused, and takes it back.
func TestTarget(t *testing.T) {
	s := newScene(t, "saibei")
	before := s.file("saibei/2023.yaml")
	aim := url.Values{"code": {"budget-revenue"}, "growth": {""}, "operator": {"at_least"}, "value": {"1.5亿元"}}
	const page, row = "/a/saibei/2023?chapter=targets", "budget-revenue.target_level@2024"
	if code, to := s.post("/a/saibei/2023/target", aim); code != http.StatusSeeOther || to != page+"#row-"+row {
		t.Fatalf("%d %.3000s", code, to)
	}
	after := s.file("saibei/2023.yaml")
	if !strings.Contains(after, "    level: {value: 15000, operator: at_least}\n") && !strings.Contains(after, "    level: {value: 1.5, operator: at_least}\n") {
		t.Error("the target is not in the file")
	}
	_, body := s.get(page)
	contains(t, "the page", body, `id="row-`+row+`"`, `id="target"`)
	cells := s.row(page, row)
	cells.Set("ref", "34")
	if code, to := s.post("/a/saibei/2023/row", cells); code != http.StatusSeeOther {
		t.Errorf("its page: %d %.2000s", code, to)
	}
	aim.Set("value", "lots")
	code, body := s.post("/a/saibei/2023/target", aim)
	contains(t, "the answer", body, `value="lots"`, "is not understood", `<option value="at_least" selected>`, `<option value="budget-revenue" selected>`)
	if code != http.StatusUnprocessableEntity {
		t.Errorf("no number: %d", code)
	}
	for _, wrong := range []url.Values{{"code": {"nothing"}, "operator": {"equal"}, "value": {"1"}}, {"code": {"gdp"}, "operator": {"range"}, "value": {"1"}}} {
		if code, _ := s.post("/a/saibei/2023/target", wrong); code != http.StatusBadRequest {
			t.Errorf("%v: %d", wrong, code)
		}
	}
	aim.Set("back", "1")
	if code, to := s.post("/a/saibei/2023/target", aim); code != http.StatusSeeOther || s.file("saibei/2023.yaml") != before {
		t.Errorf("taken back: %d %.2000s", code, to)
	}
	if code, page := s.post("/a/saibei/2023/target", aim); code != http.StatusUnprocessableEntity || !strings.Contains(page, "there is no such target") {
		t.Errorf("taken back again: %d", code)
	}
	_, log := s.get("/a/saibei/log")
	contains(t, "the log", log, row, "≥1.5")
}

// TestSources adds a source, makes it that of a new period, and sees what is wrong said.
func TestSources(t *testing.T) {
	s := newScene(t, "saibei")
	form := url.Values{
		"title_zh": {"2024年公报"}, "title_en": {"Bulletin for 2024"}, "publisher_zh": {"统计局"}, "publisher_en": {"Bureau"}, "date": {"2025-03-20"}, "counts": {"page"},
	}
	if code, to := s.post("/a/saibei/2023/sources", form); code != http.StatusSeeOther || to != "/a/saibei/2023/sources" {
		t.Fatalf("%d %.3000s", code, to)
	}
	_, page := s.get("/a/saibei/2024/sources")
	contains(t, "the page", page, "Bulletin for 2024", "2025-03-20", `id="source-source-2"`)
	if code, to := s.post("/a/saibei/2024/sources", url.Values{"use": {"source-2"}}); code != http.StatusSeeOther {
		t.Errorf("the period's: %d %.2000s", code, to)
	}
	if got := s.file("saibei/2024.yaml"); got != "period: \"2024\"\nsource: source-2\n" {
		t.Errorf("2024.yaml: %s", got)
	}
	_, page = s.get("/a/saibei/2024/sources")
	contains(t, "the page", page, "the source of this period")
	for key, c := range map[string]struct{ value, says string }{
		"title_en": {"", "both languages"}, "date": {"soon", "soon"}, "url": {"javascript:alert(1)", "none of the web"}, "counts": {"sheep", "sheep"},
	} {
		wrong := url.Values{}
		for k, v := range form {
			wrong[k] = v
		}
		wrong.Set(key, c.value)
		code, page := s.post("/a/saibei/2023/sources", wrong)
		if code != http.StatusUnprocessableEntity || !strings.Contains(page, c.says) || !strings.Contains(page, "2024年公报") {
			t.Errorf("%s: %d %.2000s", key, code, page)
		}
	}
	if code, page := s.post("/a/saibei/2023/sources", url.Values{"use": {"nothing"}}); code != http.StatusUnprocessableEntity || !strings.Contains(page, "nothing") {
		t.Errorf("a source that there is not: %d", code)
	}
}
