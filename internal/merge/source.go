package merge

import (
	"fmt"
	"slices"

	"nianbao/internal/dataset"
	"nianbao/internal/message"
	"nianbao/internal/stat"
	"nianbao/internal/yamledit"
)

// AddSource plans that an area has one more source, behind the others. Without a code it gets one.
func AddSource(before *stat.Dataset, inputs []dataset.Input, s stat.Source) (*Plan, error) {
	taken := func(code string) bool {
		return slices.ContainsFunc(before.Area.Sources, func(o stat.Source) bool { return o.Code == code })
	}
	for n := len(before.Area.Sources) + 1; s.Code == ""; n++ {
		if code := fmt.Sprintf("source-%d", n); !taken(code) {
			s.Code = code
		}
	}
	if taken(s.Code) {
		return nil, message.Errorf("the area has a source %q already", s.Code)
	}
	name := before.Area.Place.File
	f, err := yamledit.Parse(dataset.Contents(inputs, name))
	if err != nil {
		return nil, err
	}
	text := "{title: " + note(s.Title) + ", publisher: " + note(s.Publisher) + ", reference: " + note(s.Reference)
	if !s.Date.IsZero() {
		text += ", date: " + yamledit.Quote(s.Date.String())
	}
	if s.URL != "" {
		text += ", url: " + yamledit.Quote(s.URL)
	}
	if err := addEntry(f, "sources", s.Code, text+"}", ""); err != nil {
		return nil, message.Errorf("%s cannot be changed in %s: %v", s.Code, name, err)
	}
	return replaced(before, inputs, name, f.Bytes())
}

// Cite plans that the figures of a period come from a source where they name none. A period that has no file yet gets one.
func Cite(before *stat.Dataset, inputs []dataset.Input, period stat.Period, code string) (*Plan, error) {
	name, text := period.String()+".yaml", []byte(nil)
	if data, ok := before.Data(period); ok {
		name, text = data.Place.File, dataset.Contents(inputs, data.Place.File)
	}
	f, err := yamledit.Parse(text)
	if err != nil {
		return nil, err
	}
	if text == nil {
		err = f.Append("period: \"" + period.String() + "\"\nsource: " + code + "\n")
	} else {
		err = f.Set("source", code)
	}
	if err != nil {
		return nil, message.Errorf("%s cannot be changed in %s: %v", "source", name, err)
	}
	return replaced(before, inputs, name, f.Bytes())
}
