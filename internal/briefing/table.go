package briefing

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
func (b *builder) table(cols []column, rows [][]cell) {
	if len(rows) == 0 {
		return
	}
	b.within("Table", func() {
		head := b.tableHead(cols)
		b.add(head)
		for i, r := range rows {
			s := b.tableRow(cols, r, "TD")
			s.head = []slab{head}
			s.keep = i == 0 && len(rows) > 1
			b.add(s)
		}
	})
	b.add(space(14))
}

func (b *builder) tableHead(cols []column) slab {
	var cells []cell
	for _, c := range cols {
		var stack cell
		for i, w := range b.words {
			st := style{size: b.t.Small, bold: true, ink: b.colors.Ink, lang: w.Lang(), leading: 1.45 * b.t.Small}
			if i > 0 {
				st = style{size: b.t.Micro, ink: b.colors.Muted, lang: w.Lang(), leading: 1.47 * b.t.Micro}
			}
			stack = append(stack, paragraph{{c.head(w), st}})
		}
		cells = append(cells, stack)
	}
	s := b.tableRow(cols, cells, "TH")
	s.keep = true
	last := len(s.items) - 1
	s.items[last].Ink = b.colors.Muted
	return s
}

const cellGap = 12 // between columns

// tableRow sets a row of cells of a kind, TH or TD, and the rule below it. The first cell of a row of data is
// the row's header.
func (b *builder) tableRow(cols []column, cells []cell, kind string) slab {
	const above, below = 4, 5
	var s slab
	x := 0.0
	b.within("TR", func() {
		for i, c := range cols {
			width := c.part * b.t.width()
			inner := width - cellGap
			if i == len(cols)-1 {
				inner = width
			}
			y := float64(above)
			node := b.within(kind, func() {
				for _, p := range cells[i] {
					l := b.compose(inner, p...)
					left := x
					if c.right {
						left += inner
					}
					s.items = append(s.items, l.block(left, y, c.right)...)
					y += l.height()
				}
			})
			switch {
			case kind == "TH":
				node.Scope = "Column"
			case i == 0:
				node.Kind, node.Scope = "TH", "Row"
			}
			s.height = max(s.height, y+below)
			x += width
		}
	})
	s.items = append(s.items, Item{Shape: Rule, Y: s.height, W: b.t.width(), Ink: b.colors.Rule, Artifact: true})
	return s
}
