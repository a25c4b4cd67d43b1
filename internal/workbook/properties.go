package workbook

import (
	"encoding/xml"
	"fmt"
	"time"
)

// Names of the parts that every workbook has of our own.
const (
	textsPart = "xl/sharedStrings.xml"
	corePart  = "docProps/core.xml"
	appPart   = "docProps/app.xml"
)

// properties describe the document to those who search for it.
type properties struct {
	title, creator, keywords, program string
	languages                         []string // BCP 47 tags, the first that of the document
}

// inspect refuses properties that a file could not hold.
func (p properties) inspect() error {
	for _, said := range append([]string{p.title, p.creator, p.keywords, p.program}, p.languages...) {
		if err := inspectText(said); err != nil {
			return fmt.Errorf("properties: %w", err)
		}
	}
	return nil
}

// core is the part of the properties that all kinds of documents have (ECMA-376 part 2, 11.1).
func (p properties) core(created time.Time) []byte {
	out := []byte(xml.Header + `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
		` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`)
	// The property holds one tag: the first language, in which titles and headers begin.
	language := ""
	if len(p.languages) > 0 {
		language = p.languages[0]
	}
	moment := created.UTC().Format(time.RFC3339)
	for _, e := range [][3]string{
		{"dc:title", "", p.title}, {"dc:creator", "", p.creator}, {"cp:keywords", "", p.keywords},
		{"dc:description", "", p.program}, {"cp:lastModifiedBy", "", p.creator}, {"dc:language", "", language},
		{"dcterms:created", ` xsi:type="dcterms:W3CDTF"`, moment}, {"dcterms:modified", ` xsi:type="dcterms:W3CDTF"`, moment},
	} {
		out = appendElement(out, e[0], e[1], e[2])
	}
	return append(out, `</cp:coreProperties>`...)
}

// app is the part of the properties that names the program and the organisation (ECMA-376 part 1, 22.2).
func (p properties) app() []byte {
	out := []byte(xml.Header + `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">`)
	out = appendElement(out, "Application", "", p.program)
	out = appendElement(out, "Company", "", p.creator)
	return append(out, `</Properties>`...)
}

// appendElement appends an element that holds a text; none for no text.
func appendElement(out []byte, name, attributes, s string) []byte {
	if s == "" {
		return out
	}
	out = append(append(append(append(out, '<'), name...), attributes...), '>')
	return append(append(append(appendXML(out, s), `</`...), name...), '>')
}
