package tagpdf

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
)

// written is a finished file under test.
type written struct {
	t       *testing.T
	pdf     []byte
	f       *file
	catalog dict
	pages   []page
}

func finished(t *testing.T) *written {
	t.Helper()
	pdf, d := sample(t)
	return reopen(t, finish(t, pdf, d, sampleFiles()...))
}

// tag makes a file at once.
func tag(pdf []byte, d Document, files ...Attachment) ([]byte, error) {
	t, err := Tag(pdf, d)
	if err != nil {
		return nil, err
	}
	return t.Finish(files...)
}

func finish(t testing.TB, pdf []byte, d Document, files ...Attachment) []byte {
	t.Helper()
	out, err := tag(pdf, d, files...)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func reopen(t *testing.T, pdf []byte) *written {
	t.Helper()
	f, err := open(pdf)
	if err != nil {
		t.Fatal(err)
	}
	pages, catalog, err := f.pages()
	if err != nil {
		t.Fatal(err)
	}
	return &written{t, pdf, f, catalog, pages}
}

// at follows keys of dictionaries and indices of arrays; nil if not found.
func (w *written) at(o object, path ...any) object {
	for _, step := range path {
		o = w.resolve(o)
		switch step := step.(type) {
		case string:
			if s, ok := o.(*stream); ok {
				o = s.dict
			}
			d, _ := o.(dict)
			o = d[name(step)]
		case int:
			a, _ := o.(array)
			if step >= len(a) {
				return nil
			}
			o = a[step]
		}
	}
	return w.resolve(o)
}

func (w *written) resolve(o object) object {
	got, err := w.f.resolve(o)
	if err != nil {
		w.t.Fatal(err)
	}
	return got
}

func (w *written) inflated(o object) string {
	s, ok := w.resolve(o).(*stream)
	if !ok {
		return ""
	}
	b, err := w.f.content(s)
	if err != nil {
		w.t.Fatal(err)
	}
	return string(b)
}

// elements returns all structure elements of a type, in tree order.
func (w *written) elements(kind name) []dict {
	var out []dict
	var walk func(o object)
	walk = func(o object) {
		switch o := w.resolve(o).(type) {
		case array:
			for _, k := range o {
				walk(k)
			}
		case dict:
			if o["S"] == kind {
				out = append(out, o)
			}
			if o["K"] != nil {
				walk(o["K"])
			}
		}
	}
	walk(w.at(w.catalog, "StructTreeRoot", "K"))
	return out
}

func decodeText(o object) string {
	s, _ := o.(str)
	if !strings.HasPrefix(string(s), "\xFE\xFF") {
		return string(s)
	}
	var u []uint16
	for i := 2; i+1 < len(s); i += 2 {
		u = append(u, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return string(utf16.Decode(u))
}

// TestClauses checks a finished file against the clauses of ISO 14289-1 (UA) and ISO 19005-3 (A), one by one.
func TestClauses(t *testing.T) {
	w := finished(t)
	for clause, holds := range map[string]func(*written) bool{
		"A 6.1.2 header":                  (*written).header,
		"A 6.1.3 identifier, no Encrypt":  (*written).identifier,
		"A 6.1.3 nothing after the end":   func(w *written) bool { return bytes.HasSuffix(w.pdf, []byte("\n%%EOF\n")) },
		"A 6.1.5 no catalog extras":       func(w *written) bool { return hasOnly(w.catalog, catalogKeys...) == nil },
		"A 6.2.3 output intent":           (*written).outputIntent,
		"A 6.2.11.4 subset names":         (*written).subsetNames,
		"A 6.2.11.7 ToUnicode exact":      (*written).toUnicode,
		"A 6.3 annotations":               (*written).annotations,
		"A 6.6.2 metadata":                (*written).metadata,
		"A 6.6.3 information as metadata": (*written).information,
		"A 6.7.2 marked":                  func(w *written) bool { return w.at(w.catalog, "MarkInfo", "Marked") == true },
		"A 6.8 associated files":          (*written).associated,
		"UA 7.1 title shown":              func(w *written) bool { return w.at(w.catalog, "ViewerPreferences", "DisplayDocTitle") == true },
		"UA 7.1 parents":                  (*written).parents,
		"UA 7.2 language":                 func(w *written) bool { return w.at(w.catalog, "Lang") == str("zh-Hans") },
		"UA 7.2 language of parts":        (*written).languages,
		"UA 7.3 alternative text":         (*written).figures,
		"UA 7.5 scope":                    (*written).scopes,
		"UA 7.9 notes":                    (*written).notes,
		"UA 7.17 outline":                 (*written).outline,
		"UA 7.18.3 tabs":                  func(w *written) bool { return w.everyPage(func(p page) bool { return p.dict["Tabs"] == name("S") }) },
		"UA 7.18.5 links":                 (*written).objectReferences,
	} {
		if !holds(w) {
			t.Errorf("%s does not hold", clause)
		}
	}
}

var catalogKeys = []name{"Type", "Pages", "Lang", "PageMode", "Names", "AF", "MarkInfo",
	"StructTreeRoot", "ViewerPreferences", "Metadata", "OutputIntents", "Outlines"}

func (w *written) everyPage(holds func(page) bool) bool {
	return !slices.ContainsFunc(w.pages, func(p page) bool { return !holds(p) })
}

func (w *written) header() bool {
	return regexp.MustCompile(`\A%PDF-1\.7\n%[\x{80}-\x{ff}]{4}\n`).MatchString(latin(w.pdf[:40]))
}

// latin decodes each byte as one character.
func latin(b []byte) string {
	r := make([]rune, len(b))
	for i, c := range b {
		r[i] = rune(c)
	}
	return string(r)
}

func (w *written) identifier() bool {
	a, b := w.at(w.f.trailer, "ID", 0), w.at(w.f.trailer, "ID", 1)
	s, _ := a.(str)
	return len(s) == 16 && a == b && w.f.trailer["Encrypt"] == nil
}

func (w *written) outputIntent() bool {
	intent := w.at(w.catalog, "OutputIntents", 0)
	profile := w.inflated(w.at(intent, "DestOutputProfile"))
	return w.at(intent, "S") == name("GTS_PDFA1") && w.at(intent, "DestOutputProfile", "N") == number("3") &&
		len(profile) > 128 && profile[36:40] == "acsp" && profile[12:24] == "mntrRGB XYZ "
}

func (w *written) fontDicts() []object {
	fonts, _ := w.at(w.pages[0].dict, "Resources", "Font").(dict)
	var out []object
	for _, f := range fonts {
		out = append(out, f)
	}
	return out
}

func (w *written) subsetNames() bool {
	for _, f := range w.fontDicts() {
		base, _ := w.at(f, "BaseFont").(name)
		below := w.at(f, "DescendantFonts", 0)
		if !regexp.MustCompile(`^[A-Z]{6}\+\w`).MatchString(string(base)) || w.at(below, "BaseFont") != base ||
			w.at(below, "FontDescriptor", "FontName") != base || w.at(below, "FontDescriptor", "FontFile2") == nil {
			return false
		}
	}
	return len(w.fontDicts()) == 2
}

func (w *written) toUnicode() bool {
	found := false
	for _, f := range w.fontDicts() {
		m := w.inflated(w.at(f, "ToUnicode"))
		found = found || regexp.MustCompile(`<00..> <D872DF3B>`).MatchString(m) // U+2CB3B
		if strings.Contains(m, "bfrange") || !strings.Contains(m, "endbfchar") || strings.Contains(m, "<9F98>") {
			return false
		}
	}
	return found
}

func (w *written) annotations() bool {
	n, web := 0, false
	for _, p := range w.pages {
		annots, _ := w.at(p.dict, "Annots").(array)
		for _, a := range annots {
			n++
			if uri, ok := w.at(a, "A", "URI").(str); ok {
				web = web || uri == "https://example.org/%E5%B9%B4(1)?a=1&b=2" && w.at(a, "A", "S") == name("URI")
				continue
			}
			_, indirect := a.(ref)
			to, dest := w.at(a, "Dest").(array)
			if !indirect || w.at(a, "F") != number("4") || decodeText(w.at(a, "Contents")) == "" || !dest {
				return false
			}
			if w.at(to[0], "Type") != name("Page") {
				return false
			}
		}
	}
	return n == 4 && web
}

func (w *written) metadata() bool {
	s, ok := w.at(w.catalog, "Metadata").(*stream)
	if !ok || s.dict["Filter"] != nil || s.dict["Subtype"] != name("XML") {
		return false
	}
	x := xml.NewDecoder(bytes.NewReader(s.data))
	for {
		if _, err := x.Token(); err == io.EOF {
			break
		} else if err != nil {
			w.t.Error(err)
			return false
		}
	}
	for _, want := range []string{
		`<rdf:li xml:lang="x-default">示例区 2023 年统计简报 &amp; Briefing</rdf:li>`, "<pdfaid:part>3</pdfaid:part>",
		"<pdfaid:conformance>A</pdfaid:conformance>", "<pdfuaid:part>1</pdfuaid:part>", "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>",
		"<xmp:CreateDate>2024-01-20T09:30:00+08:00</xmp:CreateDate>",
	} {
		if !bytes.Contains(s.data, []byte(want)) {
			w.t.Errorf("the metadata have no %s", want)
			return false
		}
	}
	return true
}

func (w *written) information() bool {
	info := w.at(w.f.trailer, "Info")
	return decodeText(w.at(info, "Title")) == "示例区 2023 年统计简报 & Briefing" &&
		w.at(info, "CreationDate") == str("D:20240120093000+08'00'") && w.at(info, "Keywords") != nil
}

func (w *written) associated() bool {
	files, _ := w.at(w.catalog, "AF").(array)
	names, _ := w.at(w.catalog, "Names", "EmbeddedFiles", "Names").(array)
	if len(files) != 2 || len(names) != 4 || names[1] != files[0] {
		return false
	}
	csv := files[0]
	return w.at(csv, "AFRelationship") == name("Data") && w.at(csv, "F") == str("data.csv") && w.at(csv, "UF") == str("data.csv") &&
		w.at(csv, "EF", "F", "Subtype") == name("text/csv") && w.at(csv, "EF", "F", "Params", "ModDate") != nil &&
		w.inflated(w.at(csv, "EF", "F")) == "a,b\n1,2\n" && decodeText(w.at(files[1], "UF")) == "工作簿.xlsx"
}

// parents follows the ParentTree from each mark and annotation to an element that has it as a kid.
func (w *written) parents() bool {
	nums, _ := w.at(w.catalog, "StructTreeRoot", "ParentTree", "Nums").(array)
	tree := map[object]object{}
	for i := 0; i < len(nums); i += 2 {
		tree[nums[i]] = nums[i+1]
	}
	for _, p := range w.pages {
		marks, err := newSurvey().read(p.content)
		if err != nil {
			w.t.Error(err)
			return false
		}
		for id := range marks {
			if marks.of(id) == absent {
				continue
			}
			element := w.at(tree[w.at(p.dict, "StructParents")], id)
			if k := w.at(element, "K"); k != integer(id) && !strings.Contains(fmt.Sprint(k), fmt.Sprint(id)) {
				return false
			}
		}
		annots, _ := w.at(p.dict, "Annots").(array)
		for _, a := range annots {
			element := tree[w.at(a, "StructParent")]
			if w.at(element, "S") != name("Link") || w.at(element, "K", 1, "Obj") == nil || w.at(element, "K").(array)[1].(dict)["Obj"] != a {
				return false
			}
		}
	}
	return len(nums) == 2*(len(w.pages)+4)
}

func (w *written) languages() bool {
	var tags []object
	for _, e := range append(w.elements("Span"), w.elements("Figure")...) {
		tags = append(tags, w.at(e, "Lang"))
	}
	return slices.Equal(tags, []object{nil, str("en"), nil, nil, nil, str("en")})
}

func (w *written) figures() bool {
	f := w.elements("Figure")
	return len(f) == 1 && f[0]["Alt"] == str("Bar chart: growth 6.5%") && len(w.at(f[0], "A", "BBox").(array)) == 4
}

func (w *written) scopes() bool {
	scopes := map[object]int{}
	for _, th := range w.elements("TH") {
		scopes[w.at(th, "A", "Scope")]++
	}
	return scopes[name("Column")] == 3 && scopes[name("Row")] == 3 && len(scopes) == 2
}

func (w *written) notes() bool {
	n := w.elements("Note")
	ids, _ := w.at(w.catalog, "StructTreeRoot", "IDTree", "Names").(array)
	return len(n) == 1 && n[0]["ID"] == str("note-1") && len(ids) == 2 && ids[0] == n[0]["ID"]
}

func (w *written) outline() bool {
	root := w.at(w.catalog, "Outlines")
	first, last := w.at(root, "First"), w.at(root, "Last")
	return w.at(root, "Count") == number("3") && decodeText(w.at(first, "Title")) == "概览 At a glance" &&
		decodeText(w.at(first, "First", "Title")) == "经济 Economy" && w.at(first, "Count") == number("1") &&
		decodeText(w.at(first, "Next", "Title")) == "Notes" && decodeText(w.at(last, "Title")) == "Notes" &&
		w.at(last, "Dest", 0, "Type") == name("Page")
}

func (w *written) objectReferences() bool {
	links := w.elements("Link")
	for _, l := range links {
		if w.at(l, "K", 1, "Type") != name("OBJR") || w.at(l, "K", 1, "Obj", "Subtype") != name("Link") {
			return false
		}
	}
	return len(links) == 4
}
