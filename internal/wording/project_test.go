package wording

import (
	"strings"
	"testing"

	"nianbao/internal/stat"
)

// Money in a column is not put into words too; a figure that is none is.
func TestOtherFigures(t *testing.T) {
	money, length := figure("mill.investment", stat.Level, 2023, stat.Qty("2.5", 4, "CNY")), figure("mill.length", stat.Level, 2023, stat.Qty("16", 0, "KM"))
	s := newScene()
	s.add(money, length)
	e := s.build(t)
	_, en := s.words(t)
	p := stat.Project{Code: "mill", Figures: []stat.ProjectFigure{{Code: "investment", Fact: money.ID}, {Code: "length", Name: both("长度", "Length"), Fact: length.ID}}}
	if said, err := OtherFigures(en, e, p); err != nil || said != "Length: 16 km" {
		t.Errorf("other figures %q, %v", said, err)
	}
	p.Figures = append(p.Figures, stat.ProjectFigure{Code: "voltage", Fact: "mill.voltage@2023"})
	if _, err := OtherFigures(en, e, p); err == nil || !strings.Contains(err.Error(), "mill.voltage@2023") {
		t.Errorf("a figure without a fact: %v", err)
	}
}
