package script

import (
	"strings"
	"unicode/utf8"
)

// dictionary finds entries in text: lines of key, tab and value, each ended by a line feed, sorted by the
// bytes of their keys.
type dictionary struct {
	lines string
	heads map[rune]block // by the first character of their keys
}

// block is a stretch of lines, as offsets.
type block struct{ from, to int }

// newDictionary indexes a file of entries, which begins with its notices, up to the first blank line.
func newDictionary(file string) dictionary {
	_, lines, _ := strings.Cut(file, "\n\n")
	d := dictionary{lines: lines, heads: map[rune]block{}}
	var last rune
	from := 0
	for at := 0; at < len(lines); at += strings.IndexByte(lines[at:], '\n') + 1 {
		head, _ := utf8.DecodeRuneInString(lines[at:])
		if head != last && at > 0 {
			d.heads[last] = block{from, at}
			from = at
		}
		last = head
	}
	d.heads[last] = block{from, len(lines)}
	return d
}

// longest finds the longest key that a text begins with: its length in bytes, 0 if there is none, and its value.
//
// Every key that the text begins with is also a beginning of the greatest key not above the text. So where
// that key is not itself a beginning, the search goes on with what the two have in common.
func (d dictionary) longest(text string) (n int, value string) {
	head, _ := utf8.DecodeRuneInString(text)
	near := d.heads[head]
	lines := d.lines[near.from:near.to]
	for start := floor(lines, text); start >= 0; start = floor(lines, text) {
		key, value := entry(lines[start:])
		shared := sharedPrefix(key, text)
		if shared == len(key) {
			return shared, value
		}
		lines, text = lines[:start], text[:shared]
	}
	return 0, ""
}

// floor finds the line with the greatest key not above a text; -1 if every key is above it.
func floor(lines, text string) int {
	found, low, high := -1, 0, len(lines) // low and high stay at beginnings of lines
	for low < high {
		middle := low + (high-low)/2
		start := low + strings.LastIndexByte(lines[low:middle], '\n') + 1
		key, value := entry(lines[start:])
		if key > text {
			high = start
			continue
		}
		found, low = start, start+len(key)+len("\t")+len(value)+len("\n")
	}
	return found
}

// entry is the key and the value of the first line.
func entry(lines string) (key, value string) {
	key, rest, _ := strings.Cut(lines, "\t")
	value, _, _ = strings.Cut(rest, "\n")
	return key, value
}

func sharedPrefix(a, b string) int {
	n := min(len(a), len(b))
	for i := range n {
		if a[i] != b[i] {
			return i
		}
	}
	return n
}
