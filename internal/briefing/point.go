package briefing

// pointAxis is where the decimal points of a column stand, for each kind of line in it: each language has an axis
// of its own, because its words for a unit have a length of their own.
type pointAxis map[lineKind]reach

// lineKind tells apart the lines of a column that share an axis.
type lineKind struct {
	lang string
	size float64
}

// reach is how far the numbers of an axis reach to either side of their decimal points, units and marks included.
type reach struct{ before, after float64 }

// pointAxes finds the axes of a table's columns. Numbers that would not fit beside each other on an axis get none
// and stand flush right.
func (b *builder) pointAxes(cols []column, rows []setRow) []pointAxis {
	axes := make([]pointAxis, len(cols))
	for i, c := range cols {
		axes[i] = pointAxis{}
		if !c.right {
			continue
		}
		for _, row := range rows {
			for _, l := range row[i] {
				if at, ok := l.point(); ok {
					r := axes[i][l.kind()]
					axes[i][l.kind()] = reach{max(r.before, at), max(r.after, l.width[0]-at)}
				}
			}
		}
		for kind, r := range axes[i] {
			if r.before+r.after > b.inner(cols, i) {
				delete(axes[i], kind)
			}
		}
	}
	return axes
}

func (a pointAxis) has(l lines) bool {
	_, ok := a[l.kind()]
	return ok
}

// kind is the kind of a single line with something on it.
func (l lines) kind() lineKind {
	first := l.rows[0][0]
	return lineKind{string(first.Lang), first.Size}
}

// point is how far from the left end of a single line its decimal point stands: behind the whole part of its first
// number. It reports false of several lines, and of one without a number.
func (l lines) point() (at float64, ok bool) {
	if len(l.rows) != 1 {
		return 0, false
	}
	for _, it := range l.rows[0] {
		if n := wholePart(it.Text); n > 0 {
			before := l.face(it.Bold).Width(it.Text[:n]) * it.Size
			return it.X + before, true
		}
	}
	return 0, false
}

// wholePart is the length of a text up to the end of the whole part of its first number: digits, and commas
// between them. It is 0 if there is none.
func wholePart(s string) int {
	n := 0
	for i := 0; i < len(s); i++ {
		switch digit := s[i] >= '0' && s[i] <= '9'; {
		case digit:
			n = i + 1
		case n > 0 && (s[i] != ',' || i+1 == len(s) || s[i+1] < '0' || s[i+1] > '9'):
			return n
		}
	}
	return n
}
