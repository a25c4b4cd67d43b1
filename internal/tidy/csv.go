package tidy

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"slices"

	"nianbao/internal/edition"
)

// CSV writes rows as comma-separated values (RFC 4180) in UTF-8 without a byte-order mark: the columns of
// [edition.DataColumns] in row 1, one figure in each row after it.
func CSV(rows []edition.DataRow) ([]byte, error) {
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	records := [][]string{edition.DataColumns()}
	for _, r := range rows {
		records = append(records, r.Fields())
	}
	if err := w.WriteAll(records); err != nil {
		return nil, fmt.Errorf("write csv: %w", err)
	}
	return out.Bytes(), nil
}

// ReadCSV reads back what CSV wrote, as the fields of each row without the header. Other columns are an error.
func ReadCSV(data []byte) ([][]string, error) {
	r := csv.NewReader(bytes.NewReader(data))
	records, err := r.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("read csv: %w", err)
	}
	if len(records) == 0 || !slices.Equal(records[0], edition.DataColumns()) {
		return nil, fmt.Errorf("read csv: row 1 is not the header of a data file")
	}
	return records[1:], nil
}
