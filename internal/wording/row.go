package wording

import (
	"slices"
	"strconv"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

// DataRow is a row of the tidy table: one figure, be it preferred or a variant, in the columns of [DataColumns].
type DataRow struct {
	FactID      string
	Theme       string
	Indicator   string
	IndicatorZh string
	IndicatorEn string
	PartOf      string // the indicator that this one is a part of, or is contained in
	Breakdown   string // of that one, if it has a code
	RefArea     string
	AreaCode    string // the official one; "" if unknown
	Period      stat.Period
	Times       edition.Times
	Measure     stat.Measure
	Basis       stat.Basis // of a growth
	GrowthKind  string     // of a growth or change
	Only        stat.Only
	Part        string        // of a share: the indicator that has it
	stat.Figure               // its value is without meaning unless Status.HasValue()
	VariantOf   string        // fact ID of the preferred figure; "" for that figure itself
	Derived     bool          // worked out from cumulative figures
	Ranking     *stat.Ranking // of a rank, with the number of areas wherever it is known
	Target      *stat.Target  // of a target
	WordsZh     string        // of a target without a number
	WordsEn     string
	NoteZh      string // what the dataset remarks; of a variant, why it is not preferred
	NoteEn      string
	Vintage
}

// Vintage says which edition and release give a figure.
type Vintage struct {
	Edition  stat.Period
	Release  int       // 0 for none
	Released stat.Date // zero if unknown
	Revised  bool      // the figure was given differently before
	Sample   bool      // invented data
}

// DataColumns names the columns of the tidy table, in order.
func DataColumns() []string {
	return []string{
		"fact_id", "theme", "indicator", "indicator_zh", "indicator_en", "part_of", "breakdown", "ref_area", "area_code",
		"time_period", "period_start", "period_end", "accumulation", "frequency", "measure", "price_basis", "growth_kind", "only", "part",
		"obs_value", "unit_measure", "unit_mult", "decimals", "obs_status", "qualifier", "variant_of", "derived",
		"scope", "out_of", "ranked_by", "tied", "assessment",
		"operator", "tolerance", "tolerance_unit", "tolerance_mult", "baseline_fact", "upper_bound", "words_zh", "words_en",
		"source", "source_ref", "source_printed", "note_zh", "note_en",
		"edition", "release", "released", "revised", "sample",
	}
}

// Fields are the texts of the row in the order of DataColumns. A missing value has neither value nor
// decimals; numbers are plain digits with a point; what a row is not about is empty.
func (r DataRow) Fields() []string {
	value, decimals := "", ""
	if r.Status.HasValue() {
		value, decimals = r.Quantity.Number(), strconv.Itoa(r.Quantity.Decimals())
	}
	return slices.Concat(
		[]string{
			r.FactID, r.Theme, r.Indicator, r.IndicatorZh, r.IndicatorEn, r.PartOf, r.Breakdown, r.RefArea, r.AreaCode,
			r.Period.String(), r.Times.Start.String(), r.Times.End.String(), string(r.Times.Accumulation), string(r.Times.Freq), string(r.Measure),
			string(r.Basis), r.GrowthKind, string(r.Only), r.Part,
			value, r.Quantity.Unit, strconv.Itoa(r.Quantity.Mult), decimals, string(r.Status), string(r.Qualifier), r.VariantOf, strconv.FormatBool(r.Derived),
		},
		r.rankingFields(), r.targetFields(), OriginFields(r.From),
		[]string{r.NoteZh, r.NoteEn}, r.Vintage.fields(),
	)
}

func (v Vintage) fields() []string {
	release := ""
	if v.Release > 0 {
		release = strconv.Itoa(v.Release)
	}
	return []string{v.Edition.String(), release, v.Released.String(), strconv.FormatBool(v.Revised), strconv.FormatBool(v.Sample)}
}

func (r DataRow) rankingFields() []string {
	k := r.Ranking
	if k == nil {
		return make([]string, 5)
	}
	of := ""
	if k.Of > 0 {
		of = strconv.Itoa(k.Of)
	}
	return []string{k.Scope, of, string(k.By), strconv.FormatBool(k.Tied), k.Group}
}

func (r DataRow) targetFields() []string {
	t := r.Target
	if t == nil {
		return make([]string, 8)
	}
	fields := []string{string(t.Operator), "", "", "", t.Baseline, UpperBound(t), r.WordsZh, r.WordsEn}
	if q := t.Tolerance; q.Unit != "" {
		copy(fields[1:], []string{q.Number(), q.Unit, strconv.Itoa(q.Mult)})
	}
	return fields
}

// UpperBound is the upper bound of a target that is a range, in digits; "" of any other.
func UpperBound(t *stat.Target) string {
	if t.Operator != stat.Within {
		return ""
	}
	return t.UpTo.Number()
}

// OriginFields are the source, source_ref and source_printed of a row: lists of the same length, unless nothing is
// known.
func OriginFields(from []stat.Provenance) []string {
	var sources, refs, printed []string
	for _, p := range from {
		sources, refs, printed = append(sources, p.Source), append(refs, p.Ref), append(printed, p.Printed)
	}
	return []string{edition.JoinList(sources), edition.JoinList(refs), edition.JoinList(printed)}
}

// DataRows is the tidy table of an edition: a row a fact, each followed by its variants. zh and en are the words of its
// Chinese and English columns.
func DataRows(zh, en *locale.Words, e *edition.Edition) []DataRow {
	rows := make([]DataRow, 0, len(e.Facts))
	for _, f := range e.Facts {
		row := tidyRow(zh, en, e, f)
		rows = append(rows, row)
		row.VariantOf, row.NoteZh, row.NoteEn = f.ID, zh.Text(f.Reason), en.Text(f.Reason)
		for i, v := range f.Variants {
			row.FactID, row.Figure = edition.VariantID(f, i), v
			rows = append(rows, row)
		}
	}
	return rows
}

// DerivedRows are the rows of what is derived, which follow those of DataRows in files for machines. On a sheet, where
// figures can be edited, none would follow from the others.
func DerivedRows(zh, en *locale.Words, e *edition.Edition) []DataRow {
	var rows []DataRow
	for _, f := range e.Derived() {
		row := tidyRow(zh, en, e, f.Fact)
		row.Derived = true
		rows = append(rows, row)
	}
	return rows
}

func tidyRow(zh, en *locale.Words, e *edition.Edition, f *stat.Fact) DataRow {
	partOf, breakdown := e.PartOf(f.Subject)
	row := DataRow{
		FactID: f.ID, Theme: e.ThemeOf(f), Indicator: f.Subject, IndicatorZh: Subject(zh, e, f), IndicatorEn: Subject(en, e, f),
		PartOf: partOf, Breakdown: breakdown, RefArea: f.Area, AreaCode: string(e.Area.Official), Period: f.Period, Times: e.Times(f),
		Measure: f.Measure, Basis: e.Basis(f), GrowthKind: e.GrowthKind(f), Only: f.Only, Part: f.Part, Figure: f.Figure,
		Ranking: e.RankingOf(f), Target: f.Target, NoteZh: zh.Text(f.Note), NoteEn: en.Text(f.Note),
		Vintage: Vintage{Edition: e.Period, Release: e.Number, Released: e.Release, Revised: e.Revised(f), Sample: e.Area.Sample},
	}
	if f.Target != nil {
		row.WordsZh, row.WordsEn = zh.Text(f.Target.Words), en.Text(f.Target.Words)
	}
	return row
}
