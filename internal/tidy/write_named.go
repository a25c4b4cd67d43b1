package tidy

import (
	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/prettyjson"
	"nianbao/internal/stat"
)

// projects are the projects and their milestones.
func (w *writer) projects() {
	list(w, "projects", w.e.Projects, func(p stat.Project) {
		w.Text("code", p.Code)
		w.text("name", p.Name)
		w.Text("theme", p.Theme)
		w.Text("status", string(p.Status))
		list(w, "partners", p.Partners, func(partner stat.Partner) {
			w.text("name", partner.Name)
			w.someText("role", partner.Role)
		})
		prettyjson.Items(w.Writer, "figures", p.Figures, func(f stat.ProjectFigure) string { return f.Fact })
		w.someText("note", p.Note)
		w.provenance(p.Provenance)
	})
	list(w, "milestones", w.e.Milestones, func(m edition.Milestone) {
		w.Text("project", m.Project.Code)
		w.Text("code", m.Code)
		w.Text("step", string(m.Step))
		w.SomeText("date", m.Date.String())
		w.someText("text", m.Text)
		w.True("new", m.New)
		w.provenance(m.Provenance)
	})
}

func (w *writer) recognitions() {
	list(w, "recognitions", w.e.Recognitions, func(r stat.Recognition) {
		w.Text("code", r.Code)
		w.text("name", r.Name)
		w.text("holder", r.Holder)
		w.Text("theme", r.Theme)
		w.Text("tier", string(r.Tier))
		w.Text("honour", string(r.Honour))
		w.SomeText("date", r.Date.String())
		w.someText("note", r.Note)
		w.provenance(r.Provenance)
	})
}

func (w *writer) initiatives() {
	list(w, "initiatives", w.e.Initiatives, func(n stat.Initiative) {
		w.Text("code", n.Code)
		w.text("name", n.Name)
		w.Text("theme", n.Theme)
		w.Text("kind", string(n.Kind))
		w.SomeText("date", n.Date.String())
		w.someText("note", n.Note)
		w.provenance(n.Provenance)
	})
}

// sentences are the templates with their words, by theme.
func (w *writer) sentences() {
	w.List("sentences")
	w.sentencesOf("summary")
	for _, t := range w.e.Themes {
		w.sentencesOf(t.Code)
	}
	for _, theme := range []string{"rankings", "projects", "targets"} {
		w.sentencesOf(theme)
	}
	w.End()
}

func (w *writer) sentencesOf(theme string) {
	for _, s := range w.e.Sentences(theme) {
		w.Element()
		w.Text("id", s.ID)
		w.Text("theme", s.Theme)
		w.text("template", s.Text)
		w.say("text", func(words *locale.Words) string { return w.try(w.e.Say(words, s)) })
		w.End()
	}
}

func (w *writer) notes() {
	list(w, "notes", w.e.Notes, func(n edition.Note) {
		w.Int("number", n.Number)
		w.Text("kind", string(n.Kind))
		if n.Fact != nil {
			w.Text("about", n.Fact.ID)
		} else {
			w.Text("about", n.Indicator.Code)
		}
		w.say("text", func(s *locale.Words) string { return w.try(w.e.NoteText(s, n)) })
	})
}
