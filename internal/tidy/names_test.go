package tidy

import (
	"encoding"
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"nianbao/internal/edition"
	"nianbao/internal/stat"
)

// unwritten lists the names of a type's JSON, and of the types in it, that none of the values has at their place.
func unwritten(t reflect.Type, values []any, path string) []string {
	switch {
	case reflect.PointerTo(t).Implements(reflect.TypeFor[encoding.TextUnmarshaler]()):
		return nil
	case t.Kind() == reflect.Pointer:
		return unwritten(t.Elem(), values, path)
	case t.Kind() == reflect.Slice:
		var elements []any
		for _, v := range values {
			list, _ := v.([]any)
			elements = append(elements, list...)
		}
		return unwritten(t.Elem(), elements, path)
	case t.Kind() != reflect.Struct:
		return nil
	}
	var missing []string
	for i := range t.NumField() {
		name, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
		var members []any
		for _, v := range values {
			object, _ := v.(map[string]any)
			if member, ok := object[name]; ok {
				members = append(members, member)
			}
		}
		if place := path + "/" + name; len(members) == 0 {
			missing = append(missing, place)
		} else {
			missing = append(missing, unwritten(t.Field(i).Type, members, place)...)
		}
	}
	return missing
}

func parsed(t *testing.T, data []byte) any {
	t.Helper()
	var v any
	if err := json.Unmarshal(data, &v); err != nil {
		t.Fatal(err)
	}
	return v
}

// saysMore fills in what no shipped edition says.
func saysMore(e *edition.Edition) *edition.Edition {
	day, some := stat.Date{Year: 2024, Month: 5, Day: 6}, stat.Qty("1.5", 0, "PERCENT")
	e.Title = stat.Text{Hans: "{area}{period}公报", En: "Bulletin of {area}, {period}"}
	e.Area.Official, e.Number, e.Next = "130773", 2, day
	e.Area.Sources[0].URL = "https://example.org/"
	e.Units["ORE"] = stat.Unit{Code: "ORE", Dim: stat.OwnMeasure, Counter: stat.Text{Hans: "克/吨", En: "g/t"}, One: "g/t", Many: "g/t"}
	for i := range e.Initiatives {
		e.Initiatives[i].Date = day
	}
	e.Themes[0].Rows[0].Turn = stat.WiderLoss
	for i := range e.Progress {
		e.Progress[i].Left, e.Progress[i].Needed = &some, &some
	}
	for i := range e.Revisions {
		r := &e.Revisions[i]
		r.Release, r.Date, r.Later, r.Brought = 1, day, 2, day
	}
	e.Findings = append(e.Findings, stat.Finding{Rule: "x", Severity: stat.Error, Accepted: stat.Text{Hans: "已知", En: "known"}})
	return e
}

// Every name that readers know is written, at its place, wherever an edition has something for it.
func TestEveryNameIsWritten(t *testing.T) {
	var documents, packages []any
	for _, area := range []string{"saibei", "example", "tongjian"} {
		s := write(t, saysMore(shipped(t, area, stat.Hans, stat.En).e))
		data, _ := s.described(t)
		documents, packages = append(documents, parsed(t, s.json(t))), append(packages, parsed(t, data))
	}
	full, _ := demanding(t)
	documents = append(documents, parsed(t, full.json(t)))
	for _, missing := range unwritten(reflect.TypeFor[Document](), documents, "document") {
		t.Errorf("%s is never written", missing)
	}
	for _, missing := range unwritten(reflect.TypeFor[Package](), packages, "package") {
		t.Errorf("%s is never written", missing)
	}
}
