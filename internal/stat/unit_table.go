package stat

// unitRow is a unit with its size in the dimension's base unit; "" where nothing converts.
type unitRow struct {
	Unit
	size string
}

// unitTable has every unit known to the program. A new unit is a line here; the words that are written, the words that are
// read, where a line may not end, the schemas and docs/dataset.md follow from it.
//
// 1 mu is 1/15 hectare (State Council order of 1984 on the unified legal units of measurement).
var unitTable = []unitRow{
	{Unit{Code: YuanUnit, Dim: Money, Counter: Text{Hans: "元"}, One: "CNY", Many: "CNY", Beside: Before, Printed: []string{"人民币", "元人民币", "yuan", "million yuan", "renminbi"}, Signs: []string{"CNY", "RMB", "¥"}}, ""},
	{Unit{Code: "USD", Dim: Money, Counter: Text{Hans: "美元"}, One: "USD", Many: "USD", Beside: Before, Printed: []string{"美金"}, Signs: []string{"USD", "US$", "$"}}, ""},
	{Unit{Code: "EUR", Dim: Money, Counter: Text{Hans: "欧元", Hant: "歐元"}, One: "EUR", Many: "EUR", Beside: Before, Signs: []string{"EUR", "€"}}, ""},
	{Unit{Code: "HKD", Dim: Money, Counter: Text{Hans: "港元"}, One: "HKD", Many: "HKD", Beside: Before, Signs: []string{"HKD", "HK$"}, Printed: []string{"港币"}}, ""},
	{Unit{Code: "JPY", Dim: Money, Counter: Text{Hans: "日元"}, One: "JPY", Many: "JPY", Beside: Before, Signs: []string{"JPY"}}, ""},

	{Unit{Code: PercentUnit, Dim: Percent, Counter: Text{Hans: "%"}, One: "%", Many: "%", Beside: Glued, Printed: []string{"percent", "per cent"}}, "1"},
	{Unit{Code: PointsUnit, Dim: Points, Counter: Text{Hans: "个百分点", Hant: "個百分點"}, One: "percentage point", Many: "percentage points", Printed: []string{"百分点", "pp", "p.p."}}, "1"},
	{Unit{Code: PermilleUnit, Dim: Percent, Counter: Text{Hans: "‰"}, One: "‰", Many: "‰", Beside: Glued, Printed: []string{"per mille"}}, "1/10"},
	{Unit{Code: PermillePointsUnit, Dim: Points, Counter: Text{Hans: "个千分点", Hant: "個千分點"}, One: "per mille point", Many: "per mille points", Printed: []string{"千分点"}}, "1/10"},
	{Unit{Code: "PER_10000", Dim: Percent, Counter: Text{Hans: "/万", Hant: "/萬"}, One: "per 10,000", Many: "per 10,000", Printed: []string{"‱"}}, "1/100"},
	{Unit{Code: IndexUnit, Dim: IndexDim, Counter: Text{Hans: "（指数）", Hant: "（指數）"}, One: "(index)", Many: "(index)"}, ""},
	{Unit{Code: IndexPointsUnit, Dim: IndexDim, Counter: Text{Hans: "点", Hant: "點"}, One: "index point", Many: "index points", Printed: []string{"个点"}}, ""},
	{Unit{Code: RankUnit, Dim: RankDim, Counter: Text{Hans: "位"}, One: "position", Many: "position", Beside: Ordinal}, ""},
	{Unit{Code: ScoreUnit, Dim: Score, Counter: Text{Hans: "分"}, One: "point", Many: "points"}, "1"},

	{Unit{Code: SquareMetreUnit, Dim: AreaDim, Counter: Text{Hans: "平方米"}, One: "m²", Many: "m²", Printed: []string{"m2", "平米", "平方", "sq m"}}, "1"},
	{Unit{Code: MuUnit, Dim: AreaDim, Counter: Text{Hans: "亩", Hant: "畝"}, One: "mu", Many: "mu"}, "10000/15"},
	{Unit{Code: "HA", Dim: AreaDim, Counter: Text{Hans: "公顷", Hant: "公頃"}, One: "ha", Many: "ha", Printed: []string{"hectare", "hectares"}}, "10000"},
	{Unit{Code: "KM2", Dim: AreaDim, Counter: Text{Hans: "平方公里"}, One: "km²", Many: "km²", Printed: []string{"km2", "sq km", "㎢", "平方千米"}}, "1000000"},
	{Unit{Code: "MM", Dim: Length, Counter: Text{Hans: "毫米"}, One: "mm", Many: "mm"}, "1/1000"},
	{Unit{Code: MetreUnit, Dim: Length, Counter: Text{Hans: "米"}, One: "m", Many: "m"}, "1"},
	{Unit{Code: KilometreUnit, Dim: Length, Counter: Text{Hans: "公里"}, One: "km", Many: "km", Printed: []string{"千米"}}, "1000"},
	{Unit{Code: "KG", Dim: Mass, Counter: Text{Hans: "千克"}, One: "kg", Many: "kg", Printed: []string{"公斤"}}, "1"},
	{Unit{Code: "T", Dim: Mass, Counter: Text{Hans: "吨", Hant: "噸"}, One: "tonne", Many: "tonnes", Printed: []string{"ton", "tons", "公吨"}}, "1000"},
	{Unit{Code: "KWH", Dim: Energy, Counter: Text{Hans: "千瓦时", Hant: "千瓦時"}, One: "kWh", Many: "kWh", Printed: []string{"千瓦小时", "度"}}, "1"},
	{Unit{Code: "MWH", Dim: Energy, Counter: Text{Hans: "兆瓦时", Hant: "兆瓦時"}, One: "MWh", Many: "MWh"}, "1000"},
	{Unit{Code: "TCE", Dim: Energy, Counter: Text{Hans: "吨标准煤", Hant: "噸標準煤"}, One: "tonne of coal equivalent", Many: "tonnes of coal equivalent", Printed: []string{"吨标煤"}}, ""},
	{Unit{Code: "KW", Dim: Power, Counter: Text{Hans: "千瓦"}, One: "kW", Many: "kW"}, "1"},
	{Unit{Code: "MW", Dim: Power, Counter: Text{Hans: "兆瓦"}, One: "MW", Many: "MW"}, "1000"},
	{Unit{Code: KilovoltUnit, Dim: Voltage, Counter: Text{Hans: "千伏"}, One: "kV", Many: "kV"}, "1"},
	{Unit{Code: "M3", Dim: Volume, Counter: Text{Hans: "立方米"}, One: "m³", Many: "m³", Printed: []string{"m3"}}, "1"},
	{Unit{Code: "UG_M3", Dim: Concentration, Counter: Text{Hans: "微克/立方米"}, One: "µg/m³", Many: "µg/m³", Printed: []string{"μg/m³", "µg/m3", "μg/m3", "微克每立方米"}}, "1"},
	{Unit{Code: "MG_M3", Dim: Concentration, Counter: Text{Hans: "毫克/立方米"}, One: "mg/m³", Many: "mg/m³", Printed: []string{"mg/m3", "毫克每立方米"}}, "1000"},
	{Unit{Code: "CELSIUS", Dim: Temperature, Counter: Text{Hans: "℃"}, One: "°C", Many: "°C", Printed: []string{"摄氏度"}}, ""},
	{Unit{Code: "T_KM", Dim: FreightDim, Counter: Text{Hans: "吨公里", Hant: "噸公里"}, One: "tonne-kilometre", Many: "tonne-kilometres", Printed: []string{"吨千米", "tonne-km"}}, ""},
	{Unit{Code: "PERSON_KM", Dim: PassengerDim, Counter: Text{Hans: "人公里"}, One: "passenger-kilometre", Many: "passenger-kilometres", Printed: []string{"人千米", "passenger-km"}}, ""},

	{Unit{Code: "CNY_PER_MONTH", Dim: Price, Counter: Text{Hans: "元/月"}, One: "yuan a month", Many: "yuan a month", Printed: []string{"元每月"}}, ""},
	{Unit{Code: "CNY_PER_PERSON", Dim: Price, Counter: Text{Hans: "元/人"}, One: "yuan per person", Many: "yuan per person", Printed: []string{"元每人"}}, ""},
	{Unit{Code: "CNY_PER_M2", Dim: Price, Counter: Text{Hans: "元/平方米"}, One: "yuan per m²", Many: "yuan per m²"}, ""},
	{Unit{Code: "CNY_PER_KG", Dim: Price, Counter: Text{Hans: "元/公斤"}, One: "yuan per kg", Many: "yuan per kg", Printed: []string{"元/千克"}}, ""},
	{Unit{Code: "CNY_PER_T", Dim: Price, Counter: Text{Hans: "元/吨", Hant: "元/噸"}, One: "yuan per tonne", Many: "yuan per tonne"}, ""},
	{Unit{Code: "BED_PER_1000PERSON", Dim: Quotient, Counter: Text{Hans: "张/千人", Hant: "張/千人"}, One: "bed per 1,000 people", Many: "beds per 1,000 people", Printed: []string{"张每千人"}}, ""},
	{Unit{Code: "PERSON_PER_1000PERSON", Dim: Quotient, Counter: Text{Hans: "人/千人"}, One: "person per 1,000 people", Many: "people per 1,000 people", Printed: []string{"名/千人"}}, ""},
	{Unit{Code: "PERSON_PER_KM2", Dim: Quotient, Counter: Text{Hans: "人/平方公里"}, One: "person per km²", Many: "people per km²", Printed: []string{"人/平方千米"}}, ""},
	{Unit{Code: "KG_PER_MU", Dim: Quotient, Counter: Text{Hans: "公斤/亩", Hant: "公斤/畝"}, One: "kg per mu", Many: "kg per mu", Printed: []string{"千克/亩"}}, ""},
	{Unit{Code: "KM_PER_100KM2", Dim: Quotient, Counter: Text{Hans: "公里/百平方公里"}, One: "km per 100 km²", Many: "km per 100 km²"}, ""},
	{Unit{Code: "M2_PER_PERSON", Dim: Quotient, Counter: Text{Hans: "平方米/人"}, One: "m² per person", Many: "m² per person"}, ""},
	{Unit{Code: "TCE_PER_10000CNY", Dim: Quotient, Counter: Text{Hans: "吨标准煤/万元", Hant: "噸標準煤/萬元"}, One: "tonne of coal equivalent per CNY 10,000", Many: "tonnes of coal equivalent per CNY 10,000"}, ""},
	{Unit{Code: DayUnit, Dim: Duration, Counter: Text{Hans: "天"}, One: "day", Many: "days"}, ""},
	{Unit{Code: "MONTH", Dim: Duration, Counter: Text{Hans: "个月", Hant: "個月"}, One: "month", Many: "months", Printed: []string{"个多月"}}, "1"},
	{Unit{Code: YearUnit, Dim: Duration, Counter: Text{Hans: "年"}, One: "year", Many: "years", Printed: []string{"岁"}}, "12"},

	{Unit{Code: "PERSON", Dim: Count, Counter: Text{Hans: "人"}, One: "person", Many: "people", Printed: []string{"persons", "residents"}}, "1"},
	{Unit{Code: "PERSON_TRIP", Dim: Count, Counter: Text{Hans: "人次"}, One: "trip", Many: "trips", Printed: []string{"人（次）", "人(次)"}}, "1"},
	{Unit{Code: "HOUSEHOLD", Dim: Count, Counter: Text{Hans: "户", Hant: "戶"}, One: "household", Many: "households"}, "1"},
	{Unit{Code: "ENTERPRISE", Dim: Count, Counter: Text{Hans: "家"}, One: "enterprise", Many: "enterprises"}, "1"},
	{Unit{Code: ProjectUnit, Dim: Count, Counter: Text{Hans: "个", Hant: "個"}, One: "project", Many: "projects"}, "1"},
	{Unit{Code: "ITEM", Dim: Count, Counter: Text{Hans: "项", Hant: "項"}, One: "item", Many: "items"}, "1"},
	{Unit{Code: "ACTIVITY", Dim: Count, Counter: Text{Hans: "次"}, One: "activity", Many: "activities"}, "1"},
	{Unit{Code: "AGREEMENT", Dim: Count, Counter: Text{Hans: "个", Hant: "個"}, One: "agreement", Many: "agreements"}, "1"},
	{Unit{Code: "BED", Dim: Count, Counter: Text{Hans: "张", Hant: "張"}, One: "bed", Many: "beds"}, "1"},
	{Unit{Code: "TEU", Dim: Count, Counter: Text{Hans: "标准箱", Hant: "標準箱"}, One: "TEU", Many: "TEU"}, "1"},
	{Unit{Code: "CASE", Dim: Count, Counter: Text{Hans: "件"}, One: "case", Many: "cases"}, "1"},
	{Unit{Code: "ACCIDENT", Dim: Count, Counter: Text{Hans: "起"}, One: "accident", Many: "accidents"}, "1"},
	{Unit{Code: "SET", Dim: Count, Counter: Text{Hans: "套"}, One: "set", Many: "sets"}, "1"},
	{Unit{Code: "TREE", Dim: Count, Counter: Text{Hans: "株"}, One: "tree", Many: "trees"}, "1"},
	{Unit{Code: "EVENT", Dim: Count, Counter: Text{Hans: "次"}, One: "event", Many: "events"}, "1"},
	{Unit{Code: "PERFORMANCE", Dim: Count, Counter: Text{Hans: "场次", Hant: "場次"}, One: "event", Many: "events"}, "1"},
	{Unit{Code: "SITE", Dim: Count, Counter: Text{Hans: "个", Hant: "個"}, One: "site", Many: "sites"}, "1"},
	{Unit{Code: "HEAD", Dim: Count, Counter: Text{Hans: "头", Hant: "頭"}, One: "head", Many: "head"}, "1"},
	{Unit{Code: "VEHICLE", Dim: Count, Counter: Text{Hans: "辆", Hant: "輛"}, One: "vehicle", Many: "vehicles"}, "1"},
	{Unit{Code: "INDICATOR", Dim: Count, Counter: Text{Hans: "项", Hant: "項"}, One: "indicator", Many: "indicators"}, "1"},
	{Unit{Code: "TASK", Dim: Count, Counter: Text{Hans: "项", Hant: "項"}, One: "task", Many: "tasks"}, "1"},
}

// Scale is an English word for a power of ten.
type Scale struct {
	Power int
	Word  string
}

// Scales are the powers of ten that English amounts are worded in, the largest first: 亿 is 100 million.
func Scales() []Scale { return []Scale{{12, "trillion"}, {9, "billion"}, {6, "million"}} }
