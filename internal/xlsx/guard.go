package xlsx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"nianbao/internal/message"
)

// Limits of a workbook that comes from outside. The library keeps a record for every row, and for every cell up to the last
// one of its row, so that a small file could fill the memory.
const (
	maxUnzipped = 64 << 20
	maxParts    = 2000
	maxFilled   = 20000 // rows of a sheet
	maxWide     = 256   // columns
	maxCells    = 1 << 20
	maxEntries  = 1 << 20
	maxMerged   = 1000
)

// guardian reads a file through, and refuses what is no XLSX file or would take too much memory.
type guardian struct {
	left    int64 // bytes
	cells   int   // of all sheets, with the empty ones before others
	entries int   // other elements
	sheets  map[string]*sheetFacts
}

// sheetFacts is what a part says of a sheet and its cells beside what they hold.
type sheetFacts struct {
	cells  map[int][]cellFacts // by row, from 1, in order of columns
	hidden []int               // rows, from 0
	merged []string
}

type cellFacts struct {
	column  int // from 1
	style   int
	kind    string
	formula bool
}

// guard refuses what is no XLSX file, or would take too much memory. It returns the facts of sheets by their parts.
func guard(file []byte) (map[string]*sheetFacts, error) {
	if bytes.HasPrefix(file, []byte{0xD0, 0xCF, 0x11, 0xE0}) { // a compound file: an old workbook, or a locked new one
		if bytes.Contains(file, []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00")) {
			return nil, message.Errorf("the workbook is locked by a password: open it, remove the password, and save it")
		}
		return nil, message.Errorf("this is a workbook of the old format (.xls, .et): open it and save it as .xlsx")
	}
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return nil, message.Errorf("this is no workbook in the .xlsx format, or it was cut short: open it and save it as .xlsx")
	}
	if len(z.File) > maxParts {
		return nil, message.Errorf("the workbook has more than %d parts", maxParts)
	}
	g := &guardian{left: maxUnzipped, sheets: map[string]*sheetFacts{}}
	for _, f := range z.File {
		if err := g.part(f); err != nil {
			return nil, err
		}
	}
	return g.sheets, nil
}

// part reads a part through.
func (g *guardian) part(f *zip.File) error {
	in, err := f.Open()
	if err != nil {
		return damaged(err)
	}
	defer in.Close()
	limited := &io.LimitedReader{R: in, N: g.left + 1}
	name := strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/")
	switch folder, _, _ := strings.Cut(name, "/"); {
	case path.Dir(name) == "xl/worksheets":
		if g.sheets[name] != nil {
			return message.Errorf("the workbook is damaged: %s", name)
		}
		g.sheets[name] = &sheetFacts{cells: map[int][]cellFacts{}}
		err = (&sheetWalk{guardian: g, name: name, facts: g.sheets[name]}).read(limited)
	case folder == "xl" && !strings.HasPrefix(name, "xl/pivotCache/") && !strings.HasPrefix(name, "xl/media/") || name == "[Content_Types].xml":
		err = g.count(limited)
	}
	if err == nil {
		_, err = io.Copy(io.Discard, limited)
	}
	switch g.left = limited.N - 1; {
	case limited.N <= 0:
		return message.Errorf("the workbook unzips to more than %d MiB", maxUnzipped>>20)
	case err != nil:
		return damaged(err)
	}
	return nil
}

// damaged says that a part cannot be read. What has a message of its own stays.
func damaged(err error) error {
	if _, worded := errors.AsType[*message.Text](err); worded {
		return err
	}
	return message.Errorf("the workbook is damaged: %s", err.Error())
}

// elements calls a function for each element that begins in a part.
func elements(in io.Reader, see func(e xml.StartElement) error) error {
	for tokens := xml.NewDecoder(in); ; {
		token, err := tokens.RawToken()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if e, ok := token.(xml.StartElement); ok {
			if err := see(e); err != nil {
				return err
			}
		}
	}
}

// count counts the elements of a part without cells, as of shared texts and styles. What is no XML the library refuses or
// does not read.
func (g *guardian) count(in io.Reader) error {
	err := elements(in, func(xml.StartElement) error { return g.entry() })
	if _, worded := errors.AsType[*message.Text](err); worded {
		return err
	}
	return nil
}

func (g *guardian) entry() error {
	if g.entries++; g.entries > maxEntries {
		return message.Errorf("the workbook has more than %d texts, styles and other entries", maxEntries)
	}
	return nil
}

// sheetWalk reads the part of a sheet.
type sheetWalk struct {
	*guardian
	name        string
	facts       *sheetFacts
	row, column int // of the cell that was read last, from 1
}

func (w *sheetWalk) read(in io.Reader) error { return elements(in, w.element) }

func (w *sheetWalk) element(e xml.StartElement) error {
	switch e.Name.Local {
	case "row":
		return w.newRow(e)
	case "c":
		return w.cell(e)
	case "f":
		if row := w.facts.cells[w.row]; len(row) > 0 {
			row[len(row)-1].formula = true
		}
	case "mergeCell":
		if w.facts.merged = append(w.facts.merged, attribute(e, "ref")); len(w.facts.merged) > maxMerged {
			return message.Errorf("%s has more than %d merged ranges", w.name, maxMerged)
		}
	case "v", "is", "t":
	default:
		return w.entry()
	}
	return nil
}

func (w *sheetWalk) newRow(e xml.StartElement) error {
	row := w.row + 1
	if r := attribute(e, "r"); r != "" {
		row, _ = strconv.Atoi(r)
	}
	switch {
	case row <= w.row:
		return message.Errorf("%s has no place for cell %q", w.name, "A"+attribute(e, "r"))
	case row > maxFilled:
		return message.Errorf("%s has cells beyond row %d: delete empty rows below the figures", w.name, maxFilled)
	}
	if hidden := attribute(e, "hidden"); hidden == "1" || hidden == "true" {
		w.facts.hidden = append(w.facts.hidden, row-1)
	}
	before := w.row
	w.row, w.column = row, 0
	return w.take(row - before)
}

func (w *sheetWalk) cell(e xml.StartElement) error {
	column := w.column + 1
	if r := attribute(e, "r"); r != "" {
		c, row, err := excelize.CellNameToCoordinates(r)
		if err != nil || row != w.row || c < column {
			return message.Errorf("%s has no place for cell %q", w.name, r)
		}
		column = c
	}
	if column > maxWide {
		return message.Errorf("%s has cells beyond column %d: delete empty columns beside the figures", w.name, maxWide)
	}
	before := w.column
	w.column = column
	style, _ := strconv.Atoi(attribute(e, "s")) // none is 0
	w.facts.cells[w.row] = append(w.facts.cells[w.row], cellFacts{column: column, style: style, kind: attribute(e, "t")})
	return w.take(column - before)
}

// take counts cells, those without an element included.
func (w *sheetWalk) take(n int) error {
	if w.cells += n; w.cells > maxCells {
		return message.Errorf("the workbook has more than %d cells: delete empty rows and columns beside the figures", maxCells)
	}
	return nil
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name && a.Name.Space == "" {
			return a.Value
		}
	}
	return ""
}
