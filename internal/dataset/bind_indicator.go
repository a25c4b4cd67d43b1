package dataset

import (
	"cmp"
	"math/big"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"nianbao/internal/stat"
)

// indicatorsFile binds indicators.yaml.
func (b *binder) indicatorsFile() {
	in := &b.dir.indicators
	b.ownUnits(in.Units)
	b.themes = b.registry("theme", indicatorsName, len(in.Themes))
	for _, e := range in.Themes {
		b.define(b.themes, e.Key, e.At)
		if e.Key == stat.PrefaceTheme || e.Key == stat.PointsTheme || slices.Contains(sentenceThemes(), e.Key) {
			b.add(e.At, "theme %q has a meaning of its own in sentences: choose another code", e.Key)
		}
		b.ds.Themes = append(b.ds.Themes, stat.Theme{Code: e.Key, Name: e.Value.text(), Place: e.At})
	}
	b.indicators = b.registry("indicator", indicatorsName, len(in.Indicators))
	b.indicators.beyond = inCatalogue
	b.groups = b.registry("group of a tally", indicatorsName, 0)
	b.groups.partial = b.dir.faulty[indicatorsName]
	b.catalogue = make(map[string]*indicatorFile, len(in.Indicators))
	b.defined = make(map[string]stat.Indicator, len(in.Indicators))
	for _, e := range in.Indicators {
		b.define(b.indicators, e.Key, e.At)
	}
	b.ds.Indicators = make([]stat.Indicator, 0, len(in.Indicators))
	for _, e := range in.Indicators {
		if e.Value != nil {
			b.catalogue[e.Key] = e.Value
			ind := b.indicator(e)
			b.defined[e.Key], b.ds.Indicators = ind, append(b.ds.Indicators, ind)
		}
	}
	b.relate()
	for code, in := range b.catalogue {
		b.usual(code, in)
	}
}

// usual holds the references of an indicator's usual sentence against the figures that it can have.
func (b *binder) usual(code string, in *indicatorFile) {
	figures := func(text stat.Text) []string {
		var names []string
		for _, ref := range references(text) {
			if ref.subject != "name" && !slices.Contains(frameRefs(), ref.subject) {
				names = append(names, ref.whole)
			}
		}
		slices.Sort(names)
		return names
	}
	text := in.Sentence.text()
	if !slices.Equal(figures(stat.Text{Hans: text.Hans}), figures(stat.Text{En: text.En})) {
		b.add(in.on("sentence"), "the languages refer to different figures: use the same in both")
	}
	for _, ref := range references(in.Sentence.text()) {
		plain := ref.name == "" && ref.figure == "" && ref.period == ""
		if !plain || ref.subject != "name" && !slices.Contains(frameRefs(), ref.subject) && !b.measured(code, ref.subject) {
			known := append(slices.Collect(b.measures(code)), "name")
			b.add(in.on("sentence"), "reference {%s}: want a measure of the indicator itself, as {level} or {growth}, or {name}%s",
				ref.whole, b.instead(ref.whole, append(known, frameRefs()...)))
		}
	}
}

// ownUnits adds the area's units to those of the program.
func (b *binder) ownUnits(own ordered[*unitFile]) {
	b.ds.Units = stat.Units()
	b.units = b.registry("unit", indicatorsName, len(b.ds.Units)+len(own))
	printed := map[string]string{}
	for _, code := range stat.UnitCodes() {
		if code != stat.RankUnit {
			b.units.add(code, stat.Place{})
		}
		if u := b.ds.Units[code]; u.Kind() != stat.CountKind {
			for _, word := range append(u.Printed, u.Counter.Hans, u.One, u.Many) {
				printed[word] = code
			}
		}
	}
	for _, e := range own {
		if !unitForm.MatchString(e.Key) {
			b.add(e.At, "unit code %q: want upper-case letters, digits and underscores, a letter first", clip(e.Key))
		}
		if _, taken := b.ds.Units[e.Key]; taken {
			b.add(e.At, "unit %s is known to the program: choose another code", e.Key)
			continue
		}
		if e.Value != nil {
			b.units.add(e.Key, e.At)
			b.ds.Units[e.Key] = ownUnit(e)
			b.aliases(e, printed)
		}
	}
}

// words gives units of the program the Chinese words that the area prefers.
func (b *binder) words() {
	for _, e := range b.dir.area.Words {
		u, known := stat.Units()[e.Key]
		switch {
		case !known:
			b.add(e.At, "unit %s is none of the program's: its words stand in %s", clip(e.Key), indicatorsName)
		case e.Value != "":
			u.Counter = stat.Text{Hans: e.Value, En: u.Many}
			u.Place = stat.Place{File: e.At.File, Line: e.At.Line, Path: "words"}
			b.ds.Units[e.Key] = u
		}
	}
}

func ownUnit(e entry[*unitFile]) stat.Unit {
	in := e.Value
	u := stat.Unit{
		Code: e.Key, Dim: in.Kind.Dimension(),
		Counter: stat.Text{Hans: in.Counter.Hans, Hant: in.Counter.Hant, En: cmp.Or(in.Counter.En, in.Many)},
		One:     in.One, Many: in.Many, Printed: in.Aliases, Place: e.At,
	}
	switch {
	case u.Dim == stat.Count:
		u.Base = big.NewRat(1, 1)
	case u.Dim == stat.OwnMeasure && strings.Contains(u.Counter.Hans, "/"):
		u.Dim = stat.Quotient // whose figures do not add up
	}
	return u
}

// aliases holds what sources print of a unit against what they print of the program's and of the area's other units.
// Counted things share their measure words.
func (b *binder) aliases(e entry[*unitFile], printed map[string]string) {
	for _, alias := range e.Value.Aliases {
		first, _ := utf8.DecodeRuneInString(alias)
		switch other := printed[alias]; {
		case alias == "" || unicode.IsDigit(first):
			b.add(e.Value.on("aliases"), "alias %q begins with a digit or is empty: write the words that stand behind a number", clip(alias))
		case other != "":
			b.add(e.Value.on("aliases"), "alias %q is printed for unit %s: choose another, or use that unit", alias, other)
		default:
			printed[alias] = e.Key
		}
	}
}

func (b *binder) indicator(e entry[*indicatorFile]) stat.Indicator {
	in := e.Value
	b.resolve(b.themes, in.Theme, in.on("theme"))
	b.resolve(b.units, in.Unit, in.on("unit"))
	b.base(in, e.At)
	b.power(in.on("mult"), in.Mult)
	b.others(e.Key, in.Includes, in.on("includes"))
	b.other(e.Key, in.Of, in.on("of"))
	b.other(e.Key, in.RateOf, in.on("rate_of"))
	unit := b.ds.Units[in.Unit]
	if (in.Basis == stat.Nominal || in.Basis == stat.Real) && b.units.has(in.Unit) && !unit.Priced() {
		b.add(in.on("basis"), "unit %s is no money, so its growth has no prices: leave the basis out", in.Unit)
	}
	return stat.Indicator{
		Code: e.Key, Theme: in.Theme, Name: in.Name.text(), Unit: in.Unit, Mult: in.Mult,
		Basis: cmp.Or(in.Basis, stat.UsualBasis(unit)), Verb: cmp.Or(in.Verb, stat.UsualVerb(unit)), Better: cmp.Or(in.Better, stat.Up), Directed: in.given("better"), Headline: in.Headline,
		Timing: cmp.Or(in.Timing, stat.Flow), Known: cmp.Or(in.Known, stat.EveryPeriod),
		Tally: b.tally(in.Tally), Breakdowns: b.breakdowns(e), Includes: in.Includes, RateOf: in.RateOf,
		Usual: in.Sentence.text(), Note: in.Note.text(), Place: e.At,
	}
}

// base makes the unit of an index of what it states as its base.
func (b *binder) base(in *indicatorFile, at stat.Place) {
	base := in.Base.text()
	if base.Empty() {
		return
	}
	if in.Unit != stat.IndexUnit {
		b.add(in.on("base"), "a base is given with unit: %s only", stat.IndexUnit)
		return
	}
	u := stat.IndexOn(base, at)
	other, taken := b.ds.Units[u.Code]
	switch {
	case u.Code == stat.IndexUnit || taken && !other.Index:
		b.add(in.on("base"), "its English makes no code of its own: say on what the index stands, as previous year = 100")
	case taken && (other.Counter != u.Counter || other.One != u.One):
		b.add(in.on("base"), "%s has other words for %s: give both the same", other.Place.Path, u.Code)
	case !taken:
		b.units.add(u.Code, at)
		b.ds.Units[u.Code] = u
	}
	in.Unit = u.Code
}

// other is others of at most one indicator.
func (b *binder) other(own, code string, at stat.Place) {
	if code != "" {
		b.others(own, []string{code}, at)
	}
}

// others holds the indicators that one refers to at a place against the catalogue.
func (b *binder) others(own string, list []string, at stat.Place) {
	for i, code := range list {
		switch {
		case code == own:
			b.add(at, "names the indicator itself")
		case slices.Contains(list[:i], code):
			b.add(at, "names %q twice", code)
		default:
			b.resolve(b.indicators, code, at)
		}
	}
}

func (b *binder) tally(in *tallyFile) *stat.Tally {
	if in == nil {
		return nil
	}
	b.coded(in.Group, in.on("group"))
	if in.Group != "" {
		b.groups.add(in.Group, in.at)
	}
	if in.AtMost != nil && in.Position != nil {
		b.add(in.at, "counts either at_most or position, not both")
	}
	return &stat.Tally{
		Group:  in.Group,
		AtMost: b.positive(&in.node, "at_most", in.AtMost), Position: b.positive(&in.node, "position", in.Position),
	}
}
