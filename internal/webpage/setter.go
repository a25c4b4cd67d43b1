package webpage

import (
	"nianbao/internal/chart"
	"nianbao/internal/typeset"
)

// Faces are the faces that labels of charts are measured with.
type Faces struct{ Regular, Bold *typeset.Face }

// setter sets the labels of charts. The page is shown in fonts that nobody knows here, so it takes letters to be wider than
// those of its own faces are, and no label touches another where the fonts are wide.
type setter struct {
	*typeset.Setter
	faces Faces
}

// widened is how much wider letters are taken to be.
const widened = 1.1

// label is a label in lines.
type label struct {
	parts []chart.Part
	lines []typeset.Line
	size  float64 // of the largest part
}

// Set implements [chart.Setter].
func (s setter) Set(width float64, parts ...chart.Part) chart.Block {
	l := &label{parts: parts}
	spans := make([]typeset.Span, len(parts))
	for i, p := range parts {
		spans[i] = typeset.Span{Text: p.Words, Face: s.faces.Regular, Size: p.Size}
		if p.Bold {
			spans[i].Face = s.faces.Bold
		}
		l.size = max(l.size, p.Size)
	}
	l.lines = s.Break(spans, width/widened)
	return l
}

// Lines is the number of lines.
func (l *label) Lines() int { return len(l.lines) }

// Width is the estimated width of a line.
func (l *label) Width(i int) float64 { return float64(widened * l.lines[i].Width) }

// Lead is the height of a line.
func (l *label) Lead() float64 { return float64(1.35 * l.size) }

// Ascent is the distance from the top of a line to its baseline.
func (l *label) Ascent() float64 { return float64(1.02 * l.size) }
