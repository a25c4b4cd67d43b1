package tidy

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/message"
	"nianbao/internal/stat"
	"nianbao/internal/wording"
)

// Wide lays the rows of a series out with a column for each period, and one row for what has the same fact ID but for the
// period, in one unit. Of several vintages of a figure it keeps the one that is added last. Variants are left out.
type Wide struct {
	at      map[string]int // columns of the long table
	rows    []*wideRow
	byKey   map[string]*wideRow
	periods map[string]bool
	shared  map[string]string // each text once: most of them stand in many rows
}

type wideRow struct {
	about  []string // in the columns of wideColumns
	mult   int
	values map[string]string // by period
}

// wideColumns are those that say what a row is about.
func wideColumns() []string {
	return []string{
		"ref_area", "area_code", "theme", "indicator", "indicator_zh", "indicator_en", "measure", "price_basis", "growth_kind", "only", "part",
		"scope", "unit_measure", "unit_mult",
	}
}

// NewWide starts a table.
func NewWide() *Wide {
	w := &Wide{at: map[string]int{}, byKey: map[string]*wideRow{}, periods: map[string]bool{}, shared: map[string]string{}}
	for i, column := range wording.DataColumns() {
		w.at[column] = i
	}
	return w
}

// Add takes a row of the long table.
func (w *Wide) Add(row []string) error {
	get := func(column string) string { return row[w.at[column]] }
	id := get("fact_id")
	if get("variant_of") != "" || id == "fact_id" { // the header
		return nil
	}
	mult, err := strconv.Atoi(get("unit_mult"))
	if err != nil {
		return message.Errorf("%s: power of ten %.20q: want a whole number", id, get("unit_mult"))
	}
	name, _, _ := strings.Cut(id, "@")
	key := strings.Join([]string{get("ref_area"), name, get("unit_measure")}, "\x00")
	r := w.byKey[key]
	if r == nil {
		r = &wideRow{mult: mult, values: map[string]string{}}
		for _, column := range wideColumns() {
			r.about = append(r.about, w.share(get(column)))
		}
		w.byKey[key], w.rows = r, append(w.rows, r)
	}
	value := get("obs_value")
	if value != "" && mult != r.mult {
		d, err := decimal.NewFromString(value)
		if err != nil {
			return message.Errorf("%s: value %.60q: want a number", id, value)
		}
		value = stat.Plain(d.Shift(int32(mult - r.mult)))
	}
	period := w.share(get("time_period"))
	w.periods[period], r.values[period] = true, w.share(value)
	return nil
}

func (w *Wide) share(s string) string {
	if known, ok := w.shared[s]; ok {
		return known
	}
	s = strings.Clone(s) // not a part of a whole row
	w.shared[s] = s
	return s
}

// Write hands over the table, the header first. A row is only valid until write returns.
func (w *Wide) Write(write func([]string) error) error {
	periods := slices.SortedFunc(maps.Keys(w.periods), func(a, b string) int {
		p, _ := stat.ParsePeriod(a) // what is none comes first
		q, _ := stat.ParsePeriod(b)
		return cmp.Or(p.Compare(q), strings.Compare(a, b))
	})
	if err := write(slices.Concat(wideColumns(), periods)); err != nil {
		return err
	}
	line := make([]string, len(wideColumns())+len(periods))
	for _, r := range w.rows {
		rest := line[copy(line, r.about):]
		for i, p := range periods {
			rest[i] = r.values[p]
		}
		if err := write(line); err != nil {
			return err
		}
	}
	return nil
}

// Rows is the number of rows.
func (w *Wide) Rows() int { return len(w.rows) }
