package xlsx

import (
	"bytes"
	"cmp"
	"errors"
	"io"
	"io/fs"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// skeleton is the input of the library's part of a workbook: the styles, the theme, and the lists of sheets and parts.
// Many books share one.
type skeleton struct {
	face   string // typeface of cells
	sheets []framedSheet
	names  []definedName
	parts  []typedPart // our parts whose type does not follow from their names
	looks  []style     // cell styles by number, from 1
}

// framedSheet is the part of a sheet that the library needs.
type framedSheet struct {
	name     string
	repeated string // the rows and columns repeated on each page, or ""
	printed  string // the print area, or "" for the whole sheet
}

// definedName is a name that formulas use for a range.
type definedName struct{ name, refers string }

// typedPart is the name of a part and the end of its content type.
type typedPart struct{ name, kind string }

var frames = memo[[]member]{most: 32}

// members returns the parts that the library makes, compressed.
func (f skeleton) members() ([]member, error) {
	return frames.get(f.key(), func() ([]member, error) {
		parts, err := f.build()
		return packAll(parts), err
	})
}

// key is the cache key of a skeleton.
func (f skeleton) key() []byte {
	key := make([]byte, 0, 4096)
	key = appendField(key, f.face)
	key = append(strconv.AppendInt(key, int64(len(f.sheets)), 10), ';')
	for _, s := range f.sheets {
		key = appendField(appendField(appendField(key, s.name), s.repeated), s.printed)
	}
	key = append(strconv.AppendInt(key, int64(len(f.names)), 10), ';')
	for _, n := range f.names {
		key = appendField(appendField(key, n.name), n.refers)
	}
	key = append(strconv.AppendInt(key, int64(len(f.parts)), 10), ';')
	for _, p := range f.parts {
		key = appendField(appendField(key, p.name), p.kind)
	}
	for _, s := range f.looks {
		key = s.appendKey(key)
	}
	return key
}

// appendField appends a self-delimiting text.
func appendField(key []byte, s string) []byte {
	return append(append(strconv.AppendInt(key, int64(len(s)), 10), ':'), s...)
}

// skeletonBuilder builds a skeleton. It keeps its first error and does nothing after it.
type skeletonBuilder struct {
	file    *excelize.File
	face    string
	heading int // master format of the style "Heading 1"
	err     error
}

func (b *skeletonBuilder) do(err error) { b.err = cmp.Or(b.err, err) }

// build lets the library make a workbook of empty sheets, and returns all parts except the sheets.
func (f skeleton) build() (parts []part, err error) {
	b := &skeletonBuilder{file: excelize.NewFile(), face: f.face}
	defer func() { err = cmp.Or(err, b.file.Close()) }()
	b.setFont()
	b.addHeading()
	b.addLooks(f.looks)
	for i, s := range f.sheets {
		b.enterSheet(i, s)
	}
	for _, n := range f.names {
		b.define(n.name, n.refers, "")
	}
	b.addTones()
	for _, p := range f.parts {
		b.enterPart(p)
	}
	// The library writes the shared strings only if a cell has one.
	b.do(b.file.SetCellStr(f.sheets[0].name, "A1", ""))
	b.file.Sheet.Clear()
	made := &collection{}
	b.file.SetZipWriter(func(io.Writer) excelize.ZipWriter { return made })
	if b.err == nil {
		b.do(b.file.Write(io.Discard))
	}
	return made.parts(), b.err
}

func (b *skeletonBuilder) enterSheet(i int, s framedSheet) {
	if i == 0 {
		b.do(b.file.SetSheetName("Sheet1", s.name))
	} else {
		_, err := b.file.NewSheet(s.name)
		b.do(err)
	}
	b.define("_xlnm.Print_Titles", s.repeated, s.name)
	b.define("_xlnm.Print_Area", s.printed, s.name)
}

// define defines a name, unless it refers to nothing. The scope is a sheet, or "" for the book.
func (b *skeletonBuilder) define(name, refers, scope string) {
	if refers != "" {
		b.do(b.file.SetDefinedName(&excelize.DefinedName{Name: name, RefersTo: refers, Scope: scope}))
	}
}

func (b *skeletonBuilder) enterPart(p typedPart) {
	if b.err != nil {
		return
	}
	types := b.file.ContentTypes
	entry := types.Overrides[0]
	entry.PartName, entry.ContentType = "/"+p.name, "application/vnd.openxmlformats-officedocument."+p.kind+"+xml"
	types.Overrides = append(types.Overrides, entry)
}

// collection collects what the library writes.
type collection struct {
	names []string
	data  []*bytes.Buffer
}

// Create implements excelize.ZipWriter.
func (c *collection) Create(name string) (io.Writer, error) {
	c.names, c.data = append(c.names, name), append(c.data, &bytes.Buffer{})
	return c.data[len(c.data)-1], nil
}

// AddFS implements excelize.ZipWriter. It is not used.
func (c *collection) AddFS(fs.FS) error { return errors.ErrUnsupported }

// Close implements excelize.ZipWriter.
func (c *collection) Close() error { return nil }

// parts returns the parts without those that our code always writes.
func (c *collection) parts() []part {
	var list []part
	for i, name := range c.names {
		if !strings.HasPrefix(name, "xl/worksheets/") && name != textsPart && name != corePart && name != appPart {
			list = append(list, part{name, c.data[i].Bytes()})
		}
	}
	return list
}
