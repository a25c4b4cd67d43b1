package stat

import "fmt"

// Texts visits every wording of the dataset with the place it stands in, templates of sentences included.
// The visitor may change the texts.
func (d *Dataset) Texts(visit func(Place, *Text)) {
	w := textWalk{visit}
	w.area(&d.Area)
	for code, u := range d.Units {
		if u.Declared() {
			key := "counter"
			switch {
			case u.Index:
				key = "base"
			case !u.Own():
				key = code
			}
			w.text(u.Place, key, &u.Counter)
			d.Units[code] = u
		}
	}
	for i := range d.Themes {
		w.text(d.Themes[i].Place, "name", &d.Themes[i].Name)
	}
	for i := range d.Indicators {
		ind := &d.Indicators[i]
		w.text(ind.Place, "name", &ind.Name)
		w.text(ind.Place, "note", &ind.Note)
		for j := range ind.Breakdowns {
			w.text(ind.Breakdowns[j].Place, "name", &ind.Breakdowns[j].Name)
		}
	}
	for i := range d.Periods {
		w.period(&d.Periods[i])
	}
}

type textWalk struct{ visit func(Place, *Text) }

func (w textWalk) text(p Place, key string, t *Text) {
	if !t.Empty() {
		w.visit(p.Child(key), t)
	}
}

func (w textWalk) area(a *Area) {
	texts := []struct {
		key  string
		text *Text
	}{{"name", &a.Name}, {"within", &a.Within}, {"title", &a.Title}, {"issuer", &a.Issuer}, {"contact", &a.Contact}}
	for _, t := range texts {
		if !t.text.Empty() {
			w.visit(a.On(t.key), t.text)
		}
	}
	w.text(a.Licence.Place, "name", &a.Licence.Name)
	for i := range a.Scopes {
		w.text(a.Scopes[i].Place, "name", &a.Scopes[i].Name)
	}
	for i := range a.Sources {
		s := &a.Sources[i]
		w.text(s.Place, "title", &s.Title)
		w.text(s.Place, "publisher", &s.Publisher)
		w.text(s.Place, "credit", &s.Credit)
		w.text(s.Place, "reference", &s.Reference)
	}
}

func (w textWalk) period(d *PeriodData) {
	w.text(d.Place, "title", &d.Title)
	for i := range d.Facts {
		f := &d.Facts[i]
		if i > 0 && f.SameComposition(&d.Facts[i-1]) {
			f.Note = d.Facts[i-1].Note // written once
			continue
		}
		w.text(f.Place, "reason", &f.Reason)
		w.text(f.Place, "note", &f.Note)
		if f.Target != nil && !f.Target.Words.Empty() {
			w.visit(f.Place, &f.Target.Words)
		}
	}
	for i := range d.Projects {
		w.project(&d.Projects[i])
	}
	for i := range d.Recognitions {
		r := &d.Recognitions[i]
		w.text(r.Place, "name", &r.Name)
		w.text(r.Place, "holder", &r.Holder)
		w.text(r.Place, "note", &r.Note)
	}
	for i := range d.Initiatives {
		n := &d.Initiatives[i]
		w.text(n.Place, "name", &n.Name)
		w.text(n.Place, "note", &n.Note)
	}
	for i := range d.Sentences {
		w.visit(d.Sentences[i].Place, &d.Sentences[i].Text)
	}
	for i := range d.Notes {
		w.text(d.Notes[i].Place, "text", &d.Notes[i].Text)
	}
	for i := range d.Accepted {
		w.text(d.Accepted[i].Place, "reason", &d.Accepted[i].Reason)
	}
}

func (w textWalk) project(p *Project) {
	w.text(p.Place, "name", &p.Name)
	w.text(p.Place, "note", &p.Note)
	for i := range p.Partners {
		at := p.Place.Child(fmt.Sprintf("partners[%d]", i))
		w.text(at, "name", &p.Partners[i].Name)
		w.text(at, "role", &p.Partners[i].Role)
	}
	for i := range p.Figures {
		w.text(p.Figures[i].Place, "name", &p.Figures[i].Name)
	}
	for i := range p.Milestones {
		w.text(p.Milestones[i].Place, "text", &p.Milestones[i].Text)
	}
}
