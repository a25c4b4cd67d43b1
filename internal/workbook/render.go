package workbook

import (
	"errors"
	"time"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
)

// Options are the choices that concern the workbook alone.
type Options struct {
	Words   []*locale.Words // of the edition's languages, in order
	Zh, En  *locale.Words   // of the Chinese and English columns of the sheet "data"
	Created time.Time       // when the file says it was made
	Creator string          // the program and its version
}

// Render makes the workbook of an edition, as the bytes of an XLSX file: the same for the same input. A text
// that no cell can hold is an error naming sheet and cell; so is a table with more rows than a sheet has.
func Render(e *edition.Edition, opt Options) ([]byte, error) {
	switch {
	case len(opt.Words) == 0 || opt.Zh == nil || opt.En == nil:
		return nil, errors.New("render workbook: it has no words")
	case opt.Created.IsZero():
		return nil, errors.New("render workbook: it has no date of creation")
	}
	p, err := makePlan(e, opt)
	if err != nil {
		return nil, err
	}
	layouts, err := inspect(p)
	if err != nil {
		return nil, err
	}
	return write(p, layouts, opt.Created)
}
