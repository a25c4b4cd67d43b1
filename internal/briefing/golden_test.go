package briefing

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"nianbao/internal/dataset"
	"nianbao/internal/edition"
	"nianbao/internal/golden"
	"nianbao/internal/stat"
	"nianbao/internal/town"
)

func TestGolden(t *testing.T) {
	for name, langs := range map[string][]stat.Lang{"example-zh-en": {stat.Hans, stat.En}, "example-en": {stat.En}} {
		e := areaEdition(t, "example", langs...)
		pages, err := pagesOf(e, options(t, e.Units, langs...))
		if err != nil {
			t.Fatal(err)
		}
		golden.Check(t, name, describePages(pages))
	}
}

// TestGoldenOfQuarter shows the pages of a quarter, with its trends, progress and revisions.
func TestGoldenOfQuarter(t *testing.T) {
	d, _, err := dataset.Load(os.DirFS("../../config/areas"), "example")
	if err != nil {
		t.Fatal(err)
	}
	langs := []stat.Lang{stat.Hans, stat.En}
	e, err := edition.Build(d, stat.Through(2024, 9), edition.Options{Langs: langs, Sections: town.Sections()})
	if err != nil {
		t.Fatal(err)
	}
	pages, err := pagesOf(e, options(t, e.Units, langs...))
	if err != nil {
		t.Fatal(err)
	}
	golden.Check(t, "example-2024-q3", describePages(pages))
}

// describePages writes pages as readable text, one line per item: its position, look and text.
func describePages(pages []Page) string {
	var b strings.Builder
	for _, p := range pages {
		fmt.Fprintf(&b, "page %d\n", p.Number)
		for _, it := range p.Items {
			fmt.Fprintf(&b, "  %6.1f %6.1f  %s", it.X, it.Y, it.Shape)
			switch it.Shape {
			case Text:
				fmt.Fprintf(&b, " %g", it.Size)
				if it.Bold {
					b.WriteString(" bold")
				}
				fmt.Fprintf(&b, " %s %s %q", colour(it.Ink), it.Lang, it.Text)
			case Rule:
				fmt.Fprintf(&b, " %.1f %s", it.W, colour(it.Ink))
			case Fill:
				fmt.Fprintf(&b, " %.1f×%.1f %s", it.W, it.H, colour(it.Ink))
			}
			if it.Artifact {
				b.WriteString(" (artifact)")
			}
			b.WriteString("\n")
		}
	}
	return b.String()
}

func colour(c Color) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }
