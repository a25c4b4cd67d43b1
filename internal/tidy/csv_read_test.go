package tidy

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"slices"

	"nianbao/internal/wording"
)

// readCSV reads back the table of the data as CSV, as the fields of each row without the header. Other columns are an error.
func readCSV(data []byte) ([][]string, error) {
	r := csv.NewReader(bytes.NewReader(data))
	records, err := r.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("read csv: %w", err)
	}
	if len(records) == 0 || !slices.Equal(records[0], wording.DataColumns()) {
		return nil, fmt.Errorf("read csv: row 1 is not the header of a data file")
	}
	return records[1:], nil
}
