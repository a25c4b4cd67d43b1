package edition

import (
	"strconv"
	"strings"
	"testing"

	"nianbao/internal/stat"

	"github.com/google/go-cmp/cmp"
)

func TestBuildWithoutData(t *testing.T) {
	s := newScene()
	if _, err := Build(s.d, year(2022), s.opt); err == nil || !strings.Contains(err.Error(), `area "town" has no data for 2022`) {
		t.Errorf("got %v", err)
	}
}

func TestIssuer(t *testing.T) {
	office, config := both("统计局", "Statistics Office"), both("办公室", "Office")
	tests := []struct {
		name               string
		area, option, want stat.Text
	}{
		{"the configuration's", office, config, config},
		{"the area's own", office, stat.Text{}, office},
		{"the area itself", stat.Text{}, stat.Text{}, both("某镇", "Some Town")},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := newScene()
			s.d.Area.Issuer, s.opt.Issuer = test.area, test.option
			if got := s.build(t).Issuer; got != test.want {
				t.Errorf("issuer is %v, want %v", got, test.want)
			}
		})
	}
}

// The name of a stock says the end of the edition's period.
func TestDatedNames(t *testing.T) {
	for _, test := range []struct {
		name       string
		period     stat.Period
		given      stat.Text
		hans, hant string
		en         string
	}{
		{"figures of ends of years too", stat.Through(2024, 3), both("年末户数", "Households at the year-end"), "期末户数", "", "Households at the end of the period"},
		{"a year", year(2023), both("年末户数", "Households at the year-end"), "年末户数", "", "Households at the year-end"},
		{"a quarter", stat.Through(2023, 3), both("年末户数", "Households at the year-end"), "3月末户数", "", "Households at the end of March"},
		{"a half-year, in traditional characters", stat.Through(2023, 6), stat.Text{Hans: "年末户数", Hant: "年末戶數", En: "Households at the end of the year"}, "6月末户数", "6月末戶數", "Households at the end of June"},
		{"another name", stat.Through(2023, 3), both("城镇年末户数", "Households"), "城镇年末户数", "", "Households"},
	} {
		t.Run(test.name, func(t *testing.T) {
			d := &stat.Dataset{Indicators: []stat.Indicator{{Code: "homes", Name: test.given}}, Periods: []stat.PeriodData{{Facts: []stat.Fact{{Subject: "homes", Period: year(2023)}}}}}
			want := stat.Text{Hans: test.hans, Hant: test.hant, En: test.en}
			if got := dated(d, test.period).Indicators[0].Name; got != want || d.Indicators[0].Name != test.given {
				t.Errorf("the name is %v, want %v; the dataset's is %v", got, want, d.Indicators[0].Name)
			}
		})
	}
}

// Facts are in the order of the catalogue, then projects, then targets, whatever the order of the file.
func TestFactsInOrder(t *testing.T) {
	s := newScene()
	s.data.Facts = nil
	s.add(
		target("retail", stat.TargetGrowth, stat.Qty("6", 0, "PERCENT"), ""),
		figure("homes", stat.Level, 2023, stat.Qty("20", 0, "SET")),
		figure("road.investment", stat.Level, 2023, stat.Qty("1.3", 8, "CNY")),
		figure("retail", stat.Growth, 2023, stat.Qty("6.5", 0, "PERCENT")),
		figure("retail", stat.Level, 2023, stat.Qty("4.1", 8, "CNY")),
	)
	s.fact(t, "road.investment.level@2023").ID = "road.investment@2023"
	e := s.build(t)
	want := []string{"retail.level@2023", "retail.growth@2023", "homes.level@2023", "road.investment@2023", "retail.target_growth@2024"}
	if d := cmp.Diff(want, ids(e.Facts)); d != "" {
		t.Error(d)
	}
}

// If several files have a fact, the edition's own file wins, then the latest earlier file, then the first later one.
func TestFactOfSeveralPeriods(t *testing.T) {
	s := newScene()
	file := func(y int, years ...int) stat.PeriodData {
		data := stat.PeriodData{Period: year(y)}
		for _, about := range years {
			data.Facts = append(data.Facts, figure("homes", stat.Level, about, stat.Qty(strconv.Itoa(y), 0, "SET")))
		}
		return data
	}
	s.d.Periods = []stat.PeriodData{
		file(2021, 2020, 2023, 2026), file(2022, 2020, 2023), file(2023, 2023), file(2024, 2020, 2023, 2024), file(2025, 2024, 2026),
	}
	s.data = &s.d.Periods[2]
	e := s.build(t)
	for id, want := range map[string]string{
		"homes.level@2023": "2023", "homes.level@2020": "2022", "homes.level@2024": "2024", "homes.level@2026": "2021",
	} {
		f, ok := e.Fact(id)
		if !ok {
			t.Errorf("no fact %q", id)
		} else if got := f.Quantity.Number(); got != want {
			t.Errorf("%s is told by the file of %s, want %s", id, got, want)
		}
	}
	if _, ok := e.Fact("homes.level@1999"); ok {
		t.Error("a fact that no file holds is found")
	}
}

func TestMilestonesInOrderOfTime(t *testing.T) {
	s := newScene()
	s.data.Projects = append(s.data.Projects, stat.Project{Code: "bridge", Milestones: []stat.Milestone{
		{Code: "event", Date: stat.Date{Year: 2023}},
		{Code: "approval", Date: stat.Date{Year: 2022, Month: 11}},
		{Code: "started", Date: stat.Date{Year: 2023, Month: 2}},
		{Code: "meeting", Date: stat.Date{Year: 2023, Month: 2, Day: 4}},
	}})
	var got []string
	for _, m := range s.build(t).Milestones {
		got = append(got, m.Project.Code+"."+m.Code)
	}
	want := []string{"bridge.approval", "bridge.event", "bridge.started", "road.signed", "bridge.meeting"}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}
