package check

import (
	"testing"

	"golang.org/x/text/unicode/norm"

	"nianbao/internal/catalog"
)

// The names of the catalogue hold the same numbers in both languages, and are found to.
func TestNumbersOfCatalogue(t *testing.T) {
	for _, e := range catalog.All() {
		a, b := hansNumbers(norm.NFKC.String(e.Name.Hans)), enNumbers(norm.NFKC.String(e.Name.En))
		if x, y := a.beyond(b), b.beyond(a); len(x.figures) > 0 && len(y.figures) > 0 {
			t.Errorf("%s: %q has %v, %q has %v", e.Code, e.Name.Hans, x, e.Name.En, y)
		}
	}
}
