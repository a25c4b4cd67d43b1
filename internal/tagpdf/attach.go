package tagpdf

import (
	"bytes"
	"time"
)

// attach writes the embedded files (7.11.4), with the relationship of each to the document as a whole (ISO 19005-3, 6.8
// and annex E).
func (o *output) attach(list []Attachment, catalog dict) {
	if len(list) == 0 {
		return
	}
	var specs array
	var names []namedObject
	for _, a := range list {
		file := o.add(a.stream())
		spec := dict{
			"Type": name("Filespec"), "F": textString(a.Name), "UF": textString(a.Name),
			"AFRelationship": name(a.Relationship), "EF": dict{"F": file, "UF": file},
		}
		if a.Description != "" {
			spec["Desc"] = textString(a.Description)
		}
		r := o.add(spec)
		specs = append(specs, r)
		names = append(names, namedObject{a.Name, r})
	}
	catalog["AF"] = specs
	catalog["Names"] = dict{"EmbeddedFiles": nameTree(names)}
}

// stream is the file itself. A ZIP archive, such as a workbook, is not compressed again: that would save a tenth of its
// size for a tenth of all tagging time.
func (a Attachment) stream() *stream {
	d := dict{
		"Type": name("EmbeddedFile"), "Subtype": name(a.Media),
		"Params": dict{"Size": integer(len(a.Data)), "ModDate": str(pdfDate(a.Modified))},
	}
	if bytes.HasPrefix(a.Data, []byte("PK\x03\x04")) {
		return &stream{d, a.Data}
	}
	return flate(d, a.Data)
}

// pdfDate formats a date (7.9.4).
func pdfDate(t time.Time) string { return t.Format("D:20060102150405-07'00'") }
