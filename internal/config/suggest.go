package config

import (
	"strings"

	"nianbao/internal/message"
)

// suggest finds the known name that was probably meant, or "". Case and separators do not count; a longer
// name that starts with the given one is taken for meant, then the one with the fewest letters to change.
func suggest(given string, known []string) string {
	g := letters(given)
	best, least := "", (len(g)+2)/3+1
	for _, name := range known {
		k := letters(name)
		switch d := distance(g, k); {
		case d < least:
			best, least = name, d
		case best == "" && len(g) >= 3 && (strings.HasPrefix(k, g) || strings.HasSuffix(k, g)):
			best = name
		}
	}
	return best
}

// didYouMean is the end of a message, empty without a suggestion. Given and known names lack the prefix that
// all of them have, which would make them look alike.
func didYouMean(prefix, given string, known []string) *message.Text {
	if s := suggest(given, known); s != "" {
		return message.Of("; did you mean %s?", prefix+s)
	}
	return message.Plain("")
}

func letters(s string) string {
	return strings.NewReplacer(".", "", "_", "", "-", "").Replace(strings.ToLower(s))
}

// distance counts the bytes to insert, delete or replace to make b of a (Levenshtein).
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
