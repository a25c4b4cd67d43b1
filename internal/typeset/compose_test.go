package typeset

import (
	"math"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// errorer is a test of package testing or rapid.
type errorer interface{ Errorf(string, ...any) }

// checkPlaces checks every composed paragraph: each character occurs once and in order, as part of its span, at
// increasing positions.
func checkPlaces(t errorer, spans []Span, lines []Line) {
	all := ""
	for i, s := range spans {
		all += s.Text
		var own strings.Builder
		for _, l := range lines {
			for _, r := range l.Runs {
				if r.Span == i {
					own.WriteString(r.Text)
				}
			}
		}
		if own.String() != s.Text {
			t.Errorf("span %d comes out as %q, want %q", i, own.String(), s.Text)
		}
	}
	if got := joinedPlain(lines); got != all {
		t.Errorf("lines join to %q, want %q", got, all)
	}
	for _, l := range lines {
		end := math.Inf(-1)
		for _, r := range l.Runs {
			if r.Width > 0 && r.X < end-1e-6 || r.Width < 0 || r.Text == "" {
				t.Errorf("line %q: run %q at %.3f, %.3f wide, does not follow the one before", l.String(), r.Text, r.X, r.Width)
			}
			if r.Width > 0 {
				end = r.X + r.Width
			}
		}
	}
}

// checkLines also checks that no line is too wide.
func checkLines(t errorer, spans []Span, lines []Line, width float64) {
	checkPlaces(t, spans, lines)
	for _, l := range lines {
		if l.Width > width+1e-3 {
			t.Errorf("line %q is %.3f wide, more than %.3f", l.String(), l.Width, width)
		}
	}
}

func joinedPlain(lines []Line) string {
	var b strings.Builder
	for _, l := range lines {
		b.WriteString(l.String())
	}
	return b.String()
}

// checkEnds checks that lines end where they may.
func checkEnds(t *rapid.T, b *breaker) {
	p := b.p
	for i := 1; i < p.len(); i++ {
		if l := p.g[i].before; l != must && l >= soft && (prohibitedStart(p.g[i].r) || prohibitedEnd(p.g[i-1].r)) {
			t.Errorf("a line may be broken between %c and %c", p.g[i-1].r, p.g[i].r)
		}
	}
	for _, j := range b.path() {
		at := b.nodes[j].at
		if at == p.len() {
			continue
		}
		switch p.g[at].before {
		case never:
			t.Errorf("a cluster is broken before character %d", at)
		case anywhere, tight:
			from, to := at-1, at+1
			for from > 0 && p.g[from].before < soft {
				from--
			}
			for to < p.len() && p.g[to].before < soft {
				to++
			}
			if w := p.endPen(p.visible(from, to)) - p.startPen(from); w <= b.room(from)-1e-3 {
				t.Errorf("characters %d to %d are broken at %d, though they fit a line", from, to, at)
			}
		}
	}
}

func TestBreakProperties(t *testing.T) {
	f := face(t)
	rapid.Check(t, func(t *rapid.T) {
		s := drawSample(t, f, 40)
		lines := Break(s.spans, s.width)
		checkLines(t, s.spans, lines, s.width)
		b := newBreaker(newParagraph(s.spans, ofText), s.width, 0)
		b.best()
		checkEnds(t, b)
		for _, l := range lines {
			for _, r := range l.Runs {
				if r.X < -half*s.spans[r.Span].Size-1e-6 {
					t.Errorf("run %q of line %q starts at %.3f, more than half an em outside", r.Text, l.String(), r.X)
				}
			}
			if l.Stretch != 0 {
				t.Errorf("line %q is stretched by %.3f", l.String(), l.Stretch)
			}
		}
	})
}

func TestComposeProperties(t *testing.T) {
	f := face(t)
	rapid.Check(t, func(t *rapid.T) {
		s := drawSample(t, f, 60)
		opt := Options{
			Width:    s.width,
			Align:    Align(rapid.IntRange(0, 1).Draw(t, "align")),
			Indent:   rapid.SampledFrom([]float64{0, 20}).Draw(t, "indent"),
			Language: Language(rapid.IntRange(0, 1).Draw(t, "language")),
		}
		lines := Compose(s.spans, opt)
		checkLines(t, s.spans, lines, s.width)
		for i, l := range lines {
			for _, r := range l.Runs {
				if r.X < -half*s.spans[r.Span].Size-1e-6 {
					t.Errorf("run %q of line %q starts at %.3f, more than half an em outside", r.Text, l.String(), r.X)
				}
			}
			switch {
			case opt.Align == Ragged && l.Stretch != 0:
				t.Errorf("line %q of a ragged paragraph is stretched by %.3f", l.String(), l.Stretch)
			case l.Stretch > 0 && i == len(lines)-1:
				t.Errorf("the last line %q is stretched by %.3f", l.String(), l.Stretch)
			case l.Stretch != 0 && (l.Width > s.width+1e-3 || l.Width < s.width-1e-3):
				t.Errorf("justified line %q is %.3f wide, want %.3f", l.String(), l.Width, s.width)
			}
		}
	})
}

// In justified lines spaces, gaps and the space between characters stay within their limits. A line is short only if
// they do not suffice, or would take too much of it.
func TestJustifiedProperties(t *testing.T) {
	f := face(t)
	rapid.Check(t, func(t *rapid.T) {
		s := drawSample(t, f, 60)
		p := newParagraph(s.spans, Chinese)
		b := newBreaker(p, s.width, 20)
		b.sums = p.sums()
		b.best()
		checkEnds(t, b)
		i := 0
		for _, j := range b.path() {
			set := b.setting(i, j)
			tooShort := set.missing > stretchMost*b.room(b.nodes[i].at)
			if set.all < 0 || set.all > allMost+1e-9 || set.missing > 0 && !tooShort && set.all != allMost && between(b.sums, b.nodes[i].at, b.nodes[j].visible).all > 1e-9 {
				t.Errorf("a line is spaced out by %.3f em and misses %.3f points", set.all, set.missing)
			}
			for k := b.nodes[i].at + 1; k < b.nodes[j].visible; k++ {
				g := &p.g[k]
				x := (g.gap + set.extra(&p.white[k], p.size(k))) / p.size(k)
				if p.white[k].stage == gaps && p.size(k) == p.size(k-1) && (x < gapLeast-1e-9 || x > gapMost+set.all+1e-9) {
					t.Errorf("gap of %.3f em before character %d", x, k)
				}
				if x < -half-1e-9 && g.class != other && p.g[k-1].class != other && p.size(k) == p.size(k-1) {
					t.Errorf("characters %d and %d are squeezed by %.3f em", k-1, k, -x)
				}
			}
			i = j
		}
	})
}

// A run's text and spacing determine its width.
func TestRunsAreAsWideAsTheySay(t *testing.T) {
	f := face(t)
	text := "围绕城市更新和城市双修，投资588万元改造道路和人行道，新建口袋公园1500平方米，在居民小区安装充电桩12套。"
	spaced := false
	for width := 100.0; width < 300; width += 7 {
		for _, l := range Compose([]Span{{Text: text, Face: f, Size: 10.5}}, Options{Width: width, Align: Justified, Indent: 21}) {
			for i, r := range l.Runs[:len(l.Runs)-1] {
				want := f.Width(r.Text)*10.5 + r.Spacing*float64(utf8.RuneCountInString(r.Text)-1)
				if l.Runs[i+1].X >= r.X+want && !near(r.Width, want) {
					t.Errorf("run %q is %.4f wide, want %.4f", r.Text, r.Width, want)
				}
				spaced = spaced || r.Spacing > 0
			}
		}
	}
	if !spaced {
		t.Error("no run is spaced out")
	}
}

func TestEnglishFallsBackToRagged(t *testing.T) {
	f := face(t)
	text := "New tax and fee cuts came to CNY 15.7662 million, refunds of excess input VAT credits to CNY 10.1438 million"
	for width, justified := range map[float64]bool{340: true, 90: false} {
		lines := Compose([]Span{{Text: text, Face: f, Size: 9}}, Options{Width: width, Align: Justified, Language: English})
		for _, l := range lines[:len(lines)-1] {
			if (l.Stretch != 0) != justified || justified && !near(l.Width, width) {
				t.Errorf("in %.0f points: line %q is %.2f wide, stretched by %.2f", width, l.String(), l.Width, l.Stretch)
			}
		}
	}
}

// measure is the width of the spans set on one line, in points.
func measure(spans []Span) float64 {
	line, _ := Widths(spans, nil)
	return line
}
