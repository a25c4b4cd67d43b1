package check

import (
	"regexp"

	"nianbao/internal/stat"
)

var (
	// cappedNames are of ratios of a part to its whole, which are 100 per cent at most.
	cappedNames = regexp.MustCompile(`比重|占比|比例|份额|构成|覆盖率|覆盖度|盖度|城镇化率|城市化率|失业率|普及率|入户率|合格率|达标率|优良率|处理率|治理率|参保率|绿地率|恩格尔|净入学率|巩固率|就业率|亏损面|利用率|接种率|不良`)
	// openNames are of ratios that can be more: they compare two things, or what was done with what was planned.
	openNames = regexp.MustCompile(`完成|产销率|存贷|贷存|毛入|贡献率|负债率|之比|增长|增速|涨|增幅|抚养比|拨备|充足率|依存度|自给率|执行率|比上年|同比|相当于`)
)

// capped reports whether an indicator is a ratio of a part to its whole, by its name.
func capped(ind *stat.Indicator) bool {
	return cappedNames.MatchString(ind.Name.Hans) && !openNames.MatchString(ind.Name.Hans)
}

// ratioPossible finds ratios of more than 100 per cent where that cannot be. Of a ratio whose name tells nothing it only asks.
func ratioPossible(in *inspection) {
	for _, f := range in.facts {
		ind := in.indicators[f.Subject]
		if ind == nil || f.Measure != stat.Ratio && f.Measure != stat.Share || f.Quantity.Unit != stat.PercentUnit || ind.RateOf != "" {
			continue
		}
		for fig := range figures(f) {
			if !fig.Status.HasValue() || !fig.Quantity.Value.GreaterThan(hundred().Value) {
				continue
			}
			switch {
			case f.Measure == stat.Share, capped(ind):
				in.findOf(f, fig.Place, say("{0}: {1}, but a part is not more than its whole. Check the value and its point."), fig.Quantity)
			case !openNames.MatchString(ind.Name.Hans):
				in.findAs(stat.Warning, f, fig.Place, say("{0}: {1}. Check whether it can be more than 100%."), fig.Quantity)
			}
		}
	}
}
