package wording

import (
	"strings"
	"testing"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

// Every rule has a case that it takes and one that it refuses, unless it needs nothing; and no two rules are called alike.
func TestRules(t *testing.T) {
	seen := map[string]bool{}
	for family, list := range rules() {
		for i, r := range list {
			if seen[r.id] {
				t.Errorf("%s: there are two rules of this name", r.id)
			}
			seen[r.id] = true
			for _, text := range []string{r.text.Hans, r.text.En} {
				if _, err := stat.ParseTemplate(text); err != nil || text == "" {
					t.Errorf("%s: %q: %v", r.id, text, err)
				}
			}
			if len(r.needs) == 0 {
				continue
			}
			if r.accepts == "" && r.refuses == "" {
				t.Errorf("%s: has no cases", r.id)
			}
			if got := taken(t, family, r.accepts); got != r.id {
				t.Errorf("%s: its own case %q is taken by %q", r.id, r.accepts, got)
			}
			if got := taken(t, family, r.refuses); got == r.id {
				t.Errorf("%s: takes the case %q, which it should refuse (%d)", r.id, r.refuses, i)
			}
		}
	}
}

// taken is the rule of a family that takes a case; "" if none does.
func taken(t *testing.T, family, in string) string {
	t.Helper()
	switch family {
	case "value":
		c, b := indicatorOf(t, in)
		s := c.situation(b)
		s["based"] = strings.HasSuffix(in, " based")
		r, _ := choose(family, s)
		return r.id
	case "extra":
		return lastExtra(t, in)
	case "growth", "targets", "progress", "composition", "positions", "moves", "trend", "investment", "timeline":
		if in != "" && !strings.HasPrefix(in, family) {
			t.Errorf("the case %q is of another kind than %s", in, family)
		}
		r, _, _ := messageRule(comparisonOf(t, in))
		return r.id
	}
	s := situation{}
	for _, one := range strings.Fields(in) {
		s[one] = true
	}
	r, _ := choose(family, s)
	return r.id
}

// indicatorOf makes an indicator of a case as level=15.3 growth=6.5 unit=T mult=4 timing=stock about.
func indicatorOf(t *testing.T, in string) (*composer, *branch) {
	t.Helper()
	s := newScene()
	ind := &s.d.Indicators[0]
	ind.Name = both("数目", "Things counted")
	s.data.Facts = nil
	keys := map[string]string{"unit": "CNY", "mult": "0"}
	var order []string
	for _, pair := range strings.Fields(in) {
		key, value, _ := strings.Cut(pair, "=")
		keys[key] = value
		order = append(order, key)
	}
	ind.Unit, ind.Timing, ind.Basis = keys["unit"], stat.Timing(keys["timing"]), stat.Basis(keys["basis"])
	if strings.HasPrefix(ind.Unit, "BED_PER") {
		ind.Name.En = "Beds per person"
	}
	if keys["name"] != "" {
		ind.Name.En = strings.ReplaceAll(keys["name"], "-", " ")
	}
	for _, key := range order {
		f, ok := factOf(key, keys)
		if ok {
			s.add(f)
		}
	}
	c := newComposer(s.build(t), "economy")
	return c, &branch{Indicator: *ind}
}

// factOf makes the fact of a key of a case.
func factOf(key string, keys map[string]string) (stat.Fact, bool) {
	mult := map[string]int{"4": 4}[keys["mult"]]
	year := 2023
	measure, sort, _ := strings.Cut(key, "-")
	if key == "unit" || key == "mult" || key == "timing" || key == "basis" || key == "by" || key == "about" || key == "name" || key == "based" {
		return stat.Fact{}, false
	}
	q := stat.Qty(keys[key], mult, keys["unit"])
	switch measure {
	case "growth", "ratio":
		q = stat.Qty(keys[key], 0, "PERCENT")
	case "acceleration", "margin":
		q = stat.Qty(keys[key], 0, "PP")
	case "rank":
		f := rank("retail", "city", 1)
		f.Quantity, f.Ranking.By = stat.Qty(keys[key], 0, "RANK"), stat.Measure(keys["by"])
		return f, true
	case "before":
		measure, year = "level", 2022
	case "level", "change":
	default:
		return stat.Fact{}, false
	}
	f := figure("retail", stat.Measure(measure), year, q)
	if sort != "" {
		f.ID, f.Sort, f.Basis = stat.Key("retail", key, f.Period), sort, stat.Basis(sort)
	}
	if measure == "margin" {
		f.Ranking = &stat.Ranking{Scope: "city", By: stat.Measure(keys["by"])}
	}
	if _, about := keys["about"]; about && measure == "level" {
		f.Qualifier = stat.About
	}
	return f, true
}

// lastExtra is the rule that takes the last figure of a case.
func lastExtra(t *testing.T, in string) string {
	t.Helper()
	if in == "" {
		return ""
	}
	c, b := indicatorOf(t, in)
	facts := c.facts[b.Code]
	whole := c.situation(b)
	whole["lead"] = true
	r, _ := choose("extra", c.extraSituation(facts[len(facts)-1], whole))
	return r.id
}

// comparisonOf makes what a chart compares of a case as growth 31.1 -2 6.5, or moves 1 2 / 3 4.
func comparisonOf(t *testing.T, in string) (*edition.Edition, Comparison) {
	t.Helper()
	s := newScene()
	kind, rest, _ := strings.Cut(in, " ")
	figures, against, _ := strings.Cut(rest, "/")
	k := Comparison{Kind: ComparisonKind(kind)}
	codes := []string{"retail", "output", "homes"}
	build := func(values string, kind ComparisonKind, at int) []*stat.Fact {
		var list []*stat.Fact
		for i, v := range strings.Fields(values) {
			f := figure(codes[min(i, 2)], stat.Growth, at, stat.Qty("1", 0, "PERCENT"))
			switch kind {
			case OfTargets:
				f = target(codes[min(i, 2)], stat.TargetGrowth, f.Quantity, "")
			case OfComposition:
				f.Measure, f.Part = stat.Share, codes[min(i, 2)]
			case OfPositions, OfMoves:
				f = rank(codes[min(i, 2)], "city", 1)
			case OfTrend:
				f = figure("retail", stat.Growth, at-3+i, f.Quantity)
			case OfInvestment:
				f = figure("road.investment", stat.Level, at, stat.Qty("1", 8, "CNY"))
			}
			if kind == OfProgress || kind == OfTimeline {
				continue
			}
			for _, g := range list {
				switch v {
				case "change":
					g.Measure = stat.Change
				case "quarters":
					g.Measure, g.Period = stat.Level, stat.Through(2023, 3*len(list))
					list[0].Period = stat.Through(2023, 1)
				case "province":
					list[0].Ranking = &stat.Ranking{Scope: "province"}
				}
			}
			if strings.Trim(v, "0123456789.-") != "" && strings.Trim(v, "abcdefghijklmnopqrstuvwxyz") == "" && v != "price" && v != "level" {
				continue
			}
			if v == "price" || v == "level" || v == "final" || v == "new" {
				for _, g := range list {
					if v == "price" {
						g.Verb = stat.VerbRise
					}
					if v == "level" {
						g.Measure = stat.Level
					}
				}
				continue
			}
			q := f.Quantity
			f.Quantity = stat.Qty(v, q.Mult, q.Unit)
			list = append(list, &f)
		}
		return list
	}
	k.Facts, k.Against = build(figures, k.Kind, 2023), build(against, map[ComparisonKind]ComparisonKind{OfMoves: OfMoves}[k.Kind], 2022)
	e := s.build(t)
	if k.Kind == OfTimeline && strings.Contains(rest, "new") {
		e.Milestones = append(e.Milestones[:1:1], e.Milestones[0])
		e.Milestones[0].New, e.Milestones[1].New = true, strings.Contains(rest, "2")
	}
	if k.Kind == OfProgress {
		good, bad := edition.OnTrack, edition.Behind
		if strings.Contains(rest, "final") {
			good, bad = edition.Met, edition.NotMet
		} else {
			e.Period = stat.Through(2023, 6)
		}
		for i, n := range strings.Fields(rest)[:2] {
			for range int(n[0] - '0') {
				e.Progress = append(e.Progress, edition.Progress{Standing: []edition.Standing{good, bad}[i]})
			}
		}
	}
	return e, k
}

// Messages are worded in both languages.
func TestMessage(t *testing.T) {
	for _, tt := range []struct{ in, zh, en string }{
		{"growth 31.1 -2 6.5", "零售额增长最快，增31.1%", "Retail sales grew fastest, up 31.1%"},
		{"growth -31.1 -2 -6.5", "零售额降幅最大，降31.1%", "Retail sales fell most, down 31.1%"},
		{"positions 1 2 3", "3项位次中1项居首位", "First in one of three rankings"},
		{"moves 2 3 / 5 3", "零售额上升3位", "Retail sales rose by 3"},
		{"trend 5 4 6", "零售额增速为3期最高，增6%", "Growth of retail sales is the highest of three periods, up 6%"},
		{"progress 2 1 final", "3项目标中2项完成", "Two of three targets were met"},
		{"composition 10.4 48.6 41", "产值占比最大，为48.6%", "Largest share: output, 48.6%"},
		{"trend 5 4 6 level", "零售额为3期最高，6%", "Highest of three periods: retail sales, 6%"},
		{"trend 5 4 6 change", "", ""},
		{"trend 5 4 6 quarters", "", ""},
		{"positions 2 3 province", "", ""},
		{"growth 5 5", "", ""},
		{"growth 5", "", ""},
	} {
		e, k := comparisonOf(t, tt.in)
		zh, en := newScene().words(t)
		var facts []stat.Fact
		for _, f := range k.Facts {
			facts = append(facts, *f)
		}
		s := newScene()
		s.data.Facts = facts
		if len(k.Facts) > 0 {
			e = s.build(t)
		}
		said := [2]string{}
		for i, w := range []*locale.Words{zh, en} {
			parts, ok := Message(w, e, k)
			if ok != (tt.zh != "") {
				t.Errorf("%s: %v", tt.in, ok)
			}
			for _, p := range parts {
				said[i] += p.Words
			}
		}
		if said != [2]string{tt.zh, tt.en} {
			t.Errorf("%s: %q", tt.in, said)
		}
	}
}
