package script

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestTraditional(t *testing.T) {
	tests := []struct{ name, simplified, want string }{
		{"nothing", "", ""},
		{"phrases of several forms: hair and development", "头发、发展、理发、出发", "頭髮、發展、理髮、出發"},
		{"a phrase takes the characters of the next: not 斷髮", "不断发现、不断发展", "不斷發現、不斷發展"},
		{"after and empress", "后冬奥、后续、皇后、午后", "後冬奧、後續、皇后、午後"},
		{"inside and mile", "里面、公里、万里、这里", "裡面、公里、萬里、這裡"},
		{"cadre, dry and concern", "干部、干燥、骨干、干旱、若干", "幹部、乾燥、骨幹、乾旱、若干"},
		{"noodles and surface", "方便面、面条、面积、全面、面粉", "方便麵、麵條、面積、全面、麵粉"},
		{"manufacture and system", "制造、制度、研制、体制", "製造、制度、研製、體制"},
		{"grain and valley", "谷物、谷底", "穀物、谷底"},
		{"sign and label", "签订、签约、标签", "簽訂、簽約、標籤"},
		{"side by side and annex", "并列、合并、并网", "並列、合併、併網"},
		{"system, department and tie", "系统、关系、联系", "系統、關係、聯繫"},
		{"bell and clock", "钟情、时钟、分钟", "鍾情、時鐘、分鐘"},
		{"only and the counter of animals", "只有、一只、只争朝夕", "只有、一隻、只爭朝夕"},
		{"forms of Taiwan", "群众、为了、台湾、线路、着力、污水、峰会", "群眾、為了、臺灣、線路、著力、汙水、峰會"},
		{"a name that keeps its old form", "林国梁在桥梁", "林國樑在橋梁"},
		{"such a name, traditional already", "蔣國樑在桥樑", "蔣國樑在橋梁"},
		{"powers of ten and money", "2.31亿元、1576.62万元", "2.31億元、1576.62萬元"},
		{"growth and rank", "同比增长6.5%，位列全市第五", "同比增長6.5%，位列全市第五"},
		{"units", "亩、平方米、个、项、台、套、辆、头、户", "畝、平方米、個、項、臺、套、輛、頭、戶"},
		{"themes", "旅游、乡村振兴、营商环境、固定资产投资", "旅遊、鄉村振興、營商環境、固定資產投資"},
		{"vocabulary stays of the mainland", "信息网络、软件、项目", "信息網絡、軟件、項目"},
		{"traditional stays as it is", "塞北管理區、頭髮、裡面、群眾", "塞北管理區、頭髮、裡面、群眾"},
		{"between Latin and digits", "GDP为15.31亿元（CNY 1.531 billion）", "GDP為15.31億元（CNY 1.531 billion）"},
		{"references are no Chinese", "总量{gdp.level}，{gdp.growth|plain}。", "總量{gdp.level}，{gdp.growth|plain}。"},
		{"foreign names are no inside", "索马里、毛里求斯、特朗普", "索馬里、毛里求斯、特朗普"},
		{"counties", "新干县、湖里区、岳普湖县、松江区、谷城县", "新干縣、湖里區、岳普湖縣、松江區、穀城縣"},
		{"towns", "三斗坪镇、里耶镇、松口镇、黎里镇、于家镇、范庄镇", "三斗坪鎮、里耶鎮、松口鎮、黎里鎮、于家鎮、范莊鎮"},
		{"after what makes another phrase", "龙山县里耶镇、延安市志丹县、县里、县志", "龍山縣里耶鎮、延安市志丹縣、縣裡、縣誌"},
		{"no county in a word", "国家级示范县，全国双拥模范县，规范县级财政，防范县域风险", "國家級示範縣，全國雙擁模範縣，規範縣級財政，防範縣域風險"},
		{"no district in a word", "由于洪区调整，位于于洪区，在于都县", "由於洪區調整，位於于洪區，在于都縣"},
		{"such characters elsewhere", "创新干部松口，湖里的鱼", "創新幹部鬆口，湖裡的魚"},
		{"official words", "折合人民币，政府干预，自制设备，中文采访，新征程", "折合人民幣，政府干預，自製設備，中文採訪，新征程"},
		{"a rock, lines and a company", "采石矶，干支线，干制系有限公司", "采石磯，幹支線，乾製系有限公司"},
		{"beyond U+FFFF", "𠮷、㓆", "𠮷、𠗣"},
		{"invalid bytes", "亿\xe4\xba元\xff", "億\xe4\xba元\xff"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := Traditional(tt.simplified); got != tt.want {
				t.Errorf("%s: got %s, want %s", tt.simplified, got, tt.want)
			}
		})
	}
}

// texts draws texts of phrases, pieces of phrases, characters and what is no Chinese, so that phrases overlap.
func texts() *rapid.Generator[string] {
	keys, single := rapid.SampledFrom(keysOf(phrasesFile)), rapid.SampledFrom(keysOf(charactersFile))
	start := rapid.Custom(func(t *rapid.T) string {
		key := []rune(keys.Draw(t, "key"))
		return string(key[:rapid.IntRange(1, len(key)).Draw(t, "length")])
	})
	pieces := rapid.SliceOfN(rapid.OneOf(keys, start, single, rapid.SampledFrom([]string{"，", "6.5%", "的", "GDP"})), 0, 8)
	return rapid.Map(pieces, func(p []string) string { return strings.Join(p, "") })
}

func TestTextsApartConvertApart(t *testing.T) {
	text := texts()
	rapid.Check(t, func(t *rapid.T) {
		a, b := text.Draw(t, "a"), text.Draw(t, "b")
		for _, between := range []string{"\n", "，", " "} {
			if got, want := Traditional(a+between+b), Traditional(a)+between+Traditional(b); got != want {
				t.Fatalf("got %s, want %s", got, want)
			}
		}
	})
}

func TestCharacterForCharacter(t *testing.T) {
	drawn := texts()
	rapid.Check(t, func(t *rapid.T) {
		text := drawn.Draw(t, "text")
		if got := Traditional(text); utf8.RuneCountInString(got) != utf8.RuneCountInString(text) {
			t.Fatalf("%s became %s", text, got)
		}
	})
}

func TestOnlyChineseChanges(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		if ascii := rapid.StringMatching(`[\x00-\x7f]*`).Draw(t, "ASCII"); Traditional(ascii) != ascii {
			t.Fatalf("%q became %q", ascii, Traditional(ascii))
		}
		// Bytes from 0x80 to 0xbf only continue a character: they mean nothing alone.
		broken := string(rapid.SliceOf(rapid.ByteRange(0x80, 0xbf)).Draw(t, "bytes"))
		if got := Traditional("亿" + broken + "元"); got != "億"+broken+"元" {
			t.Fatalf("%x became %x", broken, got)
		}
	})
}

// A simplified character that is no traditional one is gone after one conversion. Phrases are another matter:
// 皇后 stays, but 艷后, a form that is the result of a phrase, would be taken for the simplified 后.
func TestCharactersConvertOnce(t *testing.T) {
	chain := map[string]bool{"苎": true, "幺": true} // 苧 and 么 are traditional for one word, simplified for another
	for _, file := range []string{charactersFile, variantsFile} {
		for _, key := range keysOf(file) {
			once := Traditional(key)
			if twice := Traditional(once); twice != once && !chain[key] {
				t.Errorf("%s becomes %s, and then %s", key, once, twice)
			}
		}
	}
}

func BenchmarkTraditional(b *testing.B) {
	text := strings.Repeat("地区生产总值增长，固定资产投资完成，群众干部旅游后冬奥。", 40)
	b.ReportAllocs()
	for b.Loop() {
		Traditional(text)
	}
}
