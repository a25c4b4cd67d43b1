package workbook

import (
	"cmp"
	"fmt"
	"strings"

	"nianbao/internal/edition"
	"nianbao/internal/stat"
	"nianbao/internal/xlsx"
)

// The formulas of the sheet of progress follow the rules by which package edition judges a target. The yardstick itself is
// that of the edition: a target for which an edited figure asks for another is not judged.

// own refers to the cell of a column in the same row of the sheet of progress.
func own(key string) string { return xlsx.Own("progress", key) }

// shown reports whether target and figure so far are in the row, in one unit.
func shown(r edition.Progress) bool {
	return r.Fact.Status.HasValue() && doneCell(r).Kind == xlsx.Number
}

// shareDecimals is the number of decimals of shares, as in package edition.
const shareDecimals = 1

// shareCell is the share of the target that is done; of a stock, of the way from the start of the year.
func (p *planner) shareCell(r edition.Progress) xlsx.Cell {
	c := optionalCell(r.Reach)
	if r.Reach == nil || !shown(r) {
		return c
	}
	share := fmt.Sprintf("100*%s/%s", own(doneColumn), own(targetColumn))
	if r.Yardstick == edition.ByPath {
		way, ok := p.way(r)
		if !ok {
			return c
		}
		share = fmt.Sprintf("100+100*(%s-%s)/%s", own(doneColumn), bound(r), way)
	}
	return formulaCell(c, orBlank(ifNumbers(rounding(share, shareDecimals), "progress", targetColumn, doneColumn)))
}

// way is the distance of a stock from its level at the start of the year to the target, or the nearer bound of a range.
func (p *planner) way(r edition.Progress) (string, bool) {
	if r.Start == nil {
		return "", false
	}
	start, ok := p.converted(r.Start, r.Fact.Quantity)
	return fmt.Sprintf("(%s-%s)", bound(r), start), ok
}

// bound is the target, or the bound of a range that a stock is nearer to at the start of the year.
func bound(r edition.Progress) string {
	if r.Downward {
		return own(upToColumn)
	}
	return own(targetColumn)
}

// gapCell is growth less its target, or share done less share of the year.
func (p *planner) gapCell(r edition.Progress) xlsx.Cell {
	c := optionalCell(r.GapPoints())
	switch {
	case r.GapPoints() == nil || !shown(r):
		return c
	case !r.Paced():
		gap, needs := difference(r, r.Gap.Decimals()+finer)
		return formulaCell(c, ifNumbers(gap, "progress", needs...))
	default:
		return formulaCell(c, ifNumbers(fmt.Sprintf("ROUND(%s-%s,%d)", own(shareColumn), own(paceColumn), shareDecimals), "progress", shareColumn, paceColumn))
	}
}

// difference is the figure so far less the target, or how far it is from a range, with the columns that it needs.
func difference(r edition.Progress, places int) (expression string, needs []string) {
	done, target := own(doneColumn), own(targetColumn)
	if r.Fact.Target.Operator != stat.Within {
		return fmt.Sprintf("ROUND(%s-%s,%d)", done, target, places), []string{doneColumn, targetColumn}
	}
	return fmt.Sprintf("ROUND(IF(%[1]s<%[2]s,%[1]s-%[2]s,MAX(0,%[1]s-%[3]s)),%[4]d)", done, target, own(upToColumn), places),
		[]string{doneColumn, targetColumn, upToColumn}
}

// leftCell is the missing part of a level; blank if nothing is missing.
func (p *planner) leftCell(r edition.Progress) xlsx.Cell {
	c := optionalCell(r.Left)
	if r.Fact.Measure == stat.TargetGrowth || r.NoNeed == edition.YearOver || r.NoNeed == edition.IsStock || !shown(r) {
		return c
	}
	places := max(doneCell(r).Decimals, figureCell(r.Fact).Decimals) + finer
	left := fmt.Sprintf("ROUND(%s-%s,%d)", own(targetColumn), own(doneColumn), places)
	return formulaCell(c, ifNumbers(fmt.Sprintf(`IF(%s>0,%s,"")`, left, left), "progress", targetColumn, doneColumn))
}

// neededCell is the growth needed over the rest of the year: what is left of the goal, against what the rest of last year
// brought.
func (p *planner) neededCell(r edition.Progress) xlsx.Cell {
	c := optionalCell(r.Needed)
	if r.Needed == nil && r.NoNeed != edition.Reached {
		return c
	}
	level := func(at stat.Period) *stat.Fact {
		f, _ := p.Fact(stat.Key(r.Indicator.Code, string(stat.Level), at))
		return f
	}
	now, then, year := level(p.Period), level(p.Period.YearEarlier()), level(r.Fact.Period.YearEarlier())
	for _, f := range []*stat.Fact{now, then, year} {
		if f == nil || !p.held[f.ID] {
			return c
		}
	}
	like := then.Quantity
	told := make([]string, 3)
	for i, f := range []*stat.Fact{now, year, r.Fact} {
		if i == 2 && r.Fact.Measure == stat.TargetGrowth {
			told[2] = fmt.Sprintf("(%s)*(100+%s)/100", told[1], times(valueOf(f), f.Quantity.Mult))
			continue
		}
		var ok bool
		if told[i], ok = p.converted(f, like); !ok {
			return c
		}
	}
	if r.Fact.Measure == stat.TargetChange {
		told[2] = fmt.Sprintf("(%s+%s)", told[1], told[2])
	}
	open := fmt.Sprintf("(%s-%s)", told[2], told[0])
	rest := fmt.Sprintf("(%s-%s)", told[1], valueOf(then))
	return formulaCell(c, orBlank(fmt.Sprintf(`IF(AND(%s>0,%s>0),%s,"")`, open, rest, rounding(fmt.Sprintf("100*%s/%s-100", open, rest), 1))))
}

// standingFormula judges the row by its own figures; "" if it cannot.
func (p *planner) standingFormula(r edition.Progress) string {
	if r.Yardstick == "" || r.Why != "" || !shown(r) {
		return ""
	}
	gap, needs := difference(r, 9)
	scale, better := "", r.Better()
	switch r.Yardstick {
	case edition.ByShare:
		gap, scale, needs = own(gapColumn), fmt.Sprintf("/%s*%s", own(targetColumn), own(paceColumn)), []string{gapColumn}
		if r.Fact.Target.Operator == stat.Within {
			wide := fmt.Sprintf("(%s-%s)%s", own(upToColumn), own(targetColumn), scale)
			gap, needs = fmt.Sprintf("IF(%[1]s<0,%[1]s,MAX(0,ROUND(%[1]s-ROUND(%[2]s,%[3]d),9)))", gap, wide, shareDecimals), []string{gapColumn, upToColumn}
		}
	case edition.ByPath:
		way, ok := p.way(r)
		if !ok {
			return ""
		}
		gap, scale, better, needs = own(gapColumn), fmt.Sprintf("/ABS(%s)*%s", way, own(paceColumn)), 1, []string{gapColumn}
	}
	v := verdict{planner: p, gap: gap, better: better, final: r.Fact.Period == p.Period, limit: r.Yardstick == edition.ByLimit, noStart: r.Start == nil, bounded: r.Fact.Target.Operator == stat.Within, paced: r.Paced()}
	if r.Fact.Target.Operator == stat.Around {
		t := r.Fact.Target.Tolerance
		if t.Unit == "" || t.Mult != r.Fact.Quantity.Mult {
			return ""
		}
		v.tolerance = "ROUND(" + lookUp("tolerance", r.Fact.ID) + scale + ",9)"
	}
	fits, ok := p.fits(r)
	if !ok {
		return ""
	}
	var cells []string
	for _, key := range needs {
		cells = append(cells, own(key))
	}
	return fmt.Sprintf("IF(AND(COUNT(%s)=%d,%s),%s,%s)", strings.Join(cells, ","), len(cells), fits, v.formula(), v.word(edition.Unjudged))
}

// fits is the condition for the yardstick of the edition to be the right one still. A share is of a target above zero; a
// stock has a way to go only if the target is on the better side of its start.
func (p *planner) fits(r edition.Progress) (string, bool) {
	switch r.Yardstick {
	case edition.ByShare:
		return own(targetColumn) + ">0", true
	case edition.ByPath, edition.ByLimit:
		if r.Start == nil {
			return "TRUE", true
		}
		if r.Fact.Target.Operator == stat.Within && r.Yardstick == edition.ByLimit {
			return p.inRange(r)
		}
		way, ok := p.way(r)
		going := fmt.Sprintf("%s<>0", way)
		switch better := r.Better(); {
		case r.Downward:
			going = way + "<0"
		case r.Fact.Target.Operator == stat.Within:
			going = way + ">0"
		case better != 0:
			going = fmt.Sprintf("SIGN(%s)=%d", way, better)
		}
		if r.Yardstick == edition.ByLimit {
			going = "NOT(" + going + ")"
		}
		return going, ok
	default:
		return "TRUE", true
	}
}

// inRange is the condition for a stock to have been in its range, or beyond it on the better side, at the start of the year.
func (p *planner) inRange(r edition.Progress) (string, bool) {
	start, ok := p.converted(r.Start, r.Fact.Quantity)
	notBelow, notAbove := fmt.Sprintf("%s>=%s", start, own(targetColumn)), fmt.Sprintf("%s<=%s", start, own(upToColumn))
	switch r.Better() {
	case 1:
		return notBelow, ok
	case -1:
		return notAbove, ok
	default:
		return "AND(" + notBelow + "," + notAbove + ")", ok
	}
}

// verdict is how a gap is judged.
type verdict struct {
	*planner
	gap       string // expression; positive if there is more than wanted
	tolerance string // expression; "" if the target allows none
	better    int    // as in edition.Progress.Better
	final     bool
	limit     bool // the stock must stay within a bound
	noStart   bool
	bounded   bool // the target is a range
	paced     bool // a gap within the band of the pace is on schedule
}

// word is a standing in a formula. At the end of the year a target is met or not.
func (v verdict) word(s edition.Standing) string {
	switch {
	case v.limit && s == edition.Ahead && !v.noStart, v.limit && s == edition.OnTrack && !v.noStart:
		s = edition.OnTrack
	case v.limit && s == edition.OnTrack:
		s = edition.Ahead
	case v.final && s == edition.Behind:
		s = edition.NotMet
	case v.final && s != edition.Unjudged:
		s = edition.Met
	}
	return quoted(v.standing(s))
}

func (v verdict) formula() string {
	behind := v.word(edition.Behind)
	if v.limit && v.noStart {
		behind = v.word(edition.Unjudged)
	}
	sign := ">0"
	if v.better < 0 {
		sign = "<0"
	}
	beyond := fmt.Sprintf("IF(%s%s,%s,%s)", v.gap, sign, v.word(edition.Ahead), behind)
	if v.better == 0 {
		beyond = v.word(edition.Unjudged)
		if v.tolerance != "" || v.bounded {
			beyond = behind
		}
	}
	allowed := cmp.Or(v.tolerance, "0")
	if v.paced {
		allowed = fmt.Sprintf("MAX(%s,%d)", allowed, edition.PaceBand)
	}
	return fmt.Sprintf("IF(ABS(%s)<=%s,%s,%s)", v.gap, allowed, v.word(edition.OnTrack), beyond)
}
