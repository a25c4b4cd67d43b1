package briefing

import (
	"math"
	"slices"
)

// block is a strip of the type area. It is split between pages only if it is higher than a page or has cuts. Its items
// are placed relative to its top left corner.
type block struct {
	height  float64
	items   []Item
	keep    bool      // stays on one page with the block after it
	space   bool      // white space: dropped at the top and at the end of a page
	fresh   bool      // starts a new page
	head    []block   // repeated above the block at the top of a page, such as a table header
	cuts    []float64 // heights at which it can be split, lowest first
	float   bool      // if it does not fit, following blocks go first and it goes to the top of the next page
	elastic bool      // white space that takes a share of the space left on a page
	running bool      // running text
	flush   bool      // floats must be placed above it: no chart leaves its section
	room    float64   // of a title: how much of its section must follow it on its page
}

func space(height float64) block { return block{height: height, space: true} }

// least is the height of a block that must fit for it to begin on a page.
func (s block) least() float64 {
	if len(s.cuts) > 0 {
		return s.cuts[0]
	}
	return s.height
}

// paginate puts blocks on pages from the top down. A block moves to the next page together with all blocks it must be
// kept with. A kept group longer than a page starts at the top of one and is split where necessary; a block higher than
// a page is cut between its lines.
func paginate(blocks []block, t Theme) []Page {
	f := flow{theme: t, items: make([]Item, 0, itemsOf(blocks, t))}
	f.newPage(nil)
	for len(blocks) > 0 {
		n := keptTogether(blocks)
		f.group(blocks, n)
		blocks = blocks[n:]
	}
	f.flushFloats()
	f.close()
	return f.pages
}

// itemsOf estimates how many items the pages take, including running heads and repeated headers.
func itemsOf(blocks []block, t Theme) int {
	n := 0
	for i := range blocks {
		n += len(blocks[i].items)
	}
	return n + 2*runningRoom*(1+int(height(blocks)/t.height()))
}

// keptTogether counts the leading blocks that must be kept together. A float is kept with nothing before it.
func keptTogether(blocks []block) int {
	n := 1
	for n < len(blocks) && blocks[n-1].keep && !blocks[n].fresh && !blocks[n].float {
		n++
	}
	return n
}

func height(blocks []block) float64 {
	var h float64
	for _, s := range blocks {
		h += s.height
	}
	return h
}

// flow holds pages being filled.
type flow struct {
	theme Theme
	pages []Page
	y     float64 // how far down the last page is filled
	top   bool    // the last page has only repeated headers
	items []Item  // of all pages, in one allocation
	from  int     // index of the last page's first item
	above []Item  // what was cut off last
	below []bool  // which items of a block are below a height

	waiting []block // floating blocks that did not fit
	floated bool    // the last block waits, and takes the white space below it along
}

// newPage starts a page: with the headers of a table that goes on there, or else with the waiting floats that fit. The others
// wait for the next page, so that the blocks after them fill this one; no float stands inside a table.
func (f *flow) newPage(head []block) {
	f.close()
	f.pages = append(f.pages, Page{Number: len(f.pages) + 1})
	f.y = 0
	placed := 0
	for len(head) == 0 && placed < len(f.waiting) {
		s := f.waiting[placed]
		if placed > 0 && f.over(s.height) {
			break
		}
		f.lay(s)
		f.y = min(f.y+f.theme.units(floatGap), f.theme.height())
		placed++
	}
	f.waiting = f.waiting[placed:]
	for _, h := range head {
		f.lay(h.repeated())
	}
	f.top = placed == 0
}

// runningRoom is the number of items reserved for the running head and foot of a page.
const runningRoom = 16

// close assigns its items to the last page.
func (f *flow) close() {
	if len(f.pages) == 0 {
		return
	}
	n := len(f.items)
	f.items = slices.Grow(f.items, runningRoom)[:n+runningRoom]
	f.pages[len(f.pages)-1].Items = f.items[f.from:n:len(f.items)]
	f.from = len(f.items)
}

// floatGap is the white space below a float at the top of a page, in units.
const floatGap = 4

// flushFloats places the waiting floats: below what is on the page if they fit there, or else on new pages.
func (f *flow) flushFloats() {
	for len(f.waiting) > 0 {
		s, gap := f.waiting[0], f.theme.units(floatGap)
		if f.top || f.over(gap+s.height) {
			f.newPage(nil)
			continue
		}
		f.y += gap
		f.lay(s)
		f.waiting = f.waiting[1:]
	}
}

// over reports whether the page has no room for the given height.
func (f *flow) over(height float64) bool {
	const slack = 1e-6 // sums of heights are floats; rounding errors are not overflow
	return f.y+height > f.theme.height()+slack
}

// group places the first n blocks, which are kept together.
func (f *flow) group(blocks []block, n int) {
	group := blocks[:n]
	first := group[0]
	if first.flush || first.fresh {
		f.flushFloats()
	}
	if first.space && f.floated && !first.fresh {
		return
	}
	f.floated = false
	whole := needed(group)
	if first.space { // white space that does not fit needs no new page
		whole = 0
	}
	if first.float && !f.top && (len(f.waiting) > 0 || f.over(whole)) && whole <= f.theme.height() {
		f.waiting = append(f.waiting, group...)
		f.floated = true
		return
	}
	for fresh := first.fresh; !f.top && (fresh || f.over(whole) || f.stranded(blocks, n)); fresh = false {
		f.newPage(first.head) // whose floats can leave too little room as well
		f.pages[len(f.pages)-1].Fresh = fresh
	}
	for _, s := range group {
		f.place(s)
	}
}

// needed is the height of a kept group that must fit for it to begin on a page.
func needed(group []block) float64 {
	last := len(group) - 1
	return height(group[:last]) + group[last].least()
}

func (f *flow) place(s block) {
	if s.space {
		if !f.top {
			f.y = min(f.y+s.height, f.theme.height())
		}
		return
	}
	if f.over(s.height) {
		s.items, s.cuts = slices.Clone(s.items), slices.Clone(s.cuts) // which cut moves
	}
	for f.over(s.height) {
		room := f.theme.height() - f.y
		at := s.cutUnder(room)
		start, whole := at, false
		switch {
		case at > 0:
		case !f.top && s.height <= f.theme.height()/2: // a low block moves whole
			whole = true
		default: // a high one is cut here, so that a title is not left alone
			at, start = room, f.lowest(s, room)
		}
		if f.top && !slices.Contains(f.moved(s, at), false) {
			break
		}
		above, below := block{}, s
		if !whole {
			above, below = f.cut(s, at, start)
		}
		if len(above.items) > 0 {
			f.lay(above)
		}
		if len(below.items) == 0 { // white space needs no page
			return
		}
		f.newPage(s.head)
		s = below
	}
	f.lay(s)
}

// cutUnder is the last cut at which the first part is no higher than room; 0 if there is none.
func (s block) cutUnder(room float64) float64 {
	const slack = 1e-6
	at := 0.0
	for _, h := range s.cuts {
		if h <= room+slack {
			at = h
		}
	}
	return at
}

func (f *flow) lay(s block) {
	left, top := f.theme.left(len(f.pages)), f.theme.Top+f.y
	from := len(f.items)
	f.items = append(f.items, s.items...)
	for i := range f.items[from:] {
		it := &f.items[from+i]
		it.X += left
		it.Y += top
	}
	f.y += s.height
	f.top = false
}

// repeated is the block as repeated above content continued from the previous page: an artifact.
func (s block) repeated() block {
	items := make([]Item, len(s.items))
	for i, it := range s.items {
		it.Artifact, it.Node, it.Ref = true, nil, nil
		items[i] = it
	}
	s.items = items
	return s
}

// cut splits a block so that the first part is no higher than height. Items that end below height go to the second
// part, whose top was at start and which keeps the cuts below it. The parts take the place of the block, and the first one
// lasts until the next cut: a long text is cut at every page, and its rest is not copied each time.
func (f *flow) cut(s block, height, start float64) (above, below block) {
	above, below = s, s
	f.above, below.items, below.cuts = f.above[:0], s.items[:0], s.cuts[:0]
	for i, moved := range f.moved(s, height) {
		it := s.items[i]
		if !moved {
			f.above = append(f.above, it)
			continue
		}
		it.Y -= start
		below.items = append(below.items, it)
	}
	for _, at := range s.cuts {
		if at > start {
			below.cuts = append(below.cuts, at-start)
		}
	}
	above.items, above.height, below.height = f.above, height, s.height-start
	return above, below
}

// moved reports, for each item, whether it ends below a height or is on a line with one that does, until it is asked again.
func (f *flow) moved(s block, height float64) []bool {
	const sameLine = 4 // a raised mark is this close to the baseline of its line
	f.below = f.below[:0]
	var last *Item
	for i := range s.items {
		it := &s.items[i]
		with := it.Shape == Text && last != nil && last.Shape == Text && it.Y > last.Y-sameLine && it.Y < last.Y+sameLine
		moved := it.bottom() > height || with
		if last = nil; moved {
			last = it
		}
		f.below = append(f.below, moved)
	}
	return f.below
}

// lowest is where the items of a block that end below a height begin, on the grid.
func (f *flow) lowest(s block, height float64) float64 {
	start := s.height
	for i, moved := range f.moved(s, height) {
		if moved {
			start = min(start, s.items[i].top())
		}
	}
	return float64(math.Floor(start/f.theme.unit()) * f.theme.unit())
}
