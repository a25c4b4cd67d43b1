package locale

import (
	"embed"
	"encoding/csv"
	"strings"
	"sync"

	"nianbao/internal/stat"
)

// phrase is a fixed wording by key. Traditional Chinese is converted from hans.
type phrase struct {
	key, hans, en string
}

// phraseFiles have a phrase a line: its key, its Chinese and its English, parted by tabs. A text that begins or ends with a
// space stands in quotes.
//
//go:embed phrases/*.tsv
var phraseFiles embed.FS

// codeArea is the area of the phrases that word codes, whose order is that of the codes in tables.
const codeArea = "code"

// areaNames are the areas of phrases, by what they are used for; a key belongs to one area only.
var areaNames = []string{
	codeArea, "figure", "edition", "briefing", "sheet", "workbook", "codebook", "field", "finding", "terminal", "history", "prose", "form",
}

// phraseAreas are the phrases by area, read once.
var phraseAreas = sync.OnceValue(func() map[string][]phrase {
	areas := map[string][]phrase{}
	for _, area := range areaNames {
		data, err := phraseFiles.ReadFile("phrases/" + area + ".tsv")
		if err != nil {
			panic(err) // the file is part of the program
		}
		lines := csv.NewReader(strings.NewReader(string(data)))
		lines.Comma, lines.Comment, lines.LazyQuotes, lines.FieldsPerRecord = '\t', '#', true, 3
		list, err := lines.ReadAll()
		if err != nil {
			panic(err)
		}
		for _, l := range list {
			areas[area] = append(areas[area], phrase{l[0], l[1], l[2]})
		}
	}
	return areas
})

// phraseTable has the phrases by key, the same for every language.
var phraseTable = sync.OnceValue(func() map[string]stat.Text {
	table := map[string]stat.Text{}
	for _, area := range phraseAreas() {
		for _, p := range area {
			table[p.key] = stat.Text{Hans: p.hans, En: p.en}
		}
	}
	return table
})
