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
	compositionStart   = regexp.MustCompile(`^ ?[:：∶] ?[0-9]`)
	compositionEnd     = regexp.MustCompile(`[0-9] ?[:：∶] ?$`)
)

// Share reads the share of a part, counted from 0, from a text that prints all of a composition in order. Want is what it
// is said to print. Of several such texts, as 由11.0:48.6:40.4调整为10.4:48.6:41.0, it takes the one that has most of
// these, or else the last. A text without any is read as [Reader.Figure] reads it.
func (r Reader) Share(printed string, part int, want []stat.Quantity) (q stat.Quantity, unread string, ok bool) {
	var best stat.Quantity
	most := -1
	for _, text := range printedComposition.FindAllString(fold(printed), -1) {
		shares := compositionColon.Split(text, -1)
		if len(shares) != len(want) {
			continue
		}
		equal := 0
		for i, s := range shares {
			if percent(s).Equal(want[i]) {
				equal++
			}
		}
		if equal >= most {
			best, most = percent(shares[part]), equal
		}
	}
	if most >= 0 {
		return best, "", true
	}
	return r.Figure(printed, stat.Share, want[part])
}

// percent is a share as it is printed.
func percent(share string) stat.Quantity {
	return stat.Quantity{Value: decimal.RequireFromString(strings.TrimSuffix(share, "%")), Unit: stat.PercentUnit}
}
