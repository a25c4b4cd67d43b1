package edition

import "strings"

// listEscapes keep a semicolon inside an item from ending it.
var listEscapes = strings.NewReplacer(`\`, `\\`, `;`, `\;`)

// JoinList puts several texts into one cell, separated by semicolons. A semicolon or backslash inside of a text has a
// backslash before it. A list of nothing but empty texts is "".
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
