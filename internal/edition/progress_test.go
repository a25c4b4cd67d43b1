package edition

import (
	"testing"

	"nianbao/internal/stat"
)

// course is a year of retail sales, 4.00 in the year before, of which 1.00 in its first quarter; and of homes, 100 at
// the end of the year before. Tests change it before judging.
type course struct {
	measure stat.Measure
	target  stat.Target
	value   stat.Quantity
	done    stat.Quantity
	month   int
	ind     func(*stat.Indicator)
	drop    string // an unknown fact
	start   string // the ratio of the year before, instead of levels
	missing bool   // the figure so far is
}

func (c course) judge(t *testing.T, subject string) Progress {
	t.Helper()
	s := newScene()
	now := stat.Through(2024, c.month)
	ind := &s.d.Indicators[0]
	if subject == "homes" {
		ind = &s.d.Indicators[2]
		ind.Timing = stat.Stock
	}
	if c.ind != nil {
		c.ind(ind)
	}
	fact := func(m stat.Measure, p stat.Period, q stat.Quantity) stat.Fact {
		return stat.Fact{ID: stat.Key(subject, string(m), p), Subject: subject, Area: "town", Period: p, Measure: m, Figure: stat.Figure{Quantity: q, Status: stat.Normal}}
	}
	goal := fact(c.measure, year(2024), c.value)
	c.target.Indicator = subject
	goal.Target = &c.target
	measure := map[stat.Measure]stat.Measure{
		stat.TargetLevel: stat.Level, stat.TargetGrowth: stat.Growth, stat.TargetRatio: stat.Ratio, stat.TargetChange: stat.Change, stat.TargetWords: stat.Level,
	}[c.measure]
	done := fact(measure, now, c.done)
	if c.missing {
		done = missing(done)
	}
	s.data.Facts = nil
	for _, f := range []stat.Fact{
		fact(stat.Level, year(2023), stat.Qty("4.00", 8, "CNY")), fact(stat.Level, now.YearEarlier(), stat.Qty("1.00", 8, "CNY")),
	} {
		if subject == "homes" {
			f.Quantity = stat.Qty("100", 0, "SET")
		}
		if c.start != "" {
			f = fact(measure, f.Period, pct(c.start))
		}
		if f.ID != c.drop {
			s.add(f)
		}
	}
	data := stat.PeriodData{Period: now, Facts: []stat.Fact{done, goal}}
	if (measure == stat.Growth || measure == stat.Change) && now.LastMonth() < 12 {
		data.Facts = append(data.Facts, fact(stat.Level, now, stat.Qty("1.10", 8, "CNY")))
	}
	s.d.Periods = append(s.d.Periods, data)
	e, err := Build(s.d, now, s.opt)
	if err != nil {
		t.Fatal(err)
	}
	if len(e.Progress) != 1 {
		t.Fatalf("%d targets are judged", len(e.Progress))
	}
	return e.Progress[0]
}

func down(ind *stat.Indicator)    { ind.Better = stat.Down }
func neither(ind *stat.Indicator) { ind.Better = stat.Neutral }
func real(ind *stat.Indicator)    { ind.Basis = stat.Real }
func rate(ind *stat.Indicator)    { ind.Unit, ind.Better = "PERCENT", stat.Down }
func annual(ind *stat.Indicator)  { ind.Known = stat.YearEnd }

func pct(v string) stat.Quantity  { return stat.Qty(v, 0, "PERCENT") }
func yuan(v string) stat.Quantity { return stat.Qty(v, 8, "CNY") }
func sets(v string) stat.Quantity { return stat.Qty(v, 0, "SET") }

func pp(v string) stat.Quantity { return stat.Qty(v, 0, "PP") }

func bound(op stat.Operator) stat.Target { return stat.Target{Operator: op} }

func within(v, unit string, mult int) stat.Target {
	return stat.Target{Operator: stat.Around, Tolerance: stat.Qty(v, mult, unit)}
}

func upTo(v, unit string, mult int) stat.Target {
	return stat.Target{Operator: stat.Within, UpTo: stat.Qty(v, mult, unit)}
}

func TestStanding(t *testing.T) {
	growth, level, ratio, change := stat.TargetGrowth, stat.TargetLevel, stat.TargetRatio, stat.TargetChange
	for name, tt := range map[string]struct {
		subject string
		course  course
		want    Standing
		why     Why
	}{
		"growth above its target":          {"retail", course{measure: growth, target: bound(stat.Equal), value: pct("6"), done: pct("6.1"), month: 3}, Ahead, ""},
		"growth as its target":             {"retail", course{measure: growth, target: bound(stat.AtLeast), value: pct("6"), done: pct("6.0"), month: 3}, OnTrack, ""},
		"growth below its target":          {"retail", course{measure: growth, target: bound(stat.Equal), value: pct("6"), done: pct("5.9"), month: 3}, Behind, ""},
		"growth of what should fall":       {"retail", course{measure: growth, target: bound(stat.Equal), value: pct("-2"), done: pct("-3"), month: 3, ind: down}, Ahead, ""},
		"growth under a ceiling":           {"retail", course{measure: growth, target: bound(stat.AtMost), value: pct("3"), done: pct("2"), month: 3}, Ahead, ""},
		"growth over a ceiling":            {"retail", course{measure: growth, target: bound(stat.AtMost), value: pct("3"), done: pct("4"), month: 3}, Behind, ""},
		"a floor of what should fall":      {"retail", course{measure: growth, target: bound(stat.AtLeast), value: pct("3"), done: pct("4"), month: 3, ind: down}, Ahead, ""},
		"about, without a tolerance":       {"retail", course{measure: growth, target: bound(stat.Around), value: pct("6"), done: pct("6.1"), month: 3}, Unjudged, NoTolerance},
		"about, within its tolerance":      {"retail", course{measure: growth, target: within("0.5", "PP", 0), value: pct("6"), done: pct("5.5"), month: 3}, OnTrack, ""},
		"about, below its tolerance":       {"retail", course{measure: growth, target: within("0.5", "PP", 0), value: pct("6"), done: pct("5.4"), month: 3}, Behind, ""},
		"about, above its tolerance":       {"retail", course{measure: growth, target: within("0.5", "PP", 0), value: pct("6"), done: pct("6.6"), month: 3}, Ahead, ""},
		"about, neither better":            {"retail", course{measure: growth, target: within("0.5", "PP", 0), value: pct("6"), done: pct("6.6"), month: 3, ind: neither}, Behind, ""},
		"equal, neither better":            {"retail", course{measure: growth, target: bound(stat.Equal), value: pct("6"), done: pct("6.6"), month: 3, ind: neither}, Unjudged, NoDirection},
		"a level ahead of a quarter":       {"retail", course{measure: level, target: bound(stat.AtLeast), value: yuan("4.4"), done: yuan("1.2"), month: 3}, Ahead, ""},
		"a level as far as the quarter":    {"retail", course{measure: level, target: bound(stat.AtLeast), value: yuan("4.4"), done: yuan("1.1"), month: 3}, OnTrack, ""},
		"a level behind half a year":       {"retail", course{measure: level, target: bound(stat.Equal), value: yuan("4.4"), done: yuan("2.1"), month: 6}, Behind, ""},
		"a level behind five months":       {"retail", course{measure: level, target: bound(stat.Equal), value: yuan("12"), done: yuan("4.87"), month: 5}, Behind, ""},
		"a level nearly as far":            {"retail", course{measure: level, target: bound(stat.Equal), value: yuan("12"), done: yuan("4.99"), month: 5}, OnTrack, ""},
		"a level a point behind":           {"retail", course{measure: level, target: bound(stat.AtLeast), value: yuan("10"), done: yuan("4.9"), month: 6}, OnTrack, ""},
		"a level over a point behind":      {"retail", course{measure: level, target: bound(stat.AtLeast), value: yuan("10"), done: yuan("4.89"), month: 6}, Behind, ""},
		"a level a point ahead":            {"retail", course{measure: level, target: bound(stat.AtLeast), value: yuan("10"), done: yuan("5.1"), month: 6}, OnTrack, ""},
		"a level over a point ahead":       {"retail", course{measure: level, target: bound(stat.AtLeast), value: yuan("10"), done: yuan("5.11"), month: 6}, Ahead, ""},
		"a ceiling a point over":           {"retail", course{measure: level, target: bound(stat.AtMost), value: yuan("10"), done: yuan("5.1"), month: 6}, OnTrack, ""},
		"a level a point short, closed":    {"retail", course{measure: level, target: bound(stat.AtLeast), value: yuan("10"), done: yuan("9.9"), month: 12}, NotMet, ""},
		"a level as far as five months":    {"retail", course{measure: level, target: bound(stat.Equal), value: yuan("12"), done: yuan("5.00"), month: 5}, OnTrack, ""},
		"a ceiling used up too fast":       {"retail", course{measure: level, target: bound(stat.AtMost), value: yuan("4.4"), done: yuan("1.2"), month: 3}, Behind, ""},
		"a ceiling not used up":            {"retail", course{measure: level, target: bound(stat.AtMost), value: yuan("4.4"), done: yuan("1.0"), month: 3}, Ahead, ""},
		"about a level, in proportion":     {"retail", course{measure: level, target: within("0.4", "CNY", 8), value: yuan("4"), done: yuan("0.9"), month: 3}, OnTrack, ""},
		"about a level, too far off":       {"retail", course{measure: level, target: within("0.4", "CNY", 8), value: yuan("4"), done: yuan("0.89"), month: 3}, Behind, ""},
		"a target of zero":                 {"retail", course{measure: level, target: bound(stat.AtMost), value: yuan("0"), done: yuan("1"), month: 3}, Unjudged, NoShare},
		"in other units":                   {"retail", course{measure: level, target: bound(stat.AtMost), value: stat.Qty("4", 8, "USD"), done: yuan("1"), month: 3}, Unjudged, OtherUnit},
		"missing":                          {"retail", course{measure: level, target: bound(stat.AtMost), value: yuan("4"), done: yuan("1"), month: 3, missing: true}, Unjudged, NoFigure},
		"known at the year's end":          {"retail", course{measure: level, target: bound(stat.AtMost), value: yuan("4"), done: yuan("1"), month: 3, missing: true, ind: annual}, Awaited, ""},
		"missing at the year's end":        {"retail", course{measure: level, target: bound(stat.AtMost), value: yuan("4"), done: yuan("1"), month: 12, missing: true, ind: annual}, Unjudged, NoFigure},
		"a stock on its way":               {"homes", course{measure: level, target: bound(stat.AtLeast), value: sets("140"), done: sets("110"), month: 3}, OnTrack, ""},
		"a stock ahead":                    {"homes", course{measure: level, target: bound(stat.Equal), value: sets("140"), done: sets("115"), month: 3}, Ahead, ""},
		"a stock behind on its way down":   {"homes", course{measure: level, target: bound(stat.AtMost), value: sets("60"), done: sets("95"), month: 3}, Behind, ""},
		"a stock that stays above a floor": {"homes", course{measure: level, target: bound(stat.AtLeast), value: sets("90"), done: sets("95"), month: 3}, OnTrack, ""},
		"a stock that fell through it":     {"homes", course{measure: level, target: bound(stat.AtLeast), value: sets("90"), done: sets("85"), month: 3}, Behind, ""},
		"within a range without a start":   {"homes", course{measure: level, target: upTo("120", "SET", 0), value: sets("100"), done: sets("110"), month: 3, drop: "homes.level@2023"}, OnTrack, ""},
		"below a bound without a start":    {"homes", course{measure: level, target: bound(stat.AtMost), value: sets("140"), done: sets("110"), month: 3, drop: "homes.level@2023"}, OnTrack, ""},
		"reached early without a start":    {"homes", course{measure: level, target: bound(stat.AtLeast), value: sets("100"), done: sets("110"), month: 3, drop: "homes.level@2023"}, Ahead, ""},
		"a stock without a start":          {"homes", course{measure: level, target: bound(stat.AtLeast), value: sets("140"), done: sets("110"), month: 3, drop: "homes.level@2023"}, Unjudged, NoStart},
		"a stock there already":            {"homes", course{measure: level, target: bound(stat.AtLeast), value: sets("140"), done: sets("141"), month: 3, drop: "homes.level@2023"}, Ahead, ""},
		"growth met":                       {"retail", course{measure: growth, target: bound(stat.Equal), value: pct("6"), done: pct("6.1"), month: 12}, Met, ""},
		"growth missed":                    {"retail", course{measure: growth, target: bound(stat.Equal), value: pct("6"), done: pct("5.9"), month: 12}, NotMet, ""},
		"a level met":                      {"retail", course{measure: level, target: bound(stat.AtLeast), value: yuan("4.4"), done: yuan("4.4"), month: 12}, Met, ""},
		"a ceiling missed":                 {"retail", course{measure: level, target: bound(stat.AtMost), value: yuan("4.4"), done: yuan("4.41"), month: 12}, NotMet, ""},
		"a stock met":                      {"homes", course{measure: level, target: bound(stat.AtLeast), value: sets("140"), done: sets("141"), month: 12}, Met, ""},
		"about, met":                       {"retail", course{measure: growth, target: within("0.5", "PP", 0), value: pct("6"), done: pct("7"), month: 12}, Met, ""},
		"a rate within its bound":          {"retail", course{measure: ratio, target: bound(stat.AtMost), value: pct("5.5"), done: pct("5.2"), start: "5.0", month: 3, ind: rate}, OnTrack, ""},
		"a rate beyond its bound":          {"retail", course{measure: ratio, target: bound(stat.AtMost), value: pct("5.5"), done: pct("5.6"), start: "5.0", month: 3, ind: rate}, Behind, ""},
		"a rate on its way":                {"retail", course{measure: ratio, target: bound(stat.AtLeast), value: pct("62"), done: pct("60.5"), start: "60", month: 3, ind: rate}, OnTrack, ""},
		"a share of what adds up":          {"retail", course{measure: ratio, target: bound(stat.AtLeast), value: pct("62"), done: pct("60.4"), start: "60", month: 3}, Behind, ""},
		"a rate met":                       {"retail", course{measure: ratio, target: bound(stat.AtMost), value: pct("5.5"), done: pct("5.5"), month: 12, ind: rate}, Met, ""},
		"a rate missed":                    {"retail", course{measure: ratio, target: bound(stat.AtMost), value: pct("5.5"), done: pct("5.6"), month: 12, ind: rate}, NotMet, ""},
		"a change of a rate":               {"retail", course{measure: change, target: bound(stat.AtLeast), value: pp("3"), done: pp("3.1"), month: 3, ind: rate}, Ahead, ""},
		"a change of a rate, behind":       {"retail", course{measure: change, target: bound(stat.Equal), value: pp("-3"), done: pp("-2.9"), month: 6, ind: rate}, Behind, ""},
		"a change of a stock":              {"homes", course{measure: change, target: bound(stat.Equal), value: sets("5"), done: sets("5"), month: 6}, OnTrack, ""},
		"a change of a flow":               {"retail", course{measure: change, target: bound(stat.AtLeast), value: yuan("0.40"), done: yuan("0.10"), month: 3}, OnTrack, ""},
		"a fall of a flow":                 {"retail", course{measure: change, target: bound(stat.AtLeast), value: yuan("-0.40"), done: yuan("0.10"), month: 3}, Unjudged, NoShare},
		"a change met":                     {"retail", course{measure: change, target: bound(stat.AtLeast), value: yuan("0.40"), done: yuan("0.41"), month: 12}, Met, ""},
		"a change in another unit":         {"retail", course{measure: change, target: bound(stat.AtLeast), value: pp("3"), done: yuan("0.41"), month: 12}, Unjudged, OtherUnit},
		"growth in its range":              {"retail", course{measure: growth, target: upTo("6", "PERCENT", 0), value: pct("5"), done: pct("5.6"), month: 3}, OnTrack, ""},
		"growth at its upper bound":        {"retail", course{measure: growth, target: upTo("6", "PERCENT", 0), value: pct("5"), done: pct("6"), month: 3}, OnTrack, ""},
		"growth above its range":           {"retail", course{measure: growth, target: upTo("6", "PERCENT", 0), value: pct("5"), done: pct("6.1"), month: 3}, Ahead, ""},
		"growth below its range":           {"retail", course{measure: growth, target: upTo("6", "PERCENT", 0), value: pct("5"), done: pct("4.9"), month: 3}, Behind, ""},
		"above a range, less is better":    {"retail", course{measure: growth, target: upTo("6", "PERCENT", 0), value: pct("5"), done: pct("6.1"), month: 3, ind: down}, Behind, ""},
		"below a range, less is better":    {"retail", course{measure: growth, target: upTo("6", "PERCENT", 0), value: pct("5"), done: pct("4.9"), month: 3, ind: down}, Ahead, ""},
		"above a range, neither better":    {"retail", course{measure: growth, target: upTo("6", "PERCENT", 0), value: pct("5"), done: pct("6.1"), month: 3, ind: neither}, Behind, ""},
		"in a range, neither better":       {"retail", course{measure: growth, target: upTo("6", "PERCENT", 0), value: pct("5"), done: pct("5.1"), month: 3, ind: neither}, OnTrack, ""},
		"a range met":                      {"retail", course{measure: growth, target: upTo("6", "PERCENT", 0), value: pct("5"), done: pct("5.1"), month: 12}, Met, ""},
		"a range missed":                   {"retail", course{measure: growth, target: upTo("6", "PERCENT", 0), value: pct("5"), done: pct("4.9"), month: 12}, NotMet, ""},
		"a level in proportion of a range": {"retail", course{measure: level, target: upTo("4.8", "CNY", 8), value: yuan("4.4"), done: yuan("1.2"), month: 3}, OnTrack, ""},
		"a level above it":                 {"retail", course{measure: level, target: upTo("4.8", "CNY", 8), value: yuan("4.4"), done: yuan("1.25"), month: 3}, Ahead, ""},
		"a level below it":                 {"retail", course{measure: level, target: upTo("4.8", "CNY", 8), value: yuan("4.4"), done: yuan("1.05"), month: 3}, Behind, ""},
		"a level range met":                {"retail", course{measure: level, target: upTo("4.8", "CNY", 8), value: yuan("4.4"), done: yuan("4.5"), month: 12}, Met, ""},
		"a stock in its range":             {"homes", course{measure: level, target: upTo("110", "SET", 0), value: sets("90"), done: sets("105"), month: 3}, OnTrack, ""},
		"a stock that fell out of it":      {"homes", course{measure: level, target: upTo("110", "SET", 0), value: sets("90"), done: sets("89"), month: 3}, Behind, ""},
		"a stock on its way to a range":    {"homes", course{measure: level, target: upTo("160", "SET", 0), value: sets("140"), done: sets("110"), month: 3}, OnTrack, ""},
		"a stock on its way down to it":    {"homes", course{measure: level, target: upTo("80", "SET", 0), value: sets("60"), done: sets("94"), month: 3, ind: down}, Ahead, ""},
		"a stock late on its way down":     {"homes", course{measure: level, target: upTo("80", "SET", 0), value: sets("60"), done: sets("96"), month: 3, ind: down}, Behind, ""},
		"a rate in its range":              {"retail", course{measure: ratio, target: upTo("5.5", "PERCENT", 0), value: pct("5"), done: pct("5.2"), start: "5.1", month: 3, ind: rate}, OnTrack, ""},
		"words":                            {"retail", course{measure: stat.TargetWords, value: yuan("1"), done: yuan("1"), month: 3}, Unjudged, NoNumber},
		"words at the year's end":          {"retail", course{measure: stat.TargetWords, value: yuan("1"), done: yuan("1"), month: 12, ind: annual}, Unjudged, NoNumber},
		"about, without tolerance, closed": {"retail", course{measure: growth, target: bound(stat.Around), value: pct("6"), done: pct("6"), month: 12}, Unjudged, NoTolerance},
	} {
		t.Run(name, func(t *testing.T) {
			got := tt.course.judge(t, tt.subject)
			if got.Standing != tt.want || got.Why != tt.why {
				t.Errorf("%s %s, want %s %s", got.Standing, got.Why, tt.want, tt.why)
			}
		})
	}
}

// TestNeeded compares the growth needed in the rest of the year with values calculated by hand: 4.00 last year, of
// which 1.00 in the first quarter.
func TestNeeded(t *testing.T) {
	growth, level := stat.TargetGrowth, stat.TargetLevel
	for name, tt := range map[string]struct {
		course course
		want   string
		why    Why
	}{
		// 4.00 × 1.06 - 1.10 = 3.14 against 3.00
		"growth":             {course{measure: growth, target: bound(stat.Equal), value: pct("6"), done: pct("10"), month: 3}, "4.7", ""},
		"real growth":        {course{measure: growth, target: bound(stat.Equal), value: pct("6"), done: pct("10"), month: 3, ind: real}, "", Why(RealGrowth)},
		"no level last year": {course{measure: growth, target: bound(stat.Equal), value: pct("6"), done: pct("10"), month: 3, drop: "retail.level@2023"}, "", NoLevels},
		"no quarter then":    {course{measure: growth, target: bound(stat.Equal), value: pct("6"), done: pct("10"), month: 3, drop: "retail.level@2023-Q1"}, "", NoLevels},
		// 4.40 - 1.10 = 3.30 against 3.00
		"a level":        {course{measure: level, target: bound(stat.AtLeast), value: yuan("4.4"), done: yuan("1.1"), month: 3}, "10.0", ""},
		"a level passed": {course{measure: level, target: bound(stat.AtLeast), value: yuan("4.4"), done: yuan("4.5"), month: 3}, "", Reached},
		// 4.00 + 0.40 - 1.10 = 3.30 against 3.00
		"a change":           {course{measure: stat.TargetChange, target: bound(stat.AtLeast), value: yuan("0.40"), done: yuan("0.10"), month: 3}, "10.0", ""},
		"a change in a rate": {course{measure: stat.TargetChange, target: bound(stat.AtLeast), value: pp("3"), done: pp("1"), month: 3}, "", IsStock},
		"growth in points":   {course{measure: growth, target: bound(stat.Equal), value: pp("6"), done: pp("10"), month: 3}, "", OtherUnit},
		"a ratio":            {course{measure: stat.TargetRatio, target: bound(stat.Equal), value: pct("6"), done: pct("10"), month: 3}, "", IsStock},
		"a stock":            {course{measure: level, target: bound(stat.AtLeast), value: yuan("4.4"), done: yuan("1.1"), month: 3, ind: func(i *stat.Indicator) { i.Timing = stat.Stock }}, "", IsStock},
		"the year is over":   {course{measure: level, target: bound(stat.AtLeast), value: yuan("4.4"), done: yuan("1.1"), month: 12}, "", YearOver},
		"a missing figure":   {course{measure: level, target: bound(stat.AtLeast), value: yuan("4.4"), done: yuan("1.1"), month: 3, missing: true}, "", NoFigure},
		"without tolerance":  {course{measure: growth, target: bound(stat.Around), value: pct("6"), done: pct("10"), month: 3}, "4.7", ""},
	} {
		t.Run(name, func(t *testing.T) {
			got := tt.course.judge(t, "retail")
			if got.NoNeed != tt.why || (got.Needed != nil) != (tt.want != "") || got.Needed != nil && got.Needed.Number() != tt.want {
				t.Errorf("%v %s, want %s %s", got.Needed, got.NoNeed, tt.want, tt.why)
			}
		})
	}
}
