package briefing

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"math"
	"os"
	"reflect"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"nianbao/internal/dataset"
	"nianbao/internal/edition"
	"nianbao/internal/golden"
	"nianbao/internal/stat"
	"nianbao/internal/town"
)

// TestEquality compares everything drawn and tagged, for many editions and every look, with golden digests. It shows
// whether a refactoring changes anything.
func TestEquality(t *testing.T) {
	if runtime.GOARCH != "amd64" {
		t.Skip("other processors round sums of products in another way")
	}
	check := func(name string, editions []string) { golden.Check(t, name, digests(t, editions)) }
	check("equality", []string{"saibei 2023", "example 2024", "example 2024-Q3", "tongjian 2022", "headlines twice", "targets sixteen times", "both", "little", "unusual", "unusual Q3"})
	if !testing.Short() {
		check("equality-stress", []string{"stress"})
	}
}

// equalityEdition is a named edition for equality tests.
func equalityEdition(t testing.TB, name string, langs []stat.Lang) *edition.Edition {
	t.Helper()
	if name == "stress" {
		d := stressDatasetOf(90, 60)
		return periodEdition(t, d, d.Periods[0].Period, langs)
	}
	if month := map[string]int{"example 2024": 12, "example 2024-Q3": 9, "unusual Q3": 9}[name]; month > 0 {
		d, _, err := dataset.Load(os.DirFS("../../config/areas"), "example")
		if err != nil {
			t.Fatal(err)
		}
		e := periodEdition(t, d, stat.Through(2024, month), langs)
		if name == "unusual Q3" {
			makeUnusual(e, "13")
		}
		return e
	}
	if name == "tongjian 2022" {
		return areaEdition(t, "tongjian", langs...)
	}
	e := areaEdition(t, "saibei", langs...)
	if name == "headlines twice" || name == "both" {
		e.Headlines = slices.Concat(e.Headlines, e.Headlines)
	}
	if name == "targets sixteen times" || name == "both" {
		for range 4 {
			e.Targets = slices.Concat(e.Targets, e.Targets)
		}
	}
	switch name {
	case "little":
		e.Headlines, e.Targets, e.Rankings = nil, nil, nil
	case "unusual":
		makeUnusual(e, "27")
	}
	return e
}

func periodEdition(t testing.TB, d *stat.Dataset, p stat.Period, langs []stat.Lang) *edition.Edition {
	t.Helper()
	e, err := edition.Build(d, p, edition.Options{Langs: langs, Sections: town.Sections(), Release: p.End()})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// makeUnusual adds what charts seldom have: events with short and long words, positions that are only expected or very
// low, growth and a goal below zero, and a value far above the others.
func makeUnusual(e *edition.Edition, position string) {
	for i := range e.Milestones {
		m := &e.Milestones[i]
		m.Project, m.Step, m.Date = e.Projects[i%2], stat.StepEvent, stat.Date{Year: e.Period.Year, Month: 1 + i*3%9, Day: 1 + i*5%28}
		m.Text = []stat.Text{{Hans: "开业", En: "Opened"}, {Hans: longName(40, i), En: strings.Repeat("Opened at last ", 6)}, {}}[i%3]
	}
	for i, r := range e.Rankings {
		r.Fact.Status = []stat.Status{stat.Normal, stat.Forecast}[i%2]
		if i == 0 {
			r.Fact.Quantity.Value = stat.Qty(position, 0, "").Value
		}
	}
	for i, t := range e.Targets {
		if t.Growth != nil {
			t.Growth.Quantity.Value = stat.Qty([]string{"-3.5", "250", "4"}[i%3], 0, "").Value
		}
		if i == 0 {
			t.Fact.Quantity.Value = t.Fact.Quantity.Value.Neg()
		}
	}
}

// digests composes editions in every theme, layout and order of languages, and writes one line for each.
func digests(t testing.TB, editions []string) string {
	var jobs sync.WaitGroup
	running := make(chan bool, runtime.GOMAXPROCS(0))
	lines := make([]string, len(editions)*len(equalityLangs))
	for i, name := range editions {
		for j, langs := range equalityLangs {
			e := equalityEdition(t, name, langs)
			looks := equalityLooks(t, e)
			running <- true
			jobs.Go(func() {
				defer func() { <-running }()
				for _, opt := range looks {
					at := &lines[i*len(equalityLangs)+j]
					*at += fmt.Sprintf("%s, %v, %s, %s: ", name, langs, opt.Theme.Name, opt.Layout)
					if doc, err := composed(e, opt); err != nil {
						*at += err.Error() + "\n"
					} else {
						*at += digest(doc) + "\n"
					}
				}
			})
		}
	}
	jobs.Wait()
	return strings.Join(lines, "")
}

var equalityLangs = [][]stat.Lang{{stat.Hans, stat.En}, {stat.En}, {stat.Hans}, {stat.En, stat.Hans}}

func equalityLooks(t testing.TB, e *edition.Edition) []Options {
	t.Helper()
	var looks []Options
	for _, theme := range []string{"briefing", "gongwen"} {
		for _, layout := range []Layout{Parallel, Stacked, Sequential} {
			opt := options(t, e.Units, e.Langs...)
			var err error
			if opt.Theme, err = ThemeByName(theme); err != nil {
				t.Fatal(err)
			}
			opt.Layout = layout
			looks = append(looks, opt)
		}
	}
	return looks
}

// digest summarizes a document: a hash of all its items, elements and titles, and their counts.
func digest(doc *Composition) string {
	f := fingerprint{numbers: map[*Node]int{nil: 0}}
	f.node(doc.Root)
	items := 0
	for _, p := range doc.Pages {
		f.add(p.Number, p.Fresh, len(p.Items))
		for i := range p.Items {
			f.item(&p.Items[i])
		}
		items += len(p.Items)
	}
	for _, e := range doc.titles {
		f.add(e.level, e.part, e.anchor, len(e.title))
		for i := range e.title {
			f.add(e.title[i], string(e.langs[i]))
		}
	}
	return fmt.Sprintf("%.6x, %d pages, %d items", sha256.Sum256(f.bytes), len(doc.Pages), items)
}

// fingerprint serializes a document so that any difference changes the bytes.
type fingerprint struct {
	bytes   []byte
	numbers map[*Node]int // of the elements, in the order of the tree
}

func (f *fingerprint) add(values ...any) {
	for _, v := range values {
		switch v := v.(type) {
		case bool:
			f.bytes = strconv.AppendBool(f.bytes, v)
		case int:
			f.bytes = binary.BigEndian.AppendUint64(f.bytes, uint64(v))
		case float64:
			f.bytes = binary.BigEndian.AppendUint64(f.bytes, math.Float64bits(v))
		case string:
			f.bytes = append(binary.BigEndian.AppendUint32(f.bytes, uint32(len(v))), v...)
		default:
			panic(fmt.Sprintf("%T", v))
		}
	}
}

// node adds an element and all below it.
func (f *fingerprint) node(n *Node) {
	f.numbers[n] = len(f.numbers)
	f.add(n.Kind, string(n.Lang), n.Alt, n.Scope, n.ID, n.Fact, n.Sentence, n.says, len(n.Kids))
	for _, kid := range n.Kids {
		f.node(kid)
	}
}

func (f *fingerprint) item(it *Item) {
	number, ok := f.numbers[it.Node]
	f.add(number, ok, int(it.Shape), it.Bold, it.Artifact, int(it.Ink.R), int(it.Ink.G), int(it.Ink.B))
	f.add(it.X, it.Y, it.W, it.H, it.Text, it.Size, it.Spacing, it.Angle, it.Dash, string(it.Lang), int(it.Form))
	ref := it.ref()
	within, known := f.numbers[ref.Within]
	f.add(it.Ref != nil, ref.Anchor, ref.Link, ref.Address, ref.Counter, within, known)
}

// The digest of a document depends on every field of an item or an element, including new fields.
func TestDigestSeesEverything(t *testing.T) {
	of := func(n Node, it Item, ref Reference) string {
		if it.Node != nil {
			it.Node = &n
		}
		it.Ref = &ref
		return digest(&Composition{Root: &n, Pages: []Page{{Items: []Item{it}}}})
	}
	plain := of(Node{}, Item{}, Reference{})
	seen := map[string]string{plain: "nothing"}
	for _, kind := range []reflect.Type{reflect.TypeFor[Node](), reflect.TypeFor[Item](), reflect.TypeFor[Reference]()} {
		for i := range kind.NumField() {
			var n Node
			var it Item
			var ref Reference
			field := map[reflect.Type]reflect.Value{
				reflect.TypeFor[Node](): reflect.ValueOf(&n), reflect.TypeFor[Item](): reflect.ValueOf(&it), reflect.TypeFor[Reference](): reflect.ValueOf(&ref),
			}[kind].Elem().Field(i)
			name := kind.Name() + "." + kind.Field(i).Name
			if !field.CanSet() || name == "Item.Ref" {
				continue
			}
			change(field)
			d := of(n, it, ref)
			if was, ok := seen[d]; ok {
				t.Errorf("a change of %s looks like one of %s", name, was)
			}
			seen[d] = name
		}
	}
}

// change sets a field to a nonzero value.
func change(v reflect.Value) {
	switch v.Kind() {
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Float64:
		v.SetFloat(math.SmallestNonzeroFloat64)
	case reflect.Uint8:
		v.SetUint(1)
	case reflect.String:
		v.SetString("x")
	case reflect.Struct:
		change(v.Field(0))
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
	case reflect.Slice:
		v.Set(reflect.Append(v, reflect.New(v.Type().Elem().Elem())))
	}
}
