package script

import "testing"

func TestDoubtful(t *testing.T) {
	for _, tt := range []struct{ about, name, character, forms string }{
		{"no such character", "固定资产投资", "", ""},
		{"a phrase settles it", "采矿业、制造业、谷物、经济技术开发区", "", ""},
		{"ordinary words", "复工复产、复垦、复绿、划转、划片、采砂、制氢、制种基地、圈舍、社区里、灶台、中国光谷", "", ""},
		{"a town that is right by itself", "姜家镇", "", ""},
		{"a county of the list", "新干县", "", ""},
		{"a county that is right by itself", "松江区", "", ""},
		{"a town of the list", "松口镇", "", ""},
		{"a company", "里安公司", "里", "裡里"},
		{"a town", "斗岭镇", "斗", "鬥斗"},
		{"a village with the rare form of a phrase", "松口村", "松", "松鬆"},
		{"a village with the usual form of a phrase", "复兴村", "", ""},
		{"a village with the character itself", "七里村", "", ""},
		{"such a phrase elsewhere", "松口", "", ""},
		{"a street", "干沟街道", "干", "幹乾干"},
		{"nothing", "", "", ""},
		{"invalid bytes", "\xff里", "里", "裡里"},
	} {
		if c, forms := Doubtful(tt.name); c != tt.character || forms != tt.forms {
			t.Errorf("%s: %s: got %q, %q; want %q, %q", tt.about, tt.name, c, forms, tt.character, tt.forms)
		}
	}
}

func TestDoubtfulPlace(t *testing.T) {
	for _, tt := range []struct{ text, place string }{
		{"项目落户干窑镇和冲口镇", "干窑镇"},
		{"在采育镇建成", "采育镇"},
		{"在采育街道", "采育街道"},
		{"斗岭乡", "斗岭乡"},
		{"采育新区", "采育新区"},
		{"完成后全县财政收入、10余个乡镇、采区、这里村民", ""},
		{"复垦村集体土地，采购乡镇产品，干旱区，制造业强市，松口镇，示范县", ""},
		{"干{x}镇、冲, 镇", ""},
		{"", ""},
		{"干\xff镇", ""},
	} {
		place, character, forms := DoubtfulPlace(tt.text)
		if place != tt.place || (character != "") != (place != "") || (forms != "") != (place != "") {
			t.Errorf("%s: got %q, %q, %q; want %q", tt.text, place, character, forms, tt.place)
		}
	}
}

// The first form is the one that a character gets if nothing is known of it.
func TestFirstFormIsUsual(t *testing.T) {
	for _, c := range keysOf(doubtfulFile) {
		_, forms := judge().doubtful.longest(c)
		if first := string([]rune(forms)[0]); first != Traditional(c) {
			t.Errorf("%s: %s, want %s first", c, forms, Traditional(c))
		}
	}
}

func TestSimplified(t *testing.T) {
	for character, want := range map[rune]string{'縣': "县", '後': "后", '裡': "里", '臺': "台", '县': "", '乾': "", '於': "", '徵': "", '噁': "", 'A': ""} {
		if got := Simplified(character); got != want {
			t.Errorf("%c: got %q, want %q", character, got, want)
		}
	}
}

// What is ordinary in simplified texts has no simplified form.
func TestSimplifiedIsSimplified(t *testing.T) {
	for _, c := range keysOf(simplifiedFile) {
		r := []rune(Simplified([]rune(c)[0]))
		if again := Simplified(r[0]); len(r) != 1 || again != "" {
			t.Errorf("%s: %s, and then %s", c, string(r), again)
		}
	}
}
