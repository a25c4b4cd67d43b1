package audit

import (
	"slices"
	"strings"
)

// manifestRest holds all of the content of a manifest of format 2 against the document. Of facts it leaves out what is
// compared already.
func (j *judge) manifestRest(tree object, said content) error {
	got, ok := tree["content"].(object) // takes another shape below
	if !ok {
		return errNoObject
	}
	want := j.doc.tree // takes another shape below, which nothing else needs it in
	late := map[string]bool{}
	for _, f := range said.later.Figures {
		late[f.ID] = true
	}
	later, ok := tree["later"].(object)
	if !ok && len(j.manifest.Later) > 0 {
		return errNoObject
	}
	excused := excuses(got, later, want)
	contentShape(got, later)
	j.documentShape(want, late)
	for _, list := range []string{"initiatives", "office_notes", "own_units", "projects", "recognitions", "revisions", "sentences"} {
		for _, side := range []object{got, want} {
			if side[list] == nil {
				side[list] = []any{} // an empty list may be left out
			}
		}
	}
	j.optional("area", got["area"], want["area"], "contact", "licence")
	j.optional("edition", got, want, "title_template")
	j.title(want)
	alike{j, excused}.hold("", "", got, want)
	return nil
}

// optional holds that of two things of a content and a document both have some members, or neither has.
func (j *judge) optional(what string, content, document any, names ...string) {
	mine, ok := content.(object)
	other, also := document.(object)
	if !ok || !also {
		return
	}
	for _, name := range names {
		if empty(mine[name]) != empty(other[name]) {
			j.disagree("%s: only one has %s", what, name)
		}
	}
}

// contentShape brings a content into the shape in which it can be compared with a document.
func contentShape(c, later object) {
	for _, f := range objectsOf(c["facts"]) {
		for _, name := range []string{"obs_value", "unit_measure", "unit_mult", "obs_status", "qualifier", "operator", "provenance"} {
			delete(f, name)
		}
	}
	for _, p := range objectsOf(c["projects"]) {
		ids := []any{}
		for _, f := range objectsOf(p["figures"]) {
			ids = append(ids, f["fact_id"])
		}
		p["figures"] = ids
		orEmpty(p, "milestones", "partners", "provenance")
	}
	list, _ := c["revisions"].([]any)
	more, _ := later["revisions"].([]any)
	c["revisions"] = slices.Concat(list, more)
	nameRevisions(c)
}

// orEmpty gives an object the lists that may be left out.
func orEmpty(o object, names ...string) {
	for _, name := range names {
		if o[name] == nil {
			o[name] = []any{}
		}
	}
}

// nameRevisions gives revisions a name, since a fact can have some.
func nameRevisions(o object) {
	for _, r := range objectsOf(o["revisions"]) {
		r["code"] = strings.Join([]string{some(r, "fact_id"), some(r, "given_in"), some(r, "revised_in")}, " ")
	}
}

// documentShape brings a document into the shape of a content, without what only the files of later periods know.
func (j *judge) documentShape(d object, late map[string]bool) {
	if area, ok := d["area"].(object); ok {
		area["issuer"], area["sources"] = d["issuer"], d["sources"]
	}
	chinese := "zh-Hans" // what the columns of Chinese are written in
	for _, l := range j.doc.Languages {
		if strings.HasPrefix(l, "zh") {
			chinese = l
			break
		}
	}
	d["facts"] = contentFacts(d, late, chinese)
	milestones := map[string][]any{}
	for _, m := range objectsOf(d["milestones"]) {
		milestones[some(m, "project")] = append(milestones[some(m, "project")], m)
	}
	for _, p := range objectsOf(d["projects"]) {
		p["milestones"] = milestones[some(p, "code")]
		orEmpty(p, "figures", "partners", "provenance")
	}
	for _, ind := range objectsOf(d["indicators"]) {
		if ind["price_basis"] == nil {
			ind["price_basis"] = "nominal" // which a content says of what has no prices too
		}
	}
	list, _ := d["revisions"].([]any)
	d["revisions"] = slices.DeleteFunc(list, func(r any) bool { o, ok := r.(object); return ok && some(o, "given_in") == "" })
	nameRevisions(d)
}

// contentFacts are the facts of a document that not only the files of later periods know, with what a content has in each:
// its note, its target and its variants.
func contentFacts(d object, late map[string]bool, chinese string) []any {
	targets := map[string]object{}
	for _, t := range objectsOf(d["targets"]) {
		targets[some(t, "fact_id")] = t
		if late[some(t, "baseline")] {
			delete(t, "baseline")
		}
	}
	var own []any
	variants := map[string][]any{}
	for _, f := range objectsOf(d["facts"]) {
		id, of := some(f, "fact_id"), some(f, "variant_of")
		if of != "" {
			variants[of] = append(variants[of], f)
			continue
		}
		f["note"] = object{chinese: some(f, "note_zh"), "en": some(f, "note_en")}
		if t := targets[id]; t != nil {
			f["target"] = t
		}
		if !late[id] {
			own = append(own, f)
		}
	}
	for _, f := range objectsOf(own) {
		if list := variants[some(f, "fact_id")]; list != nil {
			for _, v := range objectsOf(list) {
				delete(v, "fact_id") // a content gives them none
			}
			f["variants"] = list
		}
	}
	return own
}

// excuses tells which things may stand on one side alone: facts, which are compared already; sentences of themes without
// a chapter, which an edition does not print; and indicators that only the facts of other files are about.
func excuses(content, later, doc object) func(list, key string, extra bool) bool {
	placed := map[string]bool{"preface": true, "points": true, "summary": true, "rankings": true, "projects": true, "targets": true}
	for _, t := range objectsOf(doc["themes"]) {
		placed[some(t, "code")] = true
	}
	homeless := map[string]bool{}
	for _, s := range objectsOf(content["sentences"]) {
		if !placed[some(s, "theme")] {
			homeless[some(s, "id")] = true
		}
	}
	composed := map[string]bool{} // of the figures, by rules: they are no part of what the office says
	for _, s := range objectsOf(doc["sentences"]) {
		composed[some(s, "id")] = s["composed"] == true
	}
	about := func(facts any) map[string]bool {
		in := map[string]bool{}
		for _, f := range objectsOf(facts) {
			in[some(f, "indicator")] = true
		}
		return in
	}
	own, cited, late := about(content["facts"]), about(content["cited"]), about(later["facts"])
	return func(list, key string, extra bool) bool {
		switch list {
		case "facts":
			return true
		case "sentences":
			return extra && homeless[key] || !extra && composed[key]
		case "indicators":
			return !own[key] && (extra && cited[key] || !extra && late[key])
		}
		return false
	}
}
