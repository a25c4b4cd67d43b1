package xlsxread

import (
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// Whatever bytes come in, reading ends with sheets or an error.
func FuzzRead(f *testing.F) {
	f.Add([]byte("PK\x03\x04"))
	for _, tt := range cellCases() {
		f.Add(zipped(f, base(tt.rows)))
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		book, err := Read(file, nil)
		if (book == nil) != (err != nil) {
			t.Errorf("book %v, error %v", book, err)
		}
		if err == nil {
			inLimits(t, book)
		}
	})
}

func inLimits(t *testing.T, b *Book) {
	t.Helper()
	for _, s := range b.Sheets {
		if len(s.Rows) > maxRows || slices.ContainsFunc(s.Rows, func(row []string) bool { return len(row) > maxColumns }) {
			t.Errorf("sheet %q is beyond the limits", s.Name)
		}
	}
}

// Whatever parts come in, what is read is what encoding/xml sees in them too.
func FuzzParts(f *testing.F) {
	for _, tt := range cellCases() {
		f.Add(sheetPart(tt.rows), textsPart)
	}
	f.Add(sheetPart(one), `<sst xmlns="`+transitional+`"><si><r><rPr><b/></rPr><t>a</t></r><r><t>_x0041_</t></r><rPh><t>x</t></rPh></si></sst>`)
	f.Fuzz(func(t *testing.T, sheet, texts string) {
		parts := base("")
		parts["xl/worksheets/sheet1.xml"], parts["xl/sharedStrings.xml"] = sheet, texts
		book, err := Read(zipped(t, parts), nil)
		if err != nil {
			return
		}
		inLimits(t, book)
		wellFormed(t, sheet)
		wellFormed(t, texts)
		var shared []string
		walk(t, texts, func(path string, _ []xml.Attr, text string) {
			switch path {
			case "sst/si":
				shared = append(shared, "")
			case "sst/si/t", "sst/si/r/t":
				shared[len(shared)-1] += text
			}
		})
		for i, s := range shared {
			shared[i] = escapedAs(s)
		}
		want := slowRows(t, sheet, shared)
		if got := book.Sheets[0].Rows; !slices.EqualFunc(want, got, slices.Equal) {
			t.Errorf("rows %q, want %q", got, want)
		}
	})
}

func wellFormed(t *testing.T, part string) {
	t.Helper()
	for d := xml.NewDecoder(strings.NewReader(part)); ; {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			t.Fatalf("the library refuses the part: %v", err)
		}
	}
}

// walk tells of each element and of each text in one, by the names of the elements around it as they are written.
func walk(t *testing.T, part string, see func(path string, attrs []xml.Attr, text string)) {
	t.Helper()
	var open []string
	for d := xml.NewDecoder(strings.NewReader(part)); ; {
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			name := token.Name.Local
			if token.Name.Space != "" {
				name = token.Name.Space + ":" + name
			}
			open = append(open, name)
			see(strings.Join(open, "/"), token.Attr, "")
		case xml.CharData:
			see(strings.Join(open, "/"), nil, string(token))
		case xml.EndElement:
			open = open[:len(open)-1]
		}
	}
}

// slowRows reads the rows of a sheet that was accepted.
func slowRows(t *testing.T, sheet string, shared []string) [][]string {
	t.Helper()
	const cell = "worksheet/sheetData/row/c"
	rows := map[[2]int]string{}
	var at [2]int
	kind := map[[2]int]string{}
	last := [2]int{}
	walk(t, sheet, func(path string, attrs []xml.Attr, text string) {
		attr := func(name string) string {
			for _, a := range attrs {
				if a.Name.Space == "" && a.Name.Local == name {
					return a.Value
				}
			}
			return ""
		}
		switch {
		case path == "worksheet/sheetData/row" && text == "":
			at = [2]int{at[0] + 1, 0}
			if r, err := strconv.Atoi(attr("r")); err == nil {
				at[0] = r
			}
		case path == cell && text == "":
			at[1]++
			if letters := strings.TrimRight(attr("r"), "0123456789"); letters != "" {
				at[1] = 0
				for _, c := range letters {
					at[1] = 26*at[1] + int(c-'A') + 1
				}
			}
			kind[at] = attr("t")
		case path == cell+"/v" || path == cell+"/is/t" || path == cell+"/is/r/t":
			rows[at] += text
		}
	})
	var list [][]string
	for at, text := range rows {
		switch kind[at] {
		case "s":
			if i, err := strconv.Atoi(text); err == nil {
				text = shared[i]
			}
		case "b":
			text = strings.NewReplacer("true", "1", "false", "0").Replace(text)
		case "inlineStr":
			text = escapedAs(text)
		}
		if rows[at] = text; text != "" {
			last[0] = max(last[0], at[0])
		}
	}
	if last[0] > 0 {
		list = make([][]string, last[0])
	}
	for at, text := range rows {
		if text != "" {
			row := &list[at[0]-1]
			*row = append(*row, make([]string, max(0, at[1]-len(*row)))...)
			(*row)[at[1]-1] = text
		}
	}
	return list
}

var escape = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)

// escapedAs puts in the characters that are escaped.
func escapedAs(s string) string {
	return escape.ReplaceAllStringFunc(s, func(found string) string {
		n, _ := strconv.ParseUint(found[2:6], 16, 16) // the form admits nothing else
		return string(rune(n))
	})
}
