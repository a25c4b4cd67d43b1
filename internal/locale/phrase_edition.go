package locale

// editionPhrases word what an edition says about its own figures.
var editionPhrases = []phrase{
	{"figure.by", "按{0}排序", "by {0}"},
	{"figure.of", "共{0}个地区", "of {0} areas"},
	{"figure.of.project", "{0}：{1}", "{0}: {1}"},
	{"clause", "，", ", "},
	{"document.title.period", "{0}经济社会发展统计简报", "Statistical briefing, {0}"},
	{"document.title.full", "{0}{1}经济社会发展统计简报", "{0}: statistical briefing, {1}"},
	{"list.semicolon", "；", "; "},
	{"note.variant.used", "{0}：采用{1}（{2}）。", "{0}: {1} is used ({2})."},
	{"note.variant.other", "来源另载{0}（{1}）。", "The source also gives {0} ({1})."},
	{"note.about", "{0}：{1}", "{0}: {1}"},
	{"implied.real_growth", "目标增速按不变价计算，不能由现价总量推算", "Growth is real; it says nothing about a level at current prices"},
	{"implied.no_baseline", "来源未给出基期总量", "The sources give no level to grow from"},
	{"implied.is_level", "目标本身为总量", "The target is a level itself"},
}
