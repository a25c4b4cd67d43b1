package wording

import (
	"strings"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

// Title words the title of an edition: the office's own, or else the usual one.
func Title(w *locale.Words, e *edition.Edition) string {
	if e.Title.Empty() {
		return w.Fill("document.title.full", e.Area.Name, e.Period)
	}
	return filled(w, e, titleTokens(w, e))
}

// CoverTitle is Title as a cover has it, where the area may have a line of its own. The usual title begins with it, and so
// may the office's own in Chinese, as {area}{period}统计公报. A title that names the area further on, or in English, is not
// taken apart: area is "" then. One that does not name it has it above.
func CoverTitle(w *locale.Words, e *edition.Edition) (area, title string) {
	area = w.Text(e.Area.Name)
	if e.Title.Empty() {
		return area, w.Fill("document.title.period", e.Period)
	}
	tokens := titleTokens(w, e)
	if w.Lang().Chinese() && len(tokens) > 1 && tokens[0].Ref == "area" && tokens[1].Ref != "" {
		return area, filled(w, e, tokens[1:])
	}
	for _, t := range tokens {
		if t.Ref == "area" {
			area = ""
		}
	}
	return area, filled(w, e, tokens)
}

func titleTokens(w *locale.Words, e *edition.Edition) []stat.Token {
	tokens, _ := stat.ParseTemplate(w.Text(e.Title)) // the dataset has refused what does not parse
	return tokens
}

// filled words the pieces of a title. The dataset has refused references to anything but area, period and year.
func filled(w *locale.Words, e *edition.Edition, tokens []stat.Token) string {
	var b strings.Builder
	for _, t := range tokens {
		words := t.Text
		if r, err := e.Resolve(stat.Sentence{}, t.Ref); t.Ref != "" && err == nil {
			part, _ := referent(w, e, r, t.Form)
			words = part.Words
		}
		b.WriteString(words)
	}
	return b.String()
}

// Stage says that an edition is a draft, or which revision of a release it is; "" for the first release, which needs no word.
func Stage(w *locale.Words, e *edition.Edition) string {
	switch {
	case e.Draft:
		return w.Phrase("document.draft")
	case e.Number > 1:
		return w.Fill("document.number", e.Number)
	default:
		return ""
	}
}
