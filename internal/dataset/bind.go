package dataset

import (
	"regexp"
	"strings"
	"unicode"

	"nianbao/internal/file"
	"nianbao/internal/message"
	"nianbao/internal/stat"
)

// binder turns file structs into a dataset: it resolves codes, applies defaults and makes fact IDs.
type binder struct {
	*faults
	dir *areaFolder
	ds  *stat.Dataset

	scopes, sources, units, themes, indicators, groups, projects *registry

	catalogue map[string]*indicatorFile // by code
	defined   map[string]stat.Indicator // what those say, by code
	works     map[string]*stat.Project  // of projects.yaml, by code
	facts     map[string]known          // by ID, of all periods
	firsts    map[string]string         // the first share of each composition, by their IDs
	files     []*stat.PeriodData        // in order of time
}

// known is what later steps have to know of a fact.
type known struct {
	exists   bool
	hasValue bool // in some file
}

func bind(dir *areaFolder, area string, f *faults) *stat.Dataset {
	b := &binder{faults: f, dir: dir, ds: &stat.Dataset{}, facts: map[string]known{}, firsts: map[string]string{}}
	b.area(area)
	b.complete()
	b.indicatorsFile()
	b.words()
	b.projectsFile()
	var bound []*periodBinder
	for i := range dir.periods {
		p := newPeriodBinder(b, &dir.periods[i])
		p.bind()
		if i > 0 {
			p.carry(bound[i-1])
		}
		bound = append(bound, p)
		b.files = append(b.files, p.out)
	}
	standing, notes := b.standingTexts(bound), b.standingNotes(bound)
	for _, p := range bound {
		p.baselines()
		p.accepted()
		p.sentences(standing)
		p.notes(notes)
		b.ds.Periods = append(b.ds.Periods, *p.out)
	}
	return b.ds
}

// registry starts the codes that a file declares.
func (b *binder) registry(noun, file string, size int) *registry {
	r := newRegistry(noun, size)
	r.partial = b.dir.partial[file]
	return r
}

// mostAreaCode is how long the code of an area is at most: names of files have room for it, a period and a kind.
const mostAreaCode = 100

// area binds area.yaml.
func (b *binder) area(folder string) {
	in := &b.dir.area
	if in.Code != folder && in.Code != "" {
		b.add(in.on("code"), "code %q is not the name of the folder, %q", clip(in.Code), folder)
	}
	b.coded(in.Code, in.on("code"))
	switch n := len(in.Code); {
	case n > mostAreaCode:
		b.add(in.on("code"), "code %q has %d characters: want %d at most, as files and folders are named by it", clip(in.Code), n, mostAreaCode)
	case file.Reserved(in.Code):
		b.add(in.on("code"), "code %q: Windows allows no file or folder of this name: choose another", in.Code)
	}
	b.ds.Area = stat.Area{
		Code: in.Code, Official: in.Official, Name: in.Name.text(), Within: in.Within.text(), Title: b.title(in.Title, in.on("title")), Issuer: in.Issuer.text(),
		Contact: in.Contact.text(), Licence: b.licence(&in.Licence), Sample: in.Sample, Place: in.at, Lines: map[string]int{},
	}
	for _, key := range []string{"name", "within", "title", "issuer", "contact"} {
		if in.given(key) {
			b.ds.Area.Lines[key] = in.on(key).Line
		}
	}
	if err := in.Schedule.own().Check(); err != nil {
		b.add(in.Schedule.on("last"), "%v", err)
	}
	b.scopes = b.registry("scope", areaName, len(in.Scopes))
	for _, e := range in.Scopes {
		b.define(b.scopes, e.Key, e.At)
		if s := e.Value; s != nil {
			b.ds.Area.Scopes = append(b.ds.Area.Scopes, stat.Scope{
				Code: e.Key, Name: s.Name.text(), Of: b.positive(&s.node, "of", s.Of), Place: e.At,
			})
		}
	}
	b.sources = b.registry("source", areaName, len(in.Sources))
	for _, e := range in.Sources {
		b.define(b.sources, e.Key, e.At)
		if e.Value != nil {
			b.ds.Area.Sources = append(b.ds.Area.Sources, b.source(e))
		}
	}
}

// licenceCode is the form of SPDX identifiers, and of the names of licences in data packages.
var licenceCode = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9.-]*$`)

func (b *binder) licence(in *licenceFile) stat.Licence {
	b.address(&in.node, in.URL)
	if in.Code != "" && !licenceCode.MatchString(in.Code) {
		b.add(in.on("code"), "code %q: want the licence's identifier, as CC-BY-4.0: letters, digits, dots and dashes", clip(in.Code))
	}
	return stat.Licence{Code: in.Code, Name: in.Name.text(), URL: in.URL, Place: in.at}
}

// address checks the key url.
func (b *binder) address(n *node, url string) {
	scheme, rest, ok := strings.Cut(url, "://")
	host := rest[:max(0, strings.IndexAny(rest+"/", "/?#"))]
	switch {
	case url == "":
	case !ok || scheme != "https" && scheme != "http":
		b.add(n.on("url"), "url %q: want an address that begins with https:// or http://", clip(url))
	case host == "" || strings.ContainsFunc(host, unicode.IsSpace):
		b.add(n.on("url"), "url %q: want the name of a host after ://, without spaces, as https://example.org/", clip(url))
	}
}

func (b *binder) source(e entry[*sourceFile]) stat.Source {
	in := e.Value
	b.address(&in.node, in.URL)
	reference := in.Reference.text()
	for _, l := range stat.Langs() {
		if wording := reference.In(l); wording != "" && !strings.Contains(wording, "{0}") {
			b.add(in.on("reference").Child(string(l)), "holds no {0}, where the reference goes")
		}
	}
	return stat.Source{
		Code: e.Key, Title: in.Title.text(), Publisher: in.Publisher.text(), Credit: in.Credit.text(),
		Reference: reference, Date: in.Date, URL: in.URL, Place: e.At,
	}
}

// positive is an optional number that counts from 1; 0 if it is not given.
func (b *binder) positive(n *node, key string, i *int) int {
	if i == nil {
		return 0
	}
	if *i < 1 && !n.broken {
		b.add(n.on(key), "must be 1 or more, is %d", *i)
	}
	return *i
}

// The powers of ten a figure can be given in: from pico to exa, so that a slip cannot
// ask for a number of millions of digits.
const (
	leastMult = -12
	mostMult  = 18
)

func (b *binder) power(at stat.Place, mult int) {
	if mult < leastMult || mult > mostMult {
		b.add(at, "must be a power of ten from %d to %d, is %d", leastMult, mostMult, mult)
	}
}

// distinct holds a code against the things of other sorts that sentences name in the same way.
func (b *binder) distinct(code string, at stat.Place, others ...*registry) {
	for _, r := range others {
		if first, ok := r.index[code]; ok {
			b.add(at, "code %q is taken by the %s at %s", code, message.Plain(r.noun), first)
		}
	}
}
