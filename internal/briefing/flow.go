package briefing

// slab is a strip of the type area that is not split over two pages unless it is higher than one. Its items
// are placed relative to its top left corner.
type slab struct {
	height float64
	items  []Item
	keep   bool   // stays on one page with the slab after it
	space  bool   // white space: dropped at the top and at the end of a page
	fresh  bool   // starts a new page
	head   []slab // repeated above the slab where it starts a page, as a table's header is
}

// space makes white space of some height.
func space(height float64) slab { return slab{height: height, space: true} }

// paginate puts slabs on pages from the top down. A slab moves to the next page together with everything it
// must be kept with. What is kept together but longer than a page starts at the top of one and is split where
// it must be, and a slab higher than a page is cut between its lines.
func paginate(slabs []slab, t Theme) []Page {
	f := flow{theme: t}
	f.turn(nil)
	for len(slabs) > 0 {
		n := kept(slabs)
		f.group(slabs[:n])
		slabs = slabs[n:]
	}
	return f.pages
}

// kept counts the slabs at the start that must be kept together.
func kept(slabs []slab) int {
	n := 1
	for n < len(slabs) && slabs[n-1].keep && !slabs[n].fresh {
		n++
	}
	return n
}

func height(slabs []slab) float64 {
	var h float64
	for _, s := range slabs {
		h += s.height
	}
	return h
}

// flow is pages being filled.
type flow struct {
	theme Theme
	pages []Page
	y     float64 // how far down the last page is filled
	top   bool    // nothing stands on the last page but repeated headers
}

// turn starts a page below headers.
func (f *flow) turn(head []slab) {
	f.pages = append(f.pages, Page{Number: len(f.pages) + 1})
	f.y = 0
	for _, h := range head {
		f.lay(h.repeated())
	}
	f.top = true
}

// over reports whether the page has no room for so much more.
func (f *flow) over(height float64) bool {
	const slack = 1e-6 // sums of heights are floats; a hair more is not an overflow
	return f.y+height > f.theme.height()+slack
}

func (f *flow) group(slabs []slab) {
	first := slabs[0]
	whole := height(slabs)
	if first.space { // what does not fit at the foot of a page needs no page of its own
		whole = 0
	}
	if !f.top && (first.fresh || f.over(whole)) {
		f.turn(first.head)
	}
	for _, s := range slabs {
		f.place(s)
	}
}

func (f *flow) place(s slab) {
	if s.space {
		if !f.top {
			f.y = min(f.y+s.height, f.theme.height())
		}
		return
	}
	// A low slab moves on whole. A high one is cut here, so that a title does not stay behind alone.
	if !f.top && f.over(s.height) && s.height <= f.theme.height()/2 {
		f.turn(s.head)
	}
	for f.over(s.height) {
		above, below := s.cut(f.theme.height() - f.y)
		if f.top && len(above.items) == 0 {
			break
		}
		f.lay(above)
		if len(below.items) == 0 { // white space needs no page
			return
		}
		f.turn(s.head)
		s = below
	}
	f.lay(s)
}

func (f *flow) lay(s slab) {
	p := &f.pages[len(f.pages)-1]
	for _, it := range s.items {
		it.X += f.theme.left(p.Number)
		it.Y += f.theme.Top + f.y
		p.Items = append(p.Items, it)
	}
	f.y += s.height
	f.top = false
}

// repeated is the slab as it stands above what goes on from the page before: there for the eye alone.
func (s slab) repeated() slab {
	items := make([]Item, len(s.items))
	for i, it := range s.items {
		it.Artifact, it.Node, it.Anchor, it.Link = true, nil, "", ""
		items[i] = it
	}
	s.items = items
	return s
}

// cut divides a slab so that the first part is no higher than height: lines that end below it go to the second.
func (s slab) cut(height float64) (above, below slab) {
	const sameLine = 4 // a raised mark stands this close to the baseline of its line
	above, below = s, s
	above.items, below.items = nil, nil
	start, moved := s.height, Item{}
	for _, it := range s.items {
		with := it.Shape == Text && moved.Shape == Text && it.Y > moved.Y-sameLine && it.Y < moved.Y+sameLine
		if it.bottom() <= height && !with {
			above.items, moved = append(above.items, it), Item{}
			continue
		}
		below.items, moved = append(below.items, it), it
		start = min(start, it.top())
	}
	for i := range below.items {
		below.items[i].Y -= start
	}
	above.height, below.height = height, s.height-start
	return above, below
}
