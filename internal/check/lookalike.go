package check

import (
	"strings"
	"sync"
	"unicode"
)

// lookalikes are characters that stand for others wherever they are, each before those: Japanese forms, before the
// traditional ones, and signs made of several characters.
const lookalikes = "県縣 発發 経經 済濟 図圖 気氣 呉吳 淸清 髙高 衞衛 値值 総總 増增 歳歲 収收 両兩 広廣 庁廳 様樣 検檢 実實 売賣 読讀 歩步 " +
	"毎每 徳德 塩鹽 鉄鐵 銭錢 帰歸 楽樂 変變 関關 営營 団團 対對 価價 駅驛 沢澤 辺邊 拡擴 継繼 続續 児兒 豊豐 鶏雞 桜櫻 浜濱 絵繪 ㈱（株） ㈲（有） ℡TEL"

// kana look like Chinese characters, foreign letters like Latin ones: each is before the one that it looks like.
const (
	kana    = "ロ口エ工カ力ニ二ー一ハ八タ夕ト卜"
	foreign = "АAВBСCЕEНHІIЈJКKМMОOРPЅSТTХXУYаaсcеeіiјjоoрpѕsхxуyΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXοo"
	zeros   = "○◯O"
	digits  = "〇一二三四五六七八九"
)

// usualOf are the lookalikes with what stands for them.
var usualOf = sync.OnceValue(func() map[rune]string {
	m := map[rune]string{}
	for pair := range strings.FieldsSeq(lookalikes) {
		r := []rune(pair)
		m[r[0]] = string(r[1:])
	}
	return m
})

// suspects are the characters of the tables that may have to be others, but O.
var suspects = sync.OnceValue(func() *runeSet {
	s := &runeSet{}
	for r := range usualOf() {
		s.add(r)
	}
	for _, r := range kana + foreign + zeros {
		if r > unicode.MaxASCII && !isHan(r) {
			s.add(r)
		}
	}
	return s
})

// follower is the character that follows r in a table of pairs; 0 if r is not the first of a pair.
func follower(pairs string, r rune) rune {
	list := []rune(pairs)
	for i := 0; i+1 < len(list); i += 2 {
		if list[i] == r {
			return list[i+1]
		}
	}
	return 0
}

// part is a character of a text, or a letter with its marks, and its ordinary form.
type part struct{ text, form string }

// char is the form of a part; 0 if it has several characters, or if there is no such part.
func char(parts []part, i int) rune {
	if i < 0 || i >= len(parts) {
		return 0
	}
	if r := []rune(parts[i].form); len(r) == 1 {
		return r[0]
	}
	return 0
}

// readInContext gives parts the form that what stands beside them asks for.
func readInContext(parts []part) {
	for i := range parts {
		r, before, after := char(parts, i), char(parts, i-1), char(parts, i+1)
		switch {
		case follower(kana, r) != 0 && amongHan(before, after):
			parts[i].form = string(follower(kana, r))
		case r != 0 && strings.ContainsRune(zeros, r) && before != 0 && strings.ContainsRune(digits, before) && (r == after || !latinOrDigit(after)):
			parts[i].form = "〇"
		case isLetter(r) && !isLetter(before):
			readWord(parts[i:])
		}
	}
}

// amongHan reports whether a character stands between Chinese ones, or between one and the end of a passage.
func amongHan(before, after rune) bool {
	return (isHan(before) || isHan(after)) && (isHan(before) || !unicode.In(before, unicode.L, unicode.N)) &&
		(isHan(after) || !unicode.In(after, unicode.L, unicode.N))
}

func latinOrDigit(r rune) bool { return isASCIILetter(r) || r >= '0' && r <= '9' }

// isForeign reports whether a character is a Greek or Cyrillic letter.
func isForeign(r rune) bool { return r >= 0x370 && unicode.In(r, unicode.Greek, unicode.Cyrillic) }

func isLetter(r rune) bool { return isASCIILetter(r) || isForeign(r) }

// readWord reads the word that parts begin with as Latin if it has a Latin letter, and no letter that Latin has not.
func readWord(parts []part) {
	n, latin := 0, false
	for ; n < len(parts); n++ {
		r := char(parts, n)
		switch {
		case isASCIILetter(r):
			latin = true
		case !isForeign(r):
			parts = parts[:n]
		case follower(foreign, r) == 0:
			return
		}
	}
	for i := range parts {
		if r := follower(foreign, char(parts, i)); latin && r != 0 && isForeign(char(parts, i)) {
			parts[i].form = string(r)
		}
	}
}

// invisible finds a character that is not seen and hinders a search: a soft hyphen, or a space beside Chinese that is not
// the ordinary one.
func invisible(runes []rune, chinese bool) (at int, found bool) {
	for i, r := range runes {
		switch {
		case r == 0xAD:
			return i, true
		case chinese && (r == 0xA0 || r == 0x3000):
			if i > 0 && isHan(runes[i-1]) || i+1 < len(runes) && isHan(runes[i+1]) {
				return i, true
			}
		}
	}
	return 0, false
}
