package audit

import (
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"nianbao/internal/file"
	"nianbao/internal/message"
	"nianbao/internal/publish"
	"nianbao/internal/tagpdf"
)

// readPDF is what was read of a briefing: the files inside by their digests, and its structure tree.
type readPDF struct {
	files map[string]string
	root  *tagpdf.Part
	err   error
}

// readBriefing reads a briefing beside the other files, since that takes as long as all of them.
func (j *judge) readBriefing(kind string) <-chan readPDF {
	done := make(chan readPDF, 1)
	name := j.name(kind)
	if !j.lists(name) || j.wrong(name) {
		done <- readPDF{err: message.Errorf("it is not a file of the published size")} // or was not, a moment before it is asked for
		return done
	}
	go func() {
		var p readPDF
		defer func() { done <- p }()
		defer message.Caught(&p.err)
		var data []byte
		if data, p.err = file.ReadIn(j.files, name, publish.MostBytes); p.err == nil {
			p = readPDFFile(data)
		}
	}()
	return done
}

func readPDFFile(data []byte) (p readPDF) {
	r, err := tagpdf.Open(data)
	if err != nil {
		return readPDF{err: err}
	}
	attached, err := r.Attached()
	if err != nil {
		return readPDF{err: err}
	}
	p.files = make(map[string]string, len(attached))
	for name, data := range attached {
		p.files[name] = publish.DigestOf(publish.File{Data: data}).SHA256
	}
	p.root, p.err = r.Structure()
	return p
}

// briefing holds the files inside a briefing against those beside it, and what it prints against the document. What is
// printed of a fact is found by the fact's ID in the structure tree.
func (j *judge) briefing(kind string, pdf readPDF) error {
	if pdf.err != nil {
		return pdf.err
	}
	if kind != kindBrief { // which is sent around by itself
		j.attached(pdf.files)
	}
	if j.doc == nil {
		return skip("the release has no JSON to compare it with")
	}
	p := j.newPrinted()
	p.walk(pdf.root)
	if p.found == 0 && j.manifest.Format == 1 {
		p.rows(pdf.root)
	}
	if p.found == 0 && j.manifest.Format > 1 && slices.ContainsFunc(j.doc.Facts, fact.given) && slices.ContainsFunc(j.doc.Sections, hasFigures) {
		return message.Errorf("its structure tree says of no figure which fact it is")
	}
	if p.found == 0 {
		return skip("the briefing says of no figure which fact it is")
	}
	chosen := !slices.Contains(j.doc.Sections, "recognitions") || !slices.Contains(j.doc.Sections, "initiatives")
	if kind == kindFull || kind == kindBriefing && (j.manifest.OutputVersion < 6 || chosen) {
		p.complete()
	}
	return nil
}

func (j *judge) newPrinted() *printed {
	if j.units == nil {
		j.units, j.numbers = unitWords(j.doc), map[string]map[string][]string{}
	}
	p := &printed{judge: j, shown: map[place]bool{}, sentences: map[string]texts{}}
	for _, s := range j.doc.Sentences {
		p.sentences[s.ID] = s.Text
	}
	return p
}

// hasFigures reports whether a section prints facts wherever there are any.
// given reports whether the fact has a value: a briefing may leave out those that are missing.
func (f fact) given() bool { return f.Value != nil }

func hasFigures(section string) bool { return section == "themes" || section == "register" }

// attached holds the files inside the briefing against those beside it, byte by byte: the digests of the manifest.
func (j *judge) attached(files map[string]string) {
	for _, d := range j.manifest.Outputs {
		digest, inside := files[d.Name]
		delete(files, d.Name)
		switch ext := filepath.Ext(d.Name); {
		case !inside && (ext == ".xlsx" || ext == ".csv"):
			j.disagree("%s is not attached", d.Name)
		case inside && digest != d.SHA256:
			j.disagree("the attached %s is not the published one", d.Name)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		j.disagree("%s is attached, and not published", name)
	}
}

// place is where the words of a fact are looked for.
type place struct{ fact, lang string }

// printed is what a briefing or a web page prints of facts and sentences.
type printed struct {
	*judge
	found     int            // elements that say which fact or sentence they print
	shown     map[place]bool // facts whose words were found whole
	sentences map[string]texts
}

func (p *printed) walk(part *tagpdf.Part) {
	switch {
	case part.Fact != "":
		p.found++
		p.figure(part)
	case part.Sentence != "":
		p.found++
		p.sentence(part)
	}
	for _, kid := range part.Kids {
		p.walk(kid)
	}
}

func (p *printed) sentence(part *tagpdf.Part) {
	want, ok := p.sentences[part.Sentence]
	switch text := part.All(); {
	case !ok:
		p.disagree("sentence %s: it is printed, and there is none", part.Sentence)
	case folded(text) != folded(want[part.Lang]):
		p.disagree("sentence %s: %q is printed, want %q", part.Sentence, strings.Join(strings.Fields(text), " "), want[part.Lang])
	}
}

// rows finds the facts of a register whose elements do not say which fact they print, as those of output version 1: the
// first cell of a row is the fact's ID.
func (p *printed) rows(part *tagpdf.Part) {
	if part.Type == "TR" && len(part.Kids) > 1 {
		if f := p.doc.byID[folded(part.Kids[0].All())]; f != nil {
			p.found++
			p.row(f, part.Kids[1:])
			return
		}
	}
	for _, kid := range part.Kids {
		p.rows(kid)
	}
}

// row finds the words of a fact in each language among the paragraphs of a row.
func (p *printed) row(f *fact, cells []*tagpdf.Part) {
	for _, cell := range cells {
		for _, part := range append([]*tagpdf.Part{cell}, cell.Kids...) {
			if folded(part.All()) == folded(f.Words[part.Lang]) {
				p.shown[place{f.ID, part.Lang}] = true
			}
		}
	}
}

// complete holds that the register of a full briefing has every fact, variants too, in each language.
func (p *printed) complete() {
	if !slices.Contains(p.doc.Sections, "register") {
		return
	}
	for _, f := range p.doc.Facts {
		for _, l := range p.doc.Languages {
			if !p.shown[place{f.ID, l}] {
				p.disagree("%s: %q is not shown", f.ID, f.Words[l])
			}
		}
	}
}

// folded leaves out white space, which line breaking moves about, and makes the quotes and dashes of print plain.
func folded(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return -1
		case r == '“' || r == '”':
			return '"'
		case r == '‘' || r == '’':
			return '\''
		case r == '–':
			return '-'
		}
		return r
	}, s)
}
