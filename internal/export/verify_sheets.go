package export

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/config"
	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/publish"
	"nianbao/internal/stat"
	"nianbao/internal/tidy"
	"nianbao/internal/workbook"
)

// sheets holds the numbers of the workbook's sheets for people against the JSON, both ways: each must be that of a
// fact, with its unit and period, and each fact of the edition's period must be shown.
func (c *comparison) sheets(book *workbook.Reader) error {
	if c.doc == nil {
		return nil // the sheet for machines is compared without it
	}
	words, err := c.doc.Speakers()
	if err != nil {
		return err
	}
	figures, err := book.Figures(words, c.doc.Period)
	if err != nil {
		return err
	}
	e := expectedFigures{comparison: c, words: words, count: map[workbook.Figure]int{}, optional: map[workbook.Figure]bool{}}
	e.list()
	for _, f := range figures {
		f.Value = plainValue(f.Value)
		at := f.Cell
		f.Cell = ""
		if _, known := e.count[f]; !known {
			c.disagree("sheet of %s, %s: %s %s of %s is that of no fact", f.Sheet, at, f.Column, f.Value, f.Code)
			continue
		}
		e.count[f]--
	}
	for f, n := range e.count {
		if n > 0 && !e.optional[f] || n < 0 {
			e.missing = append(e.missing, fmt.Sprintf("sheet of %s: %s %s of %s is not shown, or more than once", f.Sheet, f.Column, f.Value, f.Code))
		}
	}
	slices.Sort(e.missing) // the order of a map is none
	c.Disagrees = append(c.Disagrees, e.missing...)
	return nil
}

// plainValue is a number without the zeros at its end, by which money in units of its currency differs.
func plainValue(s string) string {
	d, err := decimal.NewFromString(s)
	if err != nil {
		return s
	}
	return d.String()
}

// expectedFigures are those that the sheets must have, and how often.
type expectedFigures struct {
	*comparison
	words    []*locale.Words
	count    map[workbook.Figure]int
	optional map[workbook.Figure]bool // of other periods: a sheet can have them
	missing  []string
}

func (e *expectedFigures) add(f workbook.Figure, optional bool) {
	f.Value = plainValue(f.Value)
	e.count[f]++
	e.optional[f] = e.optional[f] || optional
}

// each puts the words of all languages below each other, as the cells of the sheets do.
func (e *expectedFigures) each(say func(*locale.Words) string) string {
	var said []string
	for _, w := range e.words {
		if s := say(w); !slices.Contains(said, s) {
			said = append(said, s)
		}
	}
	return strings.Join(said, "\n")
}

func (e *expectedFigures) period(p stat.Period) string {
	return e.each(func(w *locale.Words) string { return w.Period(p) })
}

func (e *expectedFigures) unit(unit string, mult int) string {
	return e.each(func(w *locale.Words) string { return w.Unit(unit, mult) })
}

func (e *expectedFigures) list() {
	known := map[string]tidy.Fact{}
	for _, f := range e.doc.Facts {
		known[f.ID] = f
		if f.Value == nil || f.VariantOf != "" || stat.Measure(f.Measure).Target() {
			continue
		}
		period, err := stat.ParsePeriod(f.TimePeriod)
		if err != nil {
			continue // the JSON was found wrong before
		}
		if project, code, ok := strings.Cut(f.Indicator, "."); ok {
			e.money(project, code, f)
			continue
		}
		e.indicator(f, period)
	}
	for _, t := range e.doc.Targets {
		e.target(t, known)
	}
}

// money stands in units of its currency.
func (e *expectedFigures) money(project, code string, f tidy.Fact) {
	if slices.Contains(edition.Amounts(), code) && stat.Units()[f.Unit].Dim == stat.Money {
		value, err := decimal.NewFromString(f.Value.String())
		if err == nil {
			e.add(workbook.Figure{Sheet: "projects", Column: code, Code: project, Of: f.Unit, Value: value.Shift(int32(f.Mult)).String()}, false)
		}
	}
}

// indicator is a figure of the sheet of indicators; a rank stands on that of rankings too.
func (e *expectedFigures) indicator(f tidy.Fact, period stat.Period) {
	optional := e.earlier(f.ID)
	out := workbook.Figure{Sheet: "indicators", Code: f.Indicator, Period: e.period(period), Value: f.Value.String()}
	switch {
	case stat.Measure(f.Measure) == stat.Rank:
		out.Column = "position"
		e.add(out, optional)
		out.Sheet, out.Of = "rankings", f.Ranking.Scope
		e.add(out, optional)
		if f.Ranking.Of > 0 {
			out.Column, out.Value = "areas", strconv.Itoa(f.Ranking.Of)
			e.add(out, optional)
		}
	case stat.Measure(f.Measure) == stat.Growth && f.Unit == "PERCENT" && f.Mult == 0:
		out.Column = "growth"
		e.add(out, optional)
	default:
		out.Column, out.Of = "value", e.unit(f.Unit, f.Mult)
		e.add(out, optional)
	}
}

// earlier reports whether a fact is of an earlier edition, so that a sheet need not have it. The table of those says
// so, which goes with the data; without data nothing does.
func (e *expectedFigures) earlier(fact string) bool {
	data := e.name(config.Data)
	written := slices.ContainsFunc(e.Manifest.Outputs, func(d publish.Digest) bool { return d.Name == data })
	return !written || e.past[fact]
}

// target is a target with the level it starts from and the one it implies.
func (e *expectedFigures) target(t tidy.Target, known map[string]tidy.Fact) {
	f, optional := known[t.Fact], e.earlier(t.Fact)
	out := workbook.Figure{Sheet: "targets", Code: t.Indicator, Period: e.period(t.Due)}
	if f.Value != nil {
		out.Column, out.Of, out.Value = "target", e.unit(f.Unit, f.Mult), f.Value.String()
		e.add(out, optional)
	}
	base := known[t.Baseline]
	if base.Value != nil {
		out.Column, out.Of, out.Value = "baseline", e.unit(base.Unit, base.Mult), base.Value.String()
		e.add(out, optional)
	}
	if t.Implied != nil {
		out.Column, out.Of, out.Value = "implied", e.unit(cmp.Or(base.Unit, t.Unit), t.Mult), t.Implied.String()
		e.add(out, optional)
	}
}
