package tagpdf

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestScan(t *testing.T) {
	for in, want := range map[string]object{
		"  % comment\n 12 ":             number("12"),
		"-.5":                           number("-.5"),
		"true":                          true,
		"null":                          nil,
		"/A#20B#2fC":                    name("A B/C"),
		"/":                             name(""),
		`(a(b)\)\\\n\rz)`:               str("a(b))\\\n\rz"),
		"(a\nb\\q)":                     str("a\nbq"),
		"<48 656C6c 6F7>":               str("Hellop"),
		"[1 2 R 3 0 R]":                 array{ref{num: 1, gen: 2}, ref{num: 3}},
		"[1 2 3 R]":                     array{number("1"), ref{num: 2, gen: 3}},
		"<</A<</B[/C(d)]>>/E 7>>":       dict{"A": dict{"B": array{name("C"), str("d")}}, "E": number("7")},
		"endobj":                        keyword("endobj"),
		"<</Length 5/Filter/X>> stream": dict{"Length": number("5"), "Filter": name("X")},
	} {
		got, err := (&scanner{buf: in, refs: true}).next(0)
		if err != nil {
			t.Errorf("%q: %v", in, err)
		}
		if d := cmp.Diff(want, got, cmp.AllowUnexported(ref{})); d != "" {
			t.Errorf("%q: %s", in, d)
		}
	}
}

func TestScanRefused(t *testing.T) {
	for in, want := range map[string]string{
		"":                         "cut short",
		"(abc":                     "cut short",
		"(abc\\":                   "cut short",
		`(\101)`:                   "an escape of '1' is not understood",
		"(a\\\nb)":                 "an escape",
		"<41":                      "cut short",
		"<4X>":                     "hexadecimal",
		"[1 2":                     "cut short",
		"<</A 1":                   "cut short",
		"<<1 2>>":                  "key of a dictionary",
		"<</A 1/A 2>>":             "twice",
		"[obj]":                    "keyword",
		"]":                        "unexpected",
		"/A#2":                     "without two hexadecimal digits",
		strings.Repeat("[", 100):   "too many",
		strings.Repeat("<</A", 99): "too many",
		"[" + strings.Repeat("1 ", maxObjects+1) + "]": "too many",
	} {
		o, err := (&scanner{buf: in, refs: true}).next(0)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.20q: %v, error %v, want one with %q", in, o, err, want)
		}
	}
}

// TestObjectsReadBack compares the writer with the reader.
func TestObjectsReadBack(t *testing.T) {
	leaf := rapid.OneOf(
		rapid.Map(rapid.Bool(), func(b bool) object { return b }),
		rapid.Map(rapid.IntRange(0, 1<<30), func(n int) object { return integer(n) }),
		rapid.Map(rapid.Float64Range(-1e6, 1e6), func(f float64) object { return real(f) }),
		rapid.Map(rapid.StringMatching(`[ -~é]*`), func(s string) object { return name(s) }),
		rapid.Map(rapid.SliceOf(rapid.Byte()), func(b []byte) object { return str(b) }),
		rapid.Map(rapid.IntRange(1, 1<<20), func(n int) object { return ref{num: n} }),
		rapid.Just[object](nil),
	)
	rapid.Check(t, func(t *rapid.T) {
		want := dict{
			"Array": array(rapid.SliceOf(leaf).Draw(t, "array")),
			"Dict":  dict(rapid.MapOf(rapid.Map(rapid.String(), func(s string) name { return name(s) }), leaf).Draw(t, "dict")),
		}
		if len(want["Array"].(array)) == 0 {
			want["Array"] = array{}
		}
		b := appendObject(nil, want)
		s := &scanner{buf: string(b), refs: true}
		got, err := s.next(0)
		if err != nil || !s.end() {
			t.Fatalf("%s: %v", b, err)
		}
		if d := cmp.Diff(want, got, cmp.AllowUnexported(ref{})); d != "" {
			t.Fatalf("%s: %s", b, d)
		}
	})
}

func TestTextString(t *testing.T) {
	for in, want := range map[string]str{
		"a (b)": "a (b)", "年": "\xFE\xFF\x5E\x74", "𬬻": "\xFE\xFF\xD8\x72\xDF\x3B", "é": "\xFE\xFF\x00\xE9", "": "",
	} {
		if got := textString(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
