package merge

import (
	"slices"
	"strings"

	"nianbao/internal/dataset"
	"nianbao/internal/message"
	"nianbao/internal/stat"
	"nianbao/internal/yamledit"
)

// Sentence is a sentence of the office that is new, changed, or taken back.
type Sentence struct {
	Period stat.Period
	ID     string
	Theme  string
	Text   stat.Text // a template; empty to take the period's own sentence back, so that the standing or composed one is there again
	All    bool      // of a main point or a paragraph of the preface: all of the period's own are taken back
}

// Tell plans the change of a sentence in the file of the period's texts. Its figures are references; whether it has digits is
// for the checks. What cannot be done is an error.
func Tell(before *stat.Dataset, inputs []dataset.Input, s Sentence) (*Plan, error) {
	data, ok := before.Data(s.Period)
	if !ok {
		return nil, message.Errorf("%s has no figures yet: enter figures before sentences", s.Period)
	}
	name, text := textFile(data, inputs)
	edited, err := tell(data, name, text, s)
	if err != nil || string(edited) == string(text) {
		return &Plan{Before: before, After: before}, err
	}
	return replaced(before, inputs, name, edited)
}

// Paragraphs plans that a period has other main points or another preface, by the key of the list in the file of its texts: points
// or preface. Without paragraphs the key is removed, and the standing or composed ones are there again.
func Paragraphs(before *stat.Dataset, inputs []dataset.Input, period stat.Period, key string, list []stat.Text) (*Plan, error) {
	data, ok := before.Data(period)
	if !ok {
		return nil, message.Errorf("%s has no figures yet: enter figures before sentences", period)
	}
	name, text := textFile(data, inputs)
	f, err := yamledit.Parse(text)
	if err != nil {
		return nil, err
	}
	var elements []string
	for _, t := range list {
		elements = append(elements, "{zh-Hans: "+yamledit.Quote(t.Hans)+", en: "+yamledit.Quote(t.En)+"}")
	}
	value := "\n  - " + strings.Join(elements, "\n  - ") + "\n"
	switch {
	case len(list) > 0 && f.Has(key):
		err = f.Set(key, "["+strings.Join(elements, ", ")+"]")
	case len(list) > 0 && text == nil:
		err = f.Append(textHead + key + ":" + value)
	case len(list) > 0:
		err = f.Append(key + ":" + value)
	case !f.Has(key):
		return &Plan{Before: before, After: before}, nil
	case len(f.Keys("")) == 1:
		if text, err = emptied(f, key); err != nil {
			return nil, err
		}
		return replaced(before, inputs, name, text)
	default:
		err = f.Remove(key)
	}
	if err != nil {
		return nil, message.Errorf("the sentence %q cannot be changed in %s: %w", key, name, err)
	}
	return replaced(before, inputs, name, f.Bytes())
}

// textHead begins a new file of texts.
const textHead = "# 本期的文字。数字用花括号引用，不直接写。 The sentences of the period. Figures are references in braces, never digits.\n"

// emptied is a file whose only list is emptied; nil if it has nothing then that somebody wrote.
func emptied(f *yamledit.File, key string) ([]byte, error) {
	if !strings.Contains(strings.Replace(string(f.Bytes()), strings.TrimSpace(textHead), "", 1), "#") {
		return nil, nil
	}
	err := f.Set(key, "[]")
	return f.Bytes(), err
}

// replaced is the plan in which one file has other contents; none if they are nil.
func replaced(before *stat.Dataset, inputs []dataset.Input, name string, edited []byte) (plan *Plan, err error) {
	plan = &Plan{Before: before, Files: []dataset.Input{{Name: name, Data: edited}}}
	plan.After, err = dataset.Parse(dataset.With(inputs, plan.Files), before.Area.Code)
	return plan, err
}

// textFile is the file of a period's texts, there or not.
func textFile(data *stat.PeriodData, inputs []dataset.Input) (name string, text []byte) {
	for _, in := range inputs {
		stem, _, ok := strings.Cut(in.Name, ".text.y")
		if p, err := stat.ParsePeriod(stem); ok && err == nil && p == data.Period {
			return in.Name, in.Data
		}
	}
	stem, _, _ := strings.Cut(data.Place.File, ".y")
	return stem + ".text.yaml", nil
}

// tell gives the new contents of the file; nil if nothing is left of it.
func tell(data *stat.PeriodData, name string, text []byte, s Sentence) ([]byte, error) {
	f, err := yamledit.Parse(text)
	if err != nil {
		return nil, err
	}
	own := slices.IndexFunc(data.Sentences, func(o stat.Sentence) bool { return o.ID == s.ID && o.Place.File == name })
	switch {
	case own < 0 && s.Text.Empty():
		return text, nil
	case own < 0:
		err = add(f, text == nil, s)
	case s.Text.Empty():
		path := data.Sentences[own].Place.Path
		if len(f.Keys("")) == 1 && f.Len("sentences") == 1 {
			return emptied(f, "sentences")
		}
		err = f.RemoveElement(path)
	default:
		was := data.Sentences[own]
		for _, of := range []struct{ lang, was, now string }{{"zh-Hans", was.Text.Hans, s.Text.Hans}, {"en", was.Text.En, s.Text.En}} {
			if of.was != of.now && err == nil {
				err = f.Set(was.Place.Path+".text."+of.lang, yamledit.Quote(of.now))
			}
		}
	}
	if err != nil {
		return nil, message.Errorf("the sentence %q cannot be changed in %s: %w", s.ID, name, err)
	}
	return f.Bytes(), nil
}

// add adds a sentence behind those of the file.
func add(f *yamledit.File, fresh bool, s Sentence) error {
	element := "{id: " + yamledit.Quote(s.ID) + ", theme: " + yamledit.Quote(s.Theme) + ", text: {zh-Hans: " + yamledit.Quote(s.Text.Hans) + ", en: " + yamledit.Quote(s.Text.En) + "}}"
	switch {
	case f.Len("sentences") > 0:
		return f.AddElement("sentences", element)
	case f.Has("sentences"):
		return f.Set("sentences", "["+element+"]")
	}
	lines := "sentences:\n  - " + element + "\n"
	if fresh {
		lines = textHead + lines
	}
	return f.Append(lines)
}
