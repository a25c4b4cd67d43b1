package dataset

import (
	"encoding"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/shopspring/decimal"
	"go.yaml.in/yaml/v3"

	"nianbao/internal/message"
	"nianbao/internal/stat"
)

// maxDigits bounds a figure: more digits than any statistic has are a slip, and cost time.
const maxDigits = 30

// describe says what a node is, for the message that wanted something else.
func describe(n *yaml.Node) *message.Text {
	switch {
	case n.Kind == yaml.MappingNode:
		return message.Plain("a map")
	case n.Kind == yaml.SequenceNode:
		return message.Plain("a list")
	case n.ShortTag() == "!!int" || n.ShortTag() == "!!float":
		return message.Of("the number %s", clip(n.Value))
	case n.ShortTag() == "!!str":
		return message.Of("the text %q", clip(n.Value))
	default:
		return message.Of("%s", clip(n.Value))
	}
}

func clip(s string) string {
	const longest = 40
	if r := []rune(s); len(r) > longest {
		return string(r[:longest]) + "…"
	}
	return s
}

// scalar reports whether the node is a single value, and a fault if not.
func (d *decoder) scalar(n *yaml.Node, want string) bool {
	if n.Kind != yaml.ScalarNode {
		d.fault(n, "want %s, got %s", message.Plain(want), describe(n))
		return false
	}
	return true
}

var decimalForm = regexp.MustCompile(`^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$`)

// decimal reads a figure from the digits as they are written, so that 0.70 keeps its two decimals.
func (d *decoder) decimal(n *yaml.Node, into *decimal.Decimal) {
	if !d.scalar(n, "a number") {
		return
	}
	if wrong := decimalFault(n); wrong != nil {
		d.fault(n, "%v", wrong)
		return
	}
	value, err := decimal.NewFromString(n.Value)
	if err != nil {
		d.fault(n, "number %s: %v", clip(n.Value), err)
		return
	}
	*into = value
}

func decimalFault(n *yaml.Node) error {
	s := n.Value
	quoted := n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) != 0
	wellFormed := decimalForm.MatchString(s)
	switch {
	case quoted && wellFormed:
		return message.Errorf("want a number, got the text %q: remove the quotes", clip(s))
	case wellFormed && len(s) > maxDigits:
		return message.Errorf("number %s: has more than %d digits", clip(s), maxDigits)
	case wellFormed:
		return nil
	default:
		return message.Errorf("number %q: %s", clip(s), message.Plain(decimalAdvice(s)))
	}
}

func decimalAdvice(s string) string {
	unsigned := strings.TrimLeft(s, "+-")
	lower := strings.ToLower(unsigned)
	switch {
	case lower == ".nan" || lower == "nan" || lower == ".inf" || lower == "inf":
		return "want digits; a missing value is said with status: O"
	case !strings.ContainsAny(s, "0123456789"):
		return "want digits, as 15.31"
	case strings.ContainsAny(s, "_,，' "):
		return "write it without separators between the digits"
	case strings.HasSuffix(s, "%"):
		return "write it without the sign %: the unit is given apart"
	case strings.HasPrefix(lower, "0x") || strings.HasPrefix(lower, "0o") || strings.HasPrefix(lower, "0b"):
		return "want decimal digits, as 15.31"
	case exponentForm.MatchString(s):
		return "write it out, without an exponent; a power of ten is given as mult"
	case strings.HasPrefix(s, "+"):
		return "write it without the plus sign"
	case strings.HasPrefix(unsigned, "."):
		return "write a digit before the point, as 0.5"
	case strings.HasSuffix(s, "."):
		return "write a digit after the point, or leave the point out"
	case strings.HasPrefix(unsigned, "0"):
		return "write it without leading zeros"
	default:
		return "want plain digits, as 15.31"
	}
}

var exponentForm = regexp.MustCompile(`^[-+]?[0-9.]+[eE][-+]?[0-9]+$`)

var intForm = regexp.MustCompile(`^-?(?:0|[1-9][0-9]{0,8})$`)

func (d *decoder) int(n *yaml.Node, v reflect.Value) {
	if !d.scalar(n, "a whole number") {
		return
	}
	if n.ShortTag() != "!!int" || !intForm.MatchString(n.Value) {
		d.fault(n, "want a whole number in plain digits, got %s", describe(n))
		return
	}
	i, _ := strconv.Atoi(n.Value) // the form admits nine digits only
	v.SetInt(int64(i))
}

func (d *decoder) bool(n *yaml.Node, v reflect.Value) {
	if !d.scalar(n, "true or false") {
		return
	}
	if n.ShortTag() != "!!bool" {
		d.fault(n, "want true or false, got %s", describe(n))
		return
	}
	v.SetBool(strings.EqualFold(n.Value, "true"))
}

func (d *decoder) string(n *yaml.Node, v reflect.Value) {
	if !d.wording(n) {
		return
	}
	if list := choices()[v.Type()]; list != nil && !slices.Contains(list, n.Value) {
		d.fault(n, "unknown %s %q%s", noun(v.Type()), clip(n.Value), d.instead(n.Value, list))
		return
	}
	v.SetString(n.Value)
}

// wording accepts a text of one line.
func (d *decoder) wording(n *yaml.Node) bool {
	if !d.scalar(n, "a text") {
		return false
	}
	switch {
	case n.ShortTag() != "!!str":
		d.fault(n, "want a text, got %s: put it in quotes", describe(n))
	case strings.TrimSpace(n.Value) == "":
		d.fault(n, "is empty: give a value or leave the key out")
	case strings.TrimSpace(n.Value) != n.Value:
		d.fault(n, "begins or ends with white space: remove it (a folded text is written with >-)")
	case strings.ContainsFunc(n.Value, unicode.IsControl):
		d.fault(n, "holds a line break or another control character: write it in one line")
	default:
		return true
	}
	return false
}

func (d *decoder) template(n *yaml.Node, into *template) {
	if !d.wording(n) {
		return
	}
	if _, err := stat.ParseTemplate(n.Value); err != nil {
		d.fault(n, "%v", err)
		return
	}
	*into = template(n.Value)
}

func (d *decoder) printed(n *yaml.Node, into *printed) {
	if d.scalar(n, "the figure as printed") {
		*into = printed(n.Value)
	}
}

// unmarshal reads periods and dates; both are also written without quotes, where YAML sees other types.
func (d *decoder) unmarshal(n *yaml.Node, into encoding.TextUnmarshaler) {
	if !d.scalar(n, "a single value") {
		return
	}
	if err := into.UnmarshalText([]byte(n.Value)); err != nil {
		d.fault(n, "%v", err)
	}
}
