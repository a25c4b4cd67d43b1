package tidy

import "nianbao/internal/stat"

func (b builder) projects() []Project {
	out := []Project{}
	for _, p := range b.e.Projects {
		row := Project{
			Code: p.Code, Name: b.words(p.Name), Theme: p.Theme, Status: string(p.Status),
			Partners: []Partner{}, Figures: []string{}, Note: b.words(p.Note), Provenance: origins(p.Provenance),
		}
		for _, partner := range p.Partners {
			row.Partners = append(row.Partners, Partner{b.words(partner.Name), b.words(partner.Role)})
		}
		for _, f := range p.Figures {
			row.Figures = append(row.Figures, f.Fact)
		}
		out = append(out, row)
	}
	return out
}

func (b builder) milestones() []Milestone {
	out := []Milestone{}
	for _, m := range b.e.Milestones {
		out = append(out, Milestone{m.Project.Code, m.Code, string(m.Step), m.Date, b.words(m.Text), m.New, origins(m.Provenance)})
	}
	return out
}

func (b builder) recognitions() []Recognition {
	out := []Recognition{}
	for _, r := range b.e.Recognitions {
		out = append(out, Recognition{
			Code: r.Code, Name: b.words(r.Name), Holder: b.words(r.Holder), Theme: r.Theme, Tier: string(r.Tier),
			Honour: string(r.Honour), Date: r.Date, Note: b.words(r.Note), Provenance: origins(r.Provenance),
		})
	}
	return out
}

func (b builder) initiatives() []Initiative {
	out := []Initiative{}
	for _, n := range b.e.Initiatives {
		out = append(out, Initiative{
			Code: n.Code, Name: b.words(n.Name), Theme: n.Theme, Kind: string(n.Kind),
			Date: n.Date, Note: b.words(n.Note), Provenance: origins(n.Provenance),
		})
	}
	return out
}

func (b builder) sentences() ([]Sentence, error) {
	out := []Sentence{}
	themes := []string{"summary"}
	for _, t := range b.e.Themes {
		themes = append(themes, t.Code)
	}
	for _, theme := range append(themes, "rankings", "projects", "targets") {
		for _, s := range b.e.Sentences(theme) {
			row := Sentence{ID: s.ID, Theme: s.Theme, Template: b.words(s.Text), Text: Words{}}
			for _, w := range b.speakers {
				text, err := b.e.Say(w, s)
				if err != nil {
					return nil, err
				}
				row.Text[w.Lang()] = text
			}
			out = append(out, row)
		}
	}
	return out, nil
}

func (b builder) notes() ([]Note, error) {
	out := []Note{}
	for _, n := range b.e.Notes {
		note := Note{Number: n.Number, Kind: string(n.Kind), About: n.Indicator.Code, Text: Words{}}
		if n.Fact != nil {
			note.About = n.Fact.ID
		}
		for _, w := range b.speakers {
			text, err := b.e.NoteText(w, n)
			if err != nil {
				return nil, err
			}
			note.Text[w.Lang()] = text
		}
		out = append(out, note)
	}
	return out, nil
}

// origins never gives nil, so that JSON has an empty list and not null.
func origins(from []stat.Provenance) []stat.Provenance { return append([]stat.Provenance{}, from...) }
