package briefing

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"strings"
	"testing"

	"nianbao/internal/stat"
)

// content makes a PDF file of one content stream, as far as Read is concerned.
func content(operators string) []byte {
	var packed bytes.Buffer
	w := zlib.NewWriter(&packed)
	if _, err := w.Write([]byte(operators)); err != nil {
		panic(err)
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return fmt.Appendf(nil, "%%PDF-1.3\n4 0 obj\n<</Filter /FlateDecode /Length %d>>\nstream\n%s\nendstream\nendobj\n%%%%EOF\n", packed.Len(), packed.Bytes())
}

func render(t testing.TB) []byte {
	t.Helper()
	e := areaEdition(t, "example", stat.Hans, stat.En)
	pdf, err := Render(e, options(t, e.Units, e.Langs...))
	if err != nil {
		t.Fatal(err)
	}
	return pdf
}

// The text read is that of the page tree, running heads included, in order.
func TestReadGivesWhatWasDrawn(t *testing.T) {
	for _, langs := range [][]stat.Lang{{stat.Hans, stat.En}, {stat.Hant}, {stat.En}} {
		for _, area := range []string{"example", "saibei"} {
			e := areaEdition(t, area, langs...)
			opt := options(t, e.Units, langs...)
			pages, err := Compose(e, opt)
			if err != nil {
				t.Fatal(err)
			}
			var want strings.Builder
			for _, p := range pages {
				for _, it := range p.Items {
					want.WriteString(it.Text)
				}
			}
			pdf, err := Render(e, opt)
			if err != nil {
				t.Fatal(err)
			}
			got, err := Read(pdf)
			if err != nil {
				t.Fatal(err)
			}
			if got != want.String() {
				t.Errorf("%s in %v: the text read is not the text drawn", area, langs)
			}
		}
	}
}

func TestReadStrings(t *testing.T) {
	tests := []struct{ name, operators, want string }{
		{"two characters", "BT (\x58\x5e\x53\x17) Tj ET", "塞北"},
		{"two strings", "(\x00A) Tj (\x00B) Tj", "AB"},
		{"escapes", `(` + "\x00\\\\\x00\\(\x00\\)\x00\\r\x00\\n" + `) Tj`, "\\()\r\n"},
		{"balanced parentheses", "(\x4e(\x4e)) Tj", "\u4e28\u4e29"},
		{"a surrogate pair", "(\xd8\x42\xdf\xb7) Tj", "𠮷"},
		{"strings that are not shown", "(\x00A) xx (\x00B) Tj", "B"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := Read(content(test.operators))
			if err != nil || got != test.want {
				t.Errorf("got %q, %v, want %q", got, err, test.want)
			}
		})
	}
}

func TestReadRefuses(t *testing.T) {
	whole := render(t)
	stream := bytes.Index(whole, []byte("stream"))
	damaged := bytes.Clone(whole)
	copy(damaged[stream+8:], "not deflated")
	tests := []struct {
		name  string
		data  []byte
		wrong string
	}{
		{"nothing", nil, "not a PDF file"},
		{"a text", []byte("fact_id,theme\n"), "not a PDF file"},
		{"a workbook", []byte("PK\x03\x04"), "not a PDF file"},
		{"half a file", whole[:len(whole)/2], "cut short"},
		{"the last line missing", whole[:len(whole)-7], "cut short"},
		{"a damaged stream", damaged, "inflate a stream of the PDF file"},
		{"garbage between first and last line", []byte("%PDF-1.3\n\x00\xff\x80\n%%EOF"), "no text this program could have written"},
		{"a page without text", content("q Q"), "no text this program could have written"},
		{"a string left open", content("(\x00A"), "a string of the PDF file is cut short"},
		{"an escape left open", content("(\x00A\\"), "a string of the PDF file is cut short"},
		{"a length beyond the file", []byte("%PDF-1.3\n<</Filter /FlateDecode /Length 999>>\nstream\nx\nendstream\n%%EOF"), "cut short"},
		{"a length beyond all files", []byte("%PDF-1.3\n<</Filter /FlateDecode /Length 99999999999999999999>>\nstream\nx\n%%EOF"), "cut short"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if text, err := Read(test.data); err == nil || !strings.Contains(err.Error(), test.wrong) || text != "" {
				t.Errorf("got %q, %v, want an error with %q", text, err, test.wrong)
			}
		})
	}
}

// A file cut anywhere is refused, never read in part.
func TestReadRefusesEveryCut(t *testing.T) {
	whole := render(t)
	end := len(bytes.TrimRight(whole, "\r\n "))
	for n := 0; n < end; n += 1 + end/300 {
		if text, err := Read(whole[:n]); err == nil {
			t.Errorf("the first %d of %d bytes are read as %d characters", n, len(whole), len(text))
		}
	}
}

// What inflates without end is refused.
func TestReadRefusesBombs(t *testing.T) {
	bomb := content("(\x00A) Tj " + strings.Repeat(" ", maxContent))
	if _, err := Read(bomb); err == nil || !strings.Contains(err.Error(), "larger than") {
		t.Errorf("a stream of %d MB is read: %v", maxContent>>20, err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(content("BT (\x58\x5e\x53\x17) Tj ET"))
	f.Add(content(`(` + "\x00\\\\\x00\\(" + `) Tj (`))
	f.Add([]byte("%PDF-1.3\n<</Filter /FlateDecode /Length 9>>\nstream\nx\nendstream\n%%EOF"))
	f.Add([]byte("%PDF-1.3\n<</Length 1>>\nstream\nx%%EOF"))
	f.Fuzz(func(t *testing.T, data []byte) {
		text, err := Read(data)
		if err == nil && text == "" {
			t.Error("no text and no error")
		}
		if err != nil && text != "" {
			t.Errorf("both text and an error: %v", err)
		}
	})
}

// Whatever operators a page has, reading them ends, with text or an error.
func FuzzShown(f *testing.F) {
	f.Add([]byte("BT (\x58\x5e\x53\x17) Tj ET"))
	f.Add([]byte("(((\\)\\"))
	f.Fuzz(func(t *testing.T, operators []byte) {
		var text strings.Builder
		if err := shown(operators, &text); err == nil && text.Len() > 2*len(operators) {
			t.Errorf("%d bytes show %d", len(operators), text.Len())
		}
	})
}
