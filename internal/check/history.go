package check

import "nianbao/internal/stat"

// cumulativeFalls compares each level of a flow with the last one before it in the same year.
func cumulativeFalls(in *inspection) {
	for _, f := range in.facts {
		ind := in.indicators[f.Subject]
		if ind == nil || !f.Is(stat.Level) || !f.Status.HasValue() || !precise(f) || ind.Timing == stat.Stock || !in.unit(ind.Unit).AddsUp() {
			continue
		}
		before := in.levelInYear(f)
		if before == nil || !precise(before) {
			continue
		}
		earlier, ok := in.convert(before.Quantity.Rat(), before.Quantity.Unit, f.Quantity.Unit)
		if !ok || earlier.Cmp(f.Quantity.Rat()) <= 0 || earlier.Sign() < 0 || f.Quantity.Value.IsNegative() {
			continue // a balance may fall
		}
		in.findOn(say("{0}, {1}: {2}, less than the {4} of {3}; what adds up over the year does not fall. Check the two, or give the indicator timing: stock."),
			[]any{in.name(f), f.Period, f.Quantity, before.Period, before.Quantity}, f, before)
	}
}

// levelInYear finds the last level of the same year before a fact's period.
func (in *inspection) levelInYear(f *stat.Fact) *stat.Fact {
	for month := f.Period.LastMonth() - 1; month > 0; month-- {
		if before := in.levelBeside(f, f.Subject, stat.Through(f.Period.Year, month)); before != nil {
			return before
		}
	}
	return nil
}

// revisionOfFinal compares the edition's own facts with what the last file before gave under the same ID.
func revisionOfFinal(in *inspection) {
	earlier := map[string]*stat.Fact{}
	for i := range in.dataset.Periods {
		data := &in.dataset.Periods[i]
		for j := range data.Facts {
			if data.Period.Compare(in.period) < 0 {
				earlier[data.Facts[j].ID] = &data.Facts[j]
			}
		}
	}
	for _, f := range in.facts {
		old := earlier[f.ID]
		if old == nil || old.Status != stat.Normal && old.Status != stat.Break || !f.Note.Empty() {
			continue
		}
		if f.Status.HasValue() && f.Quantity.Equal(old.Quantity) {
			continue
		}
		in.findOf(f, f.Place, say("{0}, {1}: was {2}, not marked as provisional, and is {3} now. Say in a note why it was revised."), f.Period, old.Quantity, amount(f.Figure))
	}
}
