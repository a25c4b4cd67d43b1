package reading

import (
	"regexp"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/stat"
)

// printedComposition is numbers with colons between them, of any width, as sources print the shares of all parts:
// 10.4:48.6:41.0, 10.4%：48.6%：41.0%, 10.4∶48.6∶41.0.
var (
	printedComposition = regexp.MustCompile(`[0-9]+(?:\.[0-9]+)?%?(?: ?[:：∶] ?[0-9]+(?:\.[0-9]+)?%?)+`)
	compositionColon   = regexp.MustCompile(` ?[:：∶] ?`)
)

// Share reads the share of a part, counted from 0, of so many, from a text that prints all of them in order. Of several
// such texts it takes one that has the share which is wanted, if there is one. A text without any is read as
// [Reader.Figure] reads it.
func (r Reader) Share(printed string, part, of int, want stat.Quantity) (stat.Quantity, bool) {
	var found []stat.Quantity
	for _, text := range printedComposition.FindAllString(fold(printed), -1) {
		shares := compositionColon.Split(text, -1)
		if len(shares) != of || part < 0 || part >= of {
			continue
		}
		q := stat.Quantity{Value: decimal.RequireFromString(strings.TrimSuffix(shares[part], "%")), Unit: stat.PercentUnit}
		if want.Unit == stat.PercentUnit && q.Equal(want) {
			return q, true
		}
		found = append(found, q)
	}
	if len(found) > 0 {
		return found[0], true
	}
	return r.Figure(printed, want)
}
