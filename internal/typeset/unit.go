package typeset

import (
	"strings"
	"sync"
	"unicode/utf8"
)

// Words that belong to the number beside them, each list between spaces. They are what quantities, dates and
// references are written with; names of what an area counts are not among them and are tied more loosely.
const (
	currencies    = " CNY RMB USD EUR HKD JPY GBP MOP TWD KRW US$ HK$ "
	abbreviations = " No. no. Nos. p. pp. para. paragraph page table Table figure Figure rank ca. c. "
	months        = " January February March April May June July August September October November December " +
		"Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec "
	scales = " thousand million billion trillion "
	units  = " mu ha m m² m³ mm cm km km² µg mg g kg t V kV W kW MW GW Wh kWh MWh GWh a.m. p.m. " +
		"hectare hectares metre metres kilometre kilometres tonne tonnes kilogram kilograms year years month months day days hour hours " +
		"percent percentage index point points per "
	points = " point points cent "
	// particles follow a number without being its unit.
	particles = " a after an and are as at before but by came for from had has in is of on or over than that the to under was were when " +
		"which while with "
)

// The Chinese words of units, Simplified and Traditional, between spaces. Of several that fit the longest counts.
const (
	magnitudes       = "十百千万亿萬億余餘多来來几幾"
	chineseParticles = "的和与與及或至到以为為是在中内內外等从從由被将將不均共全其"
	chineseUnits     = " 元 美元 港元 欧元 歐元 日元 英镑 英鎊 澳门元 角 分 " +
		"亩 畝 公顷 公頃 平方米 平方千米 平方公里 立方米 米 千米 公里 厘米 毫米 吨 噸 吨标准煤 噸標準煤 公斤 千克 克 毫克 微克 升 " +
		"千瓦 千瓦时 千瓦時 兆瓦 兆瓦时 兆瓦時 千伏 伏 瓦 度 摄氏度 攝氏度 " +
		"年 年度 月 月份 日 天 周 週 号 號 时 時 小时 小時 分钟 分鐘 秒 点 點 岁 歲 " +
		"个 個 个百分点 個百分點 个月 個月 百分点 百分點 倍 成 折 " +
		"家 项 項 次 人次 场 場 场次 場次 套 件 件次 株 棵 人 名 位 户 戶 起 辆 輛 头 頭 只 隻 匹 口 座 栋 棟 间 間 处 處 条 條 " +
		"批 篇 份 宗 笔 筆 所 支 队 隊 届 屆 期 级 級 类 類 种 種 层 層 台 臺 部 首 幅 张 張 章 节 節 页 頁 段 平 门 門 幢 车次 車次 "
)

// has reports whether the character at i is one of the set.
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

// unitsByStart are the Chinese units by their first characters, each without it.
var unitsByStart = sync.OnceValue(func() map[rune][]string {
	by := map[rune][]string{}
	for _, unit := range strings.Fields(chineseUnits) {
		first, size := utf8.DecodeRuneInString(unit)
		by[first] = append(by[first], unit[size:])
	}
	return by
})

// unitLength is the number of characters of the longest Chinese unit at i.
func (p *paragraph) unitLength(i int) int {
	if p.at(i) != han {
		return 0
	}
	longest := 0
	for _, rest := range unitsByStart()[p.r(i)] {
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

// wordEnd is where the word at i ends: before a space, a mark or Chinese.
func (p *paragraph) wordEnd(i int) int {
	for p.at(i) == latin || p.r(i) == '$' || p.r(i) == '.' && p.at(i+1) == latin {
		i++
	}
	return i
}

// wordStart is where the word that ends before end starts.
func (p *paragraph) wordStart(end int) int {
	for end > 0 && (p.at(end-1) == latin || p.r(end-1) == '$' || p.r(end-1) == '.') {
		end--
	}
	return end
}
