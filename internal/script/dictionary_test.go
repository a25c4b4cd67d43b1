package script

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func keysOf(file string) []string {
	var keys []string
	for line := range strings.Lines(newDictionary(file).lines) {
		key, _ := entry(line)
		keys = append(keys, key)
	}
	return keys
}

func fileOf(known map[string]string) string {
	var b strings.Builder
	b.WriteString("# notices\n\n")
	for _, key := range slices.Sorted(maps.Keys(known)) {
		b.WriteString(key + "\t" + known[key] + "\n")
	}
	return b.String()
}

// The search relies on the form of the files; a new release of OpenCC must keep it.
func TestFiles(t *testing.T) {
	for name, tt := range map[string]struct {
		file         string
		entries      int
		least, most  int // characters of a key
		keepsTheSame bool
		notice       string
	}{
		"phrases":    {phrasesFile, 49000, 2, 20, true, "Apache-2.0"},
		"characters": {charactersFile, 3800, 1, 1, false, "Apache-2.0"},
		"variants":   {variantsFile, 50, 1, 5, true, "Apache-2.0"},
		"names":      {namesFile, 400, 2, 15, true, "Ministry of Civil Affairs"},
	} {
		t.Run(name, func(t *testing.T) {
			notices, lines, ok := strings.Cut(tt.file, "\n\n")
			if !ok || !strings.Contains(notices, tt.notice) {
				t.Errorf("notices: %q", notices)
			}
			if n := strings.Count(lines, "\n"); n < tt.entries || !strings.HasSuffix(lines, "\n") {
				t.Errorf("%d entries, ending in %q", n, lines[len(lines)-1:])
			}
			last := ""
			for line := range strings.Lines(lines) {
				key, value := entry(line)
				if line != key+"\t"+value+"\n" || value == "" || strings.ContainsAny(line, "# \r") || !utf8.ValidString(line) {
					t.Errorf("%q: want key, tab, value, line feed", line)
				}
				if key <= last {
					t.Errorf("%s stands after %s", key, last)
				}
				n := utf8.RuneCountInString(key)
				if n < tt.least || n > tt.most || n != utf8.RuneCountInString(value) {
					t.Errorf("%s to %s: lengths", key, value)
				}
				if key == value && !tt.keepsTheSame {
					t.Errorf("%s stays as it is", key)
				}
				last = key
			}
		})
	}
}

func TestLongest(t *testing.T) {
	d := newDictionary("# notices\n\nab\t1\nabcd\t2\nabce\t3\nb\t4\nbaa\t5\n里\t6\n里面\t7\n重\t8\n")
	for text, want := range map[string]struct {
		n     int
		value string
	}{
		"": {0, ""}, "a": {0, ""}, "ab": {2, "1"}, "abc": {2, "1"}, "abcd": {4, "2"}, "abcdz": {4, "2"}, "abcez": {4, "3"},
		"abcz": {2, "1"}, "az": {0, ""}, "aa": {0, ""}, "b": {1, "4"}, "ba": {1, "4"}, "bz": {1, "4"}, "baab": {3, "5"}, "c": {0, ""},
		"里": {3, "6"}, "里面的": {6, "7"}, "里\xe9": {3, "6"}, "野": {0, ""}, "重里": {3, "8"}, "\xe9": {0, ""}, "# ": {0, ""},
	} {
		if n, value := d.longest(text); n != want.n || value != want.value {
			t.Errorf("%q: got %d, %q; want %d, %q", text, n, value, want.n, want.value)
		}
	}
}

// Any list of keys is searched as a map of them would be.
func TestLongestAgreesWithTryingAllLengths(t *testing.T) {
	word := rapid.StringMatching(`[ab里面]{1,5}`)
	rapid.Check(t, func(t *rapid.T) {
		known := rapid.MapOfN(word, rapid.StringMatching(`[0-9]`), 1, 40).Draw(t, "entries")
		d := newDictionary(fileOf(known))
		text := rapid.StringMatching(`[abc里面]{0,9}`).Draw(t, "text")
		wantN, want := 0, ""
		for n := range len(text) + 1 {
			if value, ok := known[text[:n]]; ok {
				wantN, want = n, value
			}
		}
		if n, value := d.longest(text); n != wantN || value != want {
			t.Fatalf("got %d, %q; want %d, %q", n, value, wantN, want)
		}
	})
}

func TestLongestFindsEveryKey(t *testing.T) {
	for _, file := range []string{phrasesFile, charactersFile, variantsFile, namesFile} {
		d := newDictionary(file)
		for line := range strings.Lines(d.lines) {
			key, value := entry(line)
			if n, got := d.longest(key); n != len(key) || got != value {
				t.Errorf("%s: got %d bytes, %q; want %q", key, n, got, value)
			}
		}
	}
}

func BenchmarkIndex(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		newDictionary(phrasesFile)
		newDictionary(charactersFile)
		newDictionary(variantsFile)
	}
}
