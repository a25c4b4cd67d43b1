package dataset

import (
	"slices"

	"github.com/shopspring/decimal"

	"nianbao/internal/catalog"
	"nianbao/internal/stat"
)

// divide gives indicators the breakdowns of the catalogue that are complete.
func (c *completion) divide() {
	for code, e := range c.filled {
		in := c.entries[code]
		if in.given("parts") {
			continue
		}
		for _, b := range e.Breakdowns {
			parts := c.partsOf(code, b)
			if len(parts) == 0 {
				continue
			}
			in.Parts.named = append(in.Parts.named, entry[*breakdownFile]{Key: b.Code, At: in.at, Value: &breakdownFile{
				node: node{at: in.at}, Name: textFile(b.Name), Of: parts,
			}})
			for _, part := range parts {
				c.parts[part] = true
			}
		}
	}
}

// partsOf lists the parts of a breakdown that the area has figures of, if those are all of it: all parts that the catalogue
// has, or all that every area has if their levels add up to the whole.
func (c *completion) partsOf(whole string, b stat.Breakdown) []string {
	if parts := c.composed[whole+"."+b.Code]; parts != nil {
		return parts
	}
	var parts []string
	for _, part := range b.Parts {
		switch {
		case c.figured(part):
			parts = append(parts, part)
		case !optional(part):
			return nil
		}
	}
	if len(parts) < 2 || len(parts) < len(b.Parts) && !c.addUp(whole, parts) {
		return nil
	}
	return parts
}

// figured reports whether an indicator that the catalogue may say the whole of has figures.
func (c *completion) figured(code string) bool {
	in := c.entries[code]
	if in == nil || in.given("of") {
		return false
	}
	return slices.ContainsFunc(c.observed, func(period map[string]*observationFile) bool { return period[code] != nil })
}

// addUp reports whether levels add up to that of the whole within rounding, in each period that has all of them, of which
// there is one at least.
func (c *completion) addUp(whole string, parts []string) bool {
	periods := 0
	for i, period := range c.observed {
		sum, slack, ok := c.level(i, whole)
		for _, part := range parts {
			value, half, known := c.level(i, part)
			sum, slack, ok = sum.Sub(value), slack.Add(half), ok && known && period[part] != nil
		}
		switch {
		case !ok:
		case sum.Abs().GreaterThan(slack):
			return false
		default:
			periods++
		}
	}
	return periods > 0
}

// level is the level of an indicator in a file's own period, and half a unit of its last digit.
func (c *completion) level(period int, code string) (value, half decimal.Decimal, ok bool) {
	in, file := c.observed[period][code], &c.dir.periods[period]
	if in == nil {
		return value, half, false
	}
	figures := in.Level
	if len(in.Brief) > 0 {
		figures = several[figureFile]{in.Brief[0].figureFile}
	}
	for i := range figures {
		f := &figures[i]
		if f.Value == nil || f.Unit != "" || f.Only != "" || !f.Period.IsZero() && f.Period != file.period {
			continue
		}
		mult := c.entries[code].Mult
		if f.Mult != nil {
			mult = *f.Mult
		}
		if mult < leastMult || mult > mostMult {
			continue
		}
		return f.Value.Shift(int32(mult)), decimal.New(5, f.Value.Exponent()+int32(mult)-1), true
	}
	return value, half, false
}

// contain says of what is no part of a breakdown what contains it: the nearest indicator of the area that does by the
// catalogue.
func (c *completion) contain() {
	for code, e := range c.filled {
		in := c.entries[code]
		if in.given("of") || c.parts[code] {
			continue
		}
		whole := e.Whole()
		for whole != "" && c.entries[whole] == nil {
			above, _ := catalog.Get(whole)
			whole = above.Whole()
		}
		if whole != "" && !c.entries[whole].holds(code) {
			in.Of = whole
		}
	}
}

// holds reports whether an indicator says that another one is a part of it.
func (f *indicatorFile) holds(code string) bool {
	return slices.Contains(f.Parts.plain, code) || slices.ContainsFunc(f.Parts.named, func(e entry[*breakdownFile]) bool {
		return e.Value != nil && slices.Contains(e.Value.Of, code)
	})
}
