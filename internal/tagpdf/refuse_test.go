package tagpdf

import (
	"bytes"
	"strings"
	"testing"
	"time"
)

// first finds the first element of a type.
func first(e *Element, kind string) *Element {
	if e.Type == kind {
		return e
	}
	for _, k := range e.Kids {
		if below, ok := k.(*Element); ok {
			if f := first(below, kind); f != nil {
				return f
			}
		}
	}
	return nil
}

// font changes the regular font.
func (d *Document) font(change func(*Font)) {
	f := d.Fonts["F1"]
	change(&f)
	d.Fonts["F1"] = f
}

// TestDocumentRefused changes one thing in the document of the sample.
func TestDocumentRefused(t *testing.T) {
	pdf, _ := sample(t)
	for name, c := range map[string]struct {
		change func(d *Document)
		want   string
	}{
		"no root":             {func(d *Document) { d.Root = nil }, "not a Document"},
		"another root":        {func(d *Document) { d.Root.Type = "Sect" }, "not a Document"},
		"no title":            {func(d *Document) { d.Title = "" }, "no title"},
		"no language":         {func(d *Document) { d.Lang = "" }, "language tag"},
		"no date":             {func(d *Document) { d.Created = time.Time{} }, "no date of creation"},
		"a control character": {func(d *Document) { d.Subject = "a\x00" }, "control character"},
		"invalid text":        {func(d *Document) { d.Author = "\xff" }, "not valid text"},
		"fact with a control": {func(d *Document) { first(d.Root, "P").Fact = "a\x00" }, "control character"},
		"sentence invalid":    {func(d *Document) { first(d.Root, "P").Sentence = "\xff" }, "not valid text"},
		"an endless string":   {func(d *Document) { first(d.Root, "Figure").Alt = strings.Repeat("字", 20000) }, "longer than"},

		"unknown type":         {func(d *Document) { first(d.Root, "P").Type = "Paragraph" }, `Document/Sect[1]/Paragraph[1]: "Paragraph" is no structure type`},
		"unfit language":       {func(d *Document) { first(d.Root, "P").Lang = "中文" }, "language tag"},
		"TR in Sect":           {func(d *Document) { first(d.Root, "P").Type = "TR" }, "TR stands in Sect"},
		"P in Table":           {func(d *Document) { first(d.Root, "TR").Type = "P" }, "P stands in Table"},
		"short row":            {func(d *Document) { s := first(d.Root, "Table").Kids[2].(*Element); s.Kids = s.Kids[:2] }, "row 3 has 2 columns, not 3"},
		"no scope":             {func(d *Document) { first(d.Root, "TH").Scope = "" }, "scope"},
		"scope of a TD":        {func(d *Document) { first(d.Root, "TD").Scope = "Row" }, "only a TH"},
		"figure without Alt":   {func(d *Document) { first(d.Root, "Figure").Alt = "" }, "no alternative text"},
		"figure without box":   {func(d *Document) { first(d.Root, "Figure").BBox = [4]float64{} }, "no bounding box"},
		"heading skipped":      {func(d *Document) { first(d.Root, "H2").Type = "H3" }, "H3 follows a heading of level 1"},
		"first heading not H1": {func(d *Document) { first(d.Root, "H1").Type = "H2" }, "H2 follows a heading of level 0"},
		"note without ID":      {func(d *Document) { first(d.Root, "Note").ID = "" }, "no ID"},
		"ID twice":             {func(d *Document) { first(d.Root, "P").ID = "note-1" }, "given twice"},
		"element twice":        {func(d *Document) { d.Root.Kids = append(d.Root.Kids, d.Root.Kids[0]) }, "stands in the tree twice"},
		"element in itself":    {func(d *Document) { s := first(d.Root, "Sect"); s.Kids = append(s.Kids, s) }, "stands in the tree twice"},
		"P in itself":          {func(d *Document) { p := first(d.Root, "P"); p.Kids = append([]Kid{p}, p.Kids...) }, "stands in the tree twice"},
		"nil element":          {func(d *Document) { d.Root.Kids = append(d.Root.Kids, (*Element)(nil)) }, "kid 4 is nil"},
		"kid 4 is nil":         {func(d *Document) { d.Root.Kids = append(d.Root.Kids, nil) }, "kid 4 is nil"},

		"mark of no page":     {func(d *Document) { p := first(d.Root, "P"); p.Kids[0] = &Mark{Page: 4} }, "page 4 of 3"},
		"mark not drawn":      {func(d *Document) { p := first(d.Root, "P"); p.Kids = append(p.Kids, &Mark{1, 77}) }, "page 1 has no MCID 77"},
		"mark used twice":     {func(d *Document) { p := first(d.Root, "P"); p.Kids = append(p.Kids, p.Kids[0]) }, "belongs to two elements"},
		"mark left over":      {func(d *Document) { first(d.Root, "P").Kids = nil }, "of page 1 is in no element"},
		"mark in a TR":        {func(d *Document) { r := first(d.Root, "TR"); r.Kids[0] = &Mark{2, 0} }, "TR holds content itself"},
		"link in P":           {func(d *Document) { first(d.Root, "Link").Type = "P" }, "a link stands in P"},
		"link to nowhere":     {func(d *Document) { l := first(d.Root, "Link"); l.Kids = l.Kids[:1] }, "leads nowhere"},
		"link without words":  {func(d *Document) { first(d.Root, "Link").Kids[1].(*Link).Contents = "" }, "no contents"},
		"link to no page":     {func(d *Document) { first(d.Root, "Link").Kids[1].(*Link).ToPage = 4 }, "page 4 of 3"},
		"link to no URI":      {func(d *Document) { first(d.Root, "Link").Kids[1].(*Link).URI = "https://年" }, "characters that no URI has"},
		"link off the page":   {func(d *Document) { first(d.Root, "Link").Kids[1].(*Link).Rect[2] = 700 }, "not within its page"},
		"link nil":            {func(d *Document) { first(d.Root, "Link").Kids[1] = (*Link)(nil) }, "kid 2 is nil"},
		"link twice":          {func(d *Document) { l := first(d.Root, "Link"); l.Kids = append(l.Kids, l.Kids[1]) }, "twice"},
		"bookmark to no page": {func(d *Document) { d.Bookmarks[0].Kids[0].Page = 0 }, `bookmark "经济 Economy" leads to page 0 of 3`},
		"bookmark untitled":   {func(d *Document) { d.Bookmarks[0].Title = "" }, "bookmark"},

		"font not given":        {func(d *Document) { delete(d.Fonts, "F2") }, "font /F2 is selected, but not given"},
		"font cut too short":    {func(d *Document) { d.font(func(f *Font) { f.Characters, f.Widths = f.Characters[:9], f.Widths[:9] }) }, "font /F1 has no glyph 10, which is shown"},
		"font unnamed":          {func(d *Document) { d.font(func(f *Font) { f.Name = "" }) }, "font /F1: it has no name"},
		"font without file":     {func(d *Document) { d.font(func(f *Font) { f.File = nil }) }, "font /F1: it has no file"},
		"font without widths":   {func(d *Document) { d.font(func(f *Font) { f.Widths = f.Widths[1:] }) }, "widths for"},
		"private-use character": {func(d *Document) { d.font(func(f *Font) { f.Characters[0] = 0xE000 }) }, "U+E000 is no character that a reader can know"},
		"no character":          {func(d *Document) { d.font(func(f *Font) { f.Characters[0] = 0xFFFE }) }, "U+FFFE is no character"},
		"control character":     {func(d *Document) { d.font(func(f *Font) { f.Characters[0] = '\a' }) }, "U+0007 is no character"},
	} {
		_, d := sample(t)
		c.change(&d)
		got, err := tag(pdf, d)
		if err == nil || !strings.Contains(err.Error(), c.want) || got != nil {
			t.Errorf("%s: error %v, want one with %q", name, err, c.want)
		}
	}
}

// TestAttachmentRefused changes one thing in the files attached to the sample.
func TestAttachmentRefused(t *testing.T) {
	tagged, err := Tag(sample(t))
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		change func(files []Attachment)
		want   string
	}{
		"unnamed":    {func(files []Attachment) { files[0].Name = "a/b" }, "not a file name"},
		"of a name":  {func(files []Attachment) { files[1].Name = "data.csv" }, "two of that name"},
		"of no type": {func(files []Attachment) { files[0].Media = "csv" }, "not a media type"},
		"unrelated":  {func(files []Attachment) { files[0].Relationship = "Copy" }, "is none of"},
		"undated":    {func(files []Attachment) { files[0].Modified = time.Time{} }, "no date"},
	} {
		files := sampleFiles()
		c.change(files)
		got, err := tagged.Finish(files...)
		if err == nil || !strings.Contains(err.Error(), c.want) || got != nil {
			t.Errorf("%s: error %v, want one with %q", name, err, c.want)
		}
	}
}

// TestDrawingRefused draws one page with invalid content.
func TestDrawingRefused(t *testing.T) {
	for name, c := range map[string]struct {
		draw func(p *pen)
		want string
	}{
		"text outside of marks":  {func(p *pen) { p.say(60, 60, "x") }, `content of page 1: byte`},
		"line outside of marks":  {func(p *pen) { p.pdf.Line(60, 60, 70, 70) }, "outside of marks and artifacts"},
		"mark in a mark":         {func(p *pen) { p.mark(func() { p.mark(func() {}) }) }, "stands in another"},
		"artifact in a mark":     {func(p *pen) { p.mark(func() { p.artifact(func() {}) }) }, "stands in another"},
		"mark left open":         {func(p *pen) { p.pdf.RawWriteStr("/P <</MCID 0>> BDC") }, "not closed"},
		"mark closed twice":      {func(p *pen) { p.pdf.RawWriteStr("EMC") }, "does not nest"},
		"mark across a text":     {func(p *pen) { p.pdf.RawWriteStr("BT /Artifact BMC ET EMC") }, `"ET": it does not nest`},
		"number twice":           {func(p *pen) { p.mark(func() {}); p.next[0] = 0; p.mark(func() {}) }, "MCID 0 stands on the page twice"},
		"number too high":        {func(p *pen) { p.pdf.RawWriteStr("/P <</MCID 99999999>> BDC EMC") }, "too high"},
		"artifact with a number": {func(p *pen) { p.pdf.RawWriteStr("/Artifact <</MCID 0>> BDC EMC") }, "an artifact has an MCID"},
		"named properties":       {func(p *pen) { p.pdf.RawWriteStr("/P /MC0 BDC EMC") }, "the name /MC0"},
		"CMYK":                   {func(p *pen) { p.pdf.RawWriteStr("0 0 0 1 k") }, `operator "k": it is not understood`},
		"spot colour":            {func(p *pen) { p.pdf.RawWriteStr("/CS0 cs") }, `operator "cs"`},
		"image":                  {func(p *pen) { p.pdf.RawWriteStr("/I1 Do") }, `operator "Do": it is not understood`},
		"transparency":           {func(p *pen) { p.pdf.RawWriteStr("/GS1 gs") }, `operator "gs"`},
		"gradient":               {func(p *pen) { p.pdf.RawWriteStr("/Sh1 sh") }, `operator "sh"`},
		"inline image":           {func(p *pen) { p.pdf.RawWriteStr("BI") }, `operator "BI"`},
		"unbalanced Q":           {func(p *pen) { p.pdf.RawWriteStr("Q") }, "does not nest"},
		"q left open":            {func(p *pen) { p.pdf.RawWriteStr("q") }, "not restored"},
		"q too deep":             {func(p *pen) { p.pdf.RawWriteStr(strings.Repeat("q ", 29) + strings.Repeat("Q ", 29)) }, "does not nest"},
		"missing glyph":          {func(p *pen) { p.artifact(func() { p.say(60, 60, "x"); p.pdf.RawWriteStr("BT <0002> Tj ET") }) }, "font /F1 has no glyph 2"},
		"glyph of nothing":       {func(p *pen) { p.artifact(func() { p.say(60, 60, "x"); p.pdf.RawWriteStr("BT <0000> Tj ET") }) }, "font /F1 has no glyph 0"},
		"font of fpdf":           {func(p *pen) { p.pdf.SetFont("Helvetica", "", 10) }, "is selected, but not given"},
		"link of fpdf":           {func(p *pen) { p.pdf.LinkString(10, 10, 10, 10, "https://a") }, "page 1: /Annots is not understood"},
		"bookmark of fpdf":       {func(p *pen) { p.pdf.Bookmark("a", 0, 0) }, "catalog: /Outlines"},
		"script":                 {func(p *pen) { p.pdf.SetJavascript("1") }, "/JavaScript"},
		"password":               {func(p *pen) { p.pdf.SetProtection(0, "a", "b") }, "Encrypt"},
	} {
		p := newPen(t)
		p.turn()
		p.next = []int{0}
		c.draw(p)
		_, err := Tag(p.bytes(t), Document{Root: el("Document"), Lang: "en", Title: "t", Created: created, Fonts: p.fonts(t)})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want one with %q", name, err, c.want)
		}
	}
}

// TestFileNotUnderstood changes a few bytes of a valid file without moving the others.
func TestFileNotUnderstood(t *testing.T) {
	pdf, d := smallFile()
	for _, c := range []struct{ from, to, want string }{
		{"/F1 9 Tf", "/F3 9 Tf", "font /F3 is selected, but not given"},
		{"<0001>", "<0003>", "font /F1 has no glyph 3"},
		{"[0 0 595.28 841.89]", "[0 0 595.28       ]", "no media box"},
		{"[0 0 595.28 841.89]", "[0 0 595.28 /     ]", "media box of page 1 holds a name"},
		{"/Names[]", "/Names 5", "attachments of its own"},
		{"/EmbeddedFiles", "/EmbeddedGiles", "names: /EmbeddedGiles is not understood"},
		{"/Resources 4", "/Resourcez 4", "page 1: /Resourcez is not understood"},
		{"/Names<<", "/Namez<<", "catalog: /Namez is not understood"},
		{"/MCID 0", "/MCID[]", "the MCID is an array"},
		{"/F1 9 Tf", "    9 Tf", "1 operands, not 2"},
		{"1 2 Td", "  2 Td", "1 operands, not 2"},
		{" 1 2 Td", " 1[] Td", "a height is an array"},
	} {
		changed := bytes.Replace(pdf, []byte(c.from), []byte(c.to), 1)
		if len(changed) != len(pdf) || bytes.Equal(changed, pdf) {
			t.Errorf("%s: the change does not fit", c.from)
		}
		_, err := Tag(changed, d)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want one with %q", c.to, err, c.want)
		}
	}
}

func TestFinishedTwice(t *testing.T) {
	pdf, d := sample(t)
	if _, err := Tag(finish(t, pdf, d, sampleFiles()...), d); err == nil || !strings.Contains(err.Error(), "catalog: /AF") {
		t.Errorf("error %v, want one that names the catalog's key", err)
	}
}
