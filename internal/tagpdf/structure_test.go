package tagpdf

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// outline writes elements as text: type, language, properties, and the text of their own marks.
func (p *Part) outline(b *strings.Builder, depth int) {
	fmt.Fprintf(b, "%s%s %s %q", strings.Repeat(" ", depth), p.Type, p.Lang, p.Text)
	if p.Fact != "" {
		fmt.Fprintf(b, " fact %s", p.Fact)
	}
	if p.Sentence != "" {
		fmt.Fprintf(b, " sentence %s", p.Sentence)
	}
	b.WriteString("\n")
	for _, kid := range p.Kids {
		kid.outline(b, depth+1)
	}
}

// The properties and texts of elements are read back, whatever other attributes they have.
func TestStructure(t *testing.T) {
	pdf, d := sample(t)
	cell, head := first(d.Root, "TD"), first(first(d.Root, "Table").Kids[1].(*Element), "TH")
	cell.Fact = "gdp.level@2023"
	head.Fact, head.Sentence = "区域(a)\\b", "both"
	first(d.Root, "Figure").Fact = "gdp.growth@2023~1"
	d.Root.Kids[2].(*Element).Kids[1].(*Element).Sentence = "list"
	root, err := structureOf(finish(t, pdf, d, sampleFiles()...))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	root.outline(&b, 0)
	if d := cmp.Diff(wantOutline, b.String()); d != "" {
		t.Error(d)
	}
	if got, want := root.Kids[0].Kids[0].All(), "塞北（示例）Sample district"; got != want {
		t.Errorf("the heading is %q, want %q", got, want)
	}
}

const wantOutline = `Document zh-Hans ""
 Sect zh-Hans ""
  H1 zh-Hans ""
   Span zh-Hans "塞北（示例）"
   Span en "Sample district"
  TOC zh-Hans ""
   TOCI zh-Hans ""
    Reference zh-Hans "2"
     Link zh-Hans "经济 Economy"
   TOCI zh-Hans ""
    Reference zh-Hans "3"
     Link zh-Hans "说明 Notes"
  P zh-Hans "董事长𬬻川，投资2.31亿元，增长6.5%。"
  P zh-Hans ""
   Link en "note 1"
  P zh-Hans ""
   Link zh-Hans "https://example.org/年(1)?a=1&b=2"
 Sect zh-Hans ""
  H2 zh-Hans "经济Economy"
  P zh-Hans "表1 Table 1"
  Table zh-Hans ""
   TR zh-Hans ""
    TH zh-Hans "指标 Indicator"
    TH zh-Hans "数值 Value"
    TH zh-Hans "增长 Growth"
   TR zh-Hans ""
    TH zh-Hans "指标0" fact 区域(a)\b sentence both
    TD zh-Hans "12.5" fact gdp.level@2023
    TD zh-Hans ""
   TR zh-Hans ""
    TH zh-Hans "指标1"
    TD zh-Hans "12.5"
    TD zh-Hans ""
   TR zh-Hans ""
    TH zh-Hans "指标2"
    TD zh-Hans "12.5"
    TD zh-Hans ""
  Figure en "6.5%" fact gdp.growth@2023~1
 Sect zh-Hans ""
  H2 zh-Hans "说明 Notes"
  Sect zh-Hans "" sentence list
   P zh-Hans ""
    Lbl zh-Hans "1."
    Span zh-Hans "一项 item"
   P zh-Hans ""
    Lbl zh-Hans "2."
    Span zh-Hans "一项 item"
   P zh-Hans ""
    Lbl zh-Hans "3."
    Span zh-Hans "一项 item"
  Note zh-Hans ""
   Lbl zh-Hans "①"
   P zh-Hans "来源 source"
`

// treeFile is a file with one page, object 3, a font /F1, and elements, objects from 8 on; the first is the root.
func treeFile(content string, elements ...string) []byte {
	streamOf := func(data string) string {
		return fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(data), data)
	}
	return plainFile("", append([]string{
		"<</Pages 2 0 R/StructTreeRoot 7 0 R/Lang(zh)>>", "<</Type/Pages/Kids[3 0 R]>>",
		"<</Type/Page/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R>>", streamOf(content),
		"<</Type/Font/Subtype/Type0/Encoding/Identity-H/ToUnicode 6 0 R>>", streamOf(identityMap), "<</K 8 0 R>>",
	}, elements...)...)
}

// Three marks of one letter each, an artifact, and unmarked text.
const threeMarks = "/F1 9 Tf BT /P <</MCID 0>> BDC (\x00A) Tj EMC /Artifact BMC (\x00x) Tj EMC (\x00y) Tj " +
	"/P <</MCID 1>> BDC (\x00B) Tj EMC /P <</MCID 2>> BDC /Span BMC (\x00C) Tj 0 -9 Td (\x00D) Tj EMC EMC ET"

func TestStructureOfOtherFiles(t *testing.T) {
	const rest = "<</S/P/Pg 3 0 R/K[1 2]>>"
	for name, c := range map[string]struct {
		elements []string
		want     string // All of the root
	}{
		"marks":             {[]string{"<</S/P/Pg 3 0 R/K[0 1 2]>>"}, "ABC\nD"},
		"marks in order":    {[]string{"<</S/P/Pg 3 0 R/K[2 0 1]>>"}, "C\nDAB"},
		"page last":         {[]string{"<</S/P/K[0 1 2]/Pg 3 0 R>>"}, "ABC\nD"},
		"dictionaries":      {[]string{"<</S/P/K[<</Type/MCR/Pg 3 0 R/MCID 0>><</Type/OBJR/Pg 3 0 R/Obj 1 0 R>> 9 0 R]>>", rest}, "ABC\nD"},
		"element between":   {[]string{"<</S/P/Pg 3 0 R/K[0 9 0 R 2]>>", "<</S/Span/Pg 3 0 R/K 1>>"}, "ABC\nD"},
		"elements around":   {[]string{"<</S/P/Pg 3 0 R/K[9 0 R 1 10 0 R]>>", "<</S/Span/Pg 3 0 R/K 2>>", "<</S/Span/Pg 3 0 R/K 0>>"}, "C\nDBA"},
		"list of one root":  {[]string{"<</S/P/Pg 3 0 R/K[0 9 0 R]/A[<</O/Layout>> 0<</O/UserProperties>>]>>", rest}, "ABC\nD"},
		"other properties":  {[]string{"<</S/P/Pg 3 0 R/K[0 1 2]/A<</O/UserProperties/P[<</N(Age)/V 5>><</N(Fact)>>]>>>>"}, "ABC\nD"},
		"nothing below one": {[]string{"<</S/P/Pg 3 0 R/K[0 1 2 9 0 R]>>", "<</S/Span/K[]>>"}, "ABC\nD"},
	} {
		root, err := structureOf(treeFile(threeMarks, c.elements...))
		if err != nil || root.All() != c.want || root.Lang != "zh" || root.Fact != "" {
			t.Errorf("%s: %v, %+v, want %q", name, err, root, c.want)
		}
	}
}

func TestStructureRefused(t *testing.T) {
	const all = "<</S/P/Pg 3 0 R/K[0 1 2]>>"
	marks := func(content string) string { return "/F1 9 Tf BT " + content + " ET" }
	one := func(element string) []string { return []string{element} }
	for name, c := range map[string]struct {
		content  string
		elements []string
		want     string
	}{
		"element in itself":  {threeMarks, one("<</S/P/K 8 0 R>>"), "object 8 stands in it twice"},
		"circle":             {threeMarks, []string{"<</S/P/K 9 0 R>>", "<</S/P/K 10 0 R>>", "<</S/P/K 9 0 R>>"}, "object 9 stands in it twice"},
		"element twice":      {threeMarks, []string{"<</S/P/K[9 0 R 9 0 R]>>", all}, "object 9 stands in it twice"},
		"too deep":           {threeMarks, chain(maxNested + 2), "too deep"},
		"no such mark":       {threeMarks, one("<</S/P/Pg 3 0 R/K[0 1 2 3]>>"), "page 1 has no MCID 3"},
		"high mark":          {threeMarks, one("<</S/P/Pg 3 0 R/K 2147483647>>"), "page 1 has no MCID 2147483647"},
		"negative mark":      {threeMarks, one("<</S/P/Pg 3 0 R/K -1>>"), "an MCID: \"-1\""},
		"mark twice":         {threeMarks, one("<</S/P/Pg 3 0 R/K[0 1 2 1]>>"), "MCID 1 of page 1 belongs to two elements"},
		"mark left over":     {threeMarks, one("<</S/P/Pg 3 0 R/K[0 1]>>"), "MCID 2 of page 1 is in no element"},
		"mark on no page":    {threeMarks, one("<</S/P/K 0>>"), "MCID 0 is on no page"},
		"page no page":       {threeMarks, one("<</S/P/Pg 2 0 R/K 0>>"), "a reference to object 2 in place of a page"},
		"mark in a form":     {threeMarks, one("<</S/P/Pg 3 0 R/K<</Type/MCR/Stm 4 0 R/MCID 0>>>>"), "outside of the content of pages"},
		"mark unnumbered":    {threeMarks, one("<</S/P/Pg 3 0 R/K<</Type/MCR>>>>"), "neither a mark nor a link"},
		"number of 33 bits":  {threeMarks, one("<</S/P/Pg 3 0 R/K[0 4294967296]>>"), `"4294967296" is not a non-negative integer`},
		"marked of 33 bits":  {threeMarks, one("<</S/P/Pg 3 0 R/K<</Type/MCR/MCID 4294967296>>>>"), `"4294967296" is not a non-negative integer`},
		"number a name":      {threeMarks, one("<</S/P/Pg 3 0 R/K<</Type/MCR/MCID/A>>>>"), "an MCID is the name /A"},
		"element in place":   {threeMarks, one("<</S/P/Pg 3 0 R/K<</S/Span/K 0>>>>"), "neither a mark nor a link"},
		"kid a string":       {threeMarks, one("<</S/P/Pg 3 0 R/K(a)>>"), "it holds a string"},
		"no element":         {threeMarks, one("[0]"), "an array in place of an element"},
		"stream":             {threeMarks, one("<</S/P/Length 1>>\nstream\n.\nendstream"), "a stray keyword where endobj should be"},
		"missing":            {threeMarks, one("<</S/P/K 99 0 R>>"), "object 99: the file has no such object"},
		"no type":            {threeMarks, one("<</Pg 3 0 R/K[0 1 2]>>"), "it has no type"},
		"type a string":      {threeMarks, one("<</S(P)>>"), "its type is a string"},
		"key twice":          {threeMarks, one("<</S/P/S/P>>"), "the key /S twice"},
		"language a name":    {threeMarks, one("<</S/P/Lang/en>>"), "/Lang: the name /en in place of a text"},
		"attributes away":    {threeMarks, one("<</S/P/A 7 0 R>>"), "a reference to object 7 in place of attributes"},
		"property a name":    {threeMarks, one("<</S/P/A<</O/UserProperties/P[/Fact]>>>>"), "a user property is the name /Fact"},
		"fact a number":      {threeMarks, one("<</S/P/A<</O/UserProperties/P[<</N(Fact)/V 5>>]>>>>"), "the number 5 in place of a text"},
		"mark in a mark":     {marks("/P <</MCID 0>> BDC /P <</MCID 1>> BDC EMC EMC"), one(all), "stands in another"},
		"mark begun anew":    {marks("/P <</MCID 0>> BDC EMC /P <</MCID 0>> BDC EMC"), one(all), "MCID 0 stands on the page twice"},
		"mark not closed":    {marks("/P <</MCID 0>> BDC (\x00A) Tj"), one(all), "page 1: marked content is not closed"},
		"mark closed twice":  {marks("/P <</MCID 0>> BDC EMC EMC"), one(all), "does not nest"},
		"mark too high":      {marks("/P <</MCID 65537>> BDC EMC"), one(all), "too high"},
		"properties by name": {marks("/P /MC0 BDC EMC"), one(all), "not a dictionary in place"},
	} {
		root, err := structureOf(treeFile(c.content, c.elements...))
		if err == nil || !strings.Contains(err.Error(), c.want) || root != nil {
			t.Errorf("%s: error %v, want one with %q", name, err, c.want)
		}
	}
}

// chain is a chain of n elements, each in the one before.
func chain(n int) []string {
	var all []string
	for i := range n {
		all = append(all, fmt.Sprintf("<</S/Div/K %d 0 R>>", 9+i))
	}
	return all
}

func TestStructureOfNoTree(t *testing.T) {
	for name, c := range map[string]struct{ catalog, top, want string }{
		"no tree":       {"", "null", "structure tree: the file has none"},
		"tree a number": {"/StructTreeRoot 7", "null", "the number 7"},
		"no root":       {"/StructTreeRoot 4 0 R", "<<>>", "nothing in place of one element"},
		"two roots":     {"/StructTreeRoot 4 0 R", "<</K[3 0 R 3 0 R]>>", "an array in place of one element"},
		"language":      {"/StructTreeRoot 4 0 R/Lang/en", "<</K 3 0 R>>", "language of the document"},
	} {
		pdf := plainFile("", "<</Pages 2 0 R"+c.catalog+">>", "<</Type/Pages/Kids[3 0 R]>>", "<</Type/Page>>", c.top)
		if _, err := structureOf(pdf); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want one with %q", name, err, c.want)
		}
	}
}

// A small file cannot make its reader use much memory, for example by the highest MCID of many pages.
func TestStructureIsBounded(t *testing.T) {
	const pages = 200
	content := "/P <</MCID 65536>> BDC EMC"
	objects := []string{"<</Pages 2 0 R/StructTreeRoot 3 0 R>>", "", "<<>>", fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(content), content)}
	kids := ""
	for i := range pages {
		kids += fmt.Sprintf("%d 0 R ", 5+i)
		objects = append(objects, "<</Type/Page/Contents 4 0 R>>")
	}
	objects[1] = "<</Type/Pages/Kids[" + kids + "]>>"
	if _, err := structureOf(plainFile("", objects...)); err == nil || !strings.Contains(err.Error(), "more than 64 MiB") {
		t.Errorf("error %v", err)
	}
}

// The file declares user properties only if it has some (table 321).
func TestUserPropertiesAreAnnounced(t *testing.T) {
	if got := finished(t).at(finished(t).catalog, "MarkInfo", "UserProperties"); got != nil {
		t.Errorf("a file without user properties says %v", got)
	}
	pdf, d := sample(t)
	first(first(d.Root, "Table").Kids[1].(*Element), "TH").Fact = "gdp.level@2023"
	w := reopen(t, finish(t, pdf, d))
	if got := w.at(w.catalog, "MarkInfo", "UserProperties"); got != true {
		t.Errorf("a file with user properties says %v", got)
	}
	found := 0
	for _, e := range w.elements("TH") {
		if w.at(e, "A", 1) == nil {
			continue
		}
		found++
		if w.at(e, "A", 0, "O") != name("Table") || w.at(e, "A", 0, "Scope") != name("Row") || w.at(e, "A", 1, "O") != name("UserProperties") ||
			w.at(e, "A", 1, "P", 0, "N") != str("Fact") || w.at(e, "A", 1, "P", 0, "V") != str("gdp.level@2023") || w.at(e, "A", 1, "P", 1) != nil {
			t.Errorf("attributes %v", e["A"])
		}
	}
	if found != 1 {
		t.Errorf("%d elements have two attributes", found)
	}
}
