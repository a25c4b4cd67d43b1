package dataset

import (
	"slices"
	"strings"

	"nianbao/internal/catalog"
	"nianbao/internal/message"
	"nianbao/internal/stat"
)

// completion fills in what the area's files use, do not define, and the catalogue of the program has: indicators, parts of
// their definitions, themes, units.
type completion struct {
	*binder
	entries  map[string]*indicatorFile // by code
	filled   map[string]catalog.Entry  // those whose definition is the catalogue's, at least in part
	more     []entry[*indicatorFile]   // those that the area's own list lacks
	observed []map[string]*observationFile
	composed map[string][]string // the parts that a composition has shares of, by whole and breakdown
	parts    map[string]bool     // indicators that are parts of a breakdown of the catalogue
}

// complete adds to the area's definitions. An entry of the area that has a theme, a name and a unit is a definition of its
// own; of any other, the keys that it lacks are the catalogue's.
func (b *binder) complete() {
	c := completion{
		binder: b, entries: map[string]*indicatorFile{}, filled: map[string]catalog.Entry{}, composed: map[string][]string{},
		parts: map[string]bool{},
	}
	in := &b.dir.indicators
	for _, e := range in.Indicators {
		if e.Value != nil {
			c.entries[e.Key] = e.Value
			c.entry(e)
		}
	}
	if !b.dir.partial[indicatorsName] {
		c.uses()
		c.undefined()
	}
	c.divide()
	c.contain()
	in.Indicators = merged(append(in.Indicators, c.more...), len(in.Indicators), catalogueCodes)
	c.units()
	c.themes()
}

// entry fills an entry of the area.
func (c *completion) entry(e entry[*indicatorFile]) {
	in := e.Value
	var missing []string
	for _, key := range []string{"theme", "name", "unit"} {
		if in.shape != nil && !in.given(key) {
			missing = append(missing, key)
		}
	}
	standard, known := catalog.Get(e.Key)
	switch {
	case len(missing) == 0:
		return
	case known:
		c.fill(e.Key, in, standard)
		return
	case len(missing) == 3:
		c.add(in.at, "give theme, name and unit of %q, which is not in the program's catalogue%s", clip(e.Key), c.instead(clip(e.Key), catalogueCodes()))
	default:
		for _, key := range missing {
			c.add(in.at, "key %q is missing", key)
		}
	}
	in.spoil()
	c.dir.faulty[indicatorsName] = true
}

// fill gives an entry what it does not say. Unit, power of ten, base and basis go together.
func (c *completion) fill(code string, in *indicatorFile, e catalog.Entry) {
	c.filled[code] = e
	if !in.given("theme") {
		in.Theme = e.Theme
	}
	if !in.given("name") {
		in.Name = textFile(e.Name)
	}
	if !in.given("better") {
		in.Better = e.Better
	}
	if !in.given("timing") {
		in.Timing = e.Timing
	}
	if !in.given("frequency") {
		in.Known = e.Known
	}
	if !in.given("headline") {
		in.Headline = e.Headline
	}
	if !in.given("verb") {
		in.Verb = e.Verb
	}
	if !in.given("sentence") {
		in.Sentence = templateFile{Hans: template(e.Usual.Hans), En: template(e.Usual.En)}
	}
	if in.given("unit") {
		return
	}
	in.Unit = e.Unit
	if !in.given("base") {
		in.Base = textFile(e.Base)
	}
	if !in.given("mult") {
		in.Mult = e.Mult
	}
	if !in.given("basis") {
		in.Basis = e.Basis
	}
}

// uses takes up every indicator that a file uses.
func (c *completion) uses() {
	for _, e := range c.dir.indicators.Indicators {
		if e.Value != nil {
			c.related(e.Value)
		}
	}
	for i := range c.dir.periods {
		file := &c.dir.periods[i].file
		c.observed = append(c.observed, map[string]*observationFile{})
		for _, e := range file.Observations {
			c.use(e.At, e.Key)
			if e.Value != nil {
				c.observed[i][e.Key] = e.Value
				c.compositions(e)
			}
		}
		for _, e := range file.Targets {
			c.use(e.At, e.Key)
		}
		c.noted(file.Notes)
	}
	c.noted(c.dir.area.Notes)
}

// related takes up the indicators that an entry of the area names.
func (c *completion) related(in *indicatorFile) {
	c.use(in.on("parts"), in.Parts.plain...)
	for _, b := range in.Parts.named {
		if b.Value != nil {
			c.use(b.At, b.Value.Of...)
		}
	}
	c.use(in.on("includes"), in.Includes...)
	c.use(in.on("of"), in.Of, in.RateOf)
}

// slips is how many codes can be slips of the pen, for others of the catalogue, in an area without indicators.yaml. If there are
// more, the file has been forgotten.
const slips = 3

// undefined reports that an area has no indicators.yaml, but indicators that only it could define. A few codes in whose place
// there are others of the catalogue are reported where they stand.
func (c *completion) undefined() {
	if c.dir.present[indicatorsName] {
		return
	}
	var own, like []entry[*observationFile] // like: in whose place there are indicators of the catalogue
	seen := map[string]bool{}
	for _, period := range c.dir.periods {
		for _, e := range period.file.Observations {
			if c.entries[e.Key] != nil || seen[e.Key] || len(seen) >= few {
				continue
			}
			seen[e.Key] = true
			if inCatalogue(e.Key) != nil {
				like = append(like, e)
			} else {
				own = append(own, e)
			}
		}
	}
	if len(like) > slips {
		own, like = append(own, like...), nil
	}
	if len(own) == 0 {
		return // the others are reported like codes that an existing file lacks
	}
	codes := make([]string, len(own))
	for i := range own {
		codes[i] = own[i].Key
	}
	c.add(stat.Place{File: indicatorsName}, "the file is missing: it defines what the program's catalogue does not have: %s (first at %s); nianbao catalog WORD finds codes", strings.Join(codes, ", "), own[0].At)
	c.dir.partial[indicatorsName], c.dir.faulty[indicatorsName] = true, true
	for _, e := range like {
		c.add(e.At, "unknown %s %q%s", message.Plain("indicator"), clip(e.Key), inCatalogue(e.Key))
	}
}

func (c *completion) noted(notes []noteFile) {
	for i := range notes {
		c.use(notes[i].on("indicator"), notes[i].Indicator)
	}
}

// use takes up the indicators of the catalogue that a place names.
func (c *completion) use(at stat.Place, codes ...string) {
	for _, code := range codes {
		if c.entries[code] != nil {
			continue
		}
		if e, ok := catalog.Get(code); ok {
			in := &indicatorFile{node: node{at: at}}
			c.fill(code, in, e)
			c.entries[code] = in
			c.more = append(c.more, entry[*indicatorFile]{Key: code, At: at, Value: in})
		}
	}
}

// compositions takes up the parts that a composition has shares of: all of a breakdown, or all that every area has.
func (c *completion) compositions(e entry[*observationFile]) {
	standard, ok := c.filled[e.Key]
	if !ok || c.entries[e.Key].given("parts") {
		return
	}
	for i := range e.Value.Composition {
		in := &e.Value.Composition[i]
		for _, b := range standard.Breakdowns {
			usual := slices.DeleteFunc(slices.Clone(b.Parts), optional)
			for _, parts := range [][]string{b.Parts, usual} {
				if len(parts) == len(in.Values) && (in.By == b.Code || in.By == "") {
					c.use(e.At, parts...)
					c.composed[e.Key+"."+b.Code] = parts
				}
			}
			if in.By == "" && c.composed[e.Key+"."+b.Code] != nil {
				break
			}
		}
	}
}

func optional(code string) bool {
	p, _ := catalog.PartOf(code)
	return p.Optional
}
