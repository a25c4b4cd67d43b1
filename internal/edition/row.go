package edition

import (
	"strconv"
	"strings"

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
	RefArea     string
	Period      stat.Period
	Measure     stat.Measure
	Quantity    stat.Quantity // its value is without meaning unless HasValue
	HasValue    bool
	Status      stat.Status
	VariantOf   string // fact ID of the preferred figure; "" for that figure itself
	Source      string // source codes, separated by semicolons
	SourceRef   string // references in them, in the same order
	NoteZh      string
	NoteEn      string
}

// DataColumns names the columns of the tidy table, in order.
func DataColumns() []string {
	return []string{
		"fact_id", "theme", "indicator", "indicator_zh", "indicator_en", "ref_area", "time_period", "measure",
		"obs_value", "unit_measure", "unit_mult", "decimals", "obs_status", "variant_of", "source", "source_ref",
		"note_zh", "note_en",
	}
}

// Fields are the texts of the row in the order of DataColumns. A missing value has neither value nor
// decimals; numbers are plain digits with a point.
func (r DataRow) Fields() []string {
	value, decimals := "", ""
	if r.HasValue {
		value, decimals = r.Quantity.Number(), strconv.Itoa(r.Quantity.Decimals())
	}
	return []string{
		r.FactID, r.Theme, r.Indicator, r.IndicatorZh, r.IndicatorEn, r.RefArea, r.Period.String(), string(r.Measure),
		value, r.Quantity.Unit, strconv.Itoa(r.Quantity.Mult), decimals, string(r.Status), r.VariantOf, r.Source, r.SourceRef,
		r.NoteZh, r.NoteEn,
	}
}

// DataRows is the tidy table of the edition. zh and en are the words of its Chinese and English columns.
func (e *Edition) DataRows(zh, en *locale.Words) []DataRow {
	var rows []DataRow
	for _, f := range e.Facts {
		row := DataRow{
			FactID: f.ID, Theme: e.ThemeOf(f), Indicator: f.Subject,
			IndicatorZh: e.Subject(zh, f), IndicatorEn: e.Subject(en, f),
			RefArea: f.Area, Period: f.Period, Measure: f.Measure,
		}
		rows = append(rows, row.with(f.Figure, "", e.notes(zh, f), e.notes(en, f)))
		for i, v := range f.Variants {
			row.FactID = VariantID(f, i)
			rows = append(rows, row.with(v, f.ID, e.variantNotes(zh, f, v), e.variantNotes(en, f, v)))
		}
	}
	return rows
}

// VariantID addresses a variant of a fact, counted from 0: gdp.level@2023~1 is the first.
func VariantID(f *stat.Fact, i int) string { return f.ID + "~" + strconv.Itoa(i+1) }

func (r DataRow) with(fig stat.Figure, variantOf, noteZh, noteEn string) DataRow {
	r.Quantity, r.HasValue, r.Status = fig.Quantity, fig.Status.HasValue(), fig.Status
	r.VariantOf, r.NoteZh, r.NoteEn = variantOf, noteZh, noteEn
	var sources, refs []string
	for _, p := range fig.From {
		sources = append(sources, p.Source)
		refs = append(refs, p.Ref)
	}
	r.Source, r.SourceRef = strings.Join(sources, ";"), strings.Join(refs, ";")
	return r
}

// notes says in one cell what the other columns cannot: what a rank is a rank in, how exact the source is, how
// a target binds, and what the dataset remarks.
func (e *Edition) notes(w *locale.Words, f *stat.Fact) string {
	parts := e.context(w, f, f.Figure)
	parts = append(parts, w.Text(f.Note))
	return join(w, parts)
}

func (e *Edition) variantNotes(w *locale.Words, f *stat.Fact, v stat.Figure) string {
	return join(w, append(e.context(w, f, v), w.Text(f.Reason)))
}

func (e *Edition) context(w *locale.Words, f *stat.Fact, fig stat.Figure) []string {
	var parts []string
	if e.Area.Sample {
		parts = append(parts, w.Phrase("document.sample"))
	}
	if r := f.Ranking; r != nil {
		scope, _ := e.Area.Scope(r.Scope)
		parts = append(parts, w.Text(scope.Name))
		if r.By != "" {
			parts = append(parts, w.Fill("figure.by", strings.ToLower(w.Measure(r.By))))
		}
		if of := r.OutOf(scope); of > 0 {
			parts = append(parts, w.Fill("figure.of", of))
		}
	}
	if t := f.Target; t != nil && t.Operator != stat.Equal {
		parts = append(parts, w.Operator(t.Operator), Tolerance(w, f))
	}
	if fig.Qualifier != stat.Exactly {
		parts = append(parts, w.Qualifier(fig.Qualifier))
	}
	return parts
}

func join(w *locale.Words, parts []string) string {
	var full []string
	for _, p := range parts {
		if p != "" {
			full = append(full, p)
		}
	}
	return strings.Join(full, w.Phrase("list.semicolon"))
}
