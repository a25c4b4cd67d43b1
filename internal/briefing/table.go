package briefing

import "nianbao/internal/locale"

// column is a column of a table.
type column struct {
	part  float64 // share of the width
	head  say
	right bool // numbers stand flush right
}

// cell is a stack of paragraphs, usually one a language.
type cell []paragraph

type paragraph []piece

// table adds a table: hairlines between rows, a header repeated on every page, no row split over two pages.
func (b *builder) table(cols []column, rows [][]cell) { b.tableWith(cols, rows, 1) }

// denseTable is a table of small print.
func (b *builder) denseTable(cols []column, rows [][]cell) { b.tableWith(cols, rows, 0) }

// tableWith adds a table with so many units of white below the text of each row.
func (b *builder) tableWith(cols []column, rows [][]cell, below int) {
	if len(rows) == 0 {
		return
	}
	b.within("Table", func() {
		head := b.tableHead(cols)
		b.add(head)
		var set []setRow
		for _, r := range rows {
			set = append(set, b.setRow(cols, r, "TD"))
		}
		axes := b.pointAxes(cols, set)
		for i, r := range set {
			s := b.placeRow(cols, r, axes, below)
			s.head = []slab{head}
			s.keep = i == 0 && len(rows) > 1 || i == len(rows)-2 && len(rows) > 3 // three high rows can be too much for one page
			b.add(s)
		}
	})
	b.gap(3)
}

func (b *builder) tableHead(cols []column) slab {
	var cells []cell
	for _, c := range cols {
		var stack cell
		for i, w := range b.words {
			st := style{size: b.t.Small, bold: true, ink: b.colors.Ink, lang: w.Lang()}
			if i > 0 {
				st = style{size: b.t.Micro, ink: b.colors.Muted, lang: w.Lang()}
			}
			stack = append(stack, paragraph{{c.head(w), st}})
		}
		cells = append(cells, stack)
	}
	s := b.placeRow(cols, b.setRow(cols, cells, "TH"), nil, 1)
	s.keep = true
	last := len(s.items) - 1
	s.items[last].Ink = b.colors.Muted
	return s
}

const cellGap = 12 // between columns

// setRow is a row whose cells are composed but not placed.
type setRow [][]lines

// setRow composes a row of cells of a kind, TH or TD. The first cell of a row of data is the row's header.
func (b *builder) setRow(cols []column, cells []cell, kind string) setRow {
	row := make(setRow, len(cols))
	b.within("TR", func() {
		for i := range cols {
			node := b.within(kind, func() {
				for _, p := range cells[i] {
					row[i] = append(row[i], b.compose(b.inner(cols, i), p...))
				}
			})
			switch {
			case kind == "TH":
				node.Scope = "Column"
			case i == 0:
				node.Kind, node.Scope = "TH", "Row"
			}
		}
	})
	return row
}

// inner is the width of a column without the gap beside it.
func (b *builder) inner(cols []column, i int) float64 {
	if i == len(cols)-1 {
		return cols[i].part * b.t.width()
	}
	return cols[i].part*b.t.width() - cellGap
}

// placeRow places a composed row, and the rule below it. Numbers stand with their decimal points on the axes of
// their columns.
func (b *builder) placeRow(cols []column, row setRow, axes []pointAxis, below int) slab {
	var s slab
	x := 0.0
	for i, c := range cols {
		y := b.t.unit()
		for _, l := range row[i] {
			left, right := x, c.right
			if c.right {
				left += b.inner(cols, i)
			}
			if axes != nil && c.right {
				if from, ok := axes[i].place(l); ok {
					left, right = left+from, false
				}
			}
			s.items = append(s.items, l.block(left, y, right)...)
			y += l.height()
		}
		s.height = max(s.height, y+b.t.units(below))
		x += c.part * b.t.width()
	}
	s.items = append(s.items, Item{Shape: Rule, Y: s.height, W: b.t.width(), Ink: b.colors.Rule, Artifact: true})
	return s
}

// wordColumns are the columns of what is mostly words: side by side one a language, as running text stands, else
// one for all.
func (b *builder) wordColumns(part float64, head say) []column {
	if !b.apart() {
		return []column{{part: part, head: head}}
	}
	var cols []column
	for _, w := range b.words {
		own := func(v *locale.Words) string {
			if v.Lang() != w.Lang() {
				return ""
			}
			return head(v)
		}
		cols = append(cols, column{part: part / float64(len(b.words)), head: own})
	}
	return cols
}

// wordCells are the cells of wordColumns.
func (b *builder) wordCells(make func() cell) []cell {
	if !b.apart() {
		return []cell{make()}
	}
	all := b.words
	var cells []cell
	for i := range all {
		b.words, b.follows = all[i:i+1], i > 0
		cells = append(cells, make())
	}
	b.words, b.follows = all, false
	return cells
}

// apart reports whether two languages stand side by side.
func (b *builder) apart() bool { return b.layout == Parallel && len(b.words) > 1 }
