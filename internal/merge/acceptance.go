package merge

import (
	"slices"

	"nianbao/internal/dataset"
	"nianbao/internal/message"
	"nianbao/internal/stat"
	"nianbao/internal/yamledit"
)

// Acceptance names a finding of the checks that the keepers of the data know of, and says why they accept it.
type Acceptance struct {
	Period stat.Period
	Rule   string
	Fact   string    // ID of the fact that the finding is about, or the path of its place
	Reason stat.Text // empty to take the acceptance back
}

// Accept plans that a finding is accepted in the file of its period, or not any more.
func Accept(before *stat.Dataset, inputs []dataset.Input, a Acceptance) (*Plan, error) {
	data, ok := before.Data(a.Period)
	if !ok {
		return nil, message.Errorf("%s has no figures yet: enter figures before sentences", a.Period)
	}
	f, err := yamledit.Parse(dataset.Contents(inputs, data.Place.File))
	if err != nil {
		return nil, err
	}
	at := slices.IndexFunc(data.Accepted, func(o stat.Acceptance) bool { return o.Rule == a.Rule && o.Fact == a.Fact })
	if a.Reason.Empty() {
		if at < 0 {
			return nil, message.Errorf("the finding is not accepted")
		}
		if err := f.RemoveElement(data.Accepted[at].Place.Path); err != nil {
			return nil, err
		}
		return replaced(before, inputs, data.Place.File, f.Bytes())
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
