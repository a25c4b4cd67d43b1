package audit

import (
	"slices"
	"strings"

	"nianbao/internal/xlsxread"
)

// What releases of output version 1 do not say of themselves: which columns of their tables have figures, and which of
// their sheets.

// firstFigures are the columns of figures, with those of their facts and powers of ten.
var firstFigures = map[string]map[string][2]string{
	"data":       {"obs_value": {"fact_id", "unit_mult"}},
	"indicators": {"value": {"value_fact", "unit_mult"}, "growth": {"growth_fact", "growth_mult"}, "position": {"position_fact", ""}},
	"rankings":   {"position": {"fact_id", ""}},
	"projects": {
		"investment": {"investment_fact", ""}, "total_investment": {"total_investment_fact", ""},
		"foreign_capital": {"foreign_capital_fact", ""},
	},
	"targets":  {"target": {"fact_id", "unit_mult"}, "baseline": {"baseline_fact", "level_mult"}},
	"progress": {"target": {"fact_id", "unit_mult"}, "done": {"done_fact", "done_mult"}},
	"history":  {"obs_value": {"fact_id", "unit_mult"}},
}

// completeFirst tells of each figure which columns have its fact and its power of ten.
func (p *dataPackage) completeFirst() {
	for i := range p.Resources {
		r := &p.Resources[i]
		for n := range r.Schema.Fields {
			c := &r.Schema.Fields[n]
			if of, ok := firstFigures[r.Name][c.Name]; ok {
				c.Fact, c.Mult = of[0], of[1]
			}
		}
	}
}

// firstSheets are the sheets of figures and the headers of their columns, in each language.
var firstSheets = map[string]struct {
	name    texts
	columns map[string]texts
}{
	"indicators": {
		texts{"zh-Hans": "指标", "zh-Hant": "指標", "en": "Indicators"},
		map[string]texts{
			"code": firstCode, "period": firstPeriod, "unit": firstUnit,
			"value":    {"zh-Hans": "数值（见单位）", "zh-Hant": "數值（見單位）", "en": "Value (see unit)"},
			"growth":   {"zh-Hans": "增速（%）", "zh-Hant": "增速（%）", "en": "Growth (%)"},
			"position": firstPosition,
		},
	},
	"rankings": {
		texts{"zh-Hans": "位次", "zh-Hant": "位次", "en": "Rankings"},
		map[string]texts{
			"code": firstCode, "period": firstPeriod, "position": firstPosition,
			"areas": {"zh-Hans": "参评数（个）", "zh-Hant": "參評數（個）", "en": "Out of (areas)"},
			"scope": {"zh-Hans": "范围代码", "zh-Hant": "範圍代碼", "en": "Scope code"},
		},
	},
	"targets": {
		texts{"zh-Hans": "目标", "zh-Hant": "目標", "en": "Targets"},
		map[string]texts{
			"code": firstCode, "unit": firstUnit,
			"due":        {"zh-Hans": "目标期", "zh-Hant": "目標期", "en": "Due"},
			"level_unit": {"zh-Hans": "总量单位", "zh-Hant": "總量單位", "en": "Unit of levels"},
			"target":     {"zh-Hans": "目标（见单位）", "zh-Hant": "目標（見單位）", "en": "Target (see unit)"},
			"baseline":   {"zh-Hans": "基期值（见总量单位）", "zh-Hant": "基期值（見總量單位）", "en": "Baseline (see unit of levels)"},
			"implied":    {"zh-Hans": "推算值（见总量单位）", "zh-Hant": "推算值（見總量單位）", "en": "Implied level (see unit of levels)"},
		},
	},
	"projects": {
		texts{"zh-Hans": "项目", "zh-Hant": "項目", "en": "Projects"},
		map[string]texts{
			"code":             firstCode,
			"currency":         {"zh-Hans": "币种", "zh-Hant": "幣種", "en": "Currency"},
			"investment":       {"zh-Hans": "投资额", "zh-Hant": "投資額", "en": "Investment"},
			"total_investment": {"zh-Hans": "总投资", "zh-Hant": "總投資", "en": "Total investment"},
			"foreign_capital":  {"zh-Hans": "已注入外资", "zh-Hant": "已注入外資", "en": "Foreign capital paid in"},
		},
	},
}

var (
	firstCode     = texts{"zh-Hans": "代码", "zh-Hant": "代碼", "en": "Code"}
	firstPeriod   = texts{"zh-Hans": "时期", "zh-Hant": "時期", "en": "Period"}
	firstUnit     = texts{"zh-Hans": "单位", "zh-Hant": "單位", "en": "Unit"}
	firstPosition = texts{"zh-Hans": "位次（名）", "zh-Hant": "位次（名）", "en": "Rank (position)"}
)

// firstColumns finds the columns of the sheets by their headers: by sheet, header to table and name. A column that a
// sheet does not have is left out; of one for money the unit follows in brackets.
func firstColumns(book *xlsxread.Book, langs []string) map[string]map[string]sheetColumn {
	spaced := func(words texts) string { return words.joined(langs, " ") }
	sheets := map[string]map[string]sheetColumn{}
	for name, s := range firstSheets {
		sheet, ok := book.Sheet(spaced(s.name))
		if !ok {
			continue
		}
		known := map[string]sheetColumn{}
		head := slices.IndexFunc(sheet.Rows, func(row []string) bool { return len(row) > 1 && row[0] == spaced(firstCode) })
		if head >= 0 {
			for _, header := range sheet.Rows[head] {
				for column, words := range s.columns {
					money := name == "projects" && strings.HasPrefix(header, words[langs[0]]+bracket(langs[0]))
					if header == spaced(words) || money {
						known[header] = sheetColumn{name, column}
					}
				}
			}
		}
		sheets[sheet.Name] = known
	}
	return sheets
}

// bracket is how a unit behind a header begins.
func bracket(lang string) string {
	if lang == "en" {
		return " ("
	}
	return "（"
}
