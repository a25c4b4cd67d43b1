package workbook

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"time"

	"github.com/xuri/excelize/v2"
)

// book is a file being written. Its first error is kept, and nothing is done after it.
//
// The library makes the styles, the properties, the list of the sheets and all that a file needs besides. Sheets,
// texts, tables and charts are parts of our own, which take the place of the library's when the file is closed.
type book struct {
	file    *excelize.File
	profile Profile
	styles  map[style]int
	heading int // master format of the style "Heading 1"
	texts   sharedTexts
	parts   map[string][]byte
	err     error

	tables, drawings, charts int // how many there are so far
}

// write puts a plan into a file, each sheet in its layout.
func write(p plan, layouts []layout, created time.Time) (data []byte, err error) {
	b := &book{
		file: excelize.NewFile(), profile: p.profile, styles: map[style]int{},
		texts: sharedTexts{numbers: map[string]int{}}, parts: map[string][]byte{},
	}
	defer func() { err = firstError(err, b.file.Close()) }()
	b.setFont()
	b.addHeading()
	for i, s := range p.sheets {
		b.enter(i, s, layouts[i])
		b.sheet(i, s, layouts[i], p.properties.languages)
		if b.err != nil {
			return nil, fmt.Errorf("write sheet %q: %w", s.name, b.err)
		}
	}
	b.enterTexts(p.sheets[0].name)
	b.describe(p.properties, created)
	b.file.Sheet.Clear() // the library's own sheets, which are empty
	b.file.SetZipWriter(func(w io.Writer) excelize.ZipWriter { return newArchive(w, b.parts) })
	var buf bytes.Buffer
	if b.err == nil {
		b.do(b.file.Write(&buf))
	}
	if b.err != nil {
		return nil, fmt.Errorf("write workbook: %w", b.err)
	}
	return buf.Bytes(), nil
}

func firstError(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

func (b *book) do(err error) { b.err = firstError(b.err, err) }

// enter lets the library know of a sheet: it lists the sheets, and the rows and columns that they repeat on paper.
func (b *book) enter(i int, s sheet, l layout) {
	if i == 0 {
		b.do(b.file.SetSheetName("Sheet1", s.name))
	} else {
		_, err := b.file.NewSheet(s.name)
		b.do(err)
	}
	b.do(b.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: repeated(s, l), Scope: s.name}))
}

// enterTexts lets the library know that there are shared texts, as it does once a cell has one.
func (b *book) enterTexts(sheet string) {
	b.do(b.file.SetCellStr(sheet, "A1", ""))
	b.parts["xl/sharedStrings.xml"] = b.texts.part()
}

// enterPart adds a part to the list of those whose type does not follow from their names.
func (b *book) enterPart(name, kind string) {
	if b.err != nil {
		return
	}
	types := b.file.ContentTypes
	entry := types.Overrides[0]
	entry.PartName, entry.ContentType = "/"+name, "application/vnd.openxmlformats-officedocument."+kind+"+xml"
	types.Overrides = append(types.Overrides, entry)
}

func (b *book) describe(p properties, created time.Time) {
	moment := created.UTC().Format(time.RFC3339)
	// The property holds one tag (ECMA-376 part 2, 11.1): the first language, in which titles and headers begin.
	language := ""
	if len(p.languages) > 0 {
		language = p.languages[0]
	}
	b.do(b.file.SetDocProps(&excelize.DocProperties{
		Title: p.title, Creator: p.creator, LastModifiedBy: p.creator, Keywords: p.keywords, Language: language,
		Description: p.program, Created: moment, Modified: moment,
	}))
	b.do(b.file.SetAppProps(&excelize.AppProperties{Application: p.program, Company: p.creator}))
}

// sheet writes the parts of a sheet: itself, its table, its charts, and the part that relates these to it.
func (b *book) sheet(i int, s sheet, l layout, languages []string) {
	w := &sheetWriter{book: b, sheet: s, layout: l, first: i == 0}
	if len(s.table.rows) > 0 { // an Excel table cannot be without rows
		b.tables++
		name := fmt.Sprintf("xl/tables/table%d.xml", b.tables)
		b.enterPart(name, "spreadsheetml.table")
		b.parts[name] = tablePart(s.table, b.tables, w.area(l.header), b.profile)
		w.relations = append(w.relations, relation{"table", name})
	}
	if len(s.charts) > 0 {
		w.relations = append(w.relations, relation{"drawing", b.drawing(s, l, languages)})
	}
	b.parts[fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1)] = w.part()
	if len(w.relations) > 0 {
		b.parts[fmt.Sprintf("xl/worksheets/_rels/sheet%d.xml.rels", i+1)] = relationsPart(w.relations)
	}
}

// tablePart makes the rows from the header on a table with a name (ECMA-376 part 1, 18.5.1.2), with a filter in a
// workbook to work with.
func tablePart(t table, id int, area string, profile Profile) []byte {
	out := fmt.Appendf(nil, `%s<table xmlns="%s" id="%d" name="%s" displayName="%s" ref="%s">`, xml.Header, mainSchema, id, t.name, t.name, area)
	if profile == Working {
		out = fmt.Appendf(out, `<autoFilter ref="%s"/>`, area)
	}
	out = fmt.Appendf(out, `<tableColumns count="%d">`, len(t.columns))
	for i, c := range t.columns {
		out = append(appendXML(fmt.Appendf(out, `<tableColumn id="%d" name="`, i+1), c.header), `"/>`...)
	}
	return append(out, `</tableColumns><tableStyleInfo showFirstColumn="0" showLastColumn="0" showRowStripes="0" showColumnStripes="0"/></table>`...)
}
