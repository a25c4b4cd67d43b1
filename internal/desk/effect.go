package desk

import (
	"context"
	"slices"

	"nianbao/internal/dataset"
	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/message"
	"nianbao/internal/stat"
	"nianbao/internal/wording"
)

// Effect is something that an edit has changed beside the figure itself: a sentence, or a figure that is worked out.
type Effect struct {
	Subject  string // ID
	Sentence bool
	Old, New map[stat.Lang]string // in words; empty where there is none
}

// Effects lists what an edit that can be undone has changed in an edition.
func (d *Desk) Effects(ctx context.Context, code string, period stat.Period, number int) ([]Effect, error) {
	a, err := d.at(code)
	if err != nil {
		return nil, err
	}
	a.look.Lock()
	i := slices.IndexFunc(a.undo, func(e edit) bool { return e.number == number })
	var before []edit
	if i >= 0 {
		before = slices.Clone(a.undo[i:])
	}
	a.look.Unlock()
	if i < 0 {
		return nil, &StaleError{message.Plain("this change was made too long ago")}
	}
	h, err := d.Open(ctx, code)
	if err != nil {
		return nil, err
	}
	was, err := earlier(h, before)
	if err != nil {
		return nil, err
	}
	if _, ok := was.Data.Data(period); !ok {
		return nil, nil // all of the period is new
	}
	old, err := d.tells(ctx, was, period)
	if err != nil {
		return nil, err
	}
	now, err := d.tells(ctx, h, period)
	if err != nil {
		return nil, err
	}
	return differing(old, now), nil
}

// earlier is an area's data before some edits, the oldest first.
func earlier(h *Held, edits []edit) (*Held, error) {
	inputs := h.Inputs
	for _, e := range slices.Backward(edits) {
		inputs = dataset.With(inputs, e.before)
	}
	data, err := dataset.Parse(inputs, h.Code)
	return &Held{h.Code, h.Folder, data, inputs}, err
}

// tells is what an edition tells beside the figures of the data, in order.
func (d *Desk) tells(ctx context.Context, h *Held, period stat.Period) ([]Effect, error) {
	e, words, err := d.build(ctx, h, period)
	if err != nil {
		return nil, err
	}
	var list []Effect
	for _, chapter := range append([]string{stat.PrefaceTheme}, wording.Chapters(e)...) {
		for _, s := range wording.Sentences(e, chapter) {
			list = append(list, Effect{Subject: s.ID, Sentence: true, New: reads(words, e, s)})
		}
	}
	for _, s := range wording.Points(e) {
		if !slices.ContainsFunc(list, func(o Effect) bool { return o.Subject == s.ID }) { // as the summary
			list = append(list, Effect{Subject: s.ID, Sentence: true, New: reads(words, e, s)})
		}
	}
	return append(list, workedOut(words, e)...), nil
}

// workedOut are the figures that are worked out.
func workedOut(words []*locale.Words, e *edition.Edition) []Effect {
	var list []Effect
	for _, r := range wording.DerivedRows(words[0], words[len(words)-1], e) {
		said := r.Quantity.Number()
		list = append(list, Effect{Subject: r.FactID, New: map[stat.Lang]string{stat.Hans: said, stat.En: said}})
	}
	return list
}

// differing lists what differs.
func differing(old, now []Effect) []Effect {
	was := map[string]Effect{}
	for _, o := range old {
		was[o.Subject] = o
	}
	var list []Effect
	for _, n := range now {
		o, known := was[n.Subject]
		delete(was, n.Subject)
		if known && sameWords(o.New, n.New) {
			continue
		}
		list = append(list, Effect{n.Subject, n.Sentence, o.New, n.New})
	}
	for _, o := range old {
		if _, left := was[o.Subject]; left {
			list = append(list, Effect{o.Subject, o.Sentence, o.New, nil})
		}
	}
	return list
}

func sameWords(a, b map[stat.Lang]string) bool {
	return a[stat.Hans] == b[stat.Hans] && a[stat.En] == b[stat.En]
}
