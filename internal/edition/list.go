package edition

import "strings"

// listEscapes escapes semicolons inside an item.
var listEscapes = strings.NewReplacer(`\`, `\\`, `;`, `\;`)

// JoinList joins several texts into one cell, separated by semicolons. A semicolon or backslash inside a text is
// escaped with a backslash. A list of only empty texts is "".
func JoinList(items []string) string {
	empty := true
	escaped := make([]string, len(items))
	for i, item := range items {
		escaped[i] = listEscapes.Replace(item)
		empty = empty && item == ""
	}
	if empty {
		return ""
	}
	return strings.Join(escaped, ";")
}

// SplitList gives the texts that [JoinList] put into a cell; none for "".
func SplitList(cell string) []string {
	if cell == "" {
		return nil
	}
	var items []string
	var item strings.Builder
	escaped := false
	for _, r := range cell {
		switch {
		case escaped:
			item.WriteRune(r)
			escaped = false
		case r == '\\':
			escaped = true
		case r == ';':
			items = append(items, item.String())
			item.Reset()
		default:
			item.WriteRune(r)
		}
	}
	return append(items, item.String())
}
