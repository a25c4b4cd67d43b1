package tidy

import (
	"encoding/csv"
	"io"
	"slices"

	"nianbao/internal/message"
	"nianbao/internal/stat"
	"nianbao/internal/wording"
)

// Series lays rows of many releases out as one table: the columns of the tidy table, whatever columns the release had that
// a row comes from.
type Series struct {
	write   func([]string) error
	columns []string
	row     []string
	Rows    int
}

// SeriesOf says which release rows come from, with the columns of its file.
type SeriesOf struct {
	Edition  string // its period
	Release  string // number
	Released string // date; "" if unknown
	Columns  []string
}

// NewSeries starts a table; write takes a row, which is only valid until it returns, the header first.
func NewSeries(write func([]string) error) (*Series, error) {
	s := &Series{write: write, columns: wording.DataColumns()}
	s.row = make([]string, len(s.columns))
	return s, write(s.columns)
}

// Add adds the rows of a release.
func (s *Series) Add(of SeriesOf, rows [][]string) error {
	from, given := of.sources(s.columns)
	for _, row := range rows {
		for i, at := range from {
			if s.row[i] = given[i]; at >= 0 {
				s.row[i] = row[at]
			}
		}
		if err := s.write(s.row); err != nil {
			return err
		}
		s.Rows++
	}
	return nil
}

// sources are, for each column, where it stands in the release's file, or else what is known without the file.
func (of SeriesOf) sources(columns []string) (from []int, given []string) {
	known := map[string]string{"edition": of.Edition, "release": of.Release, "released": of.Released}
	earlier := map[string]string{"price_basis": "basis"} // what columns were called before
	for _, column := range columns {
		at := slices.Index(of.Columns, column)
		if at < 0 {
			at = slices.Index(of.Columns, earlier[column])
		}
		from, given = append(from, at), append(given, known[column])
	}
	return from, given
}

// SeriesCSV gives the write function of a series that goes to a CSV file, and what ends it.
func SeriesCSV(to io.Writer, bom bool) (write func([]string) error, flush func() error) {
	w := csv.NewWriter(to)
	begun := !bom
	write = func(row []string) error {
		if !begun {
			begun = true
			if _, err := io.WriteString(to, byteOrderMark); err != nil {
				return message.Errorf("write the series: %w", err)
			}
		}
		return w.Write(row)
	}
	return write, func() error {
		w.Flush()
		return w.Error()
	}
}

// SeriesNumbers are the columns of a series, long or wide, whose cells are numbers.
func SeriesNumbers(column string) bool {
	if _, err := stat.ParsePeriod(column); err == nil {
		return true
	}
	i := slices.IndexFunc(dataColumns(), func(c Column) bool { return c.Name == column })
	return i >= 0 && (dataColumns()[i].Type == typeNumber || dataColumns()[i].Type == typeInteger)
}
