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
