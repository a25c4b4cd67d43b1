package typeset

import (
	"regexp"
	"strings"
)

// prohibitedStart reports whether a line must not start with the mark (clreq 3.1.7, GB/T 15834 5.1).
// UAX #14 knows most of these; the connectors, interpuncts and unit marks are clreq's.
func prohibitedStart(r rune) bool {
	return strings.ContainsRune("、，；：。！？”’』」）》〉】〕］｝—…～·・‧/／%‰℃°", r)
}

// prohibitedEnd reports whether a line must not end with the mark.
func prohibitedEnd(r rune) bool {
	return strings.ContainsRune("“‘『「（《〈【〔［｛¥￥$", r)
}

// figure matches a number with its sign and unit, in Chinese and English. None of it may be torn apart
// (clreq 3.1.7; GB/T 15835).
var figure = regexp.MustCompile(
	`(?:(?:CNY|USD|EUR|HKD|JPY) ?)?(?:第|[+\-−±])?[0-9](?:[0-9,.]*[0-9])?` +
		`(?:[—–-][0-9]+月)?` +
		`(?: ?(?:million|billion|mu|km²|km|ha|kV|m²|m³|points?|percentage points?)\b)?` +
		`[万亿萬億]?(?:%|‰|℃|美元|港元|欧元|歐元|日元|元|亩|畝|公顷|公頃|平方米|平方千米|千米|千伏|千瓦时|千瓦時|千瓦|立方米|吨|噸|米|个百分点|個百分點|场次|場次|[家个個项項次套件株场場人户戶起辆輛头頭分位天年月日])?`)

// keepFigures forbids breaks inside figures. breaks[i] tells whether a line may start with runes[i].
func keepFigures(runes []rune, breaks []bool) {
	s := string(runes)
	at, pos := 0, 0 // byte offset at is rune index pos
	for _, m := range figure.FindAllStringIndex(s, -1) {
		pos += len([]rune(s[at:m[0]]))
		n := len([]rune(s[m[0]:m[1]]))
		for i := pos + 1; i < pos+n; i++ {
			breaks[i] = false
		}
		at, pos = m[1], pos+n
	}
}
