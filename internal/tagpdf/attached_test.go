package tagpdf

import (
	"bytes"
	"testing"
)

// What Finish puts inside comes out again, byte by byte, under its name.
func TestAttached(t *testing.T) {
	pdf, doc := sample(t)
	attached := sampleFiles()
	attached[0].Name = "年报.csv"
	out, err := tag(pdf, doc, attached...)
	if err != nil {
		t.Fatal(err)
	}
	files, err := Attached(out)
	if err != nil {
		t.Fatal(err)
	}
	if len(files) != len(attached) || len(files) < 2 {
		t.Errorf("%d files, want %d", len(files), len(attached))
	}
	for _, a := range attached {
		if !bytes.Equal(files[a.Name], a.Data) {
			t.Errorf("%s came back as %q", a.Name, files[a.Name])
		}
	}
	if files, err := Attached(pdf); err != nil || len(files) != 0 {
		t.Errorf("a file without attachments has %v, %v", files, err)
	}
	if _, err := Attached(out[:len(out)/2]); err == nil {
		t.Error("a file that is cut short has attachments")
	}
}
