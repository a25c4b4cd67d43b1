package locale

import "nianbao/internal/stat"

// CodeWord words a code of a kind, as [CodeList] gives it. Codes come from data that was checked when it was loaded; one
// that has no words stands for itself, so that a message about it can still be read.
func (w *Words) CodeWord(kind, code string) string {
	if t, ok := w.phrases[kind+"."+code]; ok {
		return w.Text(t)
	}
	return code
}

// Measure words what an observation tells, as the head of a column.
func (w *Words) Measure(m stat.Measure) string { return w.CodeWord("measure", string(m)) }

// Status words the status of an observation.
func (w *Words) Status(s stat.Status) string { return w.CodeWord("status", string(s)) }

// Qualifier words what a source says of the precision of a figure; exactly is "".
func (w *Words) Qualifier(q stat.Qualifier) string { return w.CodeWord("qualifier", string(q)) }

// Operator words how a target binds.
func (w *Words) Operator(o stat.Operator) string { return w.CodeWord("operator", string(o)) }

// Turn words what became of a balance since a year earlier.
func (w *Words) Turn(t stat.Turn) string { return w.CodeWord("turn", string(t)) }

// ProjectStatus words how far a project has come.
func (w *Words) ProjectStatus(s stat.ProjectStatus) string { return w.CodeWord("project", string(s)) }

// Step words a milestone.
func (w *Words) Step(s stat.Step) string { return w.CodeWord("step", string(s)) }

// Honour words how far a recognition has come.
func (w *Words) Honour(h stat.Honour) string { return w.CodeWord("honour", string(h)) }

// Tier words the level of government behind a recognition.
func (w *Words) Tier(t stat.Tier) string { return w.CodeWord("tier", string(t)) }

// Kind words what an initiative is.
func (w *Words) Kind(k stat.Kind) string { return w.CodeWord("kind", string(k)) }

// Severity words what a finding means.
func (w *Words) Severity(s stat.Severity) string { return w.CodeWord("severity", string(s)) }

// Language names a language in the words of this one.
func (w *Words) Language(l stat.Lang) string { return w.CodeWord("language", string(l)) }

// ProjectFigure names a figure of a project: by the name it was given, or by its code.
func (w *Words) ProjectFigure(f stat.ProjectFigure) string {
	if !f.Name.Empty() {
		return w.Text(f.Name)
	}
	return w.CodeWord("project-figure", f.Code)
}
