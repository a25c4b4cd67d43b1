package briefing

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// drawBlocks generates blocks: some kept, some white space, some fresh, some with a header, some higher than a page.
func drawBlocks(t *rapid.T) []block {
	var blocks []block
	for i := range rapid.IntRange(0, 80).Draw(t, "blocks") {
		h := rapid.Float64Range(15, 120).Draw(t, "height")
		switch rapid.IntRange(0, 9).Draw(t, "kind") {
		case 0:
			blocks = append(blocks, space(h))
			continue
		case 1:
			blocks = append(blocks, fresh(strip(fmt.Sprint(i), h)))
		case 2, 3, 4:
			blocks = append(blocks, keep(strip(fmt.Sprint(i), h)))
		case 5:
			blocks = append(blocks, under(strip(fmt.Sprint(i), h), strip("head", 20)))
		case 6:
			blocks = append(blocks, strip(fmt.Sprint(i), 4*h))
		default:
			blocks = append(blocks, strip(fmt.Sprint(i), h))
		}
	}
	return blocks
}

func TestPaginateProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		blocks := drawBlocks(t)
		pages := paginate(blocks, std())
		var want, got []string
		bySlab := map[string]block{}
		for _, s := range blocks {
			if !s.space {
				want = append(want, s.items[0].Text)
				bySlab[s.items[0].Text] = s
			}
		}
		for n, p := range pages {
			if len(p.Items) == 0 && len(want) > 0 {
				t.Errorf("page %d is empty", p.Number)
			}
			y := std().Top - 1.0
			for i, it := range p.Items {
				if it.Y <= y {
					t.Errorf("page %d: %q does not stand below what precedes it", p.Number, it.Text)
				}
				y = it.Y
				if it.Text == "head" {
					if i > 0 || n == 0 {
						t.Errorf("page %d: a header stands elsewhere than at the top", p.Number)
					}
					continue
				}
				got = append(got, it.Text)
				if it.Y+bySlab[it.Text].height-10 > std().Height-std().Bottom+1e-6 && bySlab[it.Text].height <= std().height()/2 { // a higher one can be cut
					t.Errorf("page %d: %q runs over the foot", p.Number, it.Text)
				}
			}
		}
		if strings.Join(want, " ") != strings.Join(got, " ") {
			t.Errorf("blocks %v come out as %v", want, got)
		}
		checkKept(t, blocks, pages)
	})
}

// checkKept checks that blocks kept together share a page if they fit on one, and that fresh ones start one.
func checkKept(t *rapid.T, blocks []block, pages []Page) {
	page := map[string]int{}
	first := map[int]string{}
	for _, p := range pages {
		for _, it := range p.Items {
			page[it.Text] = p.Number
			if first[p.Number] == "" {
				first[p.Number] = it.Text
			}
		}
	}
	for len(blocks) > 0 {
		n := 1
		for n < len(blocks) && blocks[n-1].keep && !blocks[n].fresh {
			n++
		}
		group := blocks[:n]
		blocks = blocks[n:]
		if group[0].space {
			continue
		}
		name := group[0].items[0].Text
		if group[0].fresh && first[page[name]] != name {
			t.Errorf("fresh block %s does not start page %d", name, page[name])
		}
		for _, s := range group {
			if !s.space && height(group) <= std().height() && page[s.items[0].Text] != page[name] {
				t.Errorf("blocks %s and %s are kept together but stand on pages %d and %d", name, s.items[0].Text, page[name], page[s.items[0].Text])
			}
		}
	}
}
