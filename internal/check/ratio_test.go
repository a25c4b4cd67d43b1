package check

import "nianbao/internal/stat"

// ratioCases are of ratios that an area names itself, and of those of the catalogue.
func ratioCases() []ruleCase {
	own := func(name, value string) func(*scene) {
		return func(s *scene) {
			s.indicator("share").Name.Hans = name
			s.add(observed("share", stat.Ratio, "2023", stat.Qty(value, 0, "PERCENT")))
		}
	}
	net := func(first, second string) func(*scene) {
		return func(s *scene) {
			composed(s, first, second)
			s.indicator("requests-mail").Name.Hans = "货物和服务净出口"
		}
	}
	var cases []ruleCase
	add := func(rule string, want []stat.Severity, names ...string) {
		for i := 0; i < len(names); i += 2 {
			cases = append(cases, ruleCase{rule, names[i] + " " + names[i+1], own(names[i], names[i+1]), want})
		}
	}
	add("ratio-possible", errs, "第三产业增加值占地区生产总值比重", "155.5", "森林覆盖率", "155.5", "高新技术产品出口占出口总额比重", "140", "税收收入占财政收入比重", "664",
		"经常参与体育锻炼人数比例", "138.5", "文化产业占GDP比重", "512", "农村家庭卫生厕所普及率", "100.3", "城乡居民净入学率", "109.9", "民生支出占一般公共预算支出比重", "780")
	add("ratio-possible", warns, "工业产能利用率", "101.2", "基本医疗保险参保率", "101.3", "城乡居民养老保险覆盖率", "102.0", "义务教育巩固率", "100.8",
		"研发经费占地区生产总值比重", "264", "互联网与电视用户比例", "103", "净流入占常住人口比重", "103", "利润占全市比重", "101")
	add("ratio-possible", passes, "进出口总额占地区生产总值比重", "118.4", "存款余额与地区生产总值比例", "182.3", "固定宽带家庭普及率", "119.8", "移动电话普及率", "112.6",
		"工业产品销售率", "100.6", "政府债务率", "132.5", "贷款余额占GDP比重", "160.1", "财政支出占财政收入比重", "250.3", "流动性覆盖率", "151.0", "资产负债比例", "101.0", "规模以上工业总产值占地区生产总值比重", "210.4", "债务余额占财力比重", "150.2")
	add("value-range", passes, "净流出占地区生产总值比重", "-3.2", "货物和服务净出口占地区生产总值比重", "-1.8", "经常账户差额占GDP比重", "-0.6", "赤字占地区生产总值比重", "-2.8",
		"经营利润占全市比重", "-0.4", "占比比上年增减", "-1.0")
	add("value-range", errs, "森林覆盖率", "-3.2", "工业产能利用率", "-76", "进出口总额占地区生产总值比重", "-18.4", "净入学率", "-99", "净化水处理率", "-9")
	return append(cases,
		ruleCase{"ratio-possible", "the catalogue asks", standard("industry-capacity.ratio 101.2", "retention.ratio 100.8"), []stat.Severity{stat.Warning, stat.Warning}},
		ruleCase{"ratio-possible", "the catalogue is silent", standard("broadband-share.ratio 119.8", "enrolment-senior.ratio 103"), passes},
		ruleCase{"ratio-possible", "the catalogue refuses", standard("private-share.ratio 155.5"), errs},
		ruleCase{"value-range", "a share of a balance below zero", net("107.6", "-7.6"), passes},
		ruleCase{"ratio-possible", "beside a share of a balance", net("107.6", "-7.6"), passes},
	)
}
