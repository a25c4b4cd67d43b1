package file

import (
	"slices"
	"strings"
)

// MostName is how many bytes the name of a file has at most, on the file systems in use.
const MostName = 255

// Reserved reports whether Windows takes a name for that of a device, with whatever extension:
// <https://learn.microsoft.com/windows/win32/fileio/naming-a-file>.
func Reserved(name string) bool {
	stem, _, _ := strings.Cut(strings.ToLower(name), ".")
	stem = strings.TrimRight(stem, " ")
	if slices.Contains([]string{"con", "prn", "aux", "nul", "conin$", "conout$"}, stem) {
		return true
	}
	for _, port := range []string{"com", "lpt"} {
		if n, ok := strings.CutPrefix(stem, port); ok && len([]rune(n)) == 1 && strings.ContainsAny(n, "0123456789¹²³") {
			return true
		}
	}
	return false
}
