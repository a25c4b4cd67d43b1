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

// step names the part of a period whose growth is of the chained basis: a month or a quarter.
func step(f *stat.Fact) string {
	if f.Only == stat.OnlyMonth || f.Only == "" && f.Period.LastMonth()%3 != 0 {
		return "month"
	}
	return "quarter"
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

// target words what is meant to be reached, with its operator or its range: 增长6%以上, growth of at least 6%.
func (w *Words) target(f *stat.Fact, fig stat.Figure) string {
	t := stat.Target{Operator: stat.Equal}
	if f.Target != nil {
		t = *f.Target
	}
	if t.Operator == "" || t.Operator == stat.Within && !within(f, fig) { // of a variant, one number is known
		t.Operator = stat.Equal
	}
	switch {
	case f.Measure == stat.TargetWords && t.Words.Empty():
		return w.Phrase("target.words")
	case f.Measure == stat.TargetWords:
		return w.Text(t.Words)
	case f.Measure == stat.TargetGrowth || f.Measure == stat.TargetChange:
		return w.targetGrowth(fig.Quantity, t, f.Verb)
	case t.Operator == stat.Within:
		return w.span(fig.Quantity, t.UpTo)
	default:
		return w.Fill("target.level."+string(t.Operator), w.Quantity(fig.Quantity, fig.Qualifier))
	}
}

// span words a range, with a unit that follows once: 5%—6%, 5% to 6%; 15亿—16亿元, CNY 1.5 billion to CNY 1.6 billion.
func (w *Words) span(from, to stat.Quantity) string {
	low, high := w.Quantity(from, stat.Exactly), w.Quantity(to, stat.Exactly)
	beside := w.unit(from.Unit).beside
	if beside == stat.After || beside == stat.Before && w.lang.Chinese() {
		low = w.Bare(from)
	}
	return w.Fill("target.span", low, high)
}

// targetGrowth words a growth or a change meant to be reached.
func (w *Words) targetGrowth(q stat.Quantity, t stat.Target, verb stat.Verb) string {
	op := t.Operator
	if q.Value.IsZero() && op == stat.Equal {
		return w.Phrase("target.flat")
	}
	if q.Value.IsZero() && (op == stat.AtLeast || op == stat.AtMost) {
		return w.Phrase("target.flat." + string(op))
	}
	size := q
	size.Value = q.Value.Abs()
	amount := w.Quantity(size, stat.Exactly)
	kind := targetKind(q, verb == stat.VerbRise)
	if q.Value.IsNegative() {
		// At least -3 % is a fall of at most 3 %.
		op = opposite(op)
	}
	if op == stat.Within {
		if q.Value.IsNegative() && t.UpTo.Value.IsPositive() {
			return w.Fill("target.either."+kind, w.span(q, t.UpTo))
		}
		upTo := t.UpTo
		upTo.Value = upTo.Value.Abs()
		amount = w.span(size, upTo)
		if q.Value.IsNegative() {
			amount = w.span(upTo, size)
		}
	}
	if w.lang.Chinese() && (kind == "increase" || kind == "decrease") { // whose verbs depend on the unit
		if op == stat.Within {
			op = stat.Equal
		}
		key := "target.level." + string(op)
		if op == stat.AtMost {
			key = "target.change.at_most"
		}
		return w.direction(q, verb) + w.Fill(key, amount)
	}
	return w.Fill("target."+kind+"."+string(op), amount)
}

// targetKind names the words of growth: only per cent grow and decline, and those of prices rise and fall.
func targetKind(q stat.Quantity, price bool) string {
	down, percent := q.Value.IsNegative(), q.Unit == stat.PercentUnit
	switch {
	case percent && price && down:
		return "fall"
	case percent && price:
		return "rise"
	case percent && down:
		return "decline"
	case percent:
		return "growth"
	case down:
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
