package merge

import (
	"nianbao/internal/dataset"
	"nianbao/internal/message"
	"nianbao/internal/stat"
	"nianbao/internal/yamledit"
)

// Acceptance names a finding of the checks that the keepers of the data know of, and says why they accept it.
type Acceptance struct {
	Period stat.Period
	Rule   string
	Fact   string // ID of the fact that the finding is about, or the path of its place
	Reason stat.Text
}

// Accept plans that a finding is accepted in the file of its period.
func Accept(before *stat.Dataset, inputs []dataset.Input, a Acceptance) (*Plan, error) {
	data, ok := before.Data(a.Period)
	if !ok {
		return nil, message.Errorf("%s has no figures yet: enter figures before sentences", a.Period)
	}
	f, err := yamledit.Parse(dataset.Contents(inputs, data.Place.File))
	if err != nil {
		return nil, err
	}
	element := "{rule: " + a.Rule + ", fact: " + yamledit.Quote(a.Fact) + ", reason: {zh-Hans: " + yamledit.Quote(a.Reason.Hans) + ", en: " + yamledit.Quote(a.Reason.En) + "}}"
	switch {
	case f.Len("accepted") > 0:
		err = f.AddElement("accepted", element)
	case f.Has("accepted"):
		err = f.Set("accepted", "["+element+"]")
	default:
		err = f.Append("accepted:\n  - " + element + "\n")
	}
	if err != nil {
		return nil, err
	}
	return replaced(before, inputs, data.Place.File, f.Bytes())
}
