package intake

import (
	"maps"
	"slices"
	"strings"

	"nianbao/internal/catalog"
	"nianbao/internal/dataset"
	"nianbao/internal/locale"
	"nianbao/internal/message"
	"nianbao/internal/stat"
	"nianbao/internal/xlsx"
)

// File is a file that somebody sent.
type File struct {
	Name string // without folders
	Data []byte
}

// Reading is what a file says.
type Reading struct {
	Name      string
	Kind      Kind
	Area      string
	Period    stat.Period // of a form; zero of a table
	Proposals []dataset.Proposal
	Problems  []Problem
	Removed   []string     // IDs of figures whose cells were emptied on a page
	book      *xlsx.Filled // nil of a text file
}

// Kind is what a file is.
type Kind string

// The kinds.
const (
	FormFile  Kind = "form"  // of package form
	TableFile Kind = "table" // the sheet data of an edition's workbook, or its file data.csv
)

// Problem is something in a file that keeps it from being taken.
type Problem struct {
	Origin dataset.Origin
	Msg    *message.Text
}

// MaxFile is the size in bytes above which a file is refused.
const MaxFile = 32 << 20

// Loader gives the data of an area, which a file is about.
type Loader func(area string) (*stat.Dataset, error)

// Read reads a file. What is wrong with single cells is in the reading's problems; an error says that the file as a whole
// cannot be read, or the area's data.
func Read(f File, load Loader) (*Reading, error) {
	r, err := read(f, load)
	if err != nil {
		return nil, message.Errorf("%s: %w", f.Name, err)
	}
	return r, nil
}

func read(f File, load Loader) (*Reading, error) {
	if len(f.Data) > MaxFile {
		return nil, message.Errorf("the file is larger than %d MiB", MaxFile>>20)
	}
	if strings.HasSuffix(strings.ToLower(f.Name), ".csv") {
		return readCSV(f, load)
	}
	book, err := xlsx.ReadFilled(f.Data)
	if err != nil {
		return nil, err
	}
	return readBook(f, book, load)
}

func readBook(f File, book *xlsx.Filled, load Loader) (*Reading, error) {
	if s := book.Sheet("data"); s != nil && len(s.Rows) > 0 && len(s.Rows[0]) > 0 && s.Rows[0][0].Text == "fact_id" {
		r, err := readTable(f.Name, s, load)
		if err == nil {
			r.book = book
			r.Problems = append(r.Problems, overtyped(f.Name, book)...)
		}
		return r, err
	}
	for i := range book.Sheets {
		if area, period, ok := identity(&book.Sheets[i]); ok {
			r := &formReader{Reading: Reading{Name: f.Name, Kind: FormFile, Area: area, Period: period, book: book}, sheet: &book.Sheets[i]}
			return r.read(load)
		}
	}
	return nil, message.Errorf("this is neither a form of the program (no cell in the first rows says what it is of, as saibei@2024) nor the workbook of an edition (no sheet data)")
}

// identity finds the text that says what a form is of.
func identity(s *xlsx.FilledSheet) (area string, period stat.Period, ok bool) {
	for _, row := range s.Rows[:min(len(s.Rows), 10)] {
		for _, v := range row {
			area, when, found := strings.Cut(strings.TrimSpace(v.Text), "@")
			if !found || !stat.IsCode(area) {
				continue
			}
			if period, err := stat.ParsePeriod(when); err == nil {
				return area, period, true
			}
		}
	}
	return "", stat.Period{}, false
}

// Marked is the file with the problems as comments in its cells; false if it is no workbook.
func (r *Reading) Marked(problems []Problem, lang message.Lang) ([]byte, bool, error) {
	if r.book == nil {
		return nil, false, nil
	}
	texts := map[dataset.Origin]string{}
	var order []dataset.Origin
	for _, p := range problems {
		if p.Origin.File != r.Name || p.Origin.Sheet == "" {
			continue
		}
		if texts[p.Origin] == "" {
			order = append(order, p.Origin)
		} else {
			texts[p.Origin] += "\n"
		}
		texts[p.Origin] += message.In(lang, p.Msg)
	}
	var comments []xlsx.Comment
	for _, at := range order {
		comments = append(comments, xlsx.Comment{Sheet: at.Sheet, Cell: at.Cell, Text: texts[at]})
	}
	data, err := r.book.Annotated(comments)
	return data, true, err
}

func (r *Reading) problem(at dataset.Origin, format string, args ...any) {
	r.Problems = append(r.Problems, Problem{at, message.Of(format, args...)})
}

// bothWords are the words of Chinese and English for the units of an area, and for those of the catalogue, which it has not used
// yet.
func bothWords(d *stat.Dataset) ([]*locale.Words, error) {
	units := catalog.AllUnits()
	maps.Copy(units, d.Units)
	zh, err := locale.For(stat.Hans, units)
	if err != nil {
		return nil, err
	}
	en, err := locale.For(stat.En, units)
	return []*locale.Words{zh, en}, err
}

// statusOf reads a status: its code, or its word in either language.
func statusOf(text string, words []*locale.Words) (stat.Status, bool) {
	s := fold(text)
	for _, status := range stat.Statuses() {
		named := slices.ContainsFunc(words, func(w *locale.Words) bool {
			return strings.EqualFold(s, fold(w.Status(status))) || strings.EqualFold(s, string(status)+fold(w.Status(status)))
		})
		if named || strings.EqualFold(s, string(status)) {
			return status, true
		}
	}
	return "", false
}
