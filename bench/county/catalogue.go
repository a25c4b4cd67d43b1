package county

import "fmt"

// theme is a chapter with its indicators.
type theme struct {
	code, han, latin string
	indicators       []indicator
}

// indicator is one thing measured.
type indicator struct {
	code, han, latin string
	unit             string
	mult             int
	low, high        int64 // of the level, in the last decimal
	decimals         int32
}

// catalogue is what every county measures.
func catalogue() []theme {
	money := func(code, han, latin string, low, high int64) indicator {
		return indicator{code, han, latin, "CNY", 8, low, high, 2}
	}
	return []theme{
		{"economy", "经济运行", "Economy", []indicator{
			money("gdp", "地区生产总值", "Gross domestic product", 3000, 90000),
			money("primary", "第一产业增加值", "Value added of the primary sector", 500, 20000),
			money("secondary", "第二产业增加值", "Value added of the secondary sector", 800, 40000),
			money("tertiary", "第三产业增加值", "Value added of the tertiary sector", 1000, 50000),
			money("investment", "固定资产投资", "Fixed-asset investment", 900, 30000),
			money("retail", "社会消费品零售总额", "Total retail sales of consumer goods", 700, 30000),
			money("revenue", "一般公共预算收入", "General public budget revenue", 90, 4000),
		}},
		{"agriculture", "农业农村", "Agriculture", []indicator{
			{"grain", "粮食产量", "Grain output", "T", 4, 100, 9000, 2},
			{"vegetables", "蔬菜产量", "Vegetable output", "T", 4, 100, 9000, 2},
			{"cattle", "年末牛存栏", "Cattle stock at year end", "HEAD", 4, 20, 900, 2},
			{"farmland", "耕地面积", "Area of farmland", "MU", 4, 200, 20000, 2},
		}},
		{"industry", "工业与能源", "Industry and energy", []indicator{
			{"enterprises", "规模以上工业企业", "Industrial enterprises above designated size", "ENTERPRISE", 0, 5, 400, 0},
			{"electricity", "全社会用电量", "Total electricity consumption", "KWH", 8, 100, 9000, 2},
			{"energy", "综合能源消费量", "Total energy consumption", "TCE", 4, 100, 9000, 1},
			{"wind", "风电装机容量", "Installed wind power", "KW", 4, 10, 3000, 1},
		}},
		{"livelihood", "人民生活", "Livelihood", []indicator{
			{"population", "年末常住人口", "Resident population at year end", "PERSON", 4, 300, 12000, 2},
			{"urban-income", "城镇居民人均可支配收入", "Disposable income of an urban resident", "CNY", 0, 28000, 62000, 0},
			{"rural-income", "农村居民人均可支配收入", "Disposable income of a rural resident", "CNY", 0, 12000, 38000, 0},
			{"new-jobs", "城镇新增就业", "New urban jobs", "PERSON", 0, 300, 9000, 0},
			{"schools", "学校数", "Schools", "SITE", 0, 10, 300, 0},
		}},
		{"environment", "生态环境", "Environment", []indicator{
			{"good-days", "空气质量优良天数", "Days of good air", "DAY", 0, 240, 365, 0},
			{"planted", "造林面积", "Area afforested", "MU", 4, 10, 900, 2},
			{"clean-water", "污水处理能力", "Capacity of sewage treatment", "M3", 4, 10, 900, 1},
		}},
		{"transport", "交通与旅游", "Transport and tourism", []indicator{
			{"roads", "公路通车里程", "Length of roads open to traffic", "KM", 0, 300, 4000, 0},
			{"visitors", "接待游客", "Visitors received", "PERSON", 4, 100, 90000, 2},
			money("tourism", "旅游总收入", "Income from tourism", 50, 30000),
			{"vehicles", "民用汽车保有量", "Civil vehicles", "VEHICLE", 4, 50, 4000, 2},
		}},
	}
}

// wide adds indicators without a sentence until there are as many as asked for.
func wide(themes []theme, most int) []theme {
	have := 0
	for _, t := range themes {
		have += len(t.indicators)
	}
	for n := 1; have < most; n++ {
		t := &themes[n%len(themes)]
		t.indicators = append(t.indicators, indicator{
			fmt.Sprintf("survey-%d", n), fmt.Sprintf("调查项目之%d", n), fmt.Sprintf("Item %d of the survey", n), "ITEM", 0, 10, 9000, 0,
		})
		have++
	}
	return themes
}
