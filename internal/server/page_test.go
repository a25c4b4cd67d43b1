package server_test

import (
	"bytes"
	"html"
	"mime/multipart"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
)

// TestPages opens every page in both languages; each link on it leads to a page.
func TestPages(t *testing.T) {
	s := newScene(t, "saibei", "example")
	links := regexp.MustCompile(`(?:href|src)="(/[^"#]*)`)
	for _, lang := range []string{"en", "zh-CN"} {
		s.browser.Set("Accept-Language", lang)
		seen := map[string]bool{}
		for todo := []string{"/"}; len(todo) > 0; todo = todo[1:] {
			path := todo[0]
			if seen[path] || len(seen) > 400 {
				continue
			}
			seen[path] = true
			code, page := s.get(path)
			if strings.HasPrefix(path, "/a/saibei/2022/") && (code == http.StatusNotFound || code == http.StatusUnprocessableEntity) {
				continue // a year without figures, which can be entered
			}
			if code != http.StatusOK && code != http.StatusSeeOther {
				t.Errorf("%s: %d %.300s", path, code, page)
			}
			if strings.Contains(path, "/shown/") || strings.Contains(path, "/form") || strings.Contains(path, "/static/") {
				continue
			}
			if !strings.Contains(path, "/effects") && !strings.Contains(page, `<html lang="`+map[string]string{"en": "en", "zh-CN": "zh-Hans"}[lang]) {
				t.Errorf("%s is not in %s", path, lang)
			}
			for _, m := range links.FindAllStringSubmatch(page, -1) {
				todo = append(todo, strings.ReplaceAll(m[1], "&amp;", "&"))
			}
		}
		if len(seen) < 60 {
			t.Errorf("%s: %d pages", lang, len(seen))
		}
	}
	for _, err := range s.failed {
		t.Error(err)
	}
}

// TestSave changes a figure, sees its finding, and undoes it: the file is as it was, to the byte.
func TestSave(t *testing.T) {
	s := newScene(t, "saibei")
	before := s.file("saibei/2023.yaml")
	row := s.row("/a/saibei/2023", "gdp")
	row.Set("value", "153.1")
	code, to := s.post("/a/saibei/2023/row", row)
	if code != http.StatusSeeOther || to != "/a/saibei/2023?chapter=economy#row-gdp" {
		t.Fatalf("%d %s", code, to)
	}
	if got := s.file("saibei/2023.yaml"); got != strings.Replace(before, "value: 15.31,", "value: 153.1,", 1) {
		t.Error("more than the value has changed, or not that")
	}
	_, page := s.get("/a/saibei/2023")
	contains(t, "the page", page, `name="value" value="153.1"`, `class="error"`, `name="number" value="1"`)
	code, to = s.post("/a/saibei/2023/undo", url.Values{"number": {"1"}})
	if code != http.StatusSeeOther || s.file("saibei/2023.yaml") != before {
		t.Errorf("undone: %d %s", code, to)
	}
	_, log := s.get("/a/saibei/log")
	contains(t, "the log", log, "李四", "Gross domestic product", "All 2 lines")
}

// TestPart asks for the changed parts alone, as the page's script does.
func TestPart(t *testing.T) {
	s := newScene(t, "saibei")
	s.browser.Set("X-Part", "1")
	row := s.row("/a/saibei/2023", "gdp")
	row.Set("value", "15.32亿元")
	code, parts := s.post("/a/saibei/2023/row", row)
	if code != http.StatusOK {
		t.Fatal(code, parts)
	}
	contains(t, "the answer", parts, `data-into="row-gdp"`, `data-into="findings"`, `value="15.32"`, "Gross domestic product: 15.31 → 15.32", "effects?number=1")
	_, effects := s.get("/a/saibei/2023/effects?number=1")
	contains(t, "the effects", effects, "summary-economy", "CNY 1.532 billion", "CNY 1.531 billion")
}

// TestTwoWindows changes one figure in two windows: the second one is told, and nothing is lost. Other figures of the same file
// do not conflict.
func TestTwoWindows(t *testing.T) {
	s := newScene(t, "saibei")
	first, second, other := s.row("/a/saibei/2023", "gdp"), s.row("/a/saibei/2023", "gdp"), s.row("/a/saibei/2023", "retail-sales")
	first.Set("value", "15.4")
	second.Set("value", "15.5")
	other.Set("value", "0.71")
	s.post("/a/saibei/2023/row", first)
	code, page := s.post("/a/saibei/2023/row", second)
	if code != http.StatusUnprocessableEntity {
		t.Errorf("the second window: %d", code)
	}
	contains(t, "the second window", page, "then 15.31, now 15.4, here 15.5", "Keep theirs", "Save mine", `value="15.5"`, `name="held-value" value="15.4"`)
	contains(t, "the file", s.file("saibei/2023.yaml"), "value: 15.4,")
	if code, _ := s.post("/a/saibei/2023/row", other); code != http.StatusSeeOther {
		t.Errorf("another figure: %d", code)
	}
	second.Set("held-value", "15.4") // as the page then has it
	if code, _ := s.post("/a/saibei/2023/row", second); code != http.StatusSeeOther {
		t.Errorf("the second window insists: %d", code)
	}
	contains(t, "the file", s.file("saibei/2023.yaml"), "value: 15.5,", "value: 0.71,")
	if code, _ := s.post("/a/saibei/2023/undo", url.Values{"number": {"1"}}); code != http.StatusConflict {
		t.Errorf("an older change is undone: %d", code)
	}
}

// TestRefused holds that what is no figure is refused in its row, with what was typed.
func TestRefused(t *testing.T) {
	s := newScene(t, "saibei")
	before := s.file("saibei/2023.yaml")
	for _, typed := range []string{"abc", "15.31万吨", "", "<script>alert(1)</script>", strings.Repeat("9", 5000)} {
		row := s.row("/a/saibei/2023", "gdp")
		row.Set("value", typed)
		code, page := s.post("/a/saibei/2023/row", row)
		if code != http.StatusUnprocessableEntity || s.file("saibei/2023.yaml") != before {
			t.Errorf("%.40q: %d", typed, code)
		}
		if strings.Contains(page, "<script>alert") {
			t.Errorf("%q is not escaped", typed)
		}
	}
	if code, _ := s.post("/a/saibei/2023/row", url.Values{"key": {"no-such"}, "value": {"1"}}); code != http.StatusBadRequest && code != http.StatusUnprocessableEntity {
		t.Errorf("an unknown row: %d", code)
	}
	if code, _ := s.post("/a/saibei/2023/row", url.Values{"key": {strings.Repeat("x", 2<<20)}}); code != http.StatusRequestEntityTooLarge && code != http.StatusBadRequest {
		t.Errorf("a long request: %d", code)
	}
}

// TestPrinted enters printed words that tell some of a row's figures: the others are not held against them, and the cell shows what
// was typed.
func TestPrinted(t *testing.T) {
	s := newScene(t, "tongjian")
	for printed, conflicts := range map[string]bool{
		"实现地区生产总值609.91亿元，增长5.2%": false, "609.91亿元": false, "增长5.2%，居全市第12位": false, "地区生产总值609.91亿元，增长5.3%": true,
		"709.91亿元": true,
	} {
		row := s.row("/a/tongjian/2022?chapter=economy", "gdp")
		row.Set("printed", printed)
		row.Set("ref", "第1页")
		if code, body := s.post("/a/tongjian/2022/row", row); code != http.StatusSeeOther {
			t.Fatalf("%s: %d %.3000s", printed, code, body)
		}
		row = s.row("/a/tongjian/2022?chapter=economy", "gdp")
		if row.Get("printed") != printed || row.Get("ref") != "1" {
			t.Errorf("the cells have %q and %q, not %q and 1", row.Get("printed"), row.Get("ref"), printed)
		}
		_, page := s.get("/a/tongjian/2022/publish")
		if found := strings.Contains(page, "undeclared-conflict"); found != conflicts {
			t.Errorf("%s: a conflict is found: %v", printed, found)
		}
		file := s.file("tongjian/2022.yaml")
		if s.post("/a/tongjian/2022/row", row); s.file("tongjian/2022.yaml") != file {
			t.Errorf("%s: saved again, the file changes", printed)
		}
	}
}

// TestAdd finds an indicator that the area has not had yet, and enters its figure.
func TestAdd(t *testing.T) {
	s := newScene(t, "saibei")
	_, page := s.get("/a/saibei/2023?find=" + url.QueryEscape("邮政业务"))
	code := regexp.MustCompile(`\?add=([a-z0-9-]+)#`).FindStringSubmatch(page)
	if code == nil {
		t.Fatalf("nothing is found: %.3000s", page)
	}
	row := s.row("/a/saibei/2023?add="+code[1], code[1])
	row.Set("value", "1.5")
	if code, to := s.post("/a/saibei/2023/row", row); code != http.StatusSeeOther {
		t.Fatalf("%d %.3000s", code, to)
	}
	contains(t, "the file", s.file("saibei/2023.yaml"), code[1], "1.5")
	if code, _ := s.get("/a/saibei/2023?add=none-such"); code != http.StatusNotFound {
		t.Errorf("an unknown indicator: %d", code)
	}
}

// TestTakenOut empties a rank and a growth that were entered by mistake: the file is as it was before.
func TestTakenOut(t *testing.T) {
	s := newScene(t, "saibei", "tongjian")
	for _, area := range []struct{ at, key, file string }{{"/a/saibei/2023?chapter=economy", "assessed", "saibei/2023.yaml"}, {"/a/tongjian/2022?chapter=economy", "primary", "tongjian/2022.yaml"}} {
		before := s.file(area.file)
		for _, cell := range []string{"rank", "growth"} {
			row := s.row(area.at, area.key)
			if row.Get("held-"+cell) != "" {
				continue
			}
			row.Set(cell, "7")
			path, _, _ := strings.Cut(area.at, "?")
			if code, body := s.post(path+"/row", row); code != http.StatusSeeOther {
				t.Fatalf("%s %s: %d %.800s", area.key, cell, code, body)
			}
			row = s.row(area.at, area.key)
			row.Set(cell, "")
			if code, body := s.post(path+"/row", row); code != http.StatusSeeOther {
				t.Fatalf("%s %s: %d %.20000s", area.key, cell, code, body)
			}
			if got := s.row(area.at, area.key).Get("held-" + cell); got != "" {
				t.Errorf("%s of %s is still %s", cell, area.key, got)
			}
		}
		if after := s.file(area.file); strings.Contains(after, ": 7") && !strings.Contains(before, ": 7") {
			t.Errorf("%s still has the 7", area.file)
		}
	}
}

// TestSentences changes a sentence, which refuses digits and one language alone, and takes it back.
func TestSentences(t *testing.T) {
	s := newScene(t, "tongjian")
	const at = "/a/tongjian/2022/sentences"
	before := s.file("tongjian/2022.text.yaml")
	sentence := url.Values{"chapter": {"agriculture"}, "fresh": {"1"}, "zh": {"农业增加值为12亿元。"}, "en": {"Value added was CNY 1.2 billion."}}
	code, page := s.post(at, sentence)
	if code != http.StatusUnprocessableEntity {
		t.Errorf("digits: %d", code)
	}
	contains(t, "the page", page, "农业增加值为12亿元。")
	sentence.Set("zh", "粮食产量{grain-output.level}。")
	sentence.Set("en", "")
	if code, _ := s.post(at, sentence); code != http.StatusUnprocessableEntity || s.file("tongjian/2022.text.yaml") != before {
		t.Errorf("one language: %d", code)
	}
	_, list := s.get("/a/tongjian/2022/references")
	ref := regexp.MustCompile(`"ref":"([^"]+\.level)"`).FindStringSubmatch(list)[1]
	sentence.Set("zh", "该项为{"+ref+"}。")
	sentence.Set("en", "It was {"+ref+"}.")
	code, to := s.post(at, sentence)
	if code != http.StatusSeeOther {
		t.Fatalf("%d %.2000s", code, to)
	}
	contains(t, "the file", s.file("tongjian/2022.text.yaml"), strings.TrimSpace(before), "auto-own-agriculture-1", "该项为{"+ref+"}。")
	back := url.Values{"chapter": {"agriculture"}, "id": {"auto-own-agriculture-1"}, "back": {"1"}, "held-zh": {sentence.Get("zh")}, "held-en": {sentence.Get("en")}}
	if code, to := s.post(at, back); code != http.StatusSeeOther || strings.TrimSpace(s.file("tongjian/2022.text.yaml")) != strings.TrimSpace(before) {
		t.Errorf("taken back: %d %.500s", code, to)
	}
	back.Set("held-zh", "something else")
	if code, _ := s.post(at, back); code != http.StatusUnprocessableEntity {
		t.Errorf("changed meanwhile: %d", code)
	}
}

// TestPoints changes a composed main point, which makes the list the office's, and takes all of it back.
func TestPoints(t *testing.T) {
	s := newScene(t, "example")
	const at = "/a/example/2024-Q1/sentences"
	_, page := s.get(at + "?chapter=points")
	held := func(lang string) string {
		m := regexp.MustCompile(`name="held-` + lang + `" value="([^"]+)"`).FindStringSubmatch(page)
		if m == nil {
			t.Fatalf("no point on the page: %.3000s", page)
		}
		return html.UnescapeString(m[1])
	}
	id := regexp.MustCompile(`name="id" value="([^"]+)"`).FindStringSubmatch(page)[1]
	point := url.Values{"chapter": {"points"}, "id": {id}, "held-zh": {held("zh")}, "held-en": {held("en")}, "zh": {"新的" + held("zh")}, "en": {"New: " + held("en")}}
	if code, to := s.post(at, point); code != http.StatusSeeOther {
		t.Fatalf("%d %.3000s", code, to)
	}
	contains(t, "the file", s.file("example/2024-Q1.text.yaml"), "points:", "新的")
	_, page = s.get(at + "?chapter=points")
	contains(t, "the page", page, "the office&#39;s own", "新的")
	back := url.Values{"chapter": {"points"}, "id": {regexp.MustCompile(`name="id" value="([^"]+)"`).FindStringSubmatch(page)[1]}, "held-zh": {held("zh")}, "held-en": {held("en")}, "back": {"all"}}
	if code, to := s.post(at, back); code != http.StatusSeeOther {
		t.Fatalf("%d %.3000s", code, to)
	}
	if _, err := os.Stat(filepath.Join(s.areas, "example/2024-Q1.text.yaml")); !os.IsNotExist(err) {
		t.Errorf("the file of the texts is left: %v", err)
	}
}

// TestPublish publishes an edition, looks at it, verifies and downloads it, and publishes the next one.
func TestPublish(t *testing.T) {
	s := newScene(t, "saibei")
	digest := func() string {
		_, page := s.get("/a/saibei/2023/publish")
		return regexp.MustCompile(`name="digest" value="([0-9a-f]+)"`).FindStringSubmatch(page)[1]
	}
	if code, _ := s.post("/a/saibei/2023/publish", url.Values{"digest": {"0"}}); code != http.StatusConflict {
		t.Errorf("what was not looked at: %d", code)
	}
	was := digest()
	row := s.row("/a/saibei/2023", "retail-sales")
	row.Set("note_zh", "备注")
	row.Set("note_en", "a note")
	s.post("/a/saibei/2023/row", row)
	if code, _ := s.post("/a/saibei/2023/publish", url.Values{"digest": {was}}); code != http.StatusConflict {
		t.Errorf("what has changed since: %d", code)
	}
	if code, to := s.post("/a/saibei/2023/publish", url.Values{"digest": {digest()}}); code != http.StatusSeeOther || to != "/a/saibei/2023/releases?done=r1" {
		t.Fatalf("%d %s", code, to)
	}
	_, page := s.get("/a/saibei/2023/releases?done=r1")
	contains(t, "the releases", page, "r1 is published", "saibei-2023-briefing.pdf")
	if code, pdf := s.get("/a/saibei/2023/releases/r1/saibei-2023-briefing.pdf"); code != http.StatusOK || !strings.HasPrefix(pdf, "%PDF") {
		t.Errorf("the download: %d", code)
	}
	for _, path := range []string{"r1/none.pdf", "r1/..%2f..%2f..%2fareas%2fsaibei%2farea.yaml", "r9/manifest.json", "r1/.nianbao.lock"} {
		if code, _ := s.get("/a/saibei/2023/releases/" + path); code != http.StatusNotFound {
			t.Errorf("%s: %d", path, code)
		}
	}
	if _, page := s.post("/a/saibei/2023/verify", nil); !strings.Contains(page, "as published: files 14") {
		t.Errorf("verified: %.2000s", page)
	}
	row = s.row("/a/saibei/2023", "retail-sales")
	row.Set("value", "0.71")
	row.Set("printed", "0.71億元；8.9%；增速位列全市第一")
	s.post("/a/saibei/2023/row", row)
	_, page = s.get("/a/saibei/2023/publish")
	contains(t, "what changes", page, "Release r2", "retail-sales.level@2023", "<del>0.7</del>", "<ins>0.71</ins>")
	_, page = s.get("/a/saibei/2023/shown/page.html?what=page")
	contains(t, "the preview", page, `data[value="retail-sales.level@2023"]`)
	if code, to := s.post("/a/saibei/2023/publish", url.Values{"digest": {digest()}, "draft": {"1"}}); code != http.StatusSeeOther || to != "/a/saibei/2023/releases?done=draft" {
		t.Errorf("a draft: %d %.3000s", code, to)
	}
	if code, pdf := s.get("/a/saibei/2023/releases/draft/saibei-2023-briefing.pdf"); code != http.StatusOK || !strings.HasPrefix(pdf, "%PDF") {
		t.Errorf("the draft: %d", code)
	}
	if code, to := s.post("/a/saibei/2023/publish", url.Values{"digest": {digest()}}); code != http.StatusSeeOther || to != "/a/saibei/2023/releases?done=r2" {
		t.Errorf("the next release: %d %.3000s", code, to)
	}
	_, page = s.get("/a/saibei/2023/releases")
	contains(t, "the releases", page, "revised 1, added 0, withdrawn 0, sentences 0", "the first release", "李四")
	_, page = s.get("/a/saibei/2023/releases/r2")
	contains(t, "the second release", page, "<del>0.7</del>", "<ins>0.71</ins>")
	_, page = s.get("/a/saibei/2023/releases/r1")
	contains(t, "the first release", page, "the first release")
	_, log := s.get("/a/saibei/log")
	contains(t, "the log", log, "about to be published", "published", "r1", "draft")
	data := s.file("saibei/log.jsonl")
	if err := os.WriteFile(filepath.Join(s.areas, "saibei/log.jsonl"), []byte(strings.Replace(data, "0.71", "0.72", 1)), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, log := s.get("/a/saibei/log"); !strings.Contains(log, "was changed after it was written") && !strings.Contains(log, "does not follow") {
		t.Errorf("a changed log passes: %.2000s", log)
	}
}

// TestAcceptFinding accepts an error with a reason, after which the edition can be published.
func TestAcceptFinding(t *testing.T) {
	s := newScene(t, "saibei")
	row := s.row("/a/saibei/2023", "retail-sales")
	row.Set("printed", "0.8億元；8.9%；增速位列全市第一")
	s.post("/a/saibei/2023/row", row)
	_, page := s.get("/a/saibei/2023/publish")
	contains(t, "the page", page, "errors: 2", `name="rule" value="undeclared-conflict"`, `name="fact" value="retail-sales.level@2023"`)
	before := s.file("saibei/2023.yaml")
	form := url.Values{"rule": {"undeclared-conflict"}, "fact": {"retail-sales.level@2023"}, "zh": {"原文有误"}, "en": {""}}
	if code, _ := s.post("/a/saibei/2023/accept", form); code != http.StatusUnprocessableEntity || s.file("saibei/2023.yaml") != before {
		t.Errorf("one language: %d", code)
	}
	form.Set("en", "A misprint: \"0.8\".")
	if code, _ := s.post("/a/saibei/2023/accept", url.Values{"rule": {"growth-sign"}, "fact": {"x"}, "zh": {"a"}, "en": {"b"}}); code != http.StatusUnprocessableEntity || s.file("saibei/2023.yaml") != before {
		t.Errorf("what there is not: %d", code)
	}
	if code, to := s.post("/a/saibei/2023/accept", form); code != http.StatusSeeOther {
		t.Fatalf("%d %.1000s", code, to)
	}
	if got := s.file("saibei/2023.yaml"); !strings.HasPrefix(got, strings.TrimRight(before, "\n")) {
		t.Error("more than the end of the file has changed")
	}
	_, page = s.get("/a/saibei/2023/publish")
	contains(t, "the page", page, `name="digest"`)
}

// TestBegin begins an area in an empty folder, fills in its form, and publishes.
func TestBegin(t *testing.T) {
	s := newScene(t)
	_, page := s.get("/")
	contains(t, "the first page", page, "Begin in five steps")
	names := url.Values{"name_zh": {"小城区"}, "name_en": {"Little District"}, "within_zh": {"某省某市"}, "within_en": {"Some City, Some Province"}, "period": {"2024"}}
	if code, to := s.post("/new", names); code != http.StatusSeeOther || to != "/a/little/2024" && !strings.HasPrefix(to, "/a/little") {
		t.Fatalf("%d %.1500s", code, to)
	}
	if code, _ := s.post("/new", names); code != http.StatusUnprocessableEntity {
		t.Errorf("begun twice: %d", code)
	}
}

// TestNewPeriod begins a period: what was there a year before is missing, on the first page and before publishing.
func TestNewPeriod(t *testing.T) {
	s := newScene(t, "tongjian")
	if code, to := s.post("/a/tongjian/period", url.Values{"period": {"２０２３年"}}); code != http.StatusSeeOther || to != "/a/tongjian/2023" {
		t.Fatalf("%d %s", code, to)
	}
	row := s.row("/a/tongjian/2023", "gdp")
	row.Set("value", "650")
	if code, body := s.post("/a/tongjian/2023/row", row); code != http.StatusSeeOther {
		t.Fatalf("%d %.2000s", code, body)
	}
	_, page := s.get("/a/tongjian/2023/publish")
	if m := regexp.MustCompile(`figures that are missing: (\d+)`).FindStringSubmatch(page); m == nil || len(m[1]) < 3 {
		t.Errorf("missing are %q", m)
	}
}

// TestUpload sends a form back: untouched it changes nothing; hostile files are refused with a reason.
func TestUpload(t *testing.T) {
	s := newScene(t, "saibei")
	_, sheet := s.get("/a/saibei/2023/form")
	send := func(name, data string) (int, string) {
		var body bytes.Buffer
		w := multipart.NewWriter(&body)
		part, err := w.CreateFormFile("file", name)
		if err != nil {
			t.Fatal(err)
		}
		_, _ = part.Write([]byte(data))
		w.Close()
		r, err := http.NewRequest(http.MethodPost, s.base+"/a/saibei/2023/upload", &body)
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Content-Type", w.FormDataContentType())
		code, to := s.do(r)
		if code == http.StatusSeeOther {
			return s.get(to)
		}
		return code, to
	}
	if code, page := send("form.xlsx", sheet); code != http.StatusOK || !strings.Contains(page, "Nothing differs from the data") {
		t.Errorf("untouched: %d %.2000s", code, page)
	}
	for name, data := range map[string]string{
		"empty.xlsx": "", "text.xlsx": "not a workbook", "../../etc/passwd.csv": "a,b\n1,2\n", `..\..\x.csv`: "fact_id\n", "cut.xlsx": sheet[:len(sheet)/2],
		"zip.xlsx": "PK\x03\x04" + strings.Repeat("\x00", 1000),
	} {
		code, page := send(name, data)
		if code != http.StatusUnprocessableEntity && code != http.StatusBadRequest {
			t.Errorf("%s: %d %.500s", name, code, page)
		}
		if strings.Contains(page, "etc/passwd") {
			t.Errorf("%s: the page has the path", name)
		}
	}
	if code, _ := send("large.csv", strings.Repeat("x", 65<<20)); code != http.StatusRequestEntityTooLarge {
		t.Errorf("too large: %d", code)
	}
	if code, _ := s.post("/a/saibei/2023/upload/none", url.Values{"target": {"x"}}); code != http.StatusNotFound {
		t.Errorf("an unknown upload: %d", code)
	}
}

// TestMany lets five people edit and twenty read at the same time: nothing fails and nothing is lost.
func TestMany(t *testing.T) {
	s := newScene(t, "saibei")
	var all sync.WaitGroup
	keys := []string{"gdp", "retail-sales", "fixed-asset-investment", "assessed", "promotion-activities"}
	chapters := []string{"economy", "economy", "economy", "economy", "investment"}
	for i, key := range keys {
		all.Go(func() {
			for n := range 8 {
				row := s.row("/a/saibei/2023?chapter="+chapters[i], key)
				row.Set("note_zh", "第"+string(rune('a'+n))+"次")
				row.Set("note_en", "time "+string(rune('a'+n)))
				if code, body := s.post("/a/saibei/2023/row", row); code != http.StatusSeeOther {
					t.Errorf("%s: %d %.500s", key, code, body)
				}
			}
		})
	}
	for range 20 {
		all.Go(func() {
			for _, path := range []string{"/a/saibei/2023", "/a/saibei/2023/state", "/a/saibei/2023/sentences", "/"} {
				if code, body := s.get(path); code != http.StatusOK {
					t.Errorf("%s: %d %.500s", path, code, body)
				}
			}
		})
	}
	all.Wait()
	for i, key := range keys {
		if got := s.row("/a/saibei/2023?chapter="+chapters[i], key).Get("note_zh"); got != "第h次" {
			t.Errorf("%s has the note %q", key, got)
		}
	}
	if _, log := s.get("/a/saibei/log"); !strings.Contains(log, "All 40 lines") {
		t.Errorf("the log: %.1500s", log)
	}
}
