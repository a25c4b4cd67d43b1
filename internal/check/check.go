package check

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"sync/atomic"

	"nianbao/internal/stat"
)

// Options is what the rules need to know beyond the dataset.
type Options struct {
	// Langs are the languages of the edition; empty means simplified Chinese and English.
	Langs []stat.Lang
	// Lacks reports whether the edition's fonts have no glyph for a rune. Without it missing-glyph is silent.
	Lacks func(r rune) bool
	// Derived are the places of the texts whose traditional Chinese was derived. Without them script-ambiguous is silent.
	Derived map[stat.Place]bool
	// ReadPrinted reads a figure as the source prints it, where want is the dataset's figure, of measure m; ok is false
	// where there is nothing to compare, and unread then is the number that was not understood, if there is one. Without
	// it printed figures are not compared.
	ReadPrinted func(printed string, m stat.Measure, want stat.Quantity) (q stat.Quantity, unread string, ok bool)
	// ReadShare is the same for the share of a part, counted from 0, of a composition, which a source can print together.
	ReadShare func(printed string, part int, want []stat.Quantity) (q stat.Quantity, unread string, ok bool)
}

// Check runs every rule of [Rules] over one period's edition. The findings are sorted by severity, file, line
// and rule; those that the period's data accepts carry the reason in Accepted. The dataset is only read.
func Check(d *stat.Dataset, p stat.Period, opt Options) []stat.Finding {
	in := inspect(d, p, opt)
	in.rules = rules()
	in.runAll()
	slices.SortFunc(in.findings, compareFindings)
	return in.findings
}

// runAll runs the rules, the last one alone, since it looks at what the others have found. These do not depend on each other: two
// at a time are run.
func (in *inspection) runAll() {
	last := len(in.rules) - 1
	one, two := *in, *in
	var next atomic.Int32
	work := func(in *inspection) {
		for i := next.Add(1) - 1; int(i) < last; i = next.Add(1) - 1 {
			in.rule = in.rules[i]
			in.rule.run(in)
		}
	}
	done := make(chan any, 1)
	go func() {
		defer func() { done <- recover() }()
		work(&two)
	}()
	work(&one)
	if fault := <-done; fault != nil {
		panic(fault) // who called catches it
	}
	in.findings = append(one.findings, two.findings...)
	in.rule = in.rules[last]
	in.rule.run(in)
}

// compareFindings is a total order, so that findings come out alike however they were found.
func compareFindings(a, b stat.Finding) int {
	order := cmp.Or(
		cmp.Compare(gravity(a.Severity), gravity(b.Severity)),
		comparePlaces(a.Place, b.Place),
		cmp.Compare(a.Rule, b.Rule),
		cmp.Compare(a.Place.Path, b.Place.Path),
		slices.Compare(a.Facts, b.Facts),
		cmp.Compare(a.Message.En, b.Message.En),
	)
	if order != 0 {
		return order
	}
	return cmp.Compare(fmt.Sprint(a.Args...), fmt.Sprint(b.Args...))
}

func comparePlaces(a, b stat.Place) int {
	return cmp.Or(strings.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line))
}

// gravity is 0 for what weighs most.
func gravity(s stat.Severity) int {
	return slices.Index([]stat.Severity{stat.Error, stat.Warning, stat.Note}, s)
}
