package yamledit

import (
	"regexp"
	"strings"

	"go.yaml.in/yaml/v3"
)

// bare is a text that means itself without quotes, also in braces: it begins with a letter and has only letters, digits,
// and a few marks that YAML gives no meaning to.
var bare = regexp.MustCompile(`^\p{L}[\p{L}\p{N}.%/—、，。；（）《》“”-]*$`)

// breaks are what a value of one line cannot have.
var breaks = strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ", "\t", " ", "\u0085", " ", "\u2028", " ", "\u2029", " ")

// Quote writes a text as a value: without quotes where it means itself, else in double quotes. A line end or a tab becomes a
// blank.
func Quote(s string) string {
	s = breaks.Replace(s)
	var n yaml.Node
	if bare.MatchString(s) && yaml.Unmarshal([]byte(s), &n) == nil && len(n.Content) == 1 && n.Content[0].ShortTag() == "!!str" {
		return s
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}
