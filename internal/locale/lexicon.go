package locale

import "nianbao/internal/stat"

// lexicon is the handful of Chinese words that surround a number, in one script.
type lexicon struct {
	yi, wan, qian                string               // the powers of ten Chinese counts in
	qualifiers                   []qualifierWords     // as 约
	rises                        map[string][2]string // unit to the verbs of rise and fall; "" for all other units
	verbsOf                      map[stat.Verb][2]string
	flat, roughlyFlat            string
	ranked, joint, expected, nth string // 位列, 并列, 预计, 第
	place                        string // 位, after a position in digits
}

type qualifierWords struct {
	how    stat.Qualifier
	zh, en string
}

func newLexicon(han func(string) string) lexicon {
	return lexicon{
		yi:   han("亿"),
		wan:  han("万"),
		qian: han("千"),
		qualifiers: []qualifierWords{
			{stat.About, han("约"), "about "},
			{stat.MoreThan, han("超过"), "more than "},
			{stat.LessThan, han("不足"), "less than "},
		},
		rises: map[string][2]string{
			stat.PercentUnit:        {han("增长"), han("下降")},
			stat.PointsUnit:         {han("提高"), han("降低")},
			stat.PermillePointsUnit: {han("上升"), han("下降")},
			"":                      {han("增加"), han("减少")},
		},
		verbsOf: map[stat.Verb][2]string{
			stat.VerbGrow:     {han("增长"), han("下降")},
			stat.VerbIncrease: {han("增加"), han("减少")},
			stat.VerbImprove:  {han("提高"), han("降低")},
			stat.VerbClimb:    {han("上升"), han("下降")},
			stat.VerbRise:     {han("上涨"), han("下降")},
		},
		flat:        han("持平"),
		roughlyFlat: han("基本持平"),
		ranked:      han("位列"),
		joint:       han("并列"),
		expected:    han("预计"),
		nth:         han("第"),
		place:       han("位"),
	}
}

// The English counterparts.
const (
	enUp          = "up "
	enDown        = "down "
	enFlat        = "unchanged"
	enRoughlyFlat = "roughly unchanged"
	enJoint       = "joint "
	enExpected    = " (expected)"
	enRank        = "rank "
)

// qualify is the word put before a quantity in the language, with its space; "" for Exactly.
func (w *Words) qualify(how stat.Qualifier) string {
	for _, q := range w.lex.qualifiers {
		if q.how == how && w.lang.Chinese() {
			return q.zh
		}
		if q.how == how {
			return q.en
		}
	}
	return ""
}

// verbs are the words of rise and fall: those of an indicator, or else of the unit of the amount. Percentage points are
// never worded as per cent, so that an indicator's verb for growth in per cent is not theirs.
func (l lexicon) verbs(unit string, verb stat.Verb) (rise, fall string) {
	v, ok := l.verbsOf[verb]
	if points := unit == stat.PointsUnit || unit == stat.PermillePointsUnit; ok && !(points && verb == stat.VerbGrow) {
		return v[0], v[1]
	}
	v, ok = l.rises[unit]
	if !ok {
		v = l.rises[""]
	}
	return v[0], v[1]
}
