package locale

import "nianbao/internal/stat"

// Growth words a change against a year earlier: 增长6.5%, up 6.5%; a fall by its verb, without a sign; none as
// 持平, unchanged. Percentage points and amounts get verbs and units of their own. A qualifier is about the
// size of the change.
func (w *Words) Growth(q stat.Quantity, how stat.Qualifier) string { return w.growth(q, how, "") }

// growth is Growth with the verb of an indicator.
func (w *Words) growth(q stat.Quantity, how stat.Qualifier, verb stat.Verb) string {
	if q.Value.IsZero() && (how == stat.Exactly || how == stat.About) {
		return w.noGrowth(how)
	}
	size := q
	size.Value = q.Value.Abs()
	return w.direction(q, verb) + w.Quantity(size, how)
}

// based words the growth of a fact, with its basis unless that is what its indicator's growth usually has, said once for
// all of it: 实际增长6.1%, up 6.1% in real terms.
func (w *Words) based(f *stat.Fact, fig stat.Figure) string {
	said := w.growth(fig.Quantity, fig.Qualifier, f.Verb)
	switch f.Basis {
	case stat.Nominal, stat.Real:
		if !f.OtherBasis() {
			return said
		}
	case "":
		return said
	}
	key := "growth." + string(f.Basis)
	if f.Basis == stat.Chained {
		key += "." + step(f)
	}
	return w.Fill(key, said)
}

// step names how long the period before is that growth of the chained basis is against.
func step(f *stat.Fact) string {
	switch {
	case f.Only == stat.OnlyMonth || f.Period.LastMonth()%3 != 0:
		return "month"
	case f.Only == stat.OnlyQuarter || f.Period.Span != stat.Annual:
		return "quarter"
	default:
		return "period"
	}
}

// change words a measure that has words of its own for more and less than nothing: an acceleration, a margin.
func (w *Words) change(key string, q stat.Quantity, how stat.Qualifier, args ...any) string {
	size := q
	size.Value = q.Value.Abs()
	switch {
	case q.Value.IsZero() && how == stat.Exactly:
		return w.Fill(key+".none", args...)
	case q.Value.IsNegative():
		key += ".less"
	default:
		key += ".more"
	}
	return w.Fill(key, append([]any{w.Quantity(size, how)}, args...)...)
}

func (w *Words) noGrowth(how stat.Qualifier) string {
	switch {
	case w.lang.Chinese() && how == stat.About:
		return w.lex.roughlyFlat
	case w.lang.Chinese():
		return w.lex.flat
	case how == stat.About:
		return enRoughlyFlat
	default:
		return enFlat
	}
}

func (w *Words) direction(q stat.Quantity, verb stat.Verb) string {
	rise, fall := enUp, enDown
	if w.lang.Chinese() {
		rise, fall = w.lex.verbs(q.Unit, verb)
	}
	if q.Value.IsNegative() {
		return fall
	}
	return rise
}

// target words a growth meant to be reached: 增长6%, 6% growth; at least: 增长6%以上, growth of at least 6%.
func (w *Words) target(q stat.Quantity, op stat.Operator) string {
	if op == "" {
		op = stat.Equal
	}
	if q.Value.IsZero() && op == stat.Equal {
		return w.Phrase("target.flat")
	}
	kind := targetKind(q)
	if q.Value.IsNegative() {
		// At least -3 % is a fall of at most 3 %.
		op = opposite(op)
	}
	size := q
	size.Value = q.Value.Abs()
	amount := w.Quantity(size, stat.Exactly)
	if w.lang.Chinese() {
		return w.direction(q, "") + w.Fill("target.level."+string(op), amount)
	}
	return w.Fill("target."+kind+"."+string(op), amount)
}

// targetKind names the English noun: only per cent grow and decline.
func targetKind(q stat.Quantity) string {
	switch {
	case q.Unit == stat.PercentUnit && q.Value.IsNegative():
		return "decline"
	case q.Unit == stat.PercentUnit:
		return "growth"
	case q.Value.IsNegative():
		return "decrease"
	default:
		return "increase"
	}
}

func opposite(op stat.Operator) stat.Operator {
	switch op {
	case stat.AtLeast:
		return stat.AtMost
	case stat.AtMost:
		return stat.AtLeast
	default:
		return op
	}
}
