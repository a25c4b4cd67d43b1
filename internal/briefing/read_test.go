package briefing

import (
	"bytes"
	"strings"
	"testing"

	"nianbao/internal/stat"
)

func render(t testing.TB) []byte {
	t.Helper()
	e := areaEdition(t, "example", stat.Hans, stat.En)
	pdf, err := rendered(e, options(t, e.Units, e.Langs...))
	if err != nil {
		t.Fatal(err)
	}
	return pdf
}

// The text read is that of the page tree, running heads included, in order.
func TestReadGivesWhatWasDrawn(t *testing.T) {
	for _, langs := range [][]stat.Lang{{stat.Hans, stat.En}, {stat.Hant}, {stat.En}} {
		for _, area := range []string{"example", "saibei", "tongjian"} {
			e := areaEdition(t, area, langs...)
			opt := options(t, e.Units, langs...)
			pages, err := pagesOf(e, opt)
			if err != nil {
				t.Fatal(err)
			}
			var want strings.Builder
			for _, p := range pages {
				for _, it := range p.Items {
					want.WriteString(it.Text)
				}
			}
			pdf, err := rendered(e, opt)
			if err != nil {
				t.Fatal(err)
			}
			got, err := Read(pdf)
			if err != nil {
				t.Fatal(err)
			}
			if squeeze(got) != squeeze(want.String()) {
				t.Errorf("%s in %v: the text read is not the text drawn", area, langs)
			}
		}
	}
}

func TestReadRefuses(t *testing.T) {
	whole := render(t)
	end := len(bytes.TrimRight(whole, "\r\n "))
	for n := 0; n < end; n += 1 + end/50 {
		if text, err := Read(whole[:n]); err == nil {
			t.Errorf("the first %d of %d bytes are read as %d characters", n, len(whole), len(text))
		}
	}
	for name, data := range map[string]string{"nothing": "", "a text": "fact_id,theme\n", "a workbook": "PK\x03\x04"} {
		if _, err := Read([]byte(data)); err == nil {
			t.Errorf("%s is read as a briefing", name)
		}
	}
}
