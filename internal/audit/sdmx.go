package audit

import (
	"bytes"
	"encoding/csv"
	"strings"

	"nianbao/internal/message"
)

// sdmx holds the file for exchange, which has a row for each figure that is no variant. Its columns are called as those of
// the data are, in capitals; what the data have under no such name is not compared.
func (j *judge) sdmx(data []byte) error {
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		return message.Errorf("read csv: %w", err)
	}
	if len(rows) == 0 {
		return message.Errorf("read csv: it is empty")
	}
	// The facts are brought to the front, where tables have what tells their rows apart.
	for i, row := range rows {
		rows[i] = append([]string{row[len(row)-1]}, row[:len(row)-1]...)
	}
	t, err := newTable(rows[0], rows[1:])
	if err != nil {
		return message.Errorf("read csv: %w", err)
	}
	if t.columns[0] != "FACT_ID" {
		return message.Errorf("the last column is %q, not FACT_ID", t.columns[0])
	}
	if j.figures != nil {
		j.exchanged(t)
	}
	return nil
}

// exchanged holds the rows of the file for exchange against the figures.
func (j *judge) exchanged(t table) {
	names := map[string]string{"FREQ": "frequency"}
	differs := map[string]bool{"INDICATOR": true, "TIME_PERIOD": true} // which are spelled as SDMX has them
	for i, row := range t.rows {
		at, ok := j.figures.byKey[row[0]]
		if !ok {
			j.disagree("%s: no such fact", row[0])
			continue
		}
		for n, column := range t.columns {
			name, named := names[column]
			if !named {
				name = strings.ToLower(column)
			}
			if want := j.figures.cell(at, name); j.figures.column(name) >= 0 && !differs[column] && t.rows[i][n] != want {
				j.disagree("%s: %s is %q, want %q", row[0], column, t.rows[i][n], want)
			}
		}
	}
	j.missing(t, func(i int) bool { return j.figures.cell(i, "variant_of") != "" })
}
