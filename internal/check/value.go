package check

import (
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/stat"
)

func valueRules() []Rule {
	return []Rule{{
		ID: "value-range", Severity: stat.Error,
		Doc: say("数值应在可能的范围内：个数为非负整数，比率、得分和实物量不为负。",
			"A value is possible: counts are whole and not negative; ratios, scores and physical amounts are not negative."),
		run: valueRange,
	}, {
		ID: "value-digits", Severity: stat.Warning,
		Doc: say("数值不超过15位有效数字，电子表格程序只能保留15位。",
			"A value has at most 15 significant digits, which is what spreadsheet programs keep."),
		run: valueDigits,
	}}
}

func valueRange(in *inspection) {
	for _, f := range in.facts {
		for fig := range figures(f) {
			if fig.Status.HasValue() {
				in.checkValue(f, fig)
			}
		}
		if f.Target != nil && f.Target.Tolerance.Value.IsNegative() {
			in.findValue(f, f.Place, f.Target.Tolerance, stat.Finding{
				Message: say("{0}的容差为{1}，不应为负。请更正。", "{0}: a tolerance of {1} is negative. Correct it."),
			})
		}
	}
}

// valueDigits finds values that the files hold, and that a spreadsheet program which opens them shows otherwise.
func valueDigits(in *inspection) {
	for _, f := range in.facts {
		for fig := range figures(f) {
			if fig.Status.HasValue() && stat.Digits(fig.Quantity.Value) > stat.FloatDigits {
				in.find(stat.Finding{
					Severity: stat.Warning, Facts: []string{f.ID}, Place: fig.Place,
					Message: say("{0}的数值{1}超过15位有效数字，电子表格程序只保留前15位；文件和CSV中是全部数字。请核对是否需要如此精确。",
						"{0}: {1} has more than 15 significant digits. Spreadsheet programs keep 15 of them; the file and the CSV have all. Check whether so many are meant."),
					Args: []any{in.name(f), fig.Quantity.Number()},
				})
			}
		}
	}
}

func (in *inspection) checkValue(f *stat.Fact, fig stat.Figure) {
	q := fig.Quantity
	switch f.Measure {
	case stat.Growth, stat.TargetGrowth:
		if q.Value.IsNegative() && in.dimension(q.Unit) == stat.Percent && q.Base().LessThan(decimal.NewFromInt(-100)) {
			in.findValue(f, fig.Place, q, stat.Finding{
				Severity: stat.Warning,
				Message: say("{0}为{1}，降幅超过全部数量。请核对符号和数值，或在说明中解释。",
					"{0}: {1} is a fall by more than all there was. Check the sign and the value, or explain it in a note."),
			})
		}
	case stat.Change, stat.Rank:
		// a change may have either sign; ranks have a rule of their own
	default:
		in.checkAmount(f, fig)
	}
}

func (in *inspection) checkAmount(f *stat.Fact, fig stat.Figure) {
	q := fig.Quantity
	switch {
	case q.Value.IsNegative() && !in.mayBeNegative(f, q):
		in.findValue(f, fig.Place, q, stat.Finding{
			Message: say("{0}为{1}，不应为负。请核对符号和数值。", "{0}: {1} cannot be negative. Check the sign and the value."),
		})
	case in.dimension(q.Unit) == stat.Count && !q.Base().IsInteger():
		in.findValue(f, fig.Place, q, stat.Finding{
			Message: say("{0}为{1}，个数应为整数。请核对数值、单位和倍数（mult）。",
				"{0}: {1}, but a count is a whole number. Check the value, its unit and mult."),
		})
	}
}

// mayBeNegative admits balances: money and percentages of an indicator's level, but not what a project cost.
func (in *inspection) mayBeNegative(f *stat.Fact, q stat.Quantity) bool {
	if f.Measure == stat.Ratio || strings.Contains(f.Subject, ".") {
		return false
	}
	dim := in.dimension(q.Unit)
	return dim == stat.Money || dim == stat.Percent || dim == stat.Points
}

// findValue reports an impossible amount; the fact's name and the amount are the message's arguments.
func (in *inspection) findValue(f *stat.Fact, at stat.Place, q stat.Quantity, finding stat.Finding) {
	finding.Args, finding.Facts, finding.Place = []any{in.name(f), q}, []string{f.ID}, at
	in.find(finding)
}
