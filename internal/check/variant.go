package check

import "nianbao/internal/stat"

func variantEqual(in *inspection) {
	for _, f := range in.facts {
		for v := range variants(f) {
			if !in.alike(f.Figure, v) {
				continue
			}
			in.findOf(f, v.Place, say("{0}: a variant is the same as the preferred figure, {1}. Delete it and add its reference to the figure."), amount(v))
		}
	}
}

func variantReason(in *inspection) {
	for _, f := range in.facts {
		if len(f.Variants) == 0 || !f.Reason.Empty() {
			continue
		}
		in.findOf(f, f.Place, say("{0}: there are variants, but nothing says why {1} is preferred. Enter a reason."), amount(f.Figure))
	}
}

func declaredVariant(in *inspection) {
	for _, f := range in.facts {
		for v := range variants(f) {
			in.findOf(f, v.Place, variantMessage(f, v), amount(f.Figure), amount(v), f.Reason)
		}
	}
}

func variantMessage(f *stat.Fact, v stat.Figure) stat.Text {
	switch {
	case v.Status == stat.Forecast && f.Status != stat.Forecast:
		return say("{0}: this edition uses {1}; the source also expects {2}. {3}")
	case f.Status == stat.Forecast && v.Status != stat.Forecast:
		return say("{0}: this edition uses the expected {1}; the source also gives {2}. {3}")
	default:
		return say("{0}: this edition uses {1}; the source also gives {2}. {3}")
	}
}
