package dataset

import (
	"reflect"

	"nianbao/internal/stat"
)

// rankedBy is a measure that a ranking can be by.
type rankedBy string

// choices lists the values a type of string can have, or nil if it is free.
func choices(t reflect.Type) []string {
	switch t {
	case reflect.TypeFor[stat.Status]():
		return codes(stat.Statuses())
	case reflect.TypeFor[stat.Basis]():
		return codes([]stat.Basis{stat.Nominal, stat.Real})
	case reflect.TypeFor[stat.Direction]():
		return codes([]stat.Direction{stat.Up, stat.Down, stat.Neutral})
	case reflect.TypeFor[stat.Timing]():
		return codes([]stat.Timing{stat.Flow, stat.Stock})
	case reflect.TypeFor[stat.Frequency]():
		return codes([]stat.Frequency{stat.EveryPeriod, stat.YearEnd})
	case reflect.TypeFor[stat.Qualifier]():
		return codes([]stat.Qualifier{stat.About, stat.MoreThan, stat.LessThan})
	case reflect.TypeFor[stat.Operator]():
		return codes([]stat.Operator{stat.Equal, stat.AtLeast, stat.AtMost, stat.Around})
	case reflect.TypeFor[stat.ProjectStatus]():
		return codes(stat.ProjectStatuses())
	case reflect.TypeFor[stat.Step]():
		return codes(stat.Steps())
	case reflect.TypeFor[stat.Honour]():
		return codes([]stat.Honour{stat.Awarded, stat.Listed, stat.Nominated})
	case reflect.TypeFor[stat.Tier]():
		return codes([]stat.Tier{stat.National, stat.Provincial, stat.Municipal})
	case reflect.TypeFor[stat.Kind]():
		return codes(stat.Kinds())
	case reflect.TypeFor[rankedBy]():
		return codes([]stat.Measure{stat.Growth, stat.Level, stat.ScoreValue, stat.Ratio})
	default:
		return nil
	}
}

// noun is what messages call a type of choices.
func noun(t reflect.Type) string {
	switch t {
	case reflect.TypeFor[stat.ProjectStatus]():
		return "project status"
	case reflect.TypeFor[rankedBy]():
		return "measure of rankings"
	case reflect.TypeFor[stat.Direction]():
		return "direction"
	default:
		return lower(t.Name())
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
