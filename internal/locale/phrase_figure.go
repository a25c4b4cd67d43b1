package locale

// figurePhrases are put around figures and values.
var figurePhrases = []phrase{
	{"target.level.equal", "{0}", "{0}"},
	{"target.level.at_least", "{0}以上", "at least {0}"},
	{"target.level.at_most", "不超过{0}", "at most {0}"},
	{"target.level.about", "{0}左右", "about {0}"},
	{"target.flat", "持平", "no change"},

	// Chinese has verbs here, and takes the operator from target.level; these serve English.
	{"target.growth.equal", "增长{0}", "{0} growth"},
	{"target.growth.at_least", "增长{0}以上", "growth of at least {0}"},
	{"target.growth.at_most", "增长不超过{0}", "growth of at most {0}"},
	{"target.growth.about", "增长{0}左右", "growth of about {0}"},
	{"target.decline.equal", "下降{0}", "{0} decline"},
	{"target.decline.at_least", "下降{0}以上", "decline of at least {0}"},
	{"target.decline.at_most", "下降不超过{0}", "decline of at most {0}"},
	{"target.decline.about", "下降{0}左右", "decline of about {0}"},
	{"target.increase.equal", "增加{0}", "increase of {0}"},
	{"target.increase.at_least", "增加{0}以上", "increase of at least {0}"},
	{"target.increase.at_most", "增加不超过{0}", "increase of at most {0}"},
	{"target.increase.about", "增加{0}左右", "increase of about {0}"},
	{"target.decrease.equal", "减少{0}", "decrease of {0}"},
	{"target.decrease.at_least", "减少{0}以上", "decrease of at least {0}"},
	{"target.decrease.at_most", "减少不超过{0}", "decrease of at most {0}"},
	{"target.decrease.about", "减少{0}左右", "decrease of about {0}"},

	{"list.comma", "、", ", "},
	{"list.and", "和", " and "},
	{"label", "{0}：{1}", "{0}: {1}"},
	{"parenthesis", "（{0}）", " ({0})"},
	{"yes", "是", "Yes"},
	{"no", "否", "No"},
	{"none", "无", "None"},
	{"unknown", "未知", "Unknown"},
	{"unstated", "来源未说明", "Not stated by the source"},
}
