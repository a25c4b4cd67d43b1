package workbook

import (
	"time"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/message"
	"nianbao/internal/wording"
)

// Profile is the purpose of the workbook.
type Profile string

// The profiles.
const (
	Working   Profile = "working"   // to sort, filter and edit: formulas, filters, frozen headers
	Published Profile = "published" // values only, as the guidance on statistics in spreadsheets requires
)

// Options are the choices specific to the workbook.
type Options struct {
	Words   []*locale.Words   // of the edition's languages, in order
	Data    []wording.DataRow // rows of the sheet "data", as in the CSV
	Created time.Time         // creation time in the file; zero for none
	Creator string            // the program and its version
	Profile Profile           // defaults to Working
}

// Render returns the workbook of an edition as the bytes of an XLSX file, the same for the same input. It is an error,
// naming sheet and cell, if no cell can hold a text. A table with too many rows and an unknown profile are errors as
// well.
func Render(e *edition.Edition, opt Options) ([]byte, error) {
	switch {
	case len(opt.Words) == 0:
		return nil, message.Errorf("render workbook: it has no words")
	case len(opt.Data) == 0 && len(e.Facts) > 0:
		return nil, message.Errorf("render workbook: it has no rows of data")
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
