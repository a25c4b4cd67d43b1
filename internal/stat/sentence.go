package stat

import (
	"fmt"
	"regexp"
	"strings"
)

// Sentence is a template of the briefing in each language, whose figures are references to facts.
type Sentence struct {
	ID       string
	Theme    string
	Period   Period   // references without a period of their own are of this one
	Compares []Period // other periods it may name facts of
	Text     Text     // as written, with references in braces
	Place    Place
}

// Token is a piece of a template: literal text, or a reference.
type Token struct {
	Text string // literal text; "" for a reference
	Ref  string // gdp.level, gdp.level@2022, @israel-project (a name), period, area
	Form string // how to word it: "" or plain, bare, no …; what is known is the locale package's business
}

// Name returns the code a name reference stands for: "@x" names x.
func (t Token) Name() (string, bool) { return strings.CutPrefix(t.Ref, "@") }

var refForm = regexp.MustCompile(`^(@?[a-z][a-z0-9-]*(?:\.[a-z0-9_-]+)?)(@[0-9A-Z-]+)?(?:\|([a-z]+))?$`)

// ParseTemplate splits a template into tokens. Braces that do not close, and references that are not of the
// form {fact}, {fact@period}, {fact|form}, {@name}, are errors.
func ParseTemplate(s string) ([]Token, error) {
	var tokens []Token
	for s != "" {
		open := strings.IndexAny(s, "{}")
		if open < 0 {
			return append(tokens, Token{Text: s}), nil
		}
		if open > 0 {
			tokens = append(tokens, Token{Text: s[:open]})
		}
		end := strings.IndexByte(s, '}')
		if s[open] == '}' || end < 0 {
			return nil, fmt.Errorf("a brace without its partner at %q", clip(s[open:]))
		}
		m := refForm.FindStringSubmatch(s[open+1 : end])
		if m == nil {
			return nil, fmt.Errorf("reference %q: want {fact}, {fact@period}, {fact|form} or {@name}", s[open:end+1])
		}
		tokens = append(tokens, Token{Ref: CanonicalID(m[1] + m[2]), Form: m[3]})
		s = s[end+1:]
	}
	return tokens, nil
}

func clip(s string) string {
	r := []rune(s)
	return string(r[:min(len(r), 12)])
}
