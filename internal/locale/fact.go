package locale

import (
	"strings"

	"nianbao/internal/message"
	"nianbao/internal/stat"
)

// The forms a reference in a sentence can ask for.
const (
	FormFull  = ""      // with direction, scope, operator and qualifier: 增长6.5%, 位列全市第五
	FormPlain = "plain" // the quantity alone: 6.5%, 第五
	FormBare  = "bare"  // the number alone: 6.5, 5
)

// Fact words one figure of a fact, in a form: its preferred figure or a variant. A missing value gives the
// words for its being missing. The area resolves the scope of a ranking. A form that does not exist, and a
// ranking without its scope, are errors.
func (w *Words) Fact(f *stat.Fact, fig stat.Figure, a stat.Area, form string) (string, error) {
	if form != FormFull && form != FormPlain && form != FormBare {
		return "", message.Errorf("word fact %q: form %q: want plain or bare, or none", f.ID, form)
	}
	switch {
	case f.Measure == stat.TargetWords:
		return w.target(f, fig), nil
	case fig.Status != "" && !fig.Status.HasValue():
		return w.Absent(fig.Status), nil
	case f.Measure == stat.Rank:
		return w.rankFact(f, fig, a, form)
	case f.Measure == stat.Margin && form == FormFull && f.Ranking != nil:
		scope, _ := a.Scope(f.Ranking.Scope)
		return w.change("margin", fig.Quantity, fig.Qualifier, scope.Name), nil
	case form == FormBare && within(f, fig):
		return w.Fill("target.span", w.Bare(fig.Quantity), w.Bare(f.Target.UpTo)), nil
	case form == FormBare:
		return w.Bare(fig.Quantity), nil
	case form == FormPlain && within(f, fig):
		return w.span(fig.Quantity, f.Target.UpTo), nil
	case form == FormPlain:
		return w.Quantity(fig.Quantity, stat.Exactly), nil
	}
	return w.fullFact(f, fig), nil
}

func (w *Words) fullFact(f *stat.Fact, fig stat.Figure) string {
	switch {
	case f.Measure == stat.Growth:
		return w.based(f, fig)
	case f.Measure == stat.Change:
		return w.growth(fig.Quantity, fig.Qualifier, f.Verb)
	case f.Measure == stat.Acceleration:
		return w.change("acceleration", fig.Quantity, fig.Qualifier)
	case f.Measure.Target():
		return w.target(f, fig)
	default:
		return w.Quantity(fig.Quantity, fig.Qualifier)
	}
}

// within reports whether a figure is the range of a target. Its variants, and a target that was withdrawn, are single numbers.
func within(f *stat.Fact, fig stat.Figure) bool {
	return f.Target != nil && f.Target.Operator == stat.Within && f.Target.UpTo.Unit != "" && fig.Quantity.Equal(f.Quantity)
}

func (w *Words) rankFact(f *stat.Fact, fig stat.Figure, a stat.Area, form string) (string, error) {
	position, ok := whole(fig.Quantity)
	if !ok {
		// A check reports the position; until it is mended it is shown as it was written.
		return w.Quantity(fig.Quantity, fig.Qualifier), nil
	}
	if form == FormBare {
		return w.Bare(fig.Quantity), nil
	}
	r := RankForm{Expected: fig.Status == stat.Forecast, Alone: form == FormPlain}
	if f.Ranking == nil {
		return "", message.Errorf("word fact %q: a rank without its ranking", f.ID)
	}
	r.Tied = f.Ranking.Tied
	scope, ok := a.Scope(f.Ranking.Scope)
	if !ok && !r.Alone {
		return "", message.Errorf("word fact %q: scope %q is not one of area %q", f.ID, f.Ranking.Scope, a.Code)
	}
	return w.Rank(position, scope.Name, r), nil
}

// Absent words a value that is missing, by why it is.
func (w *Words) Absent(s stat.Status) string { return w.Phrase("absent." + string(s)) }

// Aside words what tells a fact from the usual figures of its indicator, as 同口径增速, comparable growth; "" for those.
func (w *Words) Aside(f *stat.Fact, a stat.Area) string {
	if f == nil || !f.Aside() && f.Measure != stat.Change {
		return ""
	}
	var words []string
	switch f.Measure {
	case stat.Growth:
		if f.OtherBasis() {
			words = append(words, w.Phrase("basis."+string(f.Basis)+".short"))
		}
	case stat.Change:
		words = append(words, w.Measure(f.Measure))
	case stat.Acceleration, stat.Contribution, stat.ContributionRate:
		words = append(words, w.Phrase("aside."+string(f.Measure)))
	case stat.Margin:
		scope, _ := a.Scope(f.Ranking.Scope)
		words = append(words, w.Fill("aside.margin."+string(f.Ranking.By), scope.Name))
	}
	if f.Only != "" {
		words = append(words, w.single(f.Period, f.Only))
	}
	return strings.Join(words, w.Phrase("list.comma"))
}
