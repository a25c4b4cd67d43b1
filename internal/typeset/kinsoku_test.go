package typeset

import (
	"strings"
	"testing"
)

// broken marks the breaks of a text: | for a free break, ¦ for an allowed but undesirable one, and ~ for one only if a
// figure fits no line.
func broken(p *paragraph) string {
	var b strings.Builder
	for i := range p.len() {
		if i > 0 {
			switch p.g[i].before {
			case must:
				b.WriteString("⏎")
			case free:
				b.WriteString("|")
			case soft:
				b.WriteString("¦")
			case tight:
				b.WriteString("~")
			}
		}
		b.WriteRune(p.g[i].r)
	}
	return b.String()
}

func plain(marked string) string {
	return strings.NewReplacer("|", "", "¦", "", "~", "", "⏎", "").Replace(marked)
}

func checkBreaks(t *testing.T, clause string, marked ...string) {
	t.Helper()
	f := face(t)
	for _, want := range marked {
		spans := []Span{{Text: plain(want), Face: f, Size: 10}}
		if got := broken(newParagraph(spans, ofText)); got != want {
			t.Errorf("%s: breaks %q, want %q", clause, got, want)
		}
	}
}

func TestProhibitions(t *testing.T) {
	checkBreaks(t, "clreq 3.1.4 basic, GB/T 15834 5.1.1: no point at a line's start",
		"固|定，|资、|产；|投：|资。|增？|长！|高")
	checkBreaks(t, "GB/T 15834 5.1.3: quotes and brackets stay with what they hold",
		"总|“首|都|两|区”|建|设", "总|（首|都）|建", "总|《首》|建", "总|「首|『都』」|建", "总|〔首〕|建", "总|【首】|建", "總|「首|都」|建")
	checkBreaks(t, "marks in a row stay together", "说：|“（一）”。|又", "《书》、|《报》，|又")
	checkBreaks(t, "beside Latin", "含|“PM2.5”|的", "（EPC）|建|设", "使|用|EPC|（总|包）")
	checkBreaks(t, "5.1.6, 5.1.7, 5.1.9: no connector, interpunct or slash at a line's start, no slash at its end",
		"京～|津", "卡|尔·|马", "卡|尔・|马", "卡|尔‧|马", "微|克／立", "微|克/立|方")
	checkBreaks(t, "clreq 3.1.4 strict and 3.1.5.1: dashes and ellipses are whole and not at a line's start",
		"春|天——|秋|天", "春|天……|秋|天", "春⸺|秋")
	checkBreaks(t, "no unit sign at a line's start, no currency sign at its end", "占%|的", "占‰|的", "温℃|的", "合|¥5|的", "合|$5|的", "合|￥5|的")
	checkBreaks(t, "English: UAX #14", "public |budget |(net) |revenue, |“so |close” |x", "a/|b |https://|example.org/|path")
	checkBreaks(t, "a line separator", "甲|乙\n⏎丙")
	checkBreaks(t, "a repetition mark and a long vowel do not start a line", "人々|的")
}

func TestClustersAreWhole(t *testing.T) {
	f := face(t)
	p := newParagraph([]Span{{Text: "e\u0301葛\U000E0100👍🏽", Face: f, Size: 10}}, Chinese)
	var wholes []bool
	for i := range p.len() {
		wholes = append(wholes, p.g[i].before == never)
	}
	for i, want := range []bool{false, true, false, true, false, true} {
		if i > 0 && wholes[i] != want {
			t.Errorf("character %d belongs to the cluster before it: %v, want %v", i, wholes[i], want)
		}
	}
}

func TestMarksOfNotes(t *testing.T) {
	f := face(t)
	spans := []Span{{Text: "地区生产总值", Face: f, Size: 10}, {Text: "12", Face: f, Size: 6}, {Text: "增长", Face: f, Size: 10}}
	p := newParagraph(spans, Chinese)
	if got, want := broken(p), "地|区|生|产|总|值12¦增|长"; got != want {
		t.Errorf("breaks %q, want %q (clreq 3.1.5.3)", got, want)
	}
	if gap := p.g[6].gap; gap != 0 {
		t.Errorf("gap of %.2f before the mark of a note, want none", gap)
	}
	spans[1].Text = "亿元"
	if got := broken(newParagraph(spans, Chinese)); !strings.Contains(got, "值|亿") {
		t.Errorf("breaks %q: a small word is no mark", got)
	}
	spans[1].Tied = true
	if got := broken(newParagraph(spans, Chinese)); !strings.Contains(got, "值亿") && !strings.Contains(got, "值¦亿") {
		t.Errorf("breaks %q: what is tied is parted", got)
	}
}
