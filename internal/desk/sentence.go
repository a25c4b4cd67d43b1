package desk

import (
	"context"
	"slices"
	"strings"

	"nianbao/internal/edition"
	"nianbao/internal/export"
	"nianbao/internal/intake"
	"nianbao/internal/journal"
	"nianbao/internal/locale"
	"nianbao/internal/merge"
	"nianbao/internal/message"
	"nianbao/internal/stat"
	"nianbao/internal/tidy"
	"nianbao/internal/wording"
)

// Sentence is a sentence of an edition, as it is written and as it reads.
type Sentence struct {
	stat.Sentence
	Own     bool                 // it stands in the period's own file, and can be taken back
	Reads   map[stat.Lang]string // in each language
	Usual   stat.Text            // the composed one that it takes the place of; empty if there is none
	Without map[stat.Lang]string // how that reads
}

// Sentences lists an edition's sentences by chapter, in the order of the edition.
func (d *Desk) Sentences(ctx context.Context, h *Held, period stat.Period) (chapters []string, of map[string][]Sentence, err error) {
	e, words, err := d.build(ctx, h, period)
	if err != nil {
		return nil, nil, err
	}
	composed, usual, err := d.composed(ctx, h, period)
	if err != nil {
		return nil, nil, err
	}
	chapters = append([]string{stat.PointsTheme, stat.PrefaceTheme}, wording.Chapters(e)...)
	of = map[string][]Sentence{}
	for _, chapter := range chapters {
		for _, s := range told(e, chapter) {
			one := Sentence{Sentence: s, Own: !s.Composed && s.Place.File != standingFile, Reads: reads(words, e, s)}
			if u, ok := usual[s.ID]; ok && !s.Composed && !listed(chapter) {
				one.Usual, one.Without = u.Text, reads(words, composed, u)
			}
			of[chapter] = append(of[chapter], one)
		}
	}
	return chapters, of, nil
}

// listed reports whether a chapter's sentences are a list that stands or falls as a whole.
func listed(chapter string) bool { return chapter == stat.PointsTheme || chapter == stat.PrefaceTheme }

// told are a chapter's sentences. A summary that the main points take the place of has none.
func told(e *edition.Edition, chapter string) []stat.Sentence {
	switch chapter {
	case stat.PointsTheme:
		return wording.Points(e)
	case "summary":
		return slices.DeleteFunc(slices.Clone(wording.Sentences(e, chapter)), func(s stat.Sentence) bool { return s.Theme == stat.PointsTheme })
	}
	return wording.Sentences(e, chapter)
}

// standingFile has the sentences of any period.
const standingFile = "text.yaml"

func (d *Desk) build(ctx context.Context, h *Held, period stat.Period) (*edition.Edition, []*locale.Words, error) {
	job, err := d.job(ctx, h, period, map[string]string{"languages": "zh-Hans,en"})
	if err != nil {
		return nil, nil, err
	}
	return export.Build(ctx, job)
}

// composed is the edition with no sentence of the office, and its composed sentences by ID.
func (d *Desk) composed(ctx context.Context, h *Held, period stat.Period) (*edition.Edition, map[string]stat.Sentence, error) {
	data := *h.Data
	data.Periods = append([]stat.PeriodData(nil), data.Periods...)
	for i := range data.Periods {
		if data.Periods[i].Period == period {
			data.Periods[i].Sentences, data.Periods[i].Prose = nil, stat.AutoProse
		}
	}
	e, _, err := d.build(ctx, &Held{h.Code, h.Folder, &data, h.Inputs}, period)
	if err != nil {
		return nil, nil, err
	}
	usual := map[string]stat.Sentence{}
	for _, s := range wording.Composed(e) {
		usual[s.ID] = s
	}
	return e, usual, nil
}

// reads is a sentence in words, by language; of one that cannot be worded the reason.
func reads(words []*locale.Words, e *edition.Edition, s stat.Sentence) map[stat.Lang]string {
	said := map[stat.Lang]string{}
	for _, w := range words {
		text, err := wording.Sentence(w, e, s)
		if err != nil {
			text = err.Error()
		}
		said[w.Lang()] = text
	}
	return said
}

// Tell changes a sentence of a period, or takes it back if the text is empty. One with digits, or with figures in one language
// alone, is a problem, and so is all else that would keep the edition from being written: nothing is saved then.
func (d *Desk) Tell(ctx context.Context, who, code string, s merge.Sentence, held stat.Text) (*Saved, error) {
	return d.edit(ctx, who, code, s.Period, func(h *Held) (w worked, err error) {
		now, err := d.present(ctx, h, s)
		switch {
		case err != nil:
			return w, err
		case now.Hans != held.Hans || now.En != held.En:
			w.problems = problem("the sentence was changed since the page was made; it is now: %s / %s", now.Hans, now.En)
			return w, nil
		case !s.Text.Empty() && (s.Text.Hans == "" || s.Text.En == ""):
			w.problems = problem("the sentence is needed in both languages")
			return w, nil
		}
		if w.plan, err = d.tell(ctx, h, s); err != nil {
			w.problems = problem("%v", err)
			return w, nil
		}
		w.changes = []journal.Change{{Subject: s.ID, Old: both(now), New: both(s.Text)}}
		w.blocked, err = d.blocking(ctx, h, w.plan, s.Period)
		return w, err
	})
}

// tell plans the change of a sentence. A main point or a paragraph of the preface changes its list, which so becomes the office's.
func (d *Desk) tell(ctx context.Context, h *Held, s merge.Sentence) (*merge.Plan, error) {
	if !listed(s.Theme) {
		return merge.Tell(h.Data, h.Inputs, s)
	}
	e, _, err := d.build(ctx, h, s.Period)
	if err != nil {
		return nil, err
	}
	var list []stat.Text
	found := false
	for _, one := range told(e, s.Theme) {
		text := one.Text
		if one.ID == s.ID {
			found, text = true, s.Text
		}
		if !text.Empty() {
			list = append(list, text)
		}
	}
	if !found && !s.Text.Empty() {
		list = append(list, s.Text)
	}
	if s.All {
		list = nil
	}
	return merge.Paragraphs(h.Data, h.Inputs, s.Period, s.Theme, list)
}

func problem(format string, args ...any) []intake.Problem {
	return []intake.Problem{{Msg: message.Of(format, args...)}}
}

func both(t stat.Text) string { return strings.Trim(t.Hans+" / "+t.En, " /") }

// present is the text of a sentence as it is now; empty if there is none of its ID.
func (d *Desk) present(ctx context.Context, h *Held, s merge.Sentence) (stat.Text, error) {
	_, of, err := d.Sentences(ctx, h, s.Period)
	for _, list := range of {
		for _, one := range list {
			if one.ID == s.ID {
				return one.Text, err
			}
		}
	}
	return stat.Text{}, err
}

// Reject takes back that a finding is accepted.
func (d *Desk) Reject(ctx context.Context, who, code string, a merge.Acceptance) (*Saved, error) {
	changes := []journal.Change{{Subject: a.Rule + " " + a.Fact, Old: both(a.Reason)}}
	a.Reason = stat.Text{}
	return d.planned(ctx, who, code, a.Period, changes, func(h *Held) (*merge.Plan, error) { return merge.Accept(h.Data, h.Inputs, a) })
}

// AcceptFinding accepts a finding of the checks, with a reason in both languages. One that there is not is a problem.
func (d *Desk) AcceptFinding(ctx context.Context, who, code string, a merge.Acceptance) (*Saved, error) {
	return d.edit(ctx, who, code, a.Period, func(h *Held) (w worked, err error) {
		if a.Reason.Hans == "" || a.Reason.En == "" {
			w.problems = problem("give the reason in both languages")
			return w, nil
		}
		before, err := d.findings(ctx, h, h.Data, a.Period)
		if err != nil {
			return w, err
		}
		if w.plan, err = merge.Accept(h.Data, h.Inputs, a); err != nil {
			w.problems = problem("%v", err)
			return w, nil
		}
		after, err := d.findings(ctx, h, w.plan.After, a.Period)
		if err != nil {
			return w, err
		}
		blocks := func(list []tidy.Finding) (n int) {
			for _, f := range list {
				if f.Blocks() {
					n++
				}
			}
			return n
		}
		if blocks(after) >= blocks(before) {
			w.problems = problem("the checks have no such finding")
		}
		w.changes = []journal.Change{{Subject: a.Rule + " " + a.Fact, New: both(a.Reason)}}
		return w, nil
	})
}

// findings are what the checks find in data that need not be the present ones.
func (d *Desk) findings(ctx context.Context, h *Held, data *stat.Dataset, period stat.Period) ([]tidy.Finding, error) {
	c, err := d.check(ctx, &Held{h.Code, h.Folder, data, h.Inputs}, period)
	if err != nil {
		return nil, err
	}
	return c.Findings, nil
}

// blocking are the findings that keep an edition from being written and that the present data do not have.
func (d *Desk) blocking(ctx context.Context, h *Held, plan *merge.Plan, period stat.Period) ([]tidy.Finding, error) {
	before, err := d.findings(ctx, h, plan.Before, period)
	if err != nil {
		return nil, err
	}
	after, err := d.findings(ctx, h, plan.After, period)
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(without(after, before), func(f tidy.Finding) bool { return !f.Blocks() }), nil
}
