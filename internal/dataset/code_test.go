package dataset

import (
	"strings"
	"testing"
	"testing/fstest"
)

// The code of an area is a name that every file system can hold, with a period and a kind after it.
func TestAreaCode(t *testing.T) {
	for code, want := range map[string]string{
		"demo": "", strings.Repeat("a", mostAreaCode): "", "console": "", "com": "", "com10": "",
		strings.Repeat("a", mostAreaCode+1): "has 101 characters: want 100 at most", strings.Repeat("a", 250): "has 250 characters",
		"con": "Windows allows no file", "nul": "Windows allows no file", "aux": "Windows allows no file", "com1": "Windows allows no file", "lpt9": "Windows allows no file",
		"nul.x": "want lower-case letters", "a:b": "want lower-case letters", "a ": "white space", "a.": "want lower-case letters", "Demo": "want lower-case letters",
		"a\\b": "want lower-case letters", "区": "want lower-case letters", "-a": "want lower-case letters",
	} {
		fsys := fstest.MapFS{}
		for name, f := range demo(t) {
			data := strings.Replace(string(f.Data), "code: demo", "code: '"+code+"'", 1)
			fsys[strings.Replace(name, "demo/", code+"/", 1)] = &fstest.MapFile{Data: []byte(data)}
		}
		_, _, err := Load(fsys, code)
		if (err == nil) != (want == "") || err != nil && !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", code, err, want)
		}
	}
}
