package check

import (
	"strings"
	"testing"

	"nianbao/internal/stat"
)

func textCases() []ruleCase {
	name := func(hans, en string) func(*scene) {
		return func(s *scene) { s.indicator("retail").Name = bilingual(hans, en) }
	}
	langs := func(l ...stat.Lang) func(*scene) { return func(s *scene) { s.opt.Langs = l } }
	both := func(a, b func(*scene)) func(*scene) { return func(s *scene) { a(s); b(s) } }
	derived := func(hans string) func(*scene) {
		return func(s *scene) {
			s.indicator("retail").Name = bilingual(hans, "Retail sales")
			s.opt.Derived = map[stat.Place]bool{s.indicator("retail").Place.Child("name"): true}
		}
	}
	return []ruleCase{
		{"missing-translation", "no English", name("零售额", ""), errs},
		{"missing-translation", "no Chinese", name("", "Retail sales"), errs},
		{"missing-translation", "no name at all", name("", ""), twoErrs},
		{"missing-translation", "no English, not needed", both(name("零售额", ""), langs(stat.Hans)), passes},
		{"missing-translation", "traditional not filled in", func(s *scene) {
			langs(stat.Hant)(s)
			s.d = &stat.Dataset{Area: stat.Area{Name: bilingual("示例区", "Example District"), Place: at("area.yaml", "")}}
		}, errs},
		{"missing-translation", "Chinese left in English", name("零售额", "Retail 零售"), errs},
		{"missing-translation", "English left in Chinese", name("Retail sales", "Retail sales"), warns},
		{"missing-translation", "an acronym", name("PM2.5", "PM2.5"), passes},
		{"missing-translation", "a unit without its plural", func(s *scene) {
			u := s.d.Units["REQUEST"]
			u.Many = ""
			s.d.Units["REQUEST"] = u
		}, errs},
		{"missing-translation", "another period's note", func(s *scene) {
			s.d.Periods[0].Facts[0].Note = stat.Text{Hans: "上年数。"}
		}, passes},

		{"missing-glyph", "all there", func(*scene) {}, passes},
		{"missing-glyph", "in a name, once", name("𠮷𠮷零售额", "Retail sales"), errs},
		{"missing-glyph", "in two languages", name("𠮷零售额", "𠮷 sales"), twoErrs},
		{"missing-glyph", "in a language not printed", both(name("𠮷零售额", "Retail sales"), langs(stat.En)), passes},
		{"missing-glyph", "in a partner's name", func(s *scene) {
			s.data().Projects[0].Partners[0].Name = bilingual("𠮷公司", "Company")
		}, errs},
		{"missing-glyph", "in the word of a unit", func(s *scene) {
			u := s.d.Units["REQUEST"]
			u.Counter.Hans = "𠮷"
			s.d.Units["REQUEST"] = u
		}, errs},
		{"missing-glyph", "in a sentence", func(s *scene) { s.data().Sentences[0].Text.Hans += "𠮷" }, errs},
		{"missing-glyph", "as printed", func(s *scene) { s.fact("works.level").From[0].Printed = "𠮷" }, errs},
		{"missing-glyph", "in the address of a source", func(s *scene) { s.d.Area.Sources[0].URL = "https://example.org/𠮷" }, errs},
		{"missing-glyph", "a radical in an address", func(s *scene) {
			s.opt.Lacks = func(r rune) bool { return r == '⽤' }
			s.d.Area.Sources[0].URL = "https://example.org/⽤"
		}, errs},
		{"missing-glyph", "in the address of the licence", func(s *scene) {
			s.d.Area.Licence = stat.Licence{URL: "https://example.org/𠮷", Place: at("area.yaml", "licence")}
		}, errs},
		{"missing-glyph", "a line's end", func(s *scene) {
			s.opt.Lacks = func(r rune) bool { return r == '\n' }
			name("零售额\n", "Retail sales")(s)
		}, passes},
		{"missing-glyph", "no fonts given", func(s *scene) {
			s.opt.Lacks = nil
			name("𠮷零售额", "Retail sales")(s)
		}, passes},

		{"long-text", "as long as may be", name(strings.Repeat("额", longest), strings.Repeat("a", longest)), passes},
		{"long-text", "longer by one", name(strings.Repeat("额", longest+1), "Retail sales"), errs},
		{"long-text", "in two languages", name(strings.Repeat("额", longest+1), strings.Repeat("a ", longest)), twoErrs},
		{"long-text", "as printed", func(s *scene) { s.fact("works.level").From[0].Printed = strings.Repeat("1", longest+1) }, errs},

		{"character-form", "ordinary", name("地区生产总值（①）：100℃～120℃，《二〇二三年》…", "México, naïve, ½ m²"), passes},
		{"character-form", "radicals in two names", both(name("⽤⼾数⽣⼒", "Retail sales"), func(s *scene) {
			s.d.Area.Name.Hans = "⻚⻔县"
		}), []stat.Severity{stat.Warning, stat.Warning}},
		{"character-form", "a radical without a glyph", func(s *scene) {
			s.opt.Lacks = func(r rune) bool { return r == '⽤' }
			name("⽤零售额", "Retail sales")(s)
		}, errs},
		{"character-form", "a compatibility ideograph", name("\uf900零售额", "Retail sales"), warns},
		{"character-form", "letters of a double width", name("ＧＤＰ２０２３", "Retail sales"), warns},
		{"character-form", "a unit as one character", name("面积（㎡）", "Area"), warns},
		{"character-form", "a ligature", name("零售额", "Of\ufb01cial sales"), warns},
		{"character-form", "a decomposed letter", name("零售额", "Zi\u0304bo"), warns},
		{"character-form", "a mark that no letter has", name("零售额", "x\u0304 of sales"), passes},
		{"character-form", "a language not printed", both(name("零售额", "Zi\u0304bo"), langs(stat.Hans)), passes},
		{"character-form", "kana", name("人ロ数", "Population"), warns},
		{"character-form", "a Japanese form", name("経济", "Economy"), warns},
		{"character-form", "a foreign letter in a word", name("零售额", "Ret\u0430il sales"), warns},
		{"character-form", "a soft hyphen", name("零售额", "Re\u00adtail sales"), warns},
		{"character-form", "a space in Chinese", name("零\u00a0售\u3000额", "Retail sales"), warns},
		{"character-form", "a space in English", name("零售额", "Retail\u00a0sales"), passes},
		{"character-form", "as printed", func(s *scene) { s.fact("works.level").From[0].Printed = "⽤" }, warns},
		{"missing-glyph", "a radical, found as such", func(s *scene) {
			s.opt.Lacks = func(r rune) bool { return r == '⽤' || r == '\u0304' }
			name("⽤零售额", "Zi\u0304bo")(s)
		}, passes},

		{"script-mixed", "simplified", name("乾隆年间的零售额", "Retail sales"), passes},
		{"script-mixed", "traditional", name("測試縣零售额", "Retail sales"), warns},
		{"script-mixed", "a language not printed", both(name("測試縣", "Retail sales"), langs(stat.En)), passes},

		{"script-ambiguous", "an unknown place", derived("里安公司"), warns},
		{"script-ambiguous", "a county", derived("新干县"), passes},
		{"script-ambiguous", "a place in a note", func(s *scene) {
			s.indicator("retail").Note = bilingual("不含干窑镇。", "Without Ganyao.")
			s.opt.Derived = map[stat.Place]bool{s.indicator("retail").Place.Child("note"): true}
		}, warns},
		{"script-ambiguous", "no place in a note", func(s *scene) {
			s.indicator("retail").Note = bilingual("含里安公司，不含采区。", "With Li'an.")
			s.opt.Derived = map[stat.Place]bool{s.indicator("retail").Place.Child("note"): true}
		}, passes},
		{"script-ambiguous", "written out", func(s *scene) {
			derived("里安公司")(s)
			s.opt.Derived = nil
		}, passes},

		{"punctuation", "full-width in Chinese", name("零售额（名义），万元", "Retail sales (nominal), in yuan"), passes},
		{"punctuation", "half-width in Chinese", name("零售额,万元", "Retail sales"), warns},
		{"punctuation", "full-width in English", name("零售额", "Retail sales，nominal"), warns},
		{"punctuation", "full-width digits in English", name("零售额", "Retail sales ２"), warns},
		{"punctuation", "both", name("零售额(名义)", "Retail sales（nominal）"), []stat.Severity{stat.Warning, stat.Warning}},
		{"punctuation", "a language not printed", both(name("零售额(名义)", "Retail sales"), langs(stat.En)), passes},
		{"punctuation", "between references", func(s *scene) {
			s.data().Sentences[0].Text.Hans = "{period}总产值{output.level},{output.growth}；{plant.signed}签约。"
		}, warns},
		{"punctuation", "traditional wording alone", func(s *scene) {
			langs(stat.Hans, stat.Hant, stat.En)(s)
			s.indicator("retail").Name.Hant = "零售額,名義"
		}, warns},
		{"punctuation", "traditional as derived", func(s *scene) {
			langs(stat.Hans, stat.Hant, stat.En)(s)
			s.indicator("retail").Name = stat.Text{Hans: "零售额,名义", Hant: "零售額,名義", En: "Retail sales"}
		}, warns},
	}
}

func TestWrongMark(t *testing.T) {
	for _, tt := range []struct {
		lang stat.Lang
		in   string
		want string
	}{
		{stat.Hans, "增长3.5%，PM2.5下降。", ""},
		{stat.Hans, "时间12:30，共1,576.62万元。", ""},
		{stat.Hans, "示例Co.公司", ""},
		{stat.Hans, "全部plain English, nothing else", ""},
		{stat.Hans, "https://example.org", ""},
		{stat.Hans, "“示例”，《示例》。", ""},
		{stat.Hans, "示例.", "示例."},
		{stat.Hans, "增长6%.", "增长6%."},
		{stat.Hans, "PM2.5,空气", "PM2.5,空气"},
		{stat.Hans, "GDP,增长", "GDP,增长"},
		{stat.Hans, "示例 : 说明", "示例 : 说明"},
		{stat.Hans, "《示例》;", "《示例》;"},
		{stat.Hans, "好!", "好!"},
		{stat.Hans, "值({x.level})", "值({})"},
		{stat.Hant, "為何?因為", "為何?因為"},
		{stat.En, "up {x.growth}, “so”; it – is (3.5%).", ""},
		{stat.En, "up。", "up。"},
		{stat.En, "《Title》", "《Title》"},
		{stat.En, "five％", "five％"},
	} {
		got, bad := wrongMark(tt.lang, tt.in)
		if got != tt.want || bad != (tt.want != "") {
			t.Errorf("wrongMark(%s, %q) = %q, %v; want %q", tt.lang, tt.in, got, bad, tt.want)
		}
	}
}

func FuzzWrongMark(f *testing.F) {
	f.Add("值({x.level}),}{")
	f.Add("{")
	f.Add("\xff,区")
	f.Fuzz(func(t *testing.T, s string) {
		for _, l := range stat.Langs() {
			if passage, bad := wrongMark(l, s); bad && passage == "" {
				t.Errorf("%q: a fault without a passage", s)
			}
		}
		if hasHan(s) != hasHan(string([]rune(s))) {
			t.Errorf("%q: judged differently as runes", s)
		}
	})
}

func TestOrdinary(t *testing.T) {
	for in, want := range map[string]string{
		"⽤⼾⻓": "用戶长", "㎡㎥㎏": "m²m³kg", "ＡＢ，（１％）": "AB，（1%）", "e\u0301x\u0304": "éx\u0304", "\ufa1b": "福", "℃①〇…": "℃①〇…", "\xff⽤": "\xff用",
		"人ロ数，エ业，劳动カ，ニ号，第ー产业": "人口数，工业，劳动力，二号，第一产业", "日本カメラ，カ、第ーa": "日本カメラ，カ、第ーa",
		"S\u0430ibei \u0421\u041e2": "Saibei \u0421\u041e2", "\u0421O2，μg，ΔT，kΩ，Москва": "CO2，μg，ΔT，kΩ，Москва",
		"\u212b\u2126\u212a": "ÅΩK", "県発経済図気呉淸髙衞": "縣發經濟圖氣吳清高衛", "二○二四年、二OO四年": "二〇二四年、二〇〇四年",
		"○一、二OK、三O3、CEO": "○一、二OK、三O3、CEO", "㈱℡﹪﹣": "（株）TEL%-",
	} {
		if got, changed := ordinary(in, true); got != want || (len(changed) > 0) != (got != in) {
			t.Errorf("%q: got %q, %q changed; want %q", in, got, changed, want)
		}
	}
	if got, changed := ordinary("ＡＢ", false); got != "ＡＢ" || changed != nil {
		t.Errorf("not wide: got %q, %q", got, changed)
	}
}

func FuzzOrdinary(f *testing.F) {
	f.Add("⽤⼾⻓㎡Ａ，e\u0301\xff")
	f.Add("㎰С")
	f.Fuzz(func(t *testing.T, s string) {
		usual, _ := ordinary(s, true)
		if again, changed := ordinary(usual, true); again != usual {
			t.Errorf("%q becomes %q, and then %q, for %q", s, usual, again, changed)
		}
	})
}
