package workbook

import (
	"bytes"
	"fmt"
	"io"
	"regexp"
	"sort"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
)

// book is a file being written. Its first error is kept, and nothing is done after it.
type book struct {
	file       *excelize.File
	profile    Profile
	styles     map[style]int
	amendments []amendment
	heading    int // master format of the style "Heading 1"
	err        error
}

// write puts a plan into a file, each sheet in its layout.
func write(p plan, layouts []layout, created time.Time) (data []byte, err error) {
	b := &book{file: excelize.NewFile(), profile: p.profile, styles: map[style]int{}}
	defer func() { err = firstError(err, b.file.Close()) }()
	b.file.SetZipWriter(func(w io.Writer) excelize.ZipWriter { return newArchive(w, b.amendments) })
	b.setFont()
	b.addHeading()
	// The library marks the value of every formula as a text.
	b.amend("xl/worksheets/sheet*.xml", without(` t="str"`))
	if p.profile == Published {
		b.amend("xl/tables/table*.xml", withoutFilter)
	}
	for i, s := range p.sheets {
		if i == 0 {
			b.do(b.file.SetSheetName("Sheet1", s.name))
		} else {
			_, err := b.file.NewSheet(s.name)
			b.do(err)
		}
		b.sheet(s, layouts[i])
		b.charts(s, layouts[i], p.properties.languages)
		if b.err != nil {
			return nil, fmt.Errorf("write sheet %q: %w", s.name, b.err)
		}
	}
	b.file.SetActiveSheet(0)
	// The library lists them in the order of a map.
	defaults := b.file.ContentTypes.Defaults
	sort.Slice(defaults, func(i, j int) bool { return defaults[i].Extension < defaults[j].Extension })
	b.describe(p.properties, created)
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

func (b *book) amend(name string, change func([]byte) []byte) {
	b.amendments = append(b.amendments, amendment{name, change})
}

func without(s string) func([]byte) []byte {
	return func(data []byte) []byte { return bytes.ReplaceAll(data, []byte(s), nil) }
}

var filter = regexp.MustCompile(`<autoFilter [^>]*>(</autoFilter>)?`)

// withoutFilter takes the filter off a table; the library gives one to every table.
func withoutFilter(data []byte) []byte { return filter.ReplaceAll(data, nil) }

func (b *book) do(err error) { b.err = firstError(b.err, err) }

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

func (b *book) sheet(s sheet, l layout) {
	row := 1
	for i, title := range s.titles {
		style, height := style{role: titleRole}, titleHeight
		if i > 0 {
			style, height = styleOf(subtitleRole), secondHeight
		}
		b.row(s.name, row, height)
		b.text(s.name, cellName(0, row), title, style)
		row++
	}
	for i, line := range l.lines {
		height := lineHeight
		if i == len(l.lines)-1 {
			height += lineGap
		}
		b.row(s.name, row, height)
		b.text(s.name, cellName(0, row), line, styleOf(lineRole))
		row++
	}
	b.table(s, l)
	last := cellName(len(s.table.columns)-1, l.header+len(s.table.rows))
	b.do(b.file.SetSheetDimension(s.name, "A1:"+last))
	b.view(s, l)
	b.page(s, l)
}

func (b *book) row(sheet string, row int, height float64) {
	b.do(b.file.SetRowHeight(sheet, row, height))
}

func (b *book) text(sheet, at, s string, as style) {
	b.do(b.file.SetCellStr(sheet, at, escape(s)))
	b.style(sheet, at, as)
}

func (b *book) table(s sheet, l layout) {
	for i, c := range s.table.columns {
		name, err := excelize.ColumnNumberToName(i + 1)
		b.do(err)
		b.do(b.file.SetColWidth(s.name, name, name, l.widths[i]))
		b.text(s.name, cellName(i, l.header), c.header, style{role: headerRole, kind: c.kind, indented: i > 0 && c.kind == text})
	}
	for i, height := range l.heights {
		b.row(s.name, l.header+i, height)
	}
	for i, row := range s.table.rows {
		for j, c := range row {
			b.cell(s, cellName(j, l.header+1+i), c, style{kind: s.table.columns[j].kind, indented: j > 0 && s.table.columns[j].kind == text})
		}
		if b.err != nil {
			return
		}
	}
	if len(s.table.rows) == 0 {
		return // an Excel table cannot be without rows
	}
	last := cellName(len(s.table.columns)-1, l.header+len(s.table.rows))
	stripes := false
	b.do(b.file.AddTable(s.name, &excelize.Table{
		Range: cellName(0, l.header) + ":" + last, Name: s.table.name, ShowRowStripes: &stripes,
	}))
	// A year or a paragraph's number is a text here, and no mistake.
	b.do(b.file.AddIgnoredErrors(s.name, cellName(0, l.header+1)+":"+last, excelize.IgnoredErrorsNumberStoredAsText))
}

// cell writes a cell in the look of its column.
func (b *book) cell(s sheet, at string, c cell, look style) {
	look.role, look.decimals, look.link, look.plain = bodyRole, c.decimals, c.link != "", s.plain
	look.tone = c.tone
	switch c.kind {
	case number:
		b.do(b.file.SetCellDefault(s.name, at, c.text))
		if c.formula != "" {
			b.do(b.file.SetCellFormula(s.name, at, c.formula))
		}
	case date:
		day, err := serial(c.text)
		b.do(err)
		b.do(b.file.SetCellDefault(s.name, at, day))
	case truth:
		b.do(b.file.SetCellBool(s.name, at, c.text == "true"))
	case text:
		b.do(b.file.SetCellStr(s.name, at, escape(c.text)))
	}
	b.style(s.name, at, look)
	if inside, ok := strings.CutPrefix(c.link, "#"); ok {
		b.do(b.file.SetCellHyperLink(s.name, at, inside, "Location"))
	}
}

// serial is the number of a day as Excel counts them: 1 January 1900 is 1, and 29 February 1900, which was
// not, is 60.
func serial(day string) (string, error) {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return "", err
	}
	n := int(t.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24)
	if n < 61 {
		return "", fmt.Errorf("the day %s lies before those that a workbook can count", day)
	}
	return fmt.Sprint(n), nil
}

var escaped = regexp.MustCompile(`^_x[0-9A-Fa-f]{4}_`)

// escape keeps a text that looks like an escaped character (ECMA-376, 22.9.2.19 ST_Xstring) from being read as
// that character. The library does so for texts in cells, but not for shared ones.
func escape(s string) string {
	var b strings.Builder
	for i := range len(s) {
		if s[i] == '_' && escaped.MatchString(s[i:]) {
			b.WriteString("_x005F")
		}
		b.WriteByte(s[i])
	}
	return b.String()
}
