package locale

// codePhrases word the codes of the stat package: key is kind, point, code.
var codePhrases = []phrase{
	{"measure.level", "总量", "Level"},
	{"measure.score", "得分", "Score"},
	{"measure.ratio", "比率", "Ratio"},
	{"measure.growth", "增速", "Growth"},
	{"measure.change", "增减", "Change"},
	{"measure.rank", "位次", "Rank"},
	{"measure.target_level", "目标值", "Target level"},
	{"measure.target_growth", "目标增速", "Target growth"},

	{"status.A", "正常值", "Normal"},
	{"status.B", "口径变动", "Break in series"},
	{"status.E", "估计数", "Estimated"},
	{"status.F", "预计数", "Expected"},
	{"status.P", "初步数", "Provisional"},
	{"status.O", "缺失", "Missing"},
	{"status.M", "不存在", "Cannot exist"},
	{"status.L", "未收集", "Not collected"},

	{"absent.O", "暂无数据", "not available"},
	{"absent.M", "不适用", "not applicable"},
	{"absent.L", "未统计", "not collected"},

	{"basis.nominal", "名义增速（按现价计算，或不涉及价格）", "Nominal (current prices, or no prices involved)"},
	{"basis.real", "实际增速（不变价）", "Real (constant prices)"},

	{"direction.up", "越高越好", "Higher is better"},
	{"direction.down", "越低越好", "Lower is better"},
	{"direction.neutral", "不分优劣", "Neither is better"},

	{"qualifier.", "", ""},
	{"qualifier.about", "约", "about"},
	{"qualifier.more_than", "超过", "more than"},
	{"qualifier.less_than", "不足", "less than"},

	{"operator.equal", "等于", "equal to"},
	{"operator.at_least", "不低于", "at least"},
	{"operator.at_most", "不高于", "at most"},
	{"operator.about", "约为", "about"},

	{"project.planned", "计划中", "Planned"},
	{"project.approved", "已立项", "Approved"},
	{"project.preparation", "开展前期工作", "In preparation"},
	{"project.signed", "已签约", "Signed"},
	{"project.under_construction", "在建", "Under construction"},
	{"project.completed", "已竣工", "Completed"},
	{"project.in_production", "已投产", "In production"},
	{"project.stopped", "已终止", "Stopped"},

	{"step.signed", "签约", "Signed"},
	{"step.started", "开工", "Construction started"},
	{"step.completed", "竣工", "Completed"},
	{"step.in_production", "投产", "Production started"},
	{"step.agreement", "签订协议", "Agreement signed"},
	{"step.approval", "获批", "Approved"},
	{"step.fair", "参加展会", "Trade fair"},
	{"step.meeting", "会见", "Meeting"},
	{"step.on_site_from", "进驻现场", "On site from"},
	{"step.event", "其他事项", "Event"},

	{"honour.awarded", "已获得", "Awarded"},
	{"honour.nominated", "已申报", "Nominated"},
	{"honour.listed", "已列入名单", "Listed"},

	{"tier.national", "国家级", "National"},
	{"tier.provincial", "省级", "Provincial"},
	{"tier.municipal", "市级", "Municipal"},

	{"kind.strategy", "战略", "Strategy"},
	{"kind.campaign", "行动", "Campaign"},
	{"kind.reform", "改革", "Reform"},
	{"kind.principle", "原则", "Principle"},
	{"kind.work", "工作", "Work"},
	{"kind.facility", "设施", "Facility"},
	{"kind.event", "活动", "Event"},

	{"severity.error", "错误", "Error"},
	{"severity.warning", "警告", "Warning"},
	{"severity.note", "说明", "Note"},

	{"language.zh-Hans", "简体中文", "Simplified Chinese"},
	{"language.zh-Hant", "繁体中文", "Traditional Chinese"},
	{"language.en", "英文", "English"},

	{"project-figure.investment", "投资额", "Investment"},
	{"project-figure.total-investment", "总投资", "Total investment"},
	{"project-figure.foreign-capital", "已注入外资", "Foreign capital paid in"},
	{"project-figure.length", "长度", "Length"},
	{"project-figure.area", "面积", "Area"},
	{"project-figure.voltage", "电压等级", "Voltage"},
}
