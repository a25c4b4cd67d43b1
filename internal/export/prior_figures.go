package export

import (
	"slices"

	"github.com/shopspring/decimal"

	"nianbao/internal/edition"
	"nianbao/internal/message"
	"nianbao/internal/publish"
	"nianbao/internal/stat"
)

// priors are the figures of earlier releases: of each its first build, since all of them give the same.
func (r *run) priors() ([]edition.Prior, error) {
	var list []edition.Prior
	for _, p := range r.earlier {
		if p.Number >= r.number || len(list) > 0 && list[len(list)-1].Number == p.Number {
			continue
		}
		one, err := priorOf(p)
		if err != nil {
			return nil, &PublishError{message.Errorf("%s: %w: %w", p.Dir, publish.ErrManifest, err)}
		}
		list = append(list, one)
	}
	return list, nil
}

func priorOf(p publish.Past) (edition.Prior, error) {
	one := edition.Prior{Number: p.Number}
	var err error
	if p.Manifest.ReleaseDate != "" {
		if one.Date, err = stat.ParseDate(p.Manifest.ReleaseDate); err != nil {
			return one, err
		}
	}
	said, err := p.Manifest.Said()
	if err != nil {
		return one, err
	}
	for _, f := range said.Figures {
		figure, err := readFigure(f)
		if err != nil {
			return one, message.Errorf("%s: %w", f.ID, err)
		}
		one.Figures = append(one.Figures, edition.PriorFigure{Fact: f.ID, Figure: figure, Operator: stat.Operator(f.Operator)})
	}
	return one, nil
}

func readFigure(f publish.Figure) (stat.Figure, error) {
	status := stat.Status(f.Status)
	if !slices.Contains(stat.Statuses(), status) {
		return stat.Figure{}, message.Errorf("unknown status %q", f.Status)
	}
	figure := stat.Figure{
		Quantity: stat.Quantity{Mult: f.Mult, Unit: f.Unit}, Status: status, Qualifier: stat.Qualifier(f.Qualifier),
	}
	if !status.HasValue() {
		return figure, nil
	}
	value, err := decimal.NewFromString(f.Value)
	figure.Quantity.Value = value
	return figure, err
}
