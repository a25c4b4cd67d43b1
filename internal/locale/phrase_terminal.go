package locale

// terminalPhrases are what the program says of its own work.
var terminalPhrases = []phrase{
	{"terminal.wrote", "已写入", "wrote"},
	{"terminal.unchanged", "内容未变", "unchanged"},
	{"terminal.checked", "已检查", "checked"},
	{"terminal.verified", "核验通过", "verified"},
	{"terminal.changed", "与清单不符", "differs from the manifest"},
	{"terminal.missing", "缺少文件", "missing"},
	{"terminal.extra", "不在清单中", "not in the manifest"},
	{"terminal.took", "用时{0}", "took {0}"},
	{"terminal.file.briefing", "简报（PDF）", "briefing (PDF)"},
	{"terminal.file.workbook", "工作簿（Excel）", "workbook (Excel)"},
	{"terminal.file.data", "数据表（CSV）", "data (CSV)"},
	{"terminal.file.edition", "数据（JSON）", "edition (JSON)"},
	{"terminal.file.manifest", "清单", "manifest"},
}
