package briefing

// axisKind tells apart the lines of a column that share an axis. Numbers of all languages share one where they fit;
// else those of each language have their own, because its words for a unit have a length of their own.
type axisKind struct {
	number bool // else words, which end on an axis that their marks hang beyond
	lang   string
}

// pointAxis is how far from a column's right edge the decimal points of its lines stand, for each kind of line.
type pointAxis map[axisKind]float64

// reach is how far the lines of an axis reach to either side of it, units and marks included.
type reach struct{ before, after float64 }

func (r reach) over(o reach) reach { return reach{max(r.before, o.before), max(r.after, o.after)} }

// pointAxes finds the axes of a table's columns. Lines that would not fit beside each other on an axis get none and
// stand flush right.
func (b *builder) pointAxes(cols []column, rows []setRow) []pointAxis {
	axes := make([]pointAxis, len(cols))
	for i, c := range cols {
		if !c.right {
			continue
		}
		hang := markHang(cols, i)
		reaches := map[axisKind]reach{}
		for _, row := range rows {
			for j := range row[i] {
				if at, r, ok := row[i][j].point(hang); ok {
					reaches[at] = reaches[at].over(r)
					at.lang = ""
					reaches[at] = reaches[at].over(r)
				}
			}
		}
		axes[i] = b.roomy(reaches, b.inner(cols, i))
	}
	return axes
}

// roomy are the axes that a column has room for: one for all languages, or else one for each. A language has none of its
// own where one before it has none, or its numbers would stand apart from those above them, which are flush right.
func (b *builder) roomy(reaches map[axisKind]reach, width float64) pointAxis {
	axes := pointAxis{}
	take := func(kind axisKind) (ok bool) {
		r, ok := reaches[kind]
		if ok = ok && r.before+r.after <= width; ok {
			axes[kind] = r.after
		}
		return ok
	}
	for _, number := range []bool{true, false} {
		if take(axisKind{number: number}) {
			continue
		}
		for _, w := range b.words {
			kind := axisKind{number, string(w.Lang())}
			if _, there := reaches[kind]; there && !take(kind) {
				break
			}
		}
	}
	return axes
}

// markHang is how far marks may hang over into the gap after a column.
func markHang(cols []column, i int) float64 { return max(0, min(cellGap, gapAfter(cols, i))-leastGap) }

// place is where a line starts, from the right edge of its column; false if it stands on no axis.
func (a pointAxis) place(l *lines) (float64, bool) {
	kind, r, ok := l.point(0)
	if !ok {
		return 0, false
	}
	for _, lang := range []string{"", kind.lang} {
		if after, ok := a[axisKind{kind.number, lang}]; ok {
			return -after - r.before, true
		}
	}
	return 0, false
}

// point is the axis of a single line, and how far it reaches to either side: of its decimal point, behind the whole
// part of its first number, or of the end of its words if it has none. Marks can hang beyond by so much.
func (l *lines) point(hang float64) (axisKind, reach, bool) {
	if len(l.rows) != 1 {
		return axisKind{}, reach{}, false
	}
	row := &l.rows[0]
	kind := axisKind{lang: string(l.pieces[row.Runs[0].Span].lang)}
	at, beside := 0.0, 0.0
	for _, r := range row.Runs {
		p := &l.pieces[r.Span]
		if l.rise(p, &beside) > 0 {
			break
		}
		at = r.X + r.Width
		if n := wholePart(r.Text); n > 0 {
			kind.number = true
			at = r.X + l.faces.of(p.bold).Width(r.Text[:n])*p.size
			break
		}
	}
	words := at
	beside = 0
	for _, r := range row.Runs {
		if l.rise(&l.pieces[r.Span], &beside) == 0 {
			words = r.X + r.Width
		}
	}
	return kind, reach{at, max(words, row.Width-hang) - at}, true
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
