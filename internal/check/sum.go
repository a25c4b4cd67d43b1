package check

import (
	"maps"
	"math/big"
	"regexp"
	"slices"
	"strings"

	"nianbao/internal/catalog"
	"nianbao/internal/stat"
)

// partsExceed finds levels of parts that, together, are more than the whole. The catalogue says what the parts are, also where
// the area does not have all of them, so that their sum is not compared.
func partsExceed(in *inspection) {
	for _, e := range catalog.All() {
		ind := in.indicators[in.roles[e.Code]]
		if ind == nil {
			continue
		}
		for _, b := range e.Breakdowns {
			complete := slices.ContainsFunc(ind.Breakdowns, func(own stat.Breakdown) bool { return own.Code == b.Code })
			if whole := in.wholeOf(ind); whole != nil && !complete {
				in.judgeExcess(whole, b.Parts)
			}
		}
	}
}

// wholeOf is the level of an indicator in the edition's period.
func (in *inspection) wholeOf(ind *stat.Indicator) *stat.Fact {
	f := in.byID[stat.Key(ind.Code, string(stat.Level), in.period)]
	if !precise(f) || !in.unit(f.Quantity.Unit).AddsUp() || f.Quantity.Value.IsNegative() {
		return nil
	}
	return f
}

func (in *inspection) judgeExcess(whole *stat.Fact, codes []string) {
	sum := interval{new(big.Rat), new(big.Rat)}
	facts, names := []*stat.Fact{whole}, []stat.Text{}
	for _, code := range codes {
		part := in.levelBeside(whole, in.roles[code], whole.Period)
		if !precise(part) {
			continue
		}
		each, ok := in.within(part.Quantity, whole.Quantity.Unit)
		if !ok || each.low.Sign() < 0 {
			return
		}
		sum, facts, names = sum.plus(each), append(facts, part), append(names, in.name(part))
	}
	if all, ok := in.within(whole.Quantity, whole.Quantity.Unit); len(names) < 2 || !ok || sum.low.Cmp(all.high) <= 0 {
		return
	}
	in.findOn(say("{0}: {1}, but parts of it ({2}) add up to {3}, which is more. Check the total and the parts."),
		[]any{in.name(whole), whole.Quantity, list(names), written(sum.middle(), whole.Quantity)}, facts...)
}

// contributionTotal holds the contributions of all parts of a breakdown to growth: the rates add up to 100 per cent, and the
// points to the growth.
func contributionTotal(in *inspection) {
	for i := range in.dataset.Indicators {
		ind := &in.dataset.Indicators[i]
		growth := in.byID[stat.Key(ind.Code, string(stat.Growth), in.period)]
		for _, b := range ind.Breakdowns {
			in.judgeSum(in.parts(b.Parts, stat.ContributionRate), hundredPercent(), stat.PercentUnit)
			if precise(growth) {
				if whole, ok := in.within(growth.Quantity, stat.PercentUnit); ok {
					in.judgeSum(in.parts(b.Parts, stat.Contribution), whole, stat.PointsUnit)
				}
			}
		}
	}
}

func hundredPercent() interval { return exactly(hundred().Rat()) }

// parts lists a measure of each part in the edition's period; nil if one is not known.
func (in *inspection) parts(codes []string, m stat.Measure) []*stat.Fact {
	var facts []*stat.Fact
	for _, code := range codes {
		f := in.byID[stat.Key(code, string(m), in.period)]
		if !precise(f) {
			return nil
		}
		facts = append(facts, f)
	}
	return facts
}

// judgeSum compares the sum of facts with what it should be within rounding.
func (in *inspection) judgeSum(facts []*stat.Fact, want interval, unit string) {
	sum := interval{new(big.Rat), new(big.Rat)}
	var names []stat.Text
	for _, f := range facts {
		each, ok := in.within(f.Quantity, unit)
		if !ok {
			return
		}
		sum, names = sum.plus(each), append(names, in.name(f))
	}
	if len(facts) == 0 || sum.overlaps(want) {
		return
	}
	like := finest(facts)
	in.findOn(say("{0} add up to {1}, not to {2}, which rounding does not explain. Check them."),
		[]any{list(names), written(sum.middle(), like), written(want.middle(), like)}, facts...)
}

// sides are words of names that tell apart what, together, is all there is.
var sides = [][]string{{"第一产业", "第二产业", "第三产业"}, {"城镇", "乡村"}, {"城镇", "农村"}, {"男性", "女性"}}

// shareOfAll is what stands before and behind such a word, marked by a bar, in the name of a share in one whole. What has other
// words may be a share in what the side itself has, as 城镇居民医疗保健支出占消费支出比重 and 男性参检比例.
var shareOfAll = regexp.MustCompile(`^(.*(中|人口|投资|人员|增加值|产值|总值|用电量))?\|的?(` + strings.Join([]string{
	`(占` + wholes + `(生产总值|GDP))?`,
	`增加值(占` + wholes + `(生产总值|GDP|增加值))?`, `总?产值(占` + wholes + `产值)?`, `(固定资产)?投资(占` + wholes + `(固定资产)?投资)?`,
	`(常住|户籍)?人口(占` + wholes + `人口)?`, `(就业|从业)(人员|人口|人数)(占` + wholes + `(就业|从业)(人员|人口|人数))?`, `用电量?(占` + wholes + `用电量?)?`,
}, "|") + `)(总[数量额])?的?(比重|占比|比例|构成)$|^[^|]*\|(增加值)?对` + wholes + `(经济|生产总值|GDP)(增长)?的?贡献率$`)

// wholes are words before a whole that say that it is all there is.
const wholes = `(全部|全社会|社会|全市|全县|全区|全省|本市|本县|本区|地区|国内|年末|期末|常住|户籍|总)*`

// sharesTotal holds shares that an area has as indicators of their own, as 第一产业比重, 第二产业比重 and 第三产业比重: they add up to
// 100 per cent.
func sharesTotal(in *inspection) {
	byName := map[string]*stat.Fact{}
	for f, ind := range in.values(stat.Ratio) {
		if f.Period == in.period && f.Quantity.Unit == stat.PercentUnit {
			byName[ind.Name.Hans] = f
		}
	}
	for _, name := range slices.Sorted(maps.Keys(byName)) {
		for _, words := range sides {
			in.judgeSum(others(byName, name, words), hundredPercent(), stat.PercentUnit)
		}
	}
}

// others finds the facts whose names differ from that of a share only in one of some words, of which it has the first; nil unless
// all are known.
func others(byName map[string]*stat.Fact, name string, words []string) []*stat.Fact {
	before, after, ok := strings.Cut(name, words[0])
	if !ok || !shareOfAll.MatchString(before+"|"+after) {
		return nil
	}
	var facts []*stat.Fact
	for _, word := range words {
		f := byName[before+word+after]
		if f == nil {
			return nil
		}
		facts = append(facts, f)
	}
	return facts
}
