package briefing

import (
	"slices"
	"strings"

	"nianbao/internal/chart"
	"nianbao/internal/document"
)

type column struct {
	part   float64  // share of the width
	head   []string // in each language that is shown
	right  bool     // numbers are flush right
	words  bool     // amounts in words, flush right as a whole
	course bool     // small lines
	unit   bool     // units
}

// cell is a stack of paragraphs, usually one per language.
type cell []paragraph

type paragraph []piece

// table adds a table: hairlines between rows, the header repeated on every page, and no row split between pages.
func (b *builder) table(t *document.Table) {
	if len(b.words) < 2 {
		t = t.Without(document.Amounts)
	}
	rows := make([][]cell, len(t.Rows))
	for i, r := range t.Rows {
		rows[i] = b.cells(t.Columns, r, !t.Dense)
	}
	heads := map[int]bool{}
	for i, l := range t.Levels {
		b.indent(rows[i][0], l.Depth)
		heads[i] = l.Head
		if l.Head {
			b.embolden(rows[i][0])
		}
	}
	below := 1 // units of white space below the text of a row
	if t.Dense {
		below = 0
	}
	g := grid{cols: b.columnsOf(t.Columns), rows: rows, heads: heads, below: below, title: t.Title}
	if t.Courses != nil {
		g.courses, g.lines = t.Courses, chart.CoursesOf(t.Courses, t.Steps)
	}
	b.rows(g)
	for _, text := range []document.Text{t.Note, t.Source} {
		b.underTable(text)
	}
	b.gap(3)
}

// underTable sets a note or the source of a table below it.
func (b *builder) underTable(t document.Text) {
	if len(t) == 0 || b.says(t, 0) == "" {
		return
	}
	b.blocks[len(b.blocks)-1].keep = true
	b.lines(b.compose(b.t.width(), b.tag(t)...), false)
}

// joinNames sets the name and the unit of a row in all languages as one paragraph each, if the figures stand there once. In
// other rows, each language stands beside the figures in that language.
func (b *builder) joinNames(cols []document.Column, cells []cell) {
	for i, c := range cells {
		if cols[i].Kind.Numbers() && len(c) > 1 {
			return
		}
	}
	for i, c := range cells {
		if kind := cols[i].Kind; kind == document.Names || kind == document.Units {
			cells[i] = b.joined(c)
		}
	}
}

// joined sets the first text of a cell in all languages as one paragraph.
func (b *builder) joined(c cell) cell {
	if len(c) < len(b.words) || len(b.words) < 2 {
		return c
	}
	all := slices.Clone(c[0])
	for _, p := range c[1:len(b.words)] {
		p[0].text = "  " + p[0].text
		all = append(all, p...)
	}
	return append(cell{all}, c[len(b.words):]...)
}

// deepest is how deep names are indented: more would leave them no width.
const deepest = 6

// indent indents the paragraphs of a cell by a depth.
func (b *builder) indent(c cell, depth int) {
	for _, p := range c {
		if len(p) > 0 {
			p[0].indent = float64(min(depth, deepest)) * b.t.Small
		}
	}
}

// embolden sets the main part of a cell in bold.
func (b *builder) embolden(c cell) {
	for _, p := range c {
		if len(p) > 0 && p[0].size == b.t.Small {
			p[0].bold = true
		}
	}
}

// grid is a table to set.
type grid struct {
	cols  []column
	rows  [][]cell
	heads map[int]bool  // rows that head others
	below int           // units of white space under the text of a row
	title document.Text // nil for none

	courses []*chart.Row // of the rows, nil for none; nil if no column has any
	lines   *chart.Courses
}

// rows adds the title and the rows of a table. A row that heads others stays with the next.
func (b *builder) rows(g grid) {
	b.spaceBefore()
	table := append([][]cell{b.headCells(g.cols)}, g.rows...)
	set := b.fitBelow(g.cols, table, g.heads)
	rows := make([]*Node, len(set))
	b.within("Table", func() {
		if len(g.title) > 0 {
			b.lines(b.caption(g.title, g.title), true)
		}
		for i, row := range set {
			rows[i] = b.ownRow(row, table[i], i == 0)
		}
	})
	head := b.placeRow(g.cols, set[0], nil, 1)
	head.keep = true
	head.items[len(head.items)-1].Ink = b.colors.Muted
	b.add(head)
	set = set[1:]
	axes := b.pointAxes(g.cols, set)
	blocks := make([]block, len(set))
	for i, r := range set {
		blocks[i] = b.placeRow(g.cols, r, axes, g.below)
		blocks[i].head = []block{head}
		if g.courses != nil && g.courses[i] != nil {
			b.course(&blocks[i], g, i, rows[i+1])
		}
	}
	b.keepEnds(blocks)
	for i := range blocks {
		blocks[i].keep = blocks[i].keep || g.heads[i]
	}
	for _, s := range blocks {
		b.add(s)
	}
}

// course draws the small line of a row as a figure in its cell.
func (b *builder) course(s *block, g grid, row int, node *Node) {
	at := slices.IndexFunc(g.cols, func(c column) bool { return c.course })
	x := 0.0
	for _, c := range g.cols[:at] {
		x += float64(c.part * b.t.width())
	}
	f := figureUnderWay{b: b}
	b.inside(node.Kids[at], func() { f.node = b.within("Figure", func() {}) })
	var alts []string
	for i := range b.words {
		alts = append(alts, g.courses[row].Said[b.view[i]])
	}
	f.node.Alt = strings.Join(alts, b.words[0].Phrase("sentence.stop"))
	f.shapes(g.lines.Draw(*g.courses[row], x, x+b.inner(g.cols, at), b.t.unit(), b.t.unit()+b.t.lead(b.t.Small)))
	rule := len(s.items) - 1 // which stays last
	s.items = append(s.items[:rule:rule], append(f.items, s.items[rule])...)
}

// fitBelow composes the rows of a table as fit does, but for those that head others: they take the whole width.
func (b *builder) fitBelow(cols []column, table [][]cell, heads map[int]bool) []setRow {
	var rows [][]cell
	for i, row := range table {
		if i == 0 || !heads[i-1] {
			rows = append(rows, row)
		}
	}
	set := b.fit(cols, rows)
	for i, row := range table {
		if i > 0 && heads[i-1] {
			head := unset(cols, table[i:i+1])[0]
			for j, p := range row[0] {
				head[0][j] = b.measure(b.t.width(), p...)
			}
			set = slices.Insert(set, i, head)
		}
	}
	return set
}

// keepEnds keeps the first two rows of a table together, and as many last rows as justify a new page: four, or fewer if
// rows are high.
func (b *builder) keepEnds(rows []block) {
	const most, share = 4, 0.2 // of rows, and of the page
	if len(rows) > 1 {
		rows[0].keep = len(rows) == 2 || rows[0].height < share/2*b.t.height()
	}
	for n := 2; n <= most && n < len(rows)-1; n++ {
		if n > 2 && height(rows[len(rows)-n:]) > share*b.t.height() {
			return
		}
		rows[len(rows)-n].keep = true
	}
}

// headCells returns the cells of a table's header.
func (b *builder) headCells(cols []column) []cell {
	var cells []cell
	for _, c := range cols {
		var stack cell
		for i, w := range b.words {
			st := style{size: b.t.Small, bold: true, ink: b.colors.Ink, lang: w.Lang()}
			if i > 0 {
				st = style{size: b.t.Micro, ink: b.colors.Muted, lang: w.Lang()}
			}
			stack = append(stack, paragraph{{c.head[i], st}})
		}
		cells = append(cells, stack)
	}
	return cells
}

const (
	cellGap  = 12 // between columns
	clearGap = 20 // between flush-right numbers and a flush-left column beside them
	leastGap = 6  // between a hanging mark and the next column, whose opening quote may hang as well
)

// setRow is a row whose cells are composed but not placed.
type setRow [][]lines

// runs is the number of items that the row becomes.
func (row setRow) runs() int {
	n := 0
	for _, cell := range row {
		for i := range cell {
			n += cell[i].runs()
		}
	}
	return n
}

// ownRow makes the elements of a composed row. The first cell of a data row is the row's header.
func (b *builder) ownRow(row setRow, cells []cell, head bool) *Node {
	return b.within("TR", func() {
		b.node.Kids = make([]*Node, 0, len(row))
		for i := range row {
			node := b.within("TD", func() {
				b.node.Kids = make([]*Node, 0, len(row[i]))
				for j := range row[i] {
					row[i][j] = b.own("P", row[i][j])
				}
			})
			switch {
			case head:
				node.Kind, node.Scope = "TH", "Column"
			case i == 0:
				node.Kind, node.Scope = "TH", "Row"
			}
		}
	})
}

// inner is the width of a column without the gap beside it.
func (b *builder) inner(cols []column, i int) float64 {
	return float64(cols[i].part*b.t.width()) - gapAfter(cols, i)
}

// gapAfter is the white space between a column and the next.
func gapAfter(cols []column, i int) float64 {
	switch {
	case i == len(cols)-1:
		return 0
	case cols[i].right && !cols[i+1].right:
		return clearGap
	default:
		return cellGap
	}
}

// placeRow places a composed row, and the rule below it. Numbers are aligned by their decimal points on the axes of
// their columns.
func (b *builder) placeRow(cols []column, row setRow, axes []pointAxis, below int) block {
	s := block{items: make([]Item, 0, row.runs()+1)}
	x := 0.0
	for i, c := range cols {
		y := b.t.unit()
		for j := range row[i] {
			l := &row[i][j]
			from, axis := 0.0, false
			if c.right && axes != nil {
				from, axis = axes[i].place(l)
			}
			switch {
			case axis:
				s.items = l.appendBlock(s.items, x+b.inner(cols, i)+from, y)
			case c.right:
				s.items = l.appendFlush(s.items, x+b.inner(cols, i), y)
			default:
				s.items = l.appendBlock(s.items, x, y)
			}
			y += l.height()
		}
		s.height = max(s.height, y+b.t.units(below))
		x += float64(c.part * b.t.width())
	}
	s.items = append(s.items, Item{Shape: Rule, Y: s.height, W: b.t.width(), Ink: b.colors.Rule, Artifact: true})
	return s
}

// columnsOf returns the columns of a table on the page. A prose column becomes one per language if languages are set
// side by side.
func (b *builder) columnsOf(cols []document.Column) []column {
	var out []column
	for _, c := range cols {
		head := make([]string, len(b.words))
		for i := range b.words {
			head[i] = b.says(c.Head, i)
		}
		if c.Kind != document.Prose || !b.apart() {
			words := c.Kind == document.Amounts
			right := words || c.Kind.Numbers()
			out = append(out, column{c.Share, head, right, words, c.Kind == document.Courses, c.Kind == document.Units})
			continue
		}
		for i := range b.words {
			own := make([]string, len(b.words))
			own[i] = head[i]
			out = append(out, column{part: c.Share / float64(len(b.words)), head: own})
		}
	}
	return out
}

// cells returns the cells of a row, one per column; on request figures that are the same in every language once.
func (b *builder) cells(cols []document.Column, row document.Row, once bool) []cell {
	cells := make([]cell, 0, len(cols)+1)
	last := len(row) - 1
	worded := cols[last].Kind == document.Amounts && len(row[last]) > 0
	for i, c := range row {
		kind := cols[i].Kind
		if worded && (kind == document.Units || kind == document.Scaled) {
			b.inLanguage(0, func() { cells = append(cells, b.cell(c, false)) })
			continue
		}
		if kind != document.Prose || !b.apart() {
			cells = append(cells, b.cell(c, once && (kind.Numbers() || kind == document.Units)))
			continue
		}
		for j := range b.words {
			b.inLanguage(j, func() { cells = append(cells, b.cell(c, false)) })
		}
	}
	if cols[0].Kind == document.Names {
		b.joinNames(cols, cells)
	}
	return cells
}

// apart reports whether two languages are set side by side.
func (b *builder) apart() bool { return b.layout == Parallel && len(b.words) > 1 }
