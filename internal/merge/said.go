package merge

import (
	"slices"
	"strings"

	"nianbao/internal/dataset"
	"nianbao/internal/message"
	"nianbao/internal/stat"
)

// Message says what becomes of the figure: of a new one all that is not usual.
func (c Change) Message() *message.Text {
	if c.After == nil {
		return message.Of("%s is taken out", message.Plain(c.Was()))
	}
	if c.Before == nil {
		all := dataset.StatusChange | dataset.QualifierChange | dataset.NoteChange
		if slices.ContainsFunc(c.After.From, func(p stat.Provenance) bool { return p.Ref != "" }) { // it does not go without saying
			all |= dataset.SourceChange
		}
		parts := append([]*message.Text{message.Of("new, %s", inWords(c.After.Figure))}, changedParts(&stat.Fact{}, c.After, 0, all)...)
		return message.Join(parts, "; ")
	}
	var parts []*message.Text
	was, now := figureOf(c.Before, c.Variant), figureOf(c.After, c.Variant)
	if c.Changes.Has(dataset.ValueChange) || was.Status.HasValue() != now.Status.HasValue() {
		parts = append(parts, message.Of("%s → %s", inWords(was), inWords(now)))
	}
	return message.Join(append(parts, changedParts(c.Before, c.After, c.Variant, c.Changes)...), "; ")
}

// Was is the figure before, in digits, or the status of one that is missing; "" of one that is new.
func (c Change) Was() string {
	if c.Before == nil {
		return ""
	}
	return amount(figureOf(c.Before, c.Variant))
}

// Is is the figure after, as [Change.Was] gives it.
func (c Change) Is() string {
	if c.After == nil {
		return ""
	}
	return amount(figureOf(c.After, c.Variant))
}

func figureOf(f *stat.Fact, variant int) stat.Figure {
	if variant > 0 {
		return f.Variants[variant-1]
	}
	return f.Figure
}

// changedParts says what becomes of all but the value.
func changedParts(before, after *stat.Fact, variant int, changes dataset.Change) []*message.Text {
	var parts []*message.Text
	was, now := figureOf(before, variant), figureOf(after, variant)
	add := func(change dataset.Change, format, was, now string) {
		if changes.Has(change) && was != now {
			parts = append(parts, message.Of(format, was, now))
		}
	}
	switch had := before.ID != "" && was.Status.HasValue(); {
	case !changes.Has(dataset.StatusChange) || now.Status == was.Status:
	case before.ID != "" && had == now.Status.HasValue():
		parts = append(parts, message.Of("status %s → %s", statusText(was.Status), statusText(now.Status)))
	case now.Status.HasValue() && now.Status != stat.Normal:
		parts = append(parts, message.Of("status %s", statusText(now.Status)))
	}
	add(dataset.QualifierChange, "qualifier %q → %q", string(was.Qualifier), string(now.Qualifier))
	add(dataset.SourceChange, "source %q → %q", places(was.From), places(now.From))
	add(dataset.NoteChange, "note %q → %q", before.Note.Hans, after.Note.Hans)
	add(dataset.NoteChange, "English note %q → %q", before.Note.En, after.Note.En)
	return parts
}

// inWords is a figure in digits, or the status of one that is missing in words.
func inWords(f stat.Figure) *message.Text {
	if !f.Status.HasValue() {
		return statusText(f.Status)
	}
	return message.Plain(f.Quantity.Number())
}

// statusText is a status in words.
func statusText(s stat.Status) *message.Text {
	switch s {
	case stat.Normal:
		return message.Of("normal")
	case stat.Break:
		return message.Of("break in series")
	case stat.Estimate:
		return message.Of("estimated")
	case stat.Forecast:
		return message.Of("expected")
	case stat.Provisional:
		return message.Of("provisional")
	case stat.Missing:
		return message.Of("no value")
	case stat.NotExist:
		return message.Of("cannot exist")
	case stat.NotCollect:
		return message.Of("not collected")
	default:
		return message.Plain(string(s))
	}
}

// amount is a figure in digits, or the status of one that is missing.
func amount(f stat.Figure) string {
	if !f.Status.HasValue() {
		return string(f.Status)
	}
	return f.Quantity.Number()
}

func places(from []stat.Provenance) string {
	var list []string
	for _, p := range from {
		list = append(list, strings.TrimSpace(p.Source+"/"+p.Ref+" "+p.Printed))
	}
	return strings.Join(list, "; ")
}
