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
	doc.eachTable(func(t *Table) {
		t.eachInline(func(in Inline) {
			for i := range in {
				in[i].Marks = renumbered(in[i].Marks, numbers)
			}
		})
	})
	for i := range doc.Sections {
		s := &doc.Sections[i]
		s.Chapters = slices.DeleteFunc(s.Chapters, func(ch Chapter) bool {
			return ch.ID == numberedNotes && !c.renumberNotes(ch.Blocks[0].(*List), numbers)
		})
	}
}

// eachTable calls a function with every table.
func (d *Document) eachTable(do func(*Table)) {
	for _, s := range d.Sections {
		for _, ch := range s.Chapters {
			for _, b := range ch.Blocks {
				if t, ok := b.(*Table); ok {
					do(t)
				}
			}
		}
	}
}

// eachInline calls a function with the text of every cell in every language.
func (t *Table) eachInline(do func(Inline)) {
	for _, cell := range slices.Concat(t.Rows...) {
		for _, part := range cell {
			for _, in := range part.Text {
				do(in)
			}
		}
	}
}

// unmark takes the marks of notes away, where there are no notes.
func unmark(in Inline) {
	for i := range in {
		in[i].Marks = slices.DeleteFunc(slices.Clone(in[i].Marks), func(m Mark) bool { return m.Note > 0 })
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
