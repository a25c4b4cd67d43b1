package document

import (
	"slices"
	"strconv"

	"nianbao/internal/edition"
)

// renumber leaves the notes whose marks the document has, numbered anew in order. Of the others it keeps, without numbers,
// those on figures that sources print differently.
func (c *composer) renumber(doc *Document) {
	numbers := map[int]int{}
	for _, s := range doc.Sections {
		for i := range s.Chapters {
			for _, b := range s.Chapters[i].Blocks {
				if t, ok := b.(*Table); ok {
					t.renumber(numbers)
				}
			}
		}
	}
	for i := range doc.Sections {
		s := &doc.Sections[i]
		s.Chapters = slices.DeleteFunc(s.Chapters, func(ch Chapter) bool {
			return ch.ID == numberedNotes && !c.renumberNotes(ch.Blocks[0].(*List), numbers)
		})
	}
}

// renumber gives the marks of a table new numbers: those that they have in numbers, or the next.
func (t *Table) renumber(numbers map[int]int) {
	for _, cell := range slices.Concat(t.Rows...) {
		for _, part := range cell {
			for _, in := range part.Text {
				for i := range in {
					in[i].Marks = renumbered(in[i].Marks, numbers)
				}
			}
		}
	}
}

func renumbered(marks []Mark, numbers map[int]int) []Mark {
	out := slices.Clone(marks)
	for i, m := range out {
		if m.Note == 0 {
			continue
		}
		if numbers[m.Note] == 0 {
			numbers[m.Note] = len(numbers) + 1
		}
		out[i] = numberedMark(numbers[m.Note])
	}
	return out
}

func numberedMark(n int) Mark { return Mark{n, "[" + strconv.Itoa(n) + "]"} }

// renumberNotes orders the notes by their new numbers, those without one last. It reports whether there are any.
func (c *composer) renumberNotes(list *List, numbers map[int]int) bool {
	kept := make([]Entry, len(numbers))
	for _, e := range list.Entries {
		n := numbers[e.Note]
		switch {
		case n > 0:
			e.Note = n
			kept[n-1] = e
		case c.Notes[e.Note-1].Kind == edition.VariantNote:
			e.Note = 0
			kept = append(kept, e)
		}
	}
	list.Entries = kept
	return len(kept) > 0
}
