package dataset

import (
	"reflect"
	"sync"

	"nianbao/internal/message"
	"nianbao/internal/stat"
)

// rankedBy is a measure that a ranking can be by.
type rankedBy string

// choices lists the values that a type of string can have, by type; others are free.
var choices = sync.OnceValue(func() map[reflect.Type][]string {
	return map[reflect.Type][]string{
		reflect.TypeFor[stat.Status]():        codes(stat.Statuses()),
		reflect.TypeFor[stat.Basis]():         codes(stat.Bases()),
		reflect.TypeFor[stat.Verb]():          codes(stat.Verbs()),
		reflect.TypeFor[stat.Only]():          codes(stat.Onlys()),
		reflect.TypeFor[stat.Direction]():     codes([]stat.Direction{stat.Up, stat.Down, stat.Neutral}),
		reflect.TypeFor[stat.Timing]():        codes([]stat.Timing{stat.Flow, stat.Stock}),
		reflect.TypeFor[stat.Frequency]():     codes([]stat.Frequency{stat.EveryPeriod, stat.YearEnd}),
		reflect.TypeFor[stat.Qualifier]():     codes([]stat.Qualifier{stat.About, stat.MoreThan, stat.LessThan}),
		reflect.TypeFor[stat.Operator]():      codes([]stat.Operator{stat.Equal, stat.AtLeast, stat.AtMost, stat.Around}),
		reflect.TypeFor[stat.ProjectStatus](): codes(stat.ProjectStatuses()),
		reflect.TypeFor[stat.Step]():          codes(stat.Steps()),
		reflect.TypeFor[stat.Honour]():        codes([]stat.Honour{stat.Awarded, stat.Listed, stat.Nominated}),
		reflect.TypeFor[stat.Tier]():          codes([]stat.Tier{stat.National, stat.Provincial, stat.Municipal}),
		reflect.TypeFor[stat.UnitKind]():      codes(stat.UnitKinds()),
		reflect.TypeFor[stat.Prose]():         codes(stat.Proses()),
		reflect.TypeFor[stat.Kind]():          codes(stat.Kinds()),
		reflect.TypeFor[rankedBy]():           codes([]stat.Measure{stat.Growth, stat.Level, stat.ScoreValue, stat.Ratio}),
	}
})

// noun is what messages call a type of choices.
func noun(t reflect.Type) *message.Text {
	switch t {
	case reflect.TypeFor[stat.ProjectStatus]():
		return message.Plain("project status")
	case reflect.TypeFor[stat.UnitKind]():
		return message.Plain("kind of unit")
	case reflect.TypeFor[stat.Only]():
		return message.Plain("part of a period")
	case reflect.TypeFor[rankedBy]():
		return message.Plain("measure of rankings")
	case reflect.TypeFor[stat.Direction]():
		return message.Plain("direction")
	default:
		return message.Plain(lower(t.Name()))
	}
}

func lower(s string) string { return string(s[0]|0x20) + s[1:] }

func codes[T ~string](values []T) []string {
	list := make([]string, len(values))
	for i, v := range values {
		list[i] = string(v)
	}
	return list
}

// sentenceThemes lists the chapters that sentences can stand in beside the themes of the catalogue.
func sentenceThemes() []string { return []string{"summary", "rankings", "projects", "targets"} }

// namedFigures lists the figures of projects that need no name of their own.
func namedFigures() []string {
	return []string{"investment", "total-investment", "foreign-capital", "length", "area", "voltage"}
}
