package audit

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"

	"nianbao/internal/message"
)

// table is rows under named columns.
type table struct {
	columns []string
	at      map[string]int // columns by name
	rows    [][]string
	byKey   map[string]int // rows by what stands in the first column
}

func newTable(columns []string, rows [][]string) (table, error) {
	t := table{columns: columns, at: make(map[string]int, len(columns)), rows: rows, byKey: make(map[string]int, len(rows))}
	if len(columns) == 0 || slices.Contains(columns, "") {
		return t, message.Errorf("a column has no name")
	}
	for i, c := range columns {
		if _, twice := t.at[c]; twice {
			return t, message.Errorf("two columns are called %q", c)
		}
		t.at[c] = i
	}
	for i, row := range rows {
		if _, twice := t.byKey[row[0]]; twice {
			return t, message.Errorf("%s %q stands twice", columns[0], row[0])
		}
		t.byKey[row[0]] = i
	}
	return t, nil
}

// readCSV reads a CSV file, whose first row names the columns.
func readCSV(data []byte) (table, error) {
	records, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff")))).ReadAll()
	if err != nil {
		return table{}, message.Errorf("read csv: %w", err)
	}
	if len(records) == 0 {
		return table{}, message.Errorf("read csv: it is empty")
	}
	t, err := newTable(records[0], records[1:])
	if err != nil {
		return t, message.Errorf("read csv: %w", err)
	}
	return t, nil
}

// column is the index of a column, -1 if there is none.
func (t *table) column(name string) int {
	if i, ok := t.at[name]; ok {
		return i
	}
	return -1
}

// cell is what stands in a row under a column, "" if there is none.
func (t *table) cell(row int, column string) string {
	if i := t.column(column); i >= 0 {
		return t.rows[row][i]
	}
	return ""
}

// table is the facts of the document in the columns of the data, as far as the document has them.
func (d *document) table() (table, error) {
	targets := make(map[string]*target, len(d.Targets))
	for i := range d.Targets {
		targets[d.Targets[i].Fact] = &d.Targets[i]
	}
	outline := make(map[string]indicator, len(d.Indicators))
	for _, ind := range d.Indicators {
		outline[ind.Code] = ind
	}
	columns := documentColumns()
	facts := slices.Concat(d.Facts, d.Derived)
	rows := make([][]string, len(facts))
	cells := make([]string, len(columns)*len(rows))
	for i := range facts {
		f := &facts[i]
		rows[i], cells = cells[:0:len(columns)], cells[len(columns):]
		decimals := ""
		if f.Decimals != nil {
			decimals = strconv.Itoa(*f.Decimals)
		}
		rows[i] = append(rows[i],
			f.ID, f.Theme, f.Indicator, f.NameZh, f.NameEn, f.Area, f.Period, f.Measure, f.Basis, f.Only,
			f.value(), f.Unit, strconv.Itoa(f.Mult), decimals, f.Status, f.Qualifier, f.VariantOf)
		rows[i] = f.appendRest(rows[i], targets[f.preferred()], d.Area.Sample)
		ind := outline[f.Indicator]
		rows[i] = append(rows[i], f.Part, ind.PartOf, ind.Breakdown,
			d.Area.Official, f.Start, f.End, f.Sum, f.Freq, f.Basis, f.GrowthKind, strconv.FormatBool(i >= len(d.Facts)),
			d.Period, count(d.Release), d.ReleaseDate, strconv.FormatBool(f.Revised))
	}
	return newTable(columns, rows)
}

// documentColumns are the columns of the data that the document has as well.
func documentColumns() []string {
	return []string{
		"fact_id", "theme", "indicator", "indicator_zh", "indicator_en", "ref_area", "time_period", "measure", "basis", "only",
		"obs_value", "unit_measure", "unit_mult", "decimals", "obs_status", "qualifier", "variant_of",
		"scope", "out_of", "ranked_by", "tied", "assessment",
		"operator", "tolerance", "tolerance_unit", "tolerance_mult", "baseline_fact", "upper_bound",
		"source", "source_ref", "source_printed", "note_zh", "note_en", "sample",
		"part", "part_of", "breakdown",
		"area_code", "period_start", "period_end", "accumulation", "frequency", "price_basis", "growth_kind", "derived",
		"edition", "release", "released", "revised",
	}
}

// appendRest appends what stands elsewhere in the document, from the scope on.
func (f *fact) appendRest(cells []string, t *target, sample bool) []string {
	if k := f.Ranking; k != nil {
		cells = append(cells, k.Scope, count(k.Of), k.By, strconv.FormatBool(k.Tied), k.Group)
	} else {
		cells = append(cells, "", "", "", "", "")
	}
	switch {
	case t == nil:
		cells = append(cells, "", "", "", "", "", "")
	case t.Tolerance == nil:
		cells = append(cells, t.Operator, "", "", "", t.Baseline, number(t.UpTo))
	default:
		cells = append(cells, t.Operator, t.Tolerance.Value.String(), t.Tolerance.Unit, strconv.Itoa(t.Tolerance.Mult), t.Baseline, number(t.UpTo))
	}
	return append(cells,
		joined(f.Provenance, func(o origin) string { return o.Source }), joined(f.Provenance, func(o origin) string { return o.Ref }),
		joined(f.Provenance, func(o origin) string { return o.Printed }), f.NoteZh, f.NoteEn, strconv.FormatBool(sample))
}

// listEscapes keep a semicolon inside an item of a list from ending it.
var listEscapes = strings.NewReplacer(`\`, `\\`, `;`, `\;`)

// joined puts a list into one cell, as tables do: separated by semicolons, "" if all items are empty.
func joined(list []origin, of func(origin) string) string {
	var out strings.Builder
	empty := true
	for i, o := range list {
		if i > 0 {
			out.WriteByte(';')
		}
		item := of(o)
		empty = empty && item == ""
		out.WriteString(listEscapes.Replace(item))
	}
	if empty {
		return ""
	}
	return out.String()
}

// hold holds a table of the data against that of another file, or makes it what others are held against. Columns that
// only the new one has are held against files after it. The sheet of a workbook has no figures that are derived.
func (j *judge) hold(t table, sheet bool) {
	if j.figures == nil {
		j.figures, j.Figures = &t, len(t.rows)
		return
	}
	want := j.figures
	left := func(i int) bool { return sheet && want.cell(i, "derived") == "true" }
	wanted := 0
	for i := range want.rows {
		if !left(i) {
			wanted++
		}
	}
	if len(t.rows) != wanted {
		j.disagree("%d figures, want %d", len(t.rows), wanted)
	}
	at := make([]int, len(t.columns)) // the columns of what it is held against
	for i, c := range t.columns {
		at[i] = want.column(c)
	}
	more := make([][]string, len(want.rows))
	for _, row := range t.rows {
		i, ok := want.byKey[row[0]]
		if !ok {
			j.disagree("%s: no such fact", row[0])
			continue
		}
		for n, cell := range row {
			switch {
			case at[n] < 0:
				more[i] = append(more[i], cell)
			case cell != want.rows[i][at[n]]:
				j.disagree("%s: %s is %q, want %q", row[0], t.columns[n], cell, want.rows[i][at[n]])
			}
		}
	}
	j.missing(t, left)
	j.widen(t, at, more)
}

// missing tells of the figures that a table lacks, but for rows that are left out of it.
func (j *judge) missing(t table, left func(row int) bool) {
	for _, key := range slices.Sorted(maps.Keys(j.figures.byKey)) {
		if _, ok := t.byKey[key]; !ok && !left(j.figures.byKey[key]) {
			j.disagree("%s: it is missing", key)
		}
	}
}

// widen takes over the columns that a table has and the figures have not.
func (j *judge) widen(t table, at []int, more [][]string) {
	var added []string
	for i, c := range t.columns {
		if at[i] < 0 {
			added = append(added, c)
		}
	}
	if len(added) == 0 || len(t.rows) != len(j.figures.rows) {
		return
	}
	for i, c := range added {
		j.figures.at[c] = len(j.figures.columns) + i
	}
	j.figures.columns = slices.Concat(j.figures.columns, added)
	for i := range j.figures.rows {
		if len(more[i]) == len(added) {
			j.figures.rows[i] = slices.Concat(j.figures.rows[i], more[i])
		} else { // its row is missing, which is said
			j.figures.rows[i] = slices.Concat(j.figures.rows[i], make([]string, len(added)))
		}
	}
}

// edition reads the document, and takes its facts for what all others are held against.
func (j *judge) edition(data []byte) error {
	doc, err := readDocument(data)
	if err != nil {
		return err
	}
	t, err := doc.table()
	if err != nil {
		return err
	}
	j.doc = doc
	j.hold(t, false)
	return nil
}

// data holds the CSV of the data, whose columns the data package names.
func (j *judge) data(data []byte) error {
	t, err := readCSV(data)
	if err != nil {
		return err
	}
	if t.columns[0] != "fact_id" {
		return message.Errorf("the first column is %q, not fact_id", t.columns[0])
	}
	if err := j.headed(kindData, t); err != nil {
		return err
	}
	j.hold(t, false)
	return nil
}

// headed holds the columns of a table against those that the data package gives it.
func (j *judge) headed(kind string, t table) error {
	if j.pack == nil {
		return nil
	}
	r := j.pack.resource(kind)
	if r == nil {
		return message.Errorf("the data package does not describe it")
	}
	if names := r.names(); !slices.Equal(names, t.columns) {
		return message.Errorf("its columns are %q, and the data package names %q", t.columns, names)
	}
	return nil
}

// number is a number of JSON as a table has it; "" for null or none.
func number(n *json.Number) string {
	if n == nil {
		return ""
	}
	return n.String()
}
