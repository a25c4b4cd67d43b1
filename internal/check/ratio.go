package check

import (
	"regexp"
	"slices"

	"nianbao/internal/catalog"
	"nianbao/internal/stat"
)

// Names of ratios of an area's own. The catalogue says of its indicators what they are.
var (
	// partNames are of ratios of a part to its whole.
	partNames = regexp.MustCompile(`比重|占比|比例|份额|构成|覆盖率|覆盖度|盖度|城镇化率|城市化率|失业率|普及率|入户率|合格率|达标率|优良率|处理率|治理率|参保率|绿地率|恩格尔|净入学率|巩固率|就业率|亏损面|利用率|接种率|不良`)
	// changeNames are of changes, and of what has their sign.
	changeNames = regexp.MustCompile(`贡献率|增长|增速|涨|增幅|降幅|变动|比上年|同比`)
	// openNames are of ratios that are often more than 100 per cent: they compare two things, or what was done with what was
	// planned.
	openNames = regexp.MustCompile(`完成|产销率|销售率|存贷|贷存|毛入|负债|债务率|杠杆|之比|抚养比|拨备|流动性|偿债|充足率|依存度|自给率|执行率|相当于|占补|性别比|师生|生师` +
		`|(电话|宽带).*(普及率|入户率)|家庭普及率|(进口|出口|贸易|存款|贷款|债务|余额|资产|融资|市值|总产值|销售|营业|交易|成交)[^占]*占[^占]*(生产总值|GDP)` +
		`|(支出|债务|余额|贷款)[^占]*占[^占]*(收入|财力)|贷款[^占]*占[^占]*存款|与[^占]*(生产总值|GDP|收入|存款)的?(比例|比率|比重)`)
	// doubtfulNames are of ratios that can be more, though most are less: those of a product that is no part of it, those of people
	// registered to people counted, and those of what is used to what it was made for.
	doubtfulNames = regexp.MustCompile(`占[^占]{0,8}(生产总值|GDP)|(^|[^参])与[^占]*(比例|比率)|利用率|使用率|参保率|保险.*覆盖率|医保.*覆盖率|接种率|巩固率|案件`)
	// productParts are of what is part of a product.
	productParts = regexp.MustCompile(`(增加值|产业|经济|工业|农业|建筑业|服务业|制造业|生产总值|GDP)占`)
	// netNames are of balances, whose share of a whole can be below zero or above all of it.
	netNames = regexp.MustCompile(`净[^入化水菜]|差额|赤字|盈余|结余|顺差|逆差|利润|增量|增加额|增减`)
)

// capped reports whether an indicator is a ratio of a part to its whole.
func capped(ind *stat.Indicator) bool {
	if e, standard := catalog.Get(ind.Code); standard {
		return e.Share
	}
	name := ind.Name.Hans
	doubtful := doubtfulNames.MatchString(name) && !productParts.MatchString(name)
	return partNames.MatchString(name) && !doubtful && !open(ind) && !netNames.MatchString(name)
}

// open reports whether an indicator is a ratio that is often more than 100 per cent.
func open(ind *stat.Indicator) bool {
	if e, standard := catalog.Get(ind.Code); standard {
		return e.Compares
	}
	return openNames.MatchString(ind.Name.Hans) || changeNames.MatchString(ind.Name.Hans)
}

// signed reports whether a ratio can be below zero: one that is no share, a change, or the share of a balance.
func signed(ind *stat.Indicator) bool {
	name := ind.Name.Hans
	return !capped(ind) && (!partNames.MatchString(name) || changeNames.MatchString(name) || netNames.MatchString(name))
}

// netShare reports whether a fact is the share that a balance has in a whole, or a part in a balance.
func (in *inspection) netShare(f *stat.Fact) bool {
	return f.Measure == stat.Share && netNames.MatchString(in.subjectName(f.Subject).Hans+in.subjectName(f.Part).Hans)
}

// besideNet reports whether a fact is a share among which there is one of a balance, so that it can be more than all of the whole.
func (in *inspection) besideNet(f *stat.Fact) bool {
	for _, b := range in.indicators[f.Subject].Breakdowns {
		if slices.Contains(b.Parts, f.Part) && netNames.MatchString(in.listed(b.Parts).Hans) {
			return true
		}
	}
	return in.netShare(f)
}

// ratioPossible finds ratios of more than 100 per cent where that cannot be. Of a ratio whose name tells nothing it only asks.
// Shares beside that of a balance are left to their sum.
func ratioPossible(in *inspection) {
	for _, f := range in.facts {
		ind := in.indicators[f.Subject]
		if ind == nil || ind.RateOf != "" || f.Quantity.Unit != stat.PercentUnit {
			continue
		}
		switch {
		case f.Measure == stat.Share && !in.besideNet(f), f.Measure == stat.Ratio && capped(ind):
			in.judgeAboveAll(f, stat.Error, say("{0}: {1}, but a part is not more than its whole. Check the value and its point."))
		case f.Measure == stat.Ratio && !open(ind):
			in.judgeAboveAll(f, stat.Warning, say("{0}: {1}. Check whether it can be more than 100%."))
		}
	}
}

func (in *inspection) judgeAboveAll(f *stat.Fact, severity stat.Severity, message stat.Text) {
	for fig := range figures(f) {
		if fig.Status.HasValue() && fig.Quantity.Value.GreaterThan(hundred().Value) {
			in.findAs(severity, f, fig.Place, message, fig.Quantity)
		}
	}
}
