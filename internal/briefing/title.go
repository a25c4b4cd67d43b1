package briefing

// stranded reports whether a title among the first n blocks would be near the foot of the page with too little of its
// section below it, while the section continues on the next page. A section that ends earlier may be short.
func (f *flow) stranded(blocks []block, n int) bool {
	below := lookahead{flow: f, y: f.y}
	for i := 0; i < len(blocks); {
		m := keptTogether(blocks[i:])
		group := blocks[i : i+m]
		if i >= n && ends(group, below.want) {
			break
		}
		if !below.take(group) {
			return !below.enough()
		}
		if i += m; below.enough() {
			return false
		}
	}
	return below.got == 0 || below.floated
}

// ends reports whether a section ends before group: at a new page, or at a title that wants as much below it as its
// own.
func ends(group []block, want float64) bool {
	for _, s := range group {
		if s.fresh || s.room >= want {
			return true
		}
	}
	return false
}

// lookahead is the content that would follow a title on its page.
type lookahead struct {
	*flow
	y       float64 // how far down the page would be filled
	want    float64 // how much must follow the title
	got     float64 // how much would follow it
	floated bool    // a chart would go to the next page
	skip    bool    // the white space below such a chart
}

func (u *lookahead) enough() bool {
	const epsilon = 1e-6
	return u.got >= u.want-epsilon
}

// take adds a kept group and reports whether all of it fits on the page.
func (u *lookahead) take(group []block) bool {
	first, page := group[0], u.theme.height()
	if first.space {
		if !u.skip {
			u.y += first.height
		}
		return !(first.flush && u.floated) // waiting charts go above what comes then
	}
	if first.float && (u.floated || u.y+first.height > page) {
		u.floated, u.skip = true, true
		return true
	}
	u.skip = false
	if u.y+needed(group) > page {
		return false
	}
	for _, s := range group {
		fits := min(s.height, page-u.y)
		if fits < s.height {
			fits = s.cutUnder(fits)
		}
		u.y += s.height
		if s.room > 0 && u.want < s.room {
			u.want, u.got = s.room, 0
		} else {
			u.got += fits
		}
	}
	return u.y <= page
}
