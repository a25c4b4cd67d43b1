package xlsx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"path"
	"strings"

	"github.com/xuri/excelize/v2"

	"nianbao/internal/message"
)

// Limits of a workbook that comes from outside. The library keeps a record for every row and cell up to the last one, so
// that a small file could fill the memory.
const (
	maxUnzipped = 64 << 20
	maxParts    = 2000
	maxFilled   = 20000 // rows of a sheet
	maxWide     = 256   // columns
	maxCells    = 1 << 20
	maxMerged   = 1000
)

// guard refuses what is no XLSX file, or would take too much memory.
func guard(file []byte) error {
	if bytes.HasPrefix(file, []byte{0xD0, 0xCF, 0x11, 0xE0}) { // a compound file: an old workbook, or a locked new one
		if bytes.Contains(file, []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00")) {
			return message.Errorf("the workbook is locked by a password: open it, remove the password, and save it")
		}
		return message.Errorf("this is a workbook of the old format (.xls, .et): open it and save it as .xlsx")
	}
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return message.Errorf("this is no workbook in the .xlsx format, or it was cut short: open it and save it as .xlsx")
	}
	if len(z.File) > maxParts {
		return message.Errorf("the workbook has more than %d parts", maxParts)
	}
	left := int64(maxUnzipped)
	for _, f := range z.File {
		n, err := guardPart(f, left)
		if err != nil {
			return err
		}
		left -= n
	}
	return nil
}

// guardPart reads a part through, and returns its length.
func guardPart(f *zip.File, left int64) (int64, error) {
	in, err := f.Open()
	if err != nil {
		return 0, message.Errorf("the workbook is damaged: %s", err.Error())
	}
	defer in.Close()
	limited := &io.LimitedReader{R: in, N: left + 1}
	if path.Dir(strings.TrimPrefix(f.Name, "/")) == "xl/worksheets" {
		if err := guardSheet(limited, f.Name); err != nil {
			return 0, err
		}
	}
	if _, err := io.Copy(io.Discard, limited); err != nil {
		return 0, message.Errorf("the workbook is damaged: %s", err.Error())
	}
	if limited.N <= 0 {
		return 0, message.Errorf("the workbook unzips to more than %d MiB", maxUnzipped>>20)
	}
	return left + 1 - limited.N, nil
}

// guardSheet counts the rows and cells of a sheet.
func guardSheet(in io.Reader, name string) error {
	tokens := xml.NewDecoder(in)
	cells, merged := 0, 0
	for {
		token, err := tokens.RawToken()
		if err != nil {
			return nil // what is no XML the library refuses
		}
		element, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		switch element.Name.Local {
		case "row", "c":
			if cells++; cells > maxCells {
				return message.Errorf("%s has more than %d cells", name, maxCells)
			}
			if err := guardPlace(element, name); err != nil {
				return err
			}
		case "mergeCell":
			if merged++; merged > maxMerged {
				return message.Errorf("%s has more than %d merged ranges", name, maxMerged)
			}
		}
	}
}

func guardPlace(element xml.StartElement, name string) error {
	for _, a := range element.Attr {
		if a.Name.Local != "r" {
			continue
		}
		cell := a.Value
		if element.Name.Local == "row" {
			cell = "A" + cell
		}
		column, row, err := excelize.CellNameToCoordinates(cell)
		switch {
		case err != nil:
			return message.Errorf("%s has no place for cell %q", name, cell)
		case row > maxFilled:
			return message.Errorf("%s has cells beyond row %d: delete empty rows below the figures", name, maxFilled)
		case column > maxWide:
			return message.Errorf("%s has cells beyond column %d: delete empty columns beside the figures", name, maxWide)
		}
	}
	return nil
}
