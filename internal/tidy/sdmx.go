package tidy

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strconv"
	"strings"

	"nianbao/internal/message"
	"nianbao/internal/stat"
	"nianbao/internal/wording"
)

// sdmxStructure is the data structure that the columns follow; docs/data.md describes it.
const sdmxStructure = "NIANBAO:NIANBAO(1.0)"

// sdmxColumns are those of an SDMX-CSV file: what the format asks for, the dimensions, the value, its attributes.
func sdmxColumns() []string {
	return []string{
		"STRUCTURE", "STRUCTURE_ID", "ACTION",
		"FREQ", "REF_AREA", "INDICATOR", "MEASURE", "ACCUMULATION", "DETAIL", "TIME_PERIOD",
		"OBS_VALUE",
		"UNIT_MEASURE", "UNIT_MULT", "DECIMALS", "OBS_STATUS", "PRICE_BASIS", "GROWTH_KIND", "QUALIFIER", "DERIVED", "FACT_ID",
	}
}

// SDMX writes the rows of the tidy table as SDMX-CSV 2.0: one row a figure, since variants have no key of their own.
func SDMX(rows []wording.DataRow) ([]byte, error) {
	records := [][]string{sdmxColumns()}
	for _, r := range rows {
		if r.VariantOf != "" {
			continue
		}
		value, decimals := "", ""
		if r.Status.HasValue() {
			value, decimals = r.Quantity.Number(), strconv.Itoa(r.Quantity.Decimals())
		}
		records = append(records, []string{
			"datastructure", sdmxStructure, "I",
			string(r.Times.Freq), r.RefArea, sdmxCode(r.Indicator), string(r.Measure), string(r.Times.Accumulation), sdmxDetail(r), sdmxPeriod(r),
			value,
			r.Quantity.Unit, strconv.Itoa(r.Quantity.Mult), decimals, string(r.Status), string(r.Basis), r.GrowthKind, string(r.Qualifier),
			strconv.FormatBool(r.Derived), r.FactID,
		})
	}
	var out bytes.Buffer
	if err := csv.NewWriter(&out).WriteAll(records); err != nil {
		return nil, message.Errorf("write sdmx-csv: %w", err)
	}
	return out.Bytes(), nil
}

// sdmxCode spells a code as SDMX identifiers are: the figures of projects have a dot, which these cannot have.
func sdmxCode(code string) string { return strings.ReplaceAll(code, ".", "@") }

// sdmxDetail tells a figure from the usual one of its measure, as in its ID, apart from what frequency and accumulation tell:
// a scope, a part, a basis; _Z for that usual figure.
func sdmxDetail(r wording.DataRow) string {
	name, _, _ := strings.Cut(strings.TrimPrefix(r.FactID, r.Indicator+"."), "@")
	_, detail, _ := strings.Cut(name, "-")
	if r.Only != "" {
		detail = strings.TrimSuffix(strings.TrimSuffix(detail, string(r.Only)), "-")
	}
	if detail == "" || strings.HasPrefix(r.FactID, r.Indicator+"@") {
		return "_Z"
	}
	return detail
}

// sdmxPeriod spells what a figure is of as SDMX does: 2024, 2024-Q3 or 2024-05 of a year, quarter or month, or as of its end;
// 2024-01-01/P9M of what is cumulative from 1 January.
func sdmxPeriod(r wording.DataRow) string {
	end := r.Times.End
	switch {
	case r.Times.Accumulation == stat.YearToDate:
		return fmt.Sprintf("%s/P%dM", r.Times.Start, end.Month)
	case r.Times.Freq == stat.Yearly:
		return fmt.Sprintf("%04d", end.Year)
	case r.Times.Freq == stat.Quarterly:
		return fmt.Sprintf("%04d-Q%d", end.Year, end.Month/3)
	default:
		return fmt.Sprintf("%04d-%02d", end.Year, end.Month)
	}
}
