package tagpdf

import (
	"bytes"
	"testing"
)

// An archive, whose files are already compressed, is embedded as is; anything else is compressed.
func TestAttachedArchive(t *testing.T) {
	pdf, doc := sample(t)
	archive := append([]byte("PK\x03\x04"), bytes.Repeat([]byte{'a'}, 5000)...)
	out, err := tag(pdf, doc, Attachment{Name: "a.xlsx", Media: "application/zip", Relationship: "Data", Modified: sampleFiles()[0].Modified, Data: archive})
	if err != nil {
		t.Fatal(err)
	}
	if files, err := attachedOf(out); err != nil || !bytes.Equal(files["a.xlsx"], archive) || !bytes.Contains(out, archive) {
		t.Errorf("an archive is not inside as it is: %v", err)
	}
	out, err = tag(pdf, doc, Attachment{Name: "a.csv", Media: "text/csv", Relationship: "Data", Modified: sampleFiles()[0].Modified, Data: archive[4:]})
	if err != nil {
		t.Fatal(err)
	}
	if files, err := attachedOf(out); err != nil || !bytes.Equal(files["a.csv"], archive[4:]) || bytes.Contains(out, archive[4:]) {
		t.Errorf("a table is not compressed: %v", err)
	}
}

// Embedded files are read back byte for byte under their names.
func TestAttached(t *testing.T) {
	pdf, doc := sample(t)
	attached := sampleFiles()
	attached[0].Name = "年报.csv"
	out, err := tag(pdf, doc, attached...)
	if err != nil {
		t.Fatal(err)
	}
	files, err := attachedOf(out)
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
	if files, err := attachedOf(pdf); err != nil || len(files) != 0 {
		t.Errorf("a file without attachments has %v, %v", files, err)
	}
	if _, err := attachedOf(out[:len(out)/2]); err == nil {
		t.Error("a file that is cut short has attachments")
	}
}
