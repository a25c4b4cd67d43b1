package form

import (
	"nianbao/internal/reading"
	"nianbao/internal/stat"
)

// Telling is a figure that printed words may tell.
type Telling struct {
	stat.Measure
	stat.Quantity
}

// Shares gives each figure of a row its part of words that stand there for all of them: the words to those that they may tell, none to
// the others. Of words that can tell none of the figures, each has all.
func Shares(r reading.Reader, words string, figures []Telling) []string {
	shares, tells := make([]string, len(figures)), false
	for i, f := range figures {
		if r.Tells(words, f.Measure, f.Quantity) {
			shares[i], tells = words, true
		}
	}
	for i := range shares {
		if !tells {
			shares[i] = words
		}
	}
	return shares
}

// shared are the words that figures of a row share as [Shares] gives them; false if each has its own.
func (f *Form) shared(told []*Slot, printed []string) (string, bool) {
	words := ""
	for _, p := range printed {
		if words == "" {
			words = p
		}
		if p != "" && p != words {
			return "", false
		}
	}
	var figures []Telling
	for _, s := range told {
		figures = append(figures, Telling{s.Measure, s.Fact.Quantity})
	}
	for i, share := range Shares(reading.For(f.Data.Units), words, figures) {
		if share != printed[i] {
			return "", false
		}
	}
	return words, true
}

// Apart reports whether the cell of printed words has a part for each figure of a row.
func (f *Form) Apart(r *Row) bool {
	told := r.Told()
	var printed []string
	for _, s := range told {
		_, _, words := f.places(s.Fact)
		printed = append(printed, words)
	}
	return f.apart(told, printed)
}

func (f *Form) apart(told []*Slot, printed []string) bool {
	differ := false
	for _, p := range printed {
		differ = differ || p != printed[0]
	}
	if !differ {
		return false
	}
	_, shared := f.shared(told, printed)
	return !shared
}
