package dataset

// nearest is the candidate that differs from name by the fewest edits, if those are few enough for a slip of
// the pen; of equally near ones the first. It is "" if none is near.
func nearest(name string, candidates []string) string {
	best, found := min(2, len(name)/3)+1, ""
	for _, c := range candidates {
		if gap := len(c) - len(name); gap >= best || -gap >= best {
			continue
		}
		if d := edits(name, c); d < best {
			best, found = d, c
		}
	}
	return found
}

// edits counts the insertions, deletions, replacements and swaps of neighbouring bytes that turn a into b
// (restricted Damerau–Levenshtein distance).
func edits(a, b string) int {
	older, old, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range old {
		old[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			replace := old[j-1]
			if a[i-1] != b[j-1] {
				replace++
			}
			row[j] = min(old[j]+1, row[j-1]+1, replace)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], older[j-2]+1)
			}
		}
		older, old, row = old, row, older
	}
	return old[len(b)]
}
