package briefing

import (
	"slices"
	"strings"
	"testing"

	"nianbao/internal/document"
	"nianbao/internal/edition"
	"nianbao/internal/stat"
	"nianbao/internal/town"
)

// An empty section is omitted: no title is without content.
func TestEmptySections(t *testing.T) {
	d := &stat.Dataset{
		Area:    stat.Area{Code: "empty", Name: stat.Text{Hans: "空区", En: "Empty District"}},
		Periods: []stat.PeriodData{{Period: stat.Period{Year: 2023}}}, Units: stat.Units(),
	}
	opt := options(t, d.Units, stat.Hans, stat.En)
	for _, section := range town.Sections() {
		e, err := edition.Build(d, d.Periods[0].Period, edition.Options{Langs: []stat.Lang{stat.Hans, stat.En}, Sections: []string{section}})
		if err != nil {
			t.Fatal(err)
		}
		pages, err := pagesOf(e, opt)
		if err != nil {
			t.Fatal(err)
		}
		says := section == "cover" || section == "notes"
		if text := pageText(pages); (text != "") != says {
			t.Errorf("%s says %q", section, text)
		} else if sources := opt.Words[1].Phrase("section.sources"); strings.Contains(text, sources) {
			t.Errorf("%s heads no sources with %q", section, sources)
		}
	}
}

// The last chapter of a draft has the findings that are no notes already. A final edition has none of them.
func TestFindings(t *testing.T) {
	variant := stat.Finding{Rule: "declared-variant", Severity: stat.Note, Message: stat.Text{En: "a variant"}}
	other := stat.Finding{Rule: "other", Severity: stat.Warning, Message: stat.Text{En: "look at {0}"}, Args: []any{stat.Qty("5", 0, "MU")}}
	accepted := stat.Finding{Rule: "other", Severity: stat.Error, Message: stat.Text{En: "wrong"}, Accepted: stat.Text{En: "known"}}
	opt := options(t, stat.Units(), stat.En)
	title, none := squeeze(opt.Words[0].Phrase("sheet.findings")), squeeze(opt.Words[0].Phrase("finding.none"))
	for _, test := range []struct {
		name     string
		draft    bool
		findings []stat.Finding
		want     []string
		not      []string
	}{
		{"none", true, nil, []string{title, none}, nil},
		{"variants alone", true, []stat.Finding{variant, variant}, []string{title, none}, []string{"avariant"}},
		{"others", true, []stat.Finding{variant, other, accepted}, []string{title, "lookat5mu", "wrong", "known"}, []string{none, "avariant"}},
		{"final", false, []stat.Finding{variant, other, accepted}, nil, []string{title, none, "avariant", "lookat5mu", "wrong", "known"}},
		{"final without findings", false, nil, nil, []string{title, none}},
	} {
		t.Run(test.name, func(t *testing.T) {
			pages, err := pagesOf(&edition.Edition{Draft: test.draft, Sections: []string{"notes"}, Findings: test.findings}, opt)
			if err != nil {
				t.Fatal(err)
			}
			text := pageText(pages)
			test.want = slices.DeleteFunc(test.want, func(s string) bool { return strings.Contains(text, s) })
			test.not = slices.DeleteFunc(test.not, func(s string) bool { return !strings.Contains(text, s) })
			if len(test.want) > 0 || len(test.not) > 0 {
				t.Errorf("%q: misses %q, should not have %q", text, test.want, test.not)
			}
		})
	}
}

// The number of a note never runs into its text.
func TestNoteNumberHasRoom(t *testing.T) {
	b := newBuilder(t, stat.Hans, stat.En)
	text := strings.Repeat("text ", 100)
	for _, number := range []int{1, 99, 100, 1000, 99999} {
		b.blocks = nil
		b.entry(document.Entry{Note: number, Text: textOf(text, text)})
		page := paginate(b.blocks, std())[0]
		for _, f := range overlaps(page) {
			t.Error(f)
		}
		for _, it := range page.Items {
			if f := misplaced(it); f != "" {
				t.Errorf("%q %s", it.Text, f)
			}
		}
	}
}

// Small print has one size in all languages, and halves the width evenly, whatever share the theme gives running text.
func TestSmallPrintHasHalves(t *testing.T) {
	b := newBuilder(t, stat.Hans, stat.En)
	b.t.Share = 0.6
	b.entry(document.Entry{Text: textOf("text", "text")})
	items := b.blocks[0].items
	if want := (b.t.width() + b.t.Gutter) / 2; len(items) != 2 || items[1].X != want {
		t.Errorf("small print stands at %v, the second language should at %.1f", items, want)
	}
}

// The address in small print is a link that keeps every character.
func TestAddressIsLink(t *testing.T) {
	b := newBuilder(t, stat.Hans, stat.En)
	const address = "https://example.org/公报/2024年.pdf?a=1"
	b.node = &Node{Kind: "Document"}
	b.entry(document.Entry{Text: textOf("年鉴；"+address, "Yearbook; "+address), Address: address})
	links := map[stat.Lang]string{}
	for _, it := range b.blocks[0].items {
		if it.Ref != nil && it.Ref.Address == address && it.Node.Kind == "Link" && it.Node.Alt == address {
			links[it.Lang] += it.Text
		}
	}
	if links[stat.Hans] != address || links[stat.En] != address {
		t.Errorf("links are %q", links)
	}
}

// The digits of all cards have one size, the largest at which each number fits on one line.
func TestCardNumbersFit(t *testing.T) {
	b := newBuilder(t, stat.Hans, stat.En)
	card := func(value string) document.Card {
		q := stat.Qty(value, 8, "CNY")
		return document.Card{
			Figure: textOf(b.words[0].Quantity(q, stat.Exactly), b.words[1].Quantity(q, stat.Exactly)), Name: textOf("名", "Name"),
		}
	}
	for _, test := range []struct {
		value string
		large bool
		want  float64
	}{
		{"1.5", true, std().Display}, {"1.5", false, std().Title}, {"1234567.8", true, std().Display}, {"123456789012345.8", false, std().Body},
		{"123456789012345678", true, std().Title},
	} {
		cards := []document.Card{card("1.5"), card(test.value)}
		look := b.cardLook(cards, test.large)
		if look.number != test.want {
			t.Errorf("beside %s the digits have %.1f points, want %.1f", test.value, look.number, test.want)
		}
		for _, c := range cards {
			if n := len(b.measure(look.width, b.cardNumber(c, look)...).rows); n > 1 {
				t.Errorf("%s takes %d lines", test.value, n)
			}
		}
	}
}

// A target's tolerance and implied level are given beside it.
func TestTargetCells(t *testing.T) {
	e := areaEdition(t, "example", stat.En)
	e.Sections = []string{"targets"}
	pages, err := pagesOf(e, options(t, e.Units, stat.En))
	if err != nil {
		t.Fatal(err)
	}
	text := pageText(pages)
	for _, want := range []string{"growthofabout4%within0.5percentagepointseitherway", "about13,100head", "Thetargetisitselfalevel"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in %q", want, text)
		}
	}
}
