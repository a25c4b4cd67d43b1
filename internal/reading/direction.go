package reading

import (
	"regexp"
	"strings"

	"nianbao/internal/stat"
)

const (
	withinClause = `[^0-9,，;；。]{0,12}`
	betweenVerb  = `(?:了|约|将近|接近|近|超过|超|逾|达|为|幅度|速度|率|额| by| about| nearly| of)*\s*[，：:,]?\s*$` // between a verb and its number
	toEnd        = `(?:降低?|减少?|下[降滑跌行调]|回落|放缓|收窄|缩小|扩大|加深|提[高升]|上升|增[加长]?)(?:为|[至到](?:了|约|近)*)\s*$`
)

// The words before a number that say where it goes. What narrows a fall is a rise. What something falls to is no fall.
var (
	printedTurn = regexp.MustCompile(`(?:降幅|跌幅|亏损)` + withinClause + `(?:收窄|缩小|回落|减少|下降|(扩大|加深|增加|上升))` + betweenVerb)
	printedEnd  = regexp.MustCompile(toEnd)
	printedDeep = regexp.MustCompile(`(?:降幅|跌幅)[^,，;；。]{0,20}` + toEnd)
	printedRise = regexp.MustCompile(`(?:增长|增加|提高|上升|上涨|提升|回升|攀升|加快|扩大|拉动|(?:高出|领先)` + withinClause + `|反弹|走高|增收|增速|增幅|涨幅|减亏|[高快]于` + withinClause + `|[比较]` + withinClause +
		`[多高快]|增|涨|\bup|\brose|\bgrew|\bincreased?|\bclimbed)` + betweenVerb)
	printedFall = regexp.MustCompile(`(?:下降|减少|降低|减低|回落|放缓|收窄|缩小|下滑|下跌|负增长|少增|增亏|降幅|跌幅|落后` + withinClause + `|萎缩|收缩|减收|短收|走低|下行|下调|衰退|(?:向下拉动|下拉|拖累)` + withinClause + `|[比较]` + withinClause +
		`[少低慢]|降|跌|减|\bdown|\bfell|\bdeclined?|\bdecreased?|\bdropped|\bshrank|\bcontracted|\blower)` + betweenVerb)
	printedBound  = regexp.MustCompile(`(不?)[低慢]于(` + withinClause + `?)(?:约|近)*\s*$`)
	printedLoss   = regexp.MustCompile(`(?:亏损?|逆差|净流出|负增长)(?:了|约|近|超过|超|达|为)*\s*$`)
	printedEither = regexp.MustCompile(`(?:[增升涨]减|亏损额|[—–(（-])\s*$`) // a number of either sign follows
	printedDebt   = regexp.MustCompile(`[减降亏负]|逆差|流出|倒挂|\b(?:loss|deficit|outflow)`)
	printedCell   = regexp.MustCompile(`(?:^|[\s|])[—–-]+\s+$|[^\x00-\x7F，。；：]—$`)
	printedLow    = regexp.MustCompile(`(?:[0-9][亿万千百]*[^ ，,；;。、0-9（(年月日—–-]{0,4}|[—–])[—–-]$`)              // before the second number of a range
	printedAnd    = regexp.MustCompile(`^(?:左右|上下|以上|以下|以内)?(?:、|和|及|与|至|到|—|–|-|~|～| and | to )+(?:约|近)?$`) // between numbers of one verb
	fallAfter     = regexp.MustCompile(`^的?(?:降幅|跌幅)|^ (?:decline|decrease|drop|fall|contraction|lower|less|below|down)\b`)
	riseAfter     = regexp.MustCompile(`^ (?:increase|rise|growth|higher|more|above|up)\b`)
)

// direction is -1 for a number that what stands around it makes negative, 1 for one it makes positive, 0 if it says nothing.
// An amount or a share is positive unless its text tells of a loss or a fall.
func (p place) direction(before string) int {
	bound := printedBound.FindStringSubmatch(before)
	switch {
	case bound != nil && bound[1] == "" && (bound[2] != "" || p.points) && amends(p.measure):
		return -1
	case bound != nil && bound[2] == "":
		return 1
	case bound != nil:
		return signed(before)
	}
	says := direction(before, p.measure)
	switch {
	case says != 0 || printedCell.MatchString(before):
	case amends(p.measure) && fallAfter.MatchString(p.after):
		says = -1
	case amends(p.measure) && riseAfter.MatchString(p.after),
		!amends(p.measure) && !printedDebt.MatchString(before) && !printedEither.MatchString(before):
		says = 1
	}
	return says
}

// direction is what stands before a number says. Of an amount or a share, only a sign or a loss says that it is negative.
func direction(before string, m stat.Measure) int {
	if says := signed(before); says != 0 {
		return says
	}
	turn := printedTurn.FindStringSubmatch(before)
	switch {
	case amends(m) && printedDeep.MatchString(before):
		return -1
	case amends(m) && printedEnd.MatchString(before) && !strings.Contains(before, "转"):
		return 1
	case turn != nil && turn[1] != "" && amends(m):
		return -1
	case turn != nil && amends(m):
		return 1
	case m == stat.Level && printedLoss.MatchString(before):
		return -1
	case !amends(m), printedEither.MatchString(before):
		return 0
	case printedFall.MatchString(before):
		return -1
	case printedRise.MatchString(before):
		return 1
	default:
		return 0
	}
}

// amends reports whether the verbs before a figure of a measure say its sign.
func amends(m stat.Measure) bool { return m == "" || differs(m) }

// signed is what a sign directly before a number says. A hyphen behind a number is that of a range; a dash between spaces
// is an empty cell.
func signed(before string) int {
	trimmed := strings.TrimRight(before, " ")
	if printedLow.MatchString(trimmed) || printedCell.MatchString(before) || strings.HasSuffix(trimmed, "减负") {
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
