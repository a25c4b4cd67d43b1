package tagpdf

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/go-pdf/fpdf"
	"github.com/google/go-cmp/cmp"
)

// keep writes a file for inspection by other programs, if NIANBAO_TAGPDF names a folder.
func keep(t *testing.T, file string, pdf []byte) {
	t.Helper()
	if dir := os.Getenv("NIANBAO_TAGPDF"); dir != "" {
		if err := os.WriteFile(filepath.Join(dir, file), pdf, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// TestTextIsWhatWasDrawn reads a finished file, with a character beyond U+FFFF in it.
func TestTextIsWhatWasDrawn(t *testing.T) {
	p := newPen(t)
	pdf, d := sampleOf(t, p)
	out := finish(t, pdf, d)
	keep(t, "sample.pdf", out)
	after, err := textOf(out)
	if err != nil {
		t.Fatal(err)
	}
	want := p.said.String() + "\f"
	if d := cmp.Diff(want, after); d != "" || !strings.Contains(want, "董事长𬬻川") {
		t.Errorf("the text changed: %s", d)
	}
	if lines := strings.Split(after, "\n"); lines[1] != "塞北（示例）" || lines[2] != "Sample district" {
		t.Errorf("lines are not told apart: %q", lines)
	}
	if n := strings.Count(after, "\f"); n != 3 {
		t.Errorf("%d pages, want 3", n)
	}
}

func TestSameBytes(t *testing.T) {
	pdf, d := sample(t)
	want := finish(t, pdf, d, sampleFiles()...)
	for range 5 {
		tagged, err := Tag(sample(t))
		if err != nil {
			t.Fatal(err)
		}
		for range 2 { // one with no files in between
			out, err := tagged.Finish(sampleFiles()...)
			if err != nil || !bytes.Equal(out, want) {
				t.Fatalf("two runs differ, or %v", err)
			}
			if out, err := tagged.Finish(); err != nil || len(out) >= len(want) {
				t.Fatalf("%d bytes without files, %d with, %v", len(out), len(want), err)
			}
		}
	}
	d.Author += "."
	other := finish(t, pdf, d)
	if reopen(t, other).at(reopen(t, other).f.trailer, "ID", 0) == reopen(t, want).at(reopen(t, want).f.trailer, "ID", 0) {
		t.Error("two documents have one identifier")
	}
}

// TestUnused checks that objects that no page needs are omitted.
func TestUnused(t *testing.T) {
	p := newPen(t)
	p.page()
	p.pdf.RegisterImageOptionsReader("unused", fpdf.ImageOptions{ImageType: "PNG"}, onePixel(t))
	m := p.text(60, 60, "text")
	given := p.fonts(t)
	given["F2"] = given["F1"]
	w := reopen(t, finish(t, p.bytes(t), Document{Root: el("Document", el("P", m)), Lang: "en", Title: "t", Created: created, Fonts: given}))
	if resources, ok := w.at(w.pages[0].dict, "Resources").(dict); !ok || len(resources) != 1 {
		t.Errorf("resources are %v, want fonts alone", resources)
	}
	if n := len(w.fontDicts()); n != 1 {
		t.Errorf("%d fonts, want the one selected", n)
	}
	for num := range w.f.where {
		w.resolve(ref{num: num})
	}
	if w.at(w.catalog, "AF") != nil || w.at(w.catalog, "Outlines") != nil || w.at(w.catalog, "PageMode") != nil {
		t.Error("the catalog speaks of attachments or bookmarks that are not there")
	}
}

func onePixel(t *testing.T) *bytes.Buffer {
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 1, 1))); err != nil {
		t.Fatal(err)
	}
	return &b
}

// TestManyElements limits the size of a long document's structure: thousands of elements must be cheap.
func TestManyElements(t *testing.T) {
	p := newPen(t)
	root := el("Document")
	for range 20 {
		p.page()
		for i := range 100 {
			m := p.text(60+float64(i%5)*90, 60+float64(i/5)*30, "12.5亿元")
			root.Kids = append(root.Kids, el("P", el("Span", m).in("zh")))
		}
	}
	in, given := p.bytes(t), p.fonts(t)
	out := finish(t, in, Document{Root: root, Lang: "en", Title: "t", Created: created, Fonts: given})
	keep(t, "many.pdf", out)
	if grown := len(out) - len(in) - len(given["F1"].File); grown > 60_000 {
		t.Errorf("4000 elements take %d bytes", grown)
	}
}
