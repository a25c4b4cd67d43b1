package check

import "nianbao/internal/stat"

func projectCases() []ruleCase {
	dated := func(i int, date string) func(*scene) {
		return func(s *scene) { s.data().Projects[0].Milestones[i].Date = day(date) }
	}
	status := func(p stat.ProjectStatus, change func(*scene)) func(*scene) {
		return func(s *scene) {
			s.data().Projects[0].Status = p
			change(s)
		}
	}
	nothing := func(*scene) {}
	target := func(change func(*stat.Fact)) func(*scene) {
		return func(s *scene) {
			f, _ := factOf(s.d, "output.target_growth@2024")
			change(f)
		}
	}
	return []ruleCase{
		{"milestone-order", "in order", nothing, passes},
		{"milestone-order", "on one day", dated(1, "2023-02-04"), passes},
		{"milestone-order", "only the month is known", dated(1, "2023-02"), passes},
		{"milestone-order", "started before signed", dated(1, "2023-01-08"), []stat.Severity{stat.Error, stat.Warning}},
		{"milestone-order", "listed late", func(s *scene) {
			p := &s.data().Projects[0]
			p.Milestones = append(p.Milestones, stat.Milestone{Code: "fair", Step: stat.StepFair, Date: day("2023-06-17")})
		}, warns},
		{"milestone-order", "a second contract", func(s *scene) {
			p := &s.data().Projects[0]
			p.Milestones = append(p.Milestones, stat.Milestone{Code: "signed-again", Step: stat.StepSigned, Date: day("2023-09-17")})
		}, passes},
		{"milestone-order", "no date", func(s *scene) { s.data().Projects[0].Milestones[1].Date = stat.Date{} }, errs},

		{"milestone-period", "on the last day", dated(2, "2023-12-31"), passes},
		{"milestone-period", "some day of the year", dated(2, "2023"), passes},
		{"milestone-period", "done after the end", dated(2, "2024-01-01"), warns},
		{"milestone-period", "not done yet", status(stat.UnderConstruction, dated(2, "2024-01-01")), passes},
		{"milestone-period", "stopped", status(stat.Stopped, dated(2, "2024-01-01")), passes},
		{"milestone-period", "a meeting after the end", func(s *scene) {
			p := &s.data().Projects[0]
			p.Milestones = append(p.Milestones, stat.Milestone{Code: "meeting", Step: stat.StepMeeting, Date: day("2024-01-17")})
		}, passes},

		{"project-status", "as far as the milestones", nothing, passes},
		{"project-status", "behind the milestones", status(stat.UnderConstruction, nothing), warns},
		{"project-status", "milestone still to come", status(stat.UnderConstruction, dated(2, "2024-01-01")), passes},
		{"project-status", "stopped", status(stat.Stopped, nothing), passes},
		{"project-status", "prepared after signing", status(stat.Preparation, func(s *scene) {
			p := &s.data().Projects[0]
			p.Milestones = p.Milestones[:1]
		}), passes},

		{"target-without-baseline", "has one", nothing, passes},
		{"target-without-baseline", "has none", target(func(f *stat.Fact) { f.Target.Baseline = "" }), notes},
		{"target-without-baseline", "an index on the year before", target(func(f *stat.Fact) {
			f.Subject, f.Target.Indicator, f.Target.Baseline = "prices", "prices", ""
		}), passes},

		{"target-without-baseline", "of what is published as growth alone", func(s *scene) {
			target(func(f *stat.Fact) {
				f.Subject, f.Target.Indicator, f.Target.Baseline = "value-added", "value-added", ""
			})(s)
			s.add(observed("value-added", stat.Growth, "2023", stat.Qty("7.1", 0, "PERCENT")))
		}, passes},

		{"target-baseline", "good", nothing, passes},
		{"target-baseline", "none", target(func(f *stat.Fact) { f.Target.Baseline = "" }), passes},
		{"target-baseline", "of the due period itself", target(func(f *stat.Fact) { f.Period = year2023 }), passes},
		{"target-baseline", "unknown", target(func(f *stat.Fact) { f.Target.Baseline = "output.level@2021" }), errs},
		{"target-baseline", "of another indicator", target(func(f *stat.Fact) { f.Target.Baseline = "retail.level@2023" }), errs},
		{"target-baseline", "after the target is due", target(func(f *stat.Fact) { f.Period = period("2022") }), errs},
	}
}
