package server_test

import (
	"net/http"
	"net/url"
	"regexp"
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
	contains(t, "the log", log, "General public budget revenue", "≥1.5")
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

// TestEmpty holds that an edition without a single value is not published.
func TestEmpty(t *testing.T) {
	s := newScene(t)
	area := url.Values{"name_zh": {"小城区"}, "name_en": {"Little District"}, "within_zh": {"某省某市"}, "within_en": {"Some City, Some Province"}, "period": {"2024年"}, "languages": {"zh-Hans,en"}}
	if code, to := s.post("/new", area); code != http.StatusSeeOther || to != "/a/little/2024" {
		t.Fatalf("%d %.2000s", code, to)
	}
	_, page := s.get("/a/little/2024/publish")
	contains(t, "the page", page, "no figure has a value yet")
	if strings.Contains(page, `name="digest"`) {
		t.Error("it can be published")
	}
	if code, page := s.post("/a/little/2024/publish", url.Values{"digest": {"x"}, "who": {"李四"}}); code == http.StatusSeeOther {
		t.Errorf("it was published: %d %.500s", code, page)
	}
}

// TestReject accepts a finding, and takes that back when the figure is corrected.
func TestReject(t *testing.T) {
	s := newScene(t, "saibei")
	before := s.file("saibei/2023.yaml")
	finding := url.Values{"rule": {"printed-value"}, "fact": {"gdp.level@2023"}, "zh": {"原文有误。"}, "en": {"The source is wrong."}}
	row := s.row("/a/saibei/2023", "gdp")
	row.Set("value", "153.1")
	if code, _ := s.post("/a/saibei/2023/row", row); code != http.StatusSeeOther {
		t.Fatal(code)
	}
	_, page := s.get("/a/saibei/2023/publish")
	if m := blocked.FindStringSubmatch(page); m != nil {
		finding.Set("rule", m[1])
		finding.Set("fact", m[2])
	}
	if code, page := s.post("/a/saibei/2023/accept", finding); code != http.StatusSeeOther {
		t.Fatalf("%d %.3000s", code, page)
	}
	_, page = s.get("/a/saibei/2023/publish")
	contains(t, "the page", page, "Accept it no longer", "The source is wrong.")
	finding.Set("back", "1")
	if code, page := s.post("/a/saibei/2023/accept", finding); code != http.StatusSeeOther {
		t.Fatalf("%d %.3000s", code, page)
	}
	if got := s.file("saibei/2023.yaml"); got != strings.Replace(before, "value: 15.31,", "value: 153.1,", 1) {
		t.Error("the file is not as before the acceptance")
	}
	if code, page := s.post("/a/saibei/2023/accept", finding); code != http.StatusUnprocessableEntity || !strings.Contains(page, "is not accepted") {
		t.Errorf("taken back again: %d", code)
	}
}

var blocked = regexp.MustCompile(`name="rule" value="([^"]+)"><input type="hidden" name="fact" value="([^"]+)">`)

// TestOwnIndicator adds an indicator that the catalogue does not have, and gives it a value.
func TestOwnIndicator(t *testing.T) {
	s := newScene(t, "saibei")
	_, page := s.get("/a/saibei/2023?chapter=economy&find=" + url.QueryEscape("乡村振兴示范村"))
	contains(t, "the page", page, `<details class="own" open>`, `value="乡村振兴示范村"`)
	own := url.Values{"zh": {"乡村振兴示范村"}, "en": {"Model Villages"}, "theme": {"livelihood"}, "unit": {"VILLAGE:0"}}
	if m := villages.FindStringSubmatch(page); m != nil {
		own.Set("unit", m[1])
	}
	const row = "/a/saibei/2023?add=model-villages#row-model-villages"
	if code, to := s.post("/a/saibei/2023/indicator", own); code != http.StatusSeeOther || to != row {
		t.Fatalf("%d %.3000s", code, to)
	}
	cells := s.row("/a/saibei/2023?add=model-villages", "model-villages")
	cells.Set("value", "12")
	if code, to := s.post("/a/saibei/2023/row", cells); code != http.StatusSeeOther {
		t.Fatalf("its value: %d %.3000s", code, to)
	}
	if !strings.Contains(s.file("saibei/2023.yaml"), "  model-villages: 12\n") {
		t.Error("the value is not in the file")
	}
	if code, to := s.post("/a/saibei/2023/indicator", own); code != http.StatusSeeOther || !strings.Contains(to, "model-villages-2") {
		t.Errorf("a second one of the name: %d %.300s", code, to)
	}
	own.Set("en", "")
	if code, page := s.post("/a/saibei/2023/indicator", own); code != http.StatusUnprocessableEntity || !strings.Contains(page, "in both languages") {
		t.Errorf("without English: %d", code)
	}
	own.Set("unit", "nothing")
	if code, _ := s.post("/a/saibei/2023/indicator", own); code != http.StatusBadRequest {
		t.Errorf("an unknown unit: %d", code)
	}
}

var villages = regexp.MustCompile(`<option value="([A-Z_]+:0)"[^>]*>villages<`)
