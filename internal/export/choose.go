package export

import (
	"context"
	"io/fs"
	"slices"
	"strings"

	"nianbao/internal/dataset"
	"nianbao/internal/locale"
	"nianbao/internal/message"
	"nianbao/internal/stat"
)

// area is the area asked for, or the only one there is.
func (r *run) area(folder fs.FS) (string, error) {
	if r.Config.Area != "" {
		return r.Config.Area, nil
	}
	areas, err := dataset.Areas(folder)
	if err != nil {
		return "", err
	}
	if len(areas) == 1 {
		return areas[0], nil
	}
	return "", &NoAreaError{Has: areas}
}

// NoAreaError says that no area was asked for where there is not exactly one.
type NoAreaError struct{ Has []string }

// Error gives the message in English.
func (e *NoAreaError) Error() string { return e.Message().Error() }

// Message names the areas there are.
func (e *NoAreaError) Message() *message.Text {
	if len(e.Has) == 0 {
		return message.Plain("no area is given, and the folder of areas has none")
	}
	return message.Of("no area is given; there are %d: %s", len(e.Has), strings.Join(e.Has, " "))
}

// choose settles period and languages.
func (r *run) choose() error {
	for _, code := range r.Config.Languages {
		l, err := stat.ParseLang(code)
		if err != nil {
			return err
		}
		r.langs = append(r.langs, l)
	}
	if r.Config.Period == "" {
		if len(r.data.Periods) == 0 {
			return &NoDataError{Area: r.data.Area.Code}
		}
		r.period = r.data.Periods[len(r.data.Periods)-1].Period
		return nil
	}
	p, err := stat.ParsePeriod(r.Config.Period)
	if err != nil {
		return err
	}
	if _, ok := r.data.Data(p); !ok {
		return &NoDataError{Area: r.data.Area.Code, Period: p, Has: r.data.Periods}
	}
	r.period = p
	return nil
}

// NoDataError says that an area has no data for the period asked for.
type NoDataError struct {
	Area   string
	Period stat.Period // zero if none was asked for
	Has    []stat.PeriodData
}

// Error gives the message in English.
func (e *NoDataError) Error() string { return e.Message().Error() }

// Message names the periods there are.
func (e *NoDataError) Message() *message.Text {
	if e.Period.IsZero() {
		return message.Of("area %q has no data for any period", e.Area)
	}
	var has []string
	for _, d := range e.Has {
		has = append(has, d.Period.String())
	}
	return message.Of("area %q has no data for %s; it has %s", e.Area, e.Period, strings.Join(has, " "))
}

// word prepares the words of every language that something will be written in: the edition's, and those of
// the columns that are always Chinese and English.
func (r *run) word(context.Context) error {
	r.words = map[stat.Lang]*locale.Words{}
	for _, l := range append([]stat.Lang{r.chinese(), stat.En}, r.langs...) {
		if r.words[l] != nil {
			continue
		}
		w, err := locale.For(l, r.data.Units)
		if err != nil {
			return err
		}
		r.words[l] = w
		if l == stat.Hant {
			r.derived = locale.Derive(r.data)
		}
	}
	return nil
}

func (r *run) chinese() stat.Lang { return stat.ChineseOf(r.langs) }

// allWords are the words of the edition's languages, then of those it is written in besides.
func (r *run) allWords() []*locale.Words {
	var all []*locale.Words
	for _, l := range r.langs {
		all = append(all, r.words[l])
	}
	for _, l := range []stat.Lang{r.chinese(), stat.En} {
		if !slices.Contains(r.langs, l) {
			all = append(all, r.words[l])
		}
	}
	return all
}
