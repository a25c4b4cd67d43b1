package dataset

import (
	"strconv"

	"nianbao/internal/stat"
)

// standingNotes binds the notes of area.yaml, which stand in every edition that has what they are on and what they refer
// to.
func (b *binder) standingNotes(periods []*periodBinder) []standingSentence {
	list := b.dir.area.Notes
	all := make([]standingSentence, len(list))
	for i := range list {
		in := &list[i]
		b.noteHead(in)
		all[i] = b.standing(&sentenceFile{Text: in.Text}, in.on("text"), periods)
	}
	return all
}

// noteHead holds what a note is on against the catalogue.
func (b *binder) noteHead(in *noteFile) {
	b.resolve(b.indicators, in.Indicator, in.on("indicator"))
	b.resolve(b.themes, in.Theme, in.on("theme"))
	if in.Indicator != "" && in.Theme != "" {
		b.add(in.at, "is on an indicator or on a theme, not on both")
	}
}

// notes binds the notes of the period: those of the area that it has all facts for, then its own. A note of its own on
// what the period says nothing of would be printed nowhere.
func (p *periodBinder) notes(standing []standingSentence) {
	for i, s := range standing {
		if p.answers(s) {
			p.note("area", i, &p.dir.area.Notes[i])
		}
	}
	list := p.in.file.Notes
	for i := range list {
		in := &list[i]
		p.noteHead(in)
		switch {
		case p.indicators.has(in.Indicator) && !p.tells(func(ind string) bool { return ind == in.Indicator }):
			p.add(in.on("indicator"), "the file has no figure of %q that the note could be marked at", in.Indicator)
		case p.themes.has(in.Theme) && !p.covers(in.Theme):
			p.add(in.on("theme"), "the period has no chapter %q that the note could be on", in.Theme)
		}
		p.note("period", i, in)
	}
}

func (p *periodBinder) note(file string, i int, in *noteFile) {
	p.out.Notes = append(p.out.Notes, stat.OfficeNote{
		ID: file + "." + strconv.Itoa(i+1), Text: in.Text.text(), Indicator: in.Indicator, Theme: in.Theme,
		Compares: periodsNamed(in.Text.text()), Place: in.at,
	})
}

// tells reports whether the file has a figure of such an indicator, or may have one that was not understood.
func (p *periodBinder) tells(such func(indicator string) bool) bool {
	if p.dir.faulty[p.in.name] {
		return true
	}
	for i := range p.out.Facts {
		if such(p.out.Facts[i].Subject) {
			return true
		}
	}
	return false
}

// covers reports whether the edition has a chapter of a theme: figures observed, or sentences.
func (p *periodBinder) covers(theme string) bool {
	for i := range p.out.Sentences {
		if p.out.Sentences[i].Theme == theme {
			return true
		}
	}
	return p.tells(func(ind string) bool { return p.catalogue[ind] != nil && p.catalogue[ind].Theme == theme })
}
