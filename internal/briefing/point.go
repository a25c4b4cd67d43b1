package briefing

// axisKind distinguishes the lines of a column that share an axis. Numbers of all languages share one if they fit.
// Otherwise each language has its own, because its unit words differ in length.
type axisKind struct {
	number bool // otherwise words, which end on an axis with their marks hanging beyond it
	lang   string
}

// pointAxis is the distance of decimal points from a column's right edge, for each kind of line.
type pointAxis map[axisKind]float64

// reach is how far the lines of an axis extend on either side of it, including units and marks.
type reach struct{ before, after float64 }

func (r reach) over(o reach) reach { return reach{max(r.before, o.before), max(r.after, o.after)} }

// pointAxes finds the axes of a table's columns. Lines that do not fit beside each other on an axis get none and are
// set flush right.
func (b *builder) pointAxes(cols []column, rows []setRow) []pointAxis {
	axes := make([]pointAxis, len(cols))
	for i, c := range cols {
		if !c.right || c.words {
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

// roomy returns the axes that fit in a column: one for all languages, or one for each. A language has none if one
// before it has none; otherwise its numbers would be out of line with those above, which are flush right.
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

// markHang is how far marks may hang into the gap after a column.
func markHang(cols []column, i int) float64 { return max(0, min(cellGap, gapAfter(cols, i))-leastGap) }

// place is where a line starts, measured from the right edge of its column; false if it has no axis.
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

// severalFigures reports whether lines print more than one figure, as a composition does.
func (l *lines) severalFigures() bool {
	first := ""
	for i := range l.pieces {
		switch fact := l.pieces[i].prints; {
		case fact == "" || l.pieces[i].sentence:
		case first == "":
			first = fact
		case fact != first:
			return true
		}
	}
	return false
}

// point returns the axis of a single line with one figure, and its extent on either side. The axis is the decimal point, after the whole
// part of its first number, or else the end of its words. Marks may hang beyond by hang.
func (l *lines) point(hang float64) (axisKind, reach, bool) {
	if len(l.rows) != 1 || l.severalFigures() {
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
			at = r.X + float64(l.faces.of(p.bold).Width(r.Text[:n])*p.size)
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

// wholePart is the length of a text up to the end of the whole part of its first number: digits, and commas between
// them. It is 0 if there is no number.
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
