package locale

// findingPhrases frame what the checks found.
var findingPhrases = []phrase{
	{"finding.title", "检查结果", "Findings"},
	{"finding.none", "没有发现问题", "nothing found"},
	{"finding.count", "错误{0}项，警告{1}项，说明{2}项", "errors: {0}, warnings: {1}, notes: {2}"},
	{"finding.accepted", "已接受，理由：{0}", "accepted, because: {0}"},
	{"finding.facts", "涉及数据：{0}", "facts: {0}"},
	{"finding.variant", "{0}另有数值{1}，见{2}", "{0} is also given as {1}, in {2}"},
	{"finding.reason", "采用{0}，理由：{1}", "{0} is used, because: {1}"},
}
