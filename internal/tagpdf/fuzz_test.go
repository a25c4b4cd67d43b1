package tagpdf

import (
	"fmt"
	"strings"
	"testing"
)

// smallFile is the smallest file that Finish accepts, uncompressed and without fpdf, so that mutations reach every part
// of it and fuzzing starts at once.
func smallFile() ([]byte, Document) {
	content := "/Artifact BMC 0 0 5 5 re f EMC q 1 0 0 rg /P <</MCID 0>> BDC BT /F1 9 Tf 1 2 Td (\x00\x01) Tj [(\x00\x02) -20.5 <0001>] TJ ET EMC Q"
	streamOf := func(keys, data string) string {
		return fmt.Sprintf("<<%s/Length %d>>\nstream\n%s\nendstream", keys, len(data), data)
	}
	pdf := plainFile("/Size 6",
		"<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[]>>>>>>",
		"<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 595.28 841.89]>>",
		"<</Type/Page/Parent 2 0 R/Resources 4 0 R/Contents 5 0 R>>",
		"<</Font<<>>/XObject<<>>>>",
		streamOf("", content),
	)
	link := el("Link", &Mark{1, 0}, &Link{Page: 1, Rect: [4]float64{60, 700, 90, 720}, ToPage: 1, Contents: "甲"})
	return pdf, Document{Root: el("Document", el("P", link)), Lang: "en", Title: "t", Created: created, Fonts: map[string]Font{
		"F1": {Name: "a", File: []byte("\x00\x01\x00\x00"), Characters: []rune("AB"), Widths: []int{500, usualWidth}},
	}}
}

func TestSmallFile(t *testing.T) {
	pdf, d := smallFile()
	if text, err := textOf(finish(t, pdf, d)); err != nil || text != "ABA\f" {
		t.Errorf("%q, %v", text, err)
	}
}

// FuzzFinish changes the file under a document. Either it is refused, or the output can be read.
func FuzzFinish(f *testing.F) {
	pdf, d := smallFile()
	f.Add(pdf)
	f.Fuzz(func(t *testing.T, pdf []byte) {
		out, err := tag(pdf, d)
		if err != nil {
			return
		}
		in, err := open(out)
		if err != nil {
			t.Fatal(err)
		}
		for num := range in.where {
			if _, err := in.resolve(ref{num: num}); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := textOf(out); err != nil {
			t.Fatal(err)
		}
	})
}

func FuzzText(f *testing.F) {
	pdf, d := smallFile()
	f.Add(pdf)
	f.Add(finish(f, pdf, d))
	f.Add(onePage("BT /F1 9 Tf [(\x00A) -20.5 (\x00B)] TJ T* <0041> ' ET", identityMap))
	f.Add(plainFile("", "<</Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]>>", "<</Type/Page/Contents 4 0 R>>", "<</Length 3>>stream\nq Q\nendstream"))
	f.Fuzz(func(t *testing.T, pdf []byte) {
		text, err := textOf(pdf)
		if err != nil && text != "" {
			t.Fatal("text beside an error")
		}
		if len(text) > 4*maxRead {
			t.Fatalf("%d bytes of text", len(text))
		}
	})
}

// FuzzStructure changes files with a structure tree. Its elements never have more text than the pages show.
func FuzzStructure(f *testing.F) {
	pdf, d := smallFile()
	first(d.Root, "P").Fact, first(d.Root, "P").Sentence = "gdp.level@2023", "s"
	f.Add(finish(f, pdf, d))
	f.Add(treeFile(threeMarks, "<</S/P/Pg 3 0 R/K[0 9 0 R<</Type/MCR/MCID 2>>]>>", "<</S/Span/Lang(en)/Pg 3 0 R/K 1/A[<</O/UserProperties/P[<</N(Fact)/V<FEFF4E2D>>>]>>]>>"))
	f.Add(treeFile(threeMarks, "<</S/P/K[9 0 R 9 0 R]>>", "<</S/P/K 8 0 R>>"))
	f.Add(treeFile(threeMarks, chain(20)...))
	f.Fuzz(func(t *testing.T, pdf []byte) {
		r, err := Open(pdf)
		if err != nil {
			return
		}
		root, err := r.Structure()
		if err != nil {
			if root != nil {
				t.Fatal("a tree beside an error")
			}
			return
		}
		text, err := r.text()
		if err != nil && !strings.Contains(err.Error(), "more than") {
			t.Fatalf("the text of a file whose structure is read: %v", err)
		}
		if all := root.All(); err == nil && len(all) > len(text) {
			t.Fatalf("%d bytes in elements, %d on pages", len(all), len(text))
		}
	})
}

func FuzzScan(f *testing.F) {
	f.Add([]byte("<</A[1 0 R(b\\051)<41>]/B<<>>>> true -1.5"))
	f.Fuzz(func(t *testing.T, b []byte) {
		s := &scanner{buf: string(b), refs: true}
		for !s.end() {
			before := s.pos
			if _, err := s.next(0); err != nil {
				return
			}
			if s.pos <= before {
				t.Fatal("the scanner does not move")
			}
		}
	})
}
