package chart

import "github.com/shopspring/decimal"

// panels are small multiples: a chart for each row, side by side, with its name above and its first and last step below.
// All have one scale, unless the rows are too different; each states its own.
type panels struct {
	look    *Look
	rows    []Row
	scales  []scale
	names   [][]Block
	steps   []Step
	down    bool
	width   float64 // of a panel
	abreast int
	gauge   float64 // width of the labels of scales
}

const (
	panelLeast = 10.5 // width of the narrowest panel, in ems of small type
	panelHigh  = 4    // height of a course, likewise
)

func newPanels(c Chart, look *Look) *panels {
	p := &panels{look: look, rows: c.Rows, steps: c.Steps, down: c.Down, scales: scalesOf(c)}
	p.abreast = max(1, min(len(c.Rows), int((look.Width+2*cellGap)/(float64(panelLeast*look.Small)+2*cellGap))))
	p.width = (look.Width - float64(float64(p.abreast-1)*2*cellGap)) / float64(p.abreast)
	for i, r := range c.Rows {
		p.names = append(p.names, look.name(p.width, r.Name))
		for _, end := range p.ends(i) {
			p.gauge = max(p.gauge, widest(p.micro(tickWords(end)))+3)
		}
	}
	return p
}

// ends are the values at the bottom and the top of a row's scale.
func (p *panels) ends(i int) []decimal.Decimal {
	return []decimal.Decimal{p.scales[i].low, p.scales[i].high}
}

func (p *panels) micro(words string) Block {
	return p.look.Set(p.look.Width, Part{words, Style{Size: p.look.Micro, Ink: Muted, Lang: p.look.main()}})
}

func (p *panels) head(*canvas) {}

// row draws the panel of a row. Names that stand side by side take equal room.
func (p *panels) row(c *canvas, i int) {
	column := i % p.abreast
	x, y := float64(float64(column)*(p.width+2*cellGap)), c.y
	for j := i - column; j < min(len(p.rows), i-column+p.abreast); j++ {
		c.y = max(c.y, y+tall(p.names[j]))
	}
	c.stack(p.names[i], x, y, 0)
	deep := float64(panelHigh * p.look.Small)
	line := p.look.lead(p.look.Small)
	s := spark{left: x + p.gauge, right: x + p.width - sparkDot, top: c.y + line, bottom: c.y + line + deep, steps: len(p.steps), scale: &p.scales[i]}
	p.scale(c, &s, i, x)
	if p.down {
		s.top, s.bottom = s.bottom, s.top
	}
	s.draw(c, p.rows[i].Points)
	p.last(c, s.right+sparkDot, i, c.y+line-p.look.Foot)
	c.y += line + deep + 2*sparkDot
	p.times(c, &s)
	c.y = p.look.whole(c.y) + p.look.units(2)
}

// scale draws the frame of a panel with the ends of its scale beside it.
func (p *panels) scale(c *canvas, s *spark, i int, x float64) {
	for j, y := range []float64{s.bottom, s.top} {
		end := p.ends(i)[j]
		if p.down {
			end = p.ends(i)[1-j]
		}
		b := p.micro(tickWords(end))
		c.line(b, 0, x+p.gauge-3, y+float64(0.35*p.look.Micro), 1)
		c.across(s.left, y, s.right-s.left, 0.25, Rule)
	}
}

// last labels the last value, at the right above the panel.
func (p *panels) last(c *canvas, x float64, i int, base float64) {
	points := p.rows[i].Points
	if len(points) == 0 {
		return
	}
	st := Style{Size: p.look.Small, Bold: true, Ink: Ordinary, Lang: p.look.main()}
	b := p.look.Set(p.width, Part{points[len(points)-1].Words.in(p.look.main()), st})
	c.line(b, 0, x, base, 1)
}

// times labels the first and the last step below a panel.
func (p *panels) times(c *canvas, s *spark) {
	if len(p.steps) == 0 {
		return
	}
	half := (s.right - s.left - cellGap) / 2
	st := Style{Size: p.look.Micro, Ink: Muted}
	first := p.look.figure(half, p.steps[0].Name, st)
	last := p.look.figure(half, p.steps[len(p.steps)-1].Name, st)
	c.y += max(c.stack(first, s.left, c.y, 0), c.stack(last, s.right, c.y, 1))
}

func (p *panels) foot(*canvas, float64) {}
