package reading

import "strings"

// fold brings a printed text to simplified characters and half-width digits, as far as words of quantity go:
// a source in traditional characters need not load the conversion tables.
func fold(s string) string { return folding.Replace(s) }

var folding = strings.NewReplacer(
	"億", "亿", "萬", "万", "個", "个", "項", "项", "場", "场", "戶", "户", "頭", "头", "輛", "辆", "條", "条",
	"處", "处", "臺", "台", "筆", "笔", "隻", "只", "棟", "栋", "間", "间", "屆", "届", "門", "门", "畝", "亩",
	"頃", "顷", "噸", "吨", "標", "标", "準", "准", "時", "时", "點", "点", "歐", "欧", "兩", "两", "餘", "余",
	"長", "长", "減", "减", "負", "负", "約", "约", "過", "过", "漲", "涨", "號", "号", "人民幣", "人民币",
	"張", "张", "虧", "亏", "損", "损", "較", "较", "於", "于", "為", "为", "達", "达", "從", "从", "￥", "¥", "㎡", "平方米", "攝", "摄", "數", "数",
	"０", "0", "１", "1", "２", "2", "３", "3", "４", "4", "５", "5", "６", "6", "７", "7", "８", "8", "９", "9",
	"％", "%", "．", ".", "－", "-", "−", "-", "﹪", "%", "＋", "+", "／", "/", "\u00a0", " ", "\u3000", " ",
)
