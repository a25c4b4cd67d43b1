package stat

import (
	"strings"

	"nianbao/internal/message"
)

// Sentence is a template of the briefing in each language, whose figures are references to facts.
type Sentence struct {
	ID       string
	Theme    string
	Period   Period   // references without a period of their own are of this one
	Compares []Period // other periods it may name facts of
	Text     Text     // as written, with references in braces
	Composed bool     // of the figures, by rules, and no sentence of the office
	Place    Place
}

// Prose says which chapters have sentences that are composed of the figures.
type Prose string

// The choices. By default, "", such chapters are those for which the office has no sentence, or only some that replace composed
// ones.
const (
	AutoProse Prose = "auto" // all; sentences of the office are added
	NoProse   Prose = "none" // none
)

// Proses lists the choices.
func Proses() []Prose { return []Prose{AutoProse, NoProse} }

// The chapters of sentences that are no theme and no chapter of figures.
const (
	PrefaceTheme = "preface"
	PointsTheme  = "points" // the main points
)

// ComposedPrefix begins the IDs of composed sentences.
const ComposedPrefix = "auto-"

// AgainSuffix ends the ID of the composed sentence on an indicator whose first one the office has replaced by a sentence on
// others.
const AgainSuffix = "-again"

// BesidePrefix begins the IDs of sentences of the office that are added to the composed ones of a chapter, and take the place of
// none.
const BesidePrefix = ComposedPrefix + "own-"

// Replaces reports whether a sentence of the office stands in the place of a composed one, whose ID it has.
func (s Sentence) Replaces() bool { return strings.HasPrefix(s.ID, ComposedPrefix) }

// Token is a piece of a template: literal text, or a reference.
type Token struct {
	Text string // literal text; "" for a reference
	Ref  string // gdp.level, gdp.level@2022, @israel-project (a name), period, area
	Form string // how to word it: "" or plain, bare, no …; what is known is the locale package's business
}

// Name returns the code a name reference stands for: "@x" names x.
func (t Token) Name() (string, bool) { return strings.CutPrefix(t.Ref, "@") }

// ParseTemplate splits a template into tokens. Braces that do not close, and references that are not of the
// form {fact}, {fact@period}, {fact|form}, {@name}, are errors.
func ParseTemplate(s string) ([]Token, error) {
	if s == "" {
		return nil, nil
	}
	tokens := make([]Token, 0, 2*strings.Count(s, "{")+1)
	for s != "" {
		open, end := strings.IndexByte(s, '{'), strings.IndexByte(s, '}')
		switch {
		case open < 0 && end < 0:
			return append(tokens, Token{Text: s}), nil
		case end < 0:
			return nil, unpaired(s[open:])
		case open < 0 || end < open:
			return nil, unpaired(s[end:])
		case open > 0:
			tokens = append(tokens, Token{Text: s[:open]})
		}
		t, ok := parseReference(s[open+1 : end])
		if !ok {
			return nil, message.Errorf("reference %q: want {fact}, {fact@period}, {fact|form} or {@name}", s[open:end+1])
		}
		tokens = append(tokens, t)
		s = s[end+1:]
	}
	return tokens, nil
}

func unpaired(s string) error { return message.Errorf("a brace without its partner at %q", clip(s)) }

// parseReference reads what stands in braces: subject.figure@period|form, of which only the subject is needed, with an
// @ before it where its name is meant. A period has its one form in the token.
func parseReference(s string) (Token, bool) {
	ref, form, hasForm := strings.Cut(s, "|")
	code, isName := strings.CutPrefix(ref, "@")
	code, period, hasPeriod := strings.Cut(code, "@")
	subject, figure, hasFigure := strings.Cut(code, ".")
	if !IsCode(subject) || hasFigure && !consistsOf(figure, isNameByte) || hasPeriod && !consistsOf(period, isPeriodByte) ||
		hasForm && !consistsOf(form, isLower) {
		return Token{}, false
	}
	if hasPeriod && !isName {
		ref = CanonicalID(ref)
	}
	return Token{Ref: ref, Form: form}, true
}

func clip(s string) string {
	r := []rune(s)
	return string(r[:min(len(r), 12)])
}
