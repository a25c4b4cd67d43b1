package typeset

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"nianbao/internal/stat"
)

// Words that belong to an adjacent number, each list separated by spaces. They occur in quantities, dates and
// references. Names of things that an area counts are not included and are tied more loosely. The units of [stat.Units]
// are tied as well.
const (
	currencies    = " GBP MOP TWD KRW "
	abbreviations = " No. no. Nos. p. pp. para. paragraph page table Table figure Figure rank ca. c. "
	months        = " January February March April May June July August September October November December " +
		"Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec "
	scales = " thousand "
	units  = " mm cm µg μg mg g t V W GW Wh GWh a.m. p.m. " +
		"hectare hectares metre metres kilometre kilometres kilogram kilograms hour hours percent percentage index per "
	points = " point points cent "
	// particles are words that follow a number without being its unit.
	particles = " a after an and are as at before but by came for from had has in is of on or over than that the to under was were when " +
		"which while with "
)

// Chinese unit words that no figure uses, Simplified and Traditional, separated by spaces. The longest match wins.
const (
	magnitudes       = "十百千万亿萬億余餘多来來几幾"
	chineseParticles = "的和与與及或至到以为為是在中内內外等从從由被将將不均共全其"
	chineseUnits     = " 英镑 英鎊 澳门元 角 厘米 毫米 克 毫克 微克 升 伏 瓦 摄氏度 攝氏度 " +
		"年度 月 月份 日 周 週 号 號 时 時 小时 小時 分钟 分鐘 秒 点 點 岁 歲 個百分点 百分點 倍 成 折 " +
		"人次 场 場 件次 棵 名 隻 只 匹 口 座 栋 棟 间 間 处 處 条 條 " +
		"批 篇 份 宗 笔 筆 所 支 队 隊 届 屆 期 级 級 类 類 种 種 层 層 台 臺 部 首 幅 张 張 章 节 節 页 頁 段 平 门 門 幢 车次 車次 "
)

// figureWords holds the words with which figures are written and printed.
type figureWords struct {
	scales     string
	currencies string            // English, between spaces
	units      string            // English, of units of measure, between spaces
	chinese    map[rune][]string // Chinese, by first character, without it
}

// knownWords is built once from the units of figures and the other words.
var knownWords = sync.OnceValue(func() figureWords {
	w := figureWords{scales, currencies, units, map[rune][]string{}}
	chinese := strings.Fields(chineseUnits)
	for _, s := range stat.Scales() {
		w.scales += s.Word + " "
	}
	for _, u := range stat.Units() {
		for _, word := range append(u.Printed, u.Counter.Hans, u.Counter.Hant) {
			if first, _ := utf8.DecodeRuneInString(word); unicode.Is(unicode.Han, first) {
				chinese = append(chinese, word)
			}
		}
		for _, sign := range u.Signs {
			w.currencies += sign + " "
		}
		if u.Dim != stat.Count {
			for _, word := range []string{u.One, u.Many} {
				if !strings.Contains(word, " ") {
					w.units += word + " "
				}
			}
		}
	}
	slices.Sort(chinese)
	for _, word := range slices.Compact(chinese) {
		first, size := utf8.DecodeRuneInString(word)
		w.chinese[first] = append(w.chinese[first], word[size:])
	}
	return w
})

// has reports whether the character at i is in the set.
func (p *paragraph) has(i int, set string) bool {
	r := p.r(i)
	if r < 0x80 {
		return false
	}
	for _, s := range set {
		if s == r {
			return true
		}
	}
	return false
}

// unitLength is the number of characters of the longest Chinese unit at i.
func (p *paragraph) unitLength(i int) int {
	if p.at(i) != han {
		return 0
	}
	longest := 0
	for _, rest := range knownWords().chinese[p.r(i)] {
		n, fits := 1, true
		for _, u := range rest {
			fits = fits && p.r(i+n) == u
			n++
		}
		if fits {
			longest = max(longest, n)
		}
	}
	return longest
}

// oneOf reports whether the characters from i up to end are a word of the list.
func (p *paragraph) oneOf(i, end int, list string) bool {
	if i >= end {
		return false
	}
	at, fits := i, false
	for _, r := range list {
		switch {
		case r == ' ':
			if fits && at == end {
				return true
			}
			at, fits = i, true
		case fits && at < end && p.r(at) == r:
			at++
		default:
			fits = false
		}
	}
	return false
}

// wordEnd is the end of the word at i: before a space, punctuation or Chinese.
func (p *paragraph) wordEnd(i int) int {
	for p.at(i) == latin || p.r(i) == '$' || p.r(i) == '.' && p.at(i+1) == latin {
		i++
	}
	return i
}

// wordStart is the start of the word that ends before end.
func (p *paragraph) wordStart(end int) int {
	for end > 0 && (p.at(end-1) == latin || p.r(end-1) == '$' || p.r(end-1) == '.') {
		end--
	}
	return end
}
