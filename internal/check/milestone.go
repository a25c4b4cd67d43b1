package check

import (
	"cmp"
	"slices"

	"nianbao/internal/stat"
)

func milestoneOrder(in *inspection) {
	for i := range in.data.Projects {
		project := &in.data.Projects[i]
		in.compareSteps(project)
		in.compareListing(project)
	}
}

// compareSteps compares each step with the first time an earlier step was taken: a second contract may well
// be signed after building on the first has begun.
func (in *inspection) compareSteps(project *stat.Project) {
	var latest *stat.Milestone
	for _, step := range stat.OrderedSteps() {
		first := firstOf(project.Milestones, step)
		if first == nil {
			continue
		}
		if latest != nil && first.Date.Compare(latest.Date) < 0 {
			in.findMilestone(project, first, stat.Finding{
				Message: say("{0}: {1} ({2}) comes before {3} ({4}). Check the dates."),
				Args:    []any{project.Name, first.Step, first.Date, latest.Step, latest.Date},
			})
		}
		if latest == nil || first.Date.Compare(latest.Date) > 0 {
			latest = first
		}
	}
}

// firstOf finds the earliest milestone of a step; nil if the project has none with a date.
func firstOf(milestones []stat.Milestone, step stat.Step) *stat.Milestone {
	var first *stat.Milestone
	for i := range milestones {
		m := &milestones[i]
		if m.Step != step || m.Date.IsZero() {
			continue
		}
		if first == nil || cmp.Or(m.Date.Compare(first.Date), cmp.Compare(m.Code, first.Code)) < 0 {
			first = m
		}
	}
	return first
}

func (in *inspection) compareListing(project *stat.Project) {
	for i := range project.Milestones {
		m := &project.Milestones[i]
		if m.Date.IsZero() {
			in.findMilestone(project, m, stat.Finding{
				Message: say("{0}: {1} has no date. Enter it."),
				Args:    []any{project.Name, m.Step},
			})
			continue
		}
		if i == 0 || project.Milestones[i-1].Date.IsZero() || m.Date.Compare(project.Milestones[i-1].Date) >= 0 {
			continue
		}
		before := project.Milestones[i-1]
		in.findMilestone(project, m, stat.Finding{
			Severity: stat.Warning,
			Message:  say("{0}: {1} ({2}) is listed after {3} ({4}) but is earlier. List milestones in order of time."),
			Args:     []any{project.Name, m.Step, m.Date, before.Step, before.Date},
		})
	}
}

// findMilestone reports a milestone, under the name project.milestone that sentences refer to it by.
func (in *inspection) findMilestone(project *stat.Project, m *stat.Milestone, f stat.Finding) {
	f.Facts, f.Place = []string{project.Code + "." + m.Code}, m.Place
	if f.Place == (stat.Place{}) {
		f.Place = project.Place
	}
	in.find(f)
}

// reached is the status that a step brings a project to.
func reached(step stat.Step) (stat.ProjectStatus, bool) {
	switch step {
	case stat.StepSigned:
		return stat.Signed, true
	case stat.StepStarted:
		return stat.UnderConstruction, true
	case stat.StepCompleted:
		return stat.Completed, true
	case stat.StepProduction:
		return stat.InProduction, true
	default:
		return "", false
	}
}

// covers reports whether a project of this status has been through another status.
func covers(status, other stat.ProjectStatus) bool {
	stages := stat.ProjectStatuses()
	return status != stat.Stopped && slices.Index(stages, status) >= slices.Index(stages, other)
}

// milestonePeriod leaves alone what is still to come, which the editions of later periods tell.
func milestonePeriod(in *inspection) {
	for i := range in.data.Projects {
		project := &in.data.Projects[i]
		for j := range project.Milestones {
			m := &project.Milestones[j]
			status, binds := reached(m.Step)
			if m.Date.IsZero() || m.Date.Compare(in.period.End()) <= 0 || !binds || !covers(project.Status, status) {
				continue
			}
			in.findMilestone(project, m, stat.Finding{
				Message: say("{0}: {1} ({2}) lies after the end of {3}, though the status {4} says it is done. Check the date or the status."),
				Args:    []any{project.Name, m.Step, m.Date, in.period, project.Status},
			})
		}
	}
}

// projectStatus leaves signing alone: preparation often goes on after a contract is signed.
func projectStatus(in *inspection) {
	for i := range in.data.Projects {
		project := &in.data.Projects[i]
		for j := range project.Milestones {
			m := &project.Milestones[j]
			status, binds := reached(m.Step)
			if !binds || m.Step == stat.StepSigned || m.Date.IsZero() || project.Status == stat.Stopped {
				continue
			}
			if m.Date.Last().Compare(in.period.End()) > 0 || covers(project.Status, status) {
				continue
			}
			in.findMilestone(project, m, stat.Finding{
				Message: say("{0}: {1} was reached on {2}, but the status is {3}. Bring the status up to date or check the date."),
				Args:    []any{project.Name, m.Step, m.Date, project.Status},
			})
		}
	}
}
