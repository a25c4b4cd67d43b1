package catalog

import (
	"embed"
	"slices"
	"strconv"
	"strings"

	"nianbao/internal/stat"
)

// files have a line for each thing, with a tab between its columns; the first line says what they are.
//
//go:embed data
var files embed.FS

// rows gives the lines of a file, each with so many columns.
func rows(name string, columns int) [][]string {
	data, err := files.ReadFile("data/" + name)
	if err != nil {
		panic(err) // the file is part of the program
	}
	var list [][]string
	for line := range strings.Lines(string(data)) {
		if !strings.HasPrefix(line, "#") {
			row := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
			list = append(list, append(row, make([]string, max(0, columns-len(row)))...))
		}
	}
	return list
}

// read makes the catalogue of its tables. Tests hold their form.
func read() *tables {
	t := &tables{parts: map[string]Part{}, byCode: map[string]int{}}
	bases, sources, sentences, traditional := map[string]stat.Text{}, map[string]Source{}, map[string]stat.Text{}, map[string]string{}
	for _, r := range rows("table/bases.tsv", 3) {
		bases[r[0]] = stat.Text{Hans: r[1], En: r[2]}
	}
	for _, r := range rows("table/sources.tsv", 5) {
		sources[r[0]] = Source{r[0], r[1], r[2], r[3], r[4]}
	}
	for _, r := range rows("table/sentences.tsv", 3) {
		sentences[r[0]] = stat.Text{Hans: r[1], En: r[2]}
	}
	for _, r := range rows("table/traditional.tsv", 2) {
		traditional[r[0]] = r[1]
	}
	for _, r := range rows("table/units.tsv", 7) {
		t.units = append(t.units, stat.Unit{
			Code: r[0], Dim: stat.UnitKind(r[1]).Dimension(), Counter: stat.Text{Hans: r[2], Hant: r[3], En: r[5]},
			One: r[4], Many: r[5], Printed: list(r[6]),
		})
	}
	for _, r := range rows("table/themes.tsv", 3) {
		t.themes = append(t.themes, stat.Theme{Code: r[0], Name: stat.Text{Hans: r[1], En: r[2]}})
		for _, r := range rows(t.themes[len(t.themes)-1].Code+".tsv", 8) {
			e := entry(r, bases)
			e.Theme, e.Source, e.Usual, e.Name.Hant = t.themes[len(t.themes)-1].Code, sources[r[4]], sentences[e.Code], traditional[e.Code]
			t.byCode[e.Code] = len(t.entries)
			t.entries = append(t.entries, e)
		}
	}
	for _, r := range rows("table/breakdowns.tsv", 5) {
		t.divide(r)
	}
	for _, r := range rows("table/relations.tsv", 5) {
		times, _ := strconv.ParseInt(r[4], 10, 64) // none is 0
		t.follows = append(t.follows, Relation{r[0], RelationKind(r[1]), r[2], r[3], times})
	}
	for _, r := range rows("table/usual.tsv", 1) {
		t.usual = append(t.usual, r[0])
	}
	return t
}

// entry reads the line of an indicator.
func entry(r []string, bases map[string]stat.Text) Entry {
	e := Entry{Also: list(r[3])}
	e.Code, e.Name = r[0], stat.Text{Hans: r[1], En: r[2]}
	e.Mult, _ = strconv.Atoi(r[6]) // none is 0
	unit, base, _ := strings.Cut(r[5], ":")
	e.Unit, e.Base = unit, bases[base]
	for _, trait := range strings.Fields(r[7]) {
		key, value, _ := strings.Cut(trait, "=")
		switch key {
		case "real":
			e.Basis = stat.Real
		case "down", "neutral":
			e.Better = stat.Direction(key)
		case "stock":
			e.Timing = stat.Stock
		case "annual":
			e.Known = stat.YearEnd
		case "headline":
			e.Headline = true
		case "share":
			e.Share = true
		case "compares":
			e.Compares = true
		case "verb":
			e.Verb = stat.Verb(value)
		case "of":
			e.Of = value
		}
	}
	return e
}

// list splits names with a bar between them.
func list(column string) []string {
	if column == "" {
		return nil
	}
	return strings.Split(column, "|")
}

// divide adds a breakdown to its whole.
func (t *tables) divide(r []string) {
	whole := &t.entries[t.byCode[r[0]]]
	b := stat.Breakdown{Code: r[1], Name: stat.Text{Hans: r[2], En: r[3]}}
	for _, word := range strings.Fields(r[4]) {
		code, optional := strings.CutSuffix(word, "?")
		b.Parts = append(b.Parts, code)
		t.parts[code] = Part{r[0], r[1], optional}
	}
	whole.Breakdowns = append(slices.Clip(whole.Breakdowns), b)
}
