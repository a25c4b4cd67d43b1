package locale

import "nianbao/internal/stat"

// phrase is a fixed wording by key. Traditional Chinese is converted from hans.
type phrase struct {
	key, hans, en string
}

// phraseAreas are the phrases by what they are used for; a key belongs to one area only.
func phraseAreas() [][]phrase {
	return [][]phrase{
		codePhrases, figurePhrases, editionPhrases, briefingPhrases, sheetPhrases, workbookPhrases, codebookPhrases, fieldPhrases,
		findingPhrases, terminalPhrases, historyPhrases,
	}
}

func phraseTable() map[string]stat.Text {
	table := map[string]stat.Text{}
	for _, area := range phraseAreas() {
		for _, p := range area {
			table[p.key] = stat.Text{Hans: p.hans, En: p.en}
		}
	}
	return table
}
