package dataset

import (
	"cmp"
	"iter"
	"slices"
	"strconv"
	"strings"

	"nianbao/internal/message"
	"nianbao/internal/stat"
)

// standingSentence is a sentence of text.yaml with what it refers to.
type standingSentence struct {
	in   *sentenceFile
	refs []reference
}

// standingTexts is what text.yaml holds.
type standingTexts struct {
	prose                      stat.Prose
	preface, points, sentences []standingSentence
}

// standingTexts binds text.yaml. A standing sentence stays away where its facts do, so that a reference nothing
// can ever answer to would pass unseen: it is a fault here.
func (b *binder) standingTexts(periods []*periodBinder) standingTexts {
	file := &b.dir.standing
	b.sentenceHeads(file)
	paragraphs := func(list []paragraphFile, theme string) (all []standingSentence) {
		for i := range list {
			in := list[i].sentence(theme, i)
			all = append(all, b.standing(in, in.at, periods))
		}
		return all
	}
	all := standingTexts{
		prose: file.Prose, preface: paragraphs(file.Preface, stat.PrefaceTheme), points: paragraphs(file.Points, stat.PointsTheme),
	}
	for i := range file.Sentences {
		in := &file.Sentences[i]
		all.sentences = append(all.sentences, b.standing(in, in.on("text"), periods))
	}
	return all
}

// standing holds the references of a sentence that any period may take, written at a place, against what there is.
func (b *binder) standing(in *sentenceFile, at stat.Place, periods []*periodBinder) standingSentence {
	s := standingSentence{in: in, refs: references(in.Text.text())}
	for _, ref := range s.refs {
		b.answerable(ref, at, periods)
		if due := b.dueElsewhere(ref, periods); due != "" && in.Period.IsZero() {
			b.add(at, "reference {%s}: no edition's own period has this target; name the one it is due in, as {%s}", ref.whole, due)
		}
	}
	return s
}

// sentence is a paragraph of the preface, or a main point, as a sentence. Its ID is no code, so that no other sentence can have
// it. It needs no list of the periods that it compares: a reference names them.
func (f *paragraphFile) sentence(theme string, i int) *sentenceFile {
	return &sentenceFile{
		node: f.node, ID: theme + "." + strconv.Itoa(i+1), Theme: theme, Text: f.templateFile,
		Compares: periodsNamed(f.text()),
	}
}

// periodsNamed lists the periods that references name, each once.
func periodsNamed(t stat.Text) []stat.Period {
	var named []stat.Period
	for _, ref := range references(t) {
		if p, err := stat.ParsePeriod(ref.period); err == nil && !slices.Contains(named, p) {
			named = append(named, p)
		}
	}
	return named
}

// sentenceHeads holds IDs and themes of one file's sentences against the rules.
func (b *binder) sentenceHeads(file *sentencesFile) {
	if file.at.File != "" && !file.broken && !slices.ContainsFunc([]string{"sentences", "preface", "points", "prose"}, file.given) {
		b.add(file.at, "holds no sentences, preface, points or prose: give one, or remove the file")
	}
	list := file.Sentences
	ids := newRegistry("sentence", len(list))
	themes := newRegistry("theme", len(b.themes.order))
	themes.partial = b.themes.partial
	for _, code := range append(slices.Clone(b.themes.order), sentenceThemes()...) {
		themes.add(code, b.themes.index[code])
	}
	for i := range list {
		in := &list[i]
		b.distinct(in.ID, in.on("id"), ids)
		if in.ID != "" {
			b.define(ids, in.ID, in.at)
		}
		b.resolve(themes, in.Theme, in.on("theme"))
		b.replaces(in)
	}
}

// replaces holds the ID of a sentence that takes the place of a composed one against what is composed: a sentence for each
// indicator in its theme, and those of the other chapters.
func (b *binder) replaces(in *sentenceFile) {
	code, composed := strings.CutPrefix(in.ID, stat.ComposedPrefix)
	ind, ok := b.defined[code]
	if first, again := strings.CutSuffix(code, stat.AgainSuffix); again && !ok {
		ind, ok = b.defined[first]
	}
	switch {
	case !composed || b.indicators.partial || strings.HasPrefix(in.ID, stat.BesidePrefix):
	case ok && ind.Theme != in.Theme:
		b.add(in.on("theme"), "the composed sentence %s is in theme %q: give that theme, or another id", in.ID, ind.Theme)
	case !ok && !slices.Contains(sentenceThemes(), strings.SplitN(code, "-", 2)[0]):
		b.add(in.on("id"), "no sentence is composed with the id %q%s", in.ID, b.instead(code, b.indicators.order))
	}
}

// reference is what stands in braces, taken apart.
type reference struct {
	whole   string
	name    string // the code that {@code} asks the name of
	subject string // in {subject.figure@period}; alone, as in {year}, it is of the edition itself
	figure  string
	period  string // "" for the sentence's own
}

func parseReference(whole string) reference {
	if name, ok := strings.CutPrefix(whole, "@"); ok {
		return reference{whole: whole, name: name}
	}
	r := reference{whole: whole}
	fact, period, _ := strings.Cut(whole, "@")
	r.subject, r.figure, _ = strings.Cut(fact, ".")
	r.period = period
	return r
}

// references lists what a text refers to in any language, each once.
func references(t stat.Text) []reference {
	var refs []reference
	for _, l := range stat.Langs() {
		tokens, _ := stat.ParseTemplate(t.In(l)) // the decoder has refused what does not parse
		for _, token := range tokens {
			if ref := parseReference(token.Ref); token.Ref != "" && !slices.Contains(refs, ref) {
				refs = append(refs, ref)
			}
		}
	}
	return refs
}

// answerable reports a reference that no period can answer.
func (b *binder) answerable(ref reference, at stat.Place, periods []*periodBinder) {
	fault := func(format string, args ...any) {
		b.add(at, "reference {%s}: %v", ref.whole, message.Of(format, args...))
	}
	if ref.period != "" {
		if _, err := stat.ParsePeriod(ref.period); err != nil {
			fault("%v", err)
		}
	}
	switch {
	case ref.name != "":
		if !b.nameable(ref.name, periods) {
			fault("nothing is called %q%s", ref.name, b.instead(ref.name, b.subjects()))
		}
	case ref.figure == "":
		if !slices.Contains(frameRefs(), ref.subject) {
			fault("unknown%s", b.instead(ref.subject, frameRefs()))
		}
	case b.indicators.has(ref.subject):
		if !b.measured(ref.subject, ref.figure) {
			fault("unknown measure %q%s", ref.figure, b.instead(ref.figure, slices.Collect(b.measures(ref.subject))))
		}
	case !b.projects.has(ref.subject) && !b.indicators.partial && !b.projects.partial:
		fault("unknown indicator or project %q%s", ref.subject, b.instead(ref.subject, b.subjects()))
	}
}

// dueElsewhere is a target that a reference without a period can be meant for, if there are such, but none that is due in
// the period of a file; "" otherwise.
func (b *binder) dueElsewhere(ref reference, periods []*periodBinder) string {
	if ref.period != "" || !stat.Measure(ref.figure).Target() {
		return ""
	}
	name := ref.subject + "." + ref.figure + "@"
	for _, p := range periods {
		if b.facts[name+p.out.Period.String()].exists {
			return ""
		}
	}
	var due []string
	for id := range b.facts {
		if strings.HasPrefix(id, name) {
			due = append(due, id)
		}
	}
	if len(due) == 0 {
		return ""
	}
	return slices.Max(due)
}

// title binds the title of an edition, which refers to the edition itself alone: a figure is no part of its name.
func (b *binder) title(in templateFile, at stat.Place) stat.Text {
	for _, ref := range references(in.text()) {
		if ref.name != "" || ref.figure != "" || !slices.Contains(frameRefs(), ref.subject) {
			b.add(at, "reference {%s}: a title may have {area}, {period} and {year}; write anything else out", ref.whole)
		}
	}
	return in.text()
}

// frameRefs lists the references to the edition itself.
func frameRefs() []string { return []string{"period", "year", "area"} }

func (b *binder) subjects() []string {
	return append(slices.Clone(b.indicators.order), b.projects.order...)
}

// measured reports whether a figure of an indicator can have a name: one of measures, or that of a figure told beside those.
func (b *binder) measured(subject, name string) bool {
	for one := range b.measures(subject) {
		if one == name {
			return true
		}
	}
	for _, part := range stat.Onlys() {
		name = strings.TrimSuffix(name, "-"+string(part))
	}
	measure, sort, sorted := strings.Cut(name, "-")
	m := stat.Measure(measure)
	switch {
	case !slices.Contains(stat.Measures(), m) || m.Target() || m == stat.Rank || m == stat.Share:
		return false
	case m == stat.Growth && sorted:
		return slices.Contains(stat.Bases(), stat.Basis(sort))
	case m == stat.Margin && sorted:
		return b.scopes.has(sort)
	default:
		return !sorted
	}
}

// measures gives the names that the usual figures of an indicator have in references.
func (b *binder) measures(subject string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, m := range stat.Measures() {
			if m != stat.Share && !yield(string(m)) {
				return
			}
		}
		if !yield(stat.TurnReference) {
			return
		}
		for _, scope := range b.scopes.order {
			if !yield(string(stat.Rank) + "-" + scope) {
				return
			}
		}
		for _, name := range b.shares(subject) {
			if !yield(name) {
				return
			}
		}
	}
}

// shares lists the names of the compositions of an indicator, and of the shares in them.
func (b *binder) shares(subject string) []string {
	var names []string
	for i := range b.ds.Indicators {
		ind := &b.ds.Indicators[i]
		if ind.Code != subject {
			continue
		}
		for _, one := range ind.Breakdowns {
			names = append(names, ind.CompositionName(one))
			for _, part := range one.Parts {
				names = append(names, stat.ShareName(part))
			}
		}
	}
	return names
}

func (b *binder) nameable(code string, periods []*periodBinder) bool {
	if b.indicators.has(code) || b.projects.has(code) || b.indicators.partial || b.projects.partial {
		return true
	}
	return slices.ContainsFunc(periods, func(p *periodBinder) bool {
		return p.recognitions.has(code) || p.initiatives.has(code) || p.recognitions.partial
	})
}

// sentences binds the preface and the period's sentences: the standing ones it has all facts for, then its own. A sentence
// of its own stands in for a standing one of the same ID, a preface or main points of its own for all the standing ones.
func (p *periodBinder) sentences(all standingTexts) {
	file := &p.in.text
	p.sentenceHeads(file)
	p.out.Prose = cmp.Or(file.Prose, all.prose)
	p.paragraphs(file.given("preface"), file.Preface, all.preface, stat.PrefaceTheme)
	p.paragraphs(file.given("points"), file.Points, all.points, stat.PointsTheme)
	own := file.Sentences
	replaced := make(map[string]bool, len(own))
	for i := range own {
		replaced[own[i].ID] = true
	}
	p.standIn(all.sentences, replaced)
	for i := range own {
		p.out.Sentences = append(p.out.Sentences, p.sentence(&own[i]))
	}
}

// paragraphs binds the preface or the main points: the period's own if they are given, or else the standing ones.
func (p *periodBinder) paragraphs(given bool, own []paragraphFile, standing []standingSentence, theme string) {
	if !given {
		p.standIn(standing, nil)
		return
	}
	for i := range own {
		p.out.Sentences = append(p.out.Sentences, p.sentence(own[i].sentence(theme, i)))
	}
}

// standIn takes the standing sentences that the period has all facts for, without those that are replaced.
func (p *periodBinder) standIn(all []standingSentence, replaced map[string]bool) {
	for _, s := range all {
		if !replaced[s.in.ID] && p.answers(s) {
			p.out.Sentences = append(p.out.Sentences, p.sentence(s.in))
		}
	}
}

func (p *periodBinder) sentence(in *sentenceFile) stat.Sentence {
	return stat.Sentence{
		ID: in.ID, Theme: in.Theme, Period: cmp.Or(in.Period, p.out.Period), Compares: in.Compares,
		Text: in.Text.text(), Place: in.at,
	}
}

// answers reports whether the period has all that a standing sentence refers to.
func (p *periodBinder) answers(s standingSentence) bool {
	usual := cmp.Or(s.in.Period, p.out.Period).String()
	for _, ref := range s.refs {
		fact := ref.subject + "." + ref.figure
		switch {
		case ref.name != "" && !p.names(ref.name):
			return false
		case ref.name != "" || ref.figure == "":
		case ref.period == "" && p.milestones[fact]:
		default:
			if id := fact + "@" + cmp.Or(ref.period, usual); !p.facts[id].hasValue && !p.turned(id) {
				return false
			}
		}
	}
	return true
}

// turned reports whether two levels tell what a reference to a growth or a turn asks for.
func (p *periodBinder) turned(id string) bool {
	subject, at, ok := stat.TurnID(id)
	ind := p.defined[subject]
	return ok && stat.KnownTurn(p.files, p.out.Period, subject, at, p.ds.Units[ind.Unit]) != ""
}

// names reports whether the period's edition has something of this code that can be named.
func (p *periodBinder) names(code string) bool {
	return p.indicators.has(code) || p.projectCodes.has(code) || p.recognitions.has(code) || p.initiatives.has(code)
}
