package check

import (
	"slices"
	"strings"

	"nianbao/internal/stat"
)

func punctuation(in *inspection) {
	for _, w := range in.wordings {
		for _, bad := range in.faults(w.text, wrongMark) {
			message := say("The English of {0} has full-width punctuation: “{1}”. Use half-width marks.")
			if bad.lang.Chinese() {
				message = say("The Chinese of {0} has half-width punctuation: “{1}”. Use full-width marks.")
			}
			in.find(stat.Finding{Message: message, Args: []any{w.place.Path, bad.passage}, Place: w.place})
		}
	}
}

// wrongMark finds the first mark that belongs to the other language.
func wrongMark(l stat.Lang, s string) (passage string, bad bool) {
	text := withoutReferences(s)
	if l.Chinese() && !strings.ContainsAny(text, halfWidth) || !l.Chinese() && !strings.ContainsFunc(text, isWide) {
		return "", false
	}
	runes := []rune(text)
	at := slices.IndexFunc(runes, isWide)
	if l.Chinese() {
		at = -1
		if slices.ContainsFunc(runes, chineseSide) {
			at = firstHalfWidth(runes)
		}
	}
	if at < 0 {
		return "", false
	}
	return excerpt(runes, at), true
}

// halfWidth are the marks that Chinese has a full-width form of.
const halfWidth = ",.;:?!()"

func firstHalfWidth(runes []rune) int {
	for i, r := range runes {
		if strings.ContainsRune(halfWidth, r) && halfWidthInChinese(runes, i) {
			return i
		}
	}
	return -1
}

// halfWidthInChinese judges a mark by what stands beside it: in 3.5, 12:30 or Co. it is as it should be.
func halfWidthInChinese(runes []rune, i int) bool {
	before, after := beside(runes, i, -1), beside(runes, i, 1)
	if runes[i] == '.' && isASCIILetter(before) {
		return false
	}
	return chineseSide(before) || chineseSide(after) || after == 0 && before != 0 && !isASCIILetter(before)
}

// beside is the nearest rune on one side that is no space; 0 at the text's end.
func beside(runes []rune, i, step int) rune {
	for i += step; i >= 0 && i < len(runes); i += step {
		if runes[i] != ' ' {
			return runes[i]
		}
	}
	return 0
}

func chineseSide(r rune) bool {
	return isHan(r) || isWide(r) || r == reference || strings.ContainsRune("“”‘’", r)
}
