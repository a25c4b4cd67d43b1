package chart

import "github.com/shopspring/decimal"

// stack shows the parts of a whole as pieces of one bar. The names and figures of the parts are below it, each behind a
// sample of its piece.
type stack struct {
	look   *Look
	points []Point
	whole  decimal.Decimal
	keys   [][]Block // of each part: name and figure, in every language
}

// MostParts is the largest number of parts whose pieces differ without colour.
const MostParts = 6

const (
	stackThick = 16
	sample     = 7 // side of a sample
)

func newStack(c Chart, look *Look) *stack {
	s := &stack{look: look, points: firsts(c.Rows)}
	for i, p := range s.points {
		s.whole = s.whole.Add(p.Value)
		var key []Block
		for j, lang := range look.Langs {
			figure := p.Words.in(lang)
			if j > 0 && figure == p.Words.in(look.main()) {
				figure = ""
			}
			bold := look.style(j)
			bold.Bold = j == 0
			key = append(key, look.Set(look.Width-2*sample, Part{c.Rows[i].Name.in(lang) + "  ", look.style(j)}, Part{figure, bold}))
		}
		s.keys = append(s.keys, key)
	}
	return s
}

// pieceInk is the ink of a piece: neighbours differ in lightness.
func pieceInk(i int) Ink { return [...]Ink{Accent, Pale, Light, Rule, Muted, Faint}[i%MostParts] }

func (s *stack) head(*canvas) {}

// row draws nothing: the pieces are drawn together.
func (s *stack) row(*canvas, int) {}

// foot draws the bar and the keys below it, from left to right.
func (s *stack) foot(c *canvas, _ float64) {
	x := 0.0
	for i, p := range s.points {
		if !s.whole.IsPositive() {
			break
		}
		c.row = i
		w := float64(p.Value.Div(s.whole).InexactFloat64() * s.look.Width)
		c.add(Shape{Form: Fill, X: x, Y: c.y, W: max(w-1, 0.5), H: stackThick, Ink: pieceInk(i)})
		x += w
	}
	c.y = s.look.whole(c.y+stackThick) + s.look.units(2)
	x, deep := 0.0, 0.0
	for i, key := range s.keys {
		c.row = i
		width := sample + 4 + broadest(key)
		if x > 0 && x+width > s.look.Width {
			x, c.y, deep = 0, c.y+deep+s.look.Unit, 0
		}
		c.add(Shape{Form: Fill, X: x, Y: c.y + float64((s.look.lead(s.look.Small)-sample)/2), W: sample, H: sample, Ink: pieceInk(i)})
		deep = max(deep, c.stack(key, x+sample+4, c.y, 0))
		x += width + 2*cellGap
	}
	c.row = -1
	c.y = s.look.whole(c.y+deep) + s.look.Unit
}
