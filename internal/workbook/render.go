package workbook

import (
	"time"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/message"
	"nianbao/internal/wording"
)

// Profile says what the workbook is for.
type Profile string

// The profiles.
const (
	Working   Profile = "working"   // live formulas, filters and frozen headers
	Published Profile = "published" // values only, as the guidance on statistics in spreadsheets wants it
)

// Options are the choices that concern the workbook alone.
type Options struct {
	Words   []*locale.Words   // of the edition's languages, in order
	Data    []wording.DataRow // of the sheet "data": the edition's, as the CSV has them
	Created time.Time         // when the file says it was made
	Creator string            // the program and its version
	Profile Profile           // Working unless given
}

// Render makes the workbook of an edition, as the bytes of an XLSX file: the same for the same input. A text
// that no cell can hold is an error naming sheet and cell; so is a table with more rows than a sheet has, and a
// profile that does not exist.
func Render(e *edition.Edition, opt Options) ([]byte, error) {
	switch {
	case len(opt.Words) == 0:
		return nil, message.Errorf("render workbook: it has no words")
	case len(opt.Data) == 0 && len(e.Facts) > 0:
		return nil, message.Errorf("render workbook: it has no rows of data")
	case opt.Created.IsZero():
		return nil, message.Errorf("render workbook: it has no date of creation")
	case opt.Profile == "":
		opt.Profile = Working
	case opt.Profile != Working && opt.Profile != Published:
		return nil, message.Errorf("render workbook: profile %q: want %s or %s", opt.Profile, Working, Published)
	}
	book, err := makePlan(e, opt)
	if err != nil {
		return nil, err
	}
	return book.Write()
}
