package reading

import (
	"regexp"
	"strings"

	"nianbao/internal/stat"
)

const (
	withinClause = `[^0-9,，;；。]{0,12}`
	betweenVerb  = `(?:了|约|将近|接近|近|超过|超|逾|达|为|幅度|速度|率|额| by| about| nearly| of)*\s*$` // between a verb and its number
)

// The words before a number that say where it goes. What narrows a fall is a rise.
var (
	printedTurn = regexp.MustCompile(`(?:降幅|跌幅|亏损)` + withinClause + `(?:收窄|缩小|回落|减少|下降|(扩大|加深|增加|上升))` + betweenVerb)
	printedRise = regexp.MustCompile(`(?:增长|增加|提高|上升|上涨|提升|回升|攀升|加快|扩大|拉动|高出|增速|增幅|涨幅|减亏|[高快]于` + withinClause + `|[比较]` + withinClause +
		`[多高快]|增|涨|\bup|\brose|\bgrew|\bincreased?|\bclimbed)` + betweenVerb)
	printedFall = regexp.MustCompile(`(?:下降|减少|降低|减低|回落|放缓|收窄|缩小|下滑|下跌|负增长|少增|增亏|降幅|跌幅|(?:向下拉动|下拉|拖累)` + withinClause + `|[低慢]于` + withinClause + `|[比较]` + withinClause +
		`[少低慢]|降|跌|减|\bdown|\bfell|\bdeclined?|\bdecreased?|\bdropped|\bshrank)` + betweenVerb)
	printedLoss = regexp.MustCompile(`亏损?(?:了|约|近|超过|超|达|为)*\s*$`)
	printedLow  = regexp.MustCompile(`(?:[0-9][亿万千百]*[^ ，,；;。、0-9（(年月日—–-]{0,4}|[—–])[—–-]$`)              // before the second number of a range
	printedAnd  = regexp.MustCompile(`^(?:左右|上下|以上|以下|以内)?(?:、|和|及|与|至|到|—|–|-|~|～| and | to )+(?:约|近)?$`) // between numbers of one verb
)

// direction is -1 for a number that what stands before it makes negative, 1 for one it makes positive, 0 if it says nothing.
func direction(before string, m stat.Measure) int {
	if says := signed(before); says != 0 {
		return says
	}
	if turn := printedTurn.FindStringSubmatch(before); turn != nil {
		if turn[1] != "" {
			return -1
		}
		return 1
	}
	switch {
	case printedFall.MatchString(before), m == stat.Level && printedLoss.MatchString(before):
		return -1
	case printedRise.MatchString(before):
		return 1
	default:
		return 0
	}
}

// signed is what a sign directly before a number says. A hyphen behind a number is that of a range.
func signed(before string) int {
	trimmed := strings.TrimRight(before, " ")
	if printedLow.MatchString(trimmed) {
		return 0
	}
	for _, sign := range []struct {
		is   string
		says int
	}{{"-", -1}, {"–", -1}, {"—", -1}, {"minus", -1}, {"负", -1}, {"零下", -1}, {"↓", -1}, {"▼", -1}, {"↑", 1}, {"+", 1}} {
		if strings.HasSuffix(trimmed, sign.is) {
			return sign.says
		}
	}
	return 0
}

// directed gives a number its sign, the one wanted if the text says nothing.
func directed(q stat.Quantity, says int, want stat.Quantity) stat.Quantity {
	if says < 0 || says == 0 && want.Value.IsNegative() {
		q.Value = q.Value.Neg()
	}
	return q
}

// differs reports whether a measure is a difference or a growth, and not an amount or a share.
func differs(m stat.Measure) bool {
	switch m {
	case stat.Growth, stat.Change, stat.Acceleration, stat.Margin, stat.Contribution, stat.TargetGrowth, stat.TargetChange:
		return true
	}
	return false
}
