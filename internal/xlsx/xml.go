package xlsx

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// The schemas of the parts written here (ECMA-376, transitional).
const (
	mainSchema     = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	drawingSchema  = "http://schemas.openxmlformats.org/drawingml/2006/main"
	placeSchema    = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
	chartSchema    = "http://schemas.openxmlformats.org/drawingml/2006/chart"
	relationSchema = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	// extensionSchema is of Excel 2010 ([MS-XLSX]).
	extensionSchema = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
	packageSchema   = "http://schemas.openxmlformats.org/package/2006/relationships"
)

// escapes holds the escape sequences of bytes in an element or an attribute.
var escapes = [0x100]string{
	'&': "&amp;", '<': "&lt;", '>': "&gt;", '"': "&quot;", '\t': "&#9;", '\n': "&#10;", '\r': "&#13;",
}

// appendXML appends a text, escaped for an element or an attribute. The text must have no character that XML cannot
// hold.
func appendXML(out []byte, s string) []byte {
	done := 0
	for i := range len(s) {
		if as := escapes[s[i]]; as != "" {
			out = append(append(out, s[done:i]...), as...)
			done = i + 1
		}
	}
	return append(out, s[done:]...)
}

// xmlWriter is a part being written.
type xmlWriter struct{ out []byte }

func (w *xmlWriter) put(parts ...string) {
	for _, s := range parts {
		w.out = append(w.out, s...)
	}
}

func (w *xmlWriter) putNumber(n int) { w.out = strconv.AppendInt(w.out, int64(n), 10) }

// putText writes a text, escaped for an element or an attribute.
func (w *xmlWriter) putText(s string) { w.out = appendXML(w.out, s) }

// putFloat puts a width or a height.
func (w *xmlWriter) putFloat(f float64) { w.out = strconv.AppendFloat(w.out, f, 'f', -1, 64) }

// relation is a relationship from a part to another, in a folder beside its own, or to an address of the web.
type relation struct{ kind, target string }

// relationsPart is the part that numbers the relationships of another, rId1 and so on (ECMA-376 part 2, 6.5).
func relationsPart(list []relation) []byte {
	var b strings.Builder
	b.WriteString(xml.Header + `<Relationships xmlns="` + packageSchema + `">`)
	for i, r := range list {
		b.WriteString(`<Relationship Id="` + relationID(i) + `" Type="` + relationSchema + "/" + r.kind + `" Target="`)
		if r.kind == "hyperlink" {
			b.Write(appendXML(nil, r.target))
			b.WriteString(`" TargetMode="External"/>`)
			continue
		}
		b.WriteString("../" + strings.TrimPrefix(r.target, "xl/") + `"/>`)
	}
	b.WriteString(`</Relationships>`)
	return []byte(b.String())
}

// relationID is the ID of a relationship, numbered from 0.
func relationID(i int) string { return "rId" + strconv.Itoa(i+1) }
