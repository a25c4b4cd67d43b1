package check

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"nianbao/internal/script"
	"nianbao/internal/stat"
)

// radicals are those of the CJK Radicals Supplement that look like a character of their own, each followed by it: the
// characters of Unicode's EquivalentUnifiedIdeograph.txt. Other radicals have it as their compatibility form.
const radicals = "⺁厂⺇几⺌小⺍小⺎兀⺒巳⺓幺⺠民⺩王⺫目⺬示⺮竹⺶羊⺼月⻁虎⻄西⻅见⻆角⻉贝⻊足⻋车⻑長⻒镸⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀"

// characterForm finds characters that look like the ordinary ones and are others, as they come out of PDF files: no search
// finds them. It is an error only where they cannot be drawn.
func characterForm(in *inspection) {
	unusual := func(l stat.Lang, s string) (string, bool) {
		_, changed := ordinary(s, l.Chinese())
		return s, len(changed) > 0
	}
	unseen := func(l stat.Lang, s string) (string, bool) {
		_, found := invisible([]rune(s), l.Chinese())
		return s, found
	}
	for _, w := range in.wordings {
		for _, bad := range in.faults(w.text, unusual) {
			_, changed := ordinary(bad.passage, bad.lang.Chinese())
			in.findForm(w.place, changed, langName(bad.lang))
		}
		for _, bad := range in.faults(w.text, unseen) {
			runes := []rune(bad.passage)
			i, _ := invisible(runes, bad.lang.Chinese())
			in.find(stat.Finding{
				Severity: stat.Warning,
				Message:  say("{0} ({1}) has the invisible character {2} in “{3}”, and no search finds the words around it. Delete it."),
				Args:     []any{w.place.Path, langName(bad.lang), fmt.Sprintf("U+%04X", runes[i]), excerpt(runes, i)},
				Place:    w.place,
			})
		}
	}
	for _, f := range in.facts {
		for fig := range figures(f) {
			for _, from := range fig.From {
				if _, changed := ordinary(from.Printed, false); len(changed) > 0 {
					in.findForm(fig.Place, changed, asPrinted())
				}
			}
		}
	}
}

// findForm records unusual parts of a text. Of a radical in a simplified text, the simplified character is meant.
func (in *inspection) findForm(at stat.Place, changed []part, where stat.Text) {
	var unusual, usual string
	var codes []string
	for _, p := range changed {
		unusual += p.text
		usual += p.form
	}
	for _, r := range unusual {
		codes = append(codes, fmt.Sprintf("U+%04X", r))
	}
	severity := stat.Warning
	if in.opt.Lacks != nil && strings.ContainsFunc(unusual, in.opt.Lacks) {
		severity = stat.Error
	}
	if where == langName(stat.Hans) {
		_, usual = simplify(usual)
	}
	in.find(stat.Finding{
		Severity: severity,
		Message:  say("“{2}” ({3}) in {0} ({1}) only looks like “{4}”, and no search finds it. Write “{4}”."),
		Args:     []any{at.Path, where, unusual, strings.Join(codes, " "), usual},
		Place:    at,
	})
}

// ordinary is a text with every part in its ordinary form, and the parts that had another, each once. Full-width letters,
// digits and signs are judged only where wide.
func ordinary(s string, wide bool) (usual string, changed []part) {
	if !strings.ContainsFunc(s, perhapsUnusual) && (!strings.Contains(s, "O") || !hasHan(s)) {
		return s, nil
	}
	var parts []part
	for s != "" {
		text := s[:norm.NFC.NextBoundaryInString(s, true)]
		p := part{text, usualForm(text, wide)}
		if utf8.RuneCountInString(p.form) > 1 { // each is read in its context: the letters of ㎰ too
			if p.form != p.text && !slices.Contains(changed, p) {
				changed = append(changed, p)
			}
			for form := p.form; form != ""; {
				_, n := utf8.DecodeRuneInString(form)
				parts = append(parts, part{form[:n], form[:n]})
				form = form[n:]
			}
		} else {
			parts = append(parts, p)
		}
		s = s[len(text):]
	}
	readInContext(parts)
	var b strings.Builder
	for _, p := range parts {
		b.WriteString(p.form)
		if p.form != p.text && !slices.Contains(changed, p) {
			changed = append(changed, p)
		}
	}
	return b.String(), changed
}

// perhapsUnusual is false for most of the characters that are always ordinary.
func perhapsUnusual(r rune) bool {
	switch {
	case r >= 0x370 && suspects().has(r):
		return true
	case r < firstHan:
		return r >= 0x300 && r < 0x370 || r >= 0x1AB0 && r < 0x2000 || r >= 0x20D0 && r < 0x2130
	case r < 0xF900:
		return r < 0x2FE0 || r == 0x3099 || r == 0x309A || r >= 0x3300 && r < 0x3400
	default:
		return r < 0xFF00 || r > 0xFF60 || isWideWord(r)
	}
}

// usualForm is the ordinary form of a part of a text.
func usualForm(part string, wide bool) string {
	runes := []rune(part)
	if len(runes) != 1 {
		return norm.NFC.String(part)
	}
	if form := usualOf()[runes[0]]; form != "" {
		return form
	}
	switch r := runes[0]; {
	case r >= 0x2E80 && r < 0x2F00:
		if at := strings.Index(radicals, part); at >= 0 {
			_, after, _ := strings.Cut(radicals[at:], part)
			return string([]rune(after)[0])
		}
	case r >= 0x2F00 && r < 0x2FE0, r >= 0xFB00 && r < 0xFB07, r > 0xFF60 && r < 0xFFA0, r >= 0xFE5F && r < 0xFE70, wide && isWideWord(r):
		return norm.NFKC.String(part)
	case r >= 0x339F && r <= 0x33A6: // ㎟ to ㎦
		return strings.NewReplacer("2", "²", "3", "³").Replace(norm.NFKC.String(part))
	case r >= 0x3371 && r < 0x33E0:
		return norm.NFKC.String(part)
	}
	return norm.NFC.String(part)
}

// isWideWord reports whether a full-width form is no punctuation: a letter, a digit or a sign as ％.
func isWideWord(r rune) bool {
	return r > 0xFF00 && r < 0xFF5E && !strings.ContainsRune("！＂＇（），＋－．／：；＜＞？＿｀｛｜｝［］", r)
}

// scriptMixed finds traditional characters in simplified texts.
func scriptMixed(in *inspection) {
	if !in.chinese() {
		return
	}
	for _, w := range in.wordings {
		if traditional, _ := simplify(w.text.Hans); traditional != "" {
			_, simplified := simplify(traditional)
			in.find(stat.Finding{
				Message: say("The simplified Chinese of {0} has traditional characters: “{1}”. Write “{2}” instead."),
				Args:    []any{w.place.Path, traditional, simplified},
				Place:   w.place,
			})
		}
	}
}

// simplify gives the traditional characters of a text, and the text without them.
func simplify(s string) (traditional, simplified string) {
	var found, text strings.Builder
	for _, r := range s {
		form := ""
		if r >= firstHan {
			form = script.Simplified(r)
		}
		if form == "" {
			text.WriteRune(r)
			continue
		}
		found.WriteRune(r)
		text.WriteString(form)
	}
	return found.String(), text.String()
}

// nameKeys are the keys of names: what is derived of them cannot be told from what stands around it.
var nameKeys = []string{"name", "within", "issuer", "title", "publisher", "holder", "counter"}

// scriptAmbiguous finds names, and names of places in texts, whose traditional form was derived, and might be another.
func scriptAmbiguous(in *inspection) {
	for _, w := range in.wordings {
		if !in.opt.Derived[w.place] {
			continue
		}
		message := say("The traditional form of {2} in {0}, “{1}”, depends on its meaning ({3}). It was made “{4}”. Enter the name in zh-Hant.")
		name, made := w.text.Hans, w.text.Hant
		character, forms := "", ""
		if key := w.place.Path[strings.LastIndexByte(w.place.Path, '.')+1:]; slices.Contains(nameKeys, key) {
			character, forms = script.Doubtful(name)
		} else {
			message = say("The traditional form of {2} in “{1}” depends on its meaning ({3}). It was made “{4}”. Enter {0} in zh-Hant, too.")
			name, character, forms = script.DoubtfulPlace(name)
			made = script.Traditional(name)
		}
		if character != "" {
			in.find(stat.Finding{
				Message: message, Args: []any{w.place.Path, name, character, strings.Join(strings.Split(forms, ""), "/"), made}, Place: w.place,
			})
		}
	}
}
