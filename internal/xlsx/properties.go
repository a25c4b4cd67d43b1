package xlsx

import (
	"encoding/xml"
	"time"

	"nianbao/internal/message"
)

// Names of the parts that our code writes in every workbook.
const (
	textsPart = "xl/sharedStrings.xml"
	corePart  = "docProps/core.xml"
	appPart   = "docProps/app.xml"
)

// inspect refuses properties that a file cannot hold.
func (p Properties) inspect() error {
	for _, said := range append([]string{p.Title, p.Creator, p.Keywords, p.Program}, p.Languages...) {
		if err := inspectText(said); err != nil {
			return message.Errorf("properties: %w", err)
		}
	}
	return nil
}

// core writes the properties that all kinds of documents have (ECMA-376 part 2, 11.1).
func (p Properties) core() []byte {
	out := []byte(xml.Header + `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
		` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`)
	// The property holds one tag: the first language, in which titles and headers begin.
	language := ""
	if len(p.Languages) > 0 {
		language = p.Languages[0]
	}
	moment := ""
	if !p.Created.IsZero() {
		moment = p.Created.UTC().Format(time.RFC3339)
	}
	for _, e := range [][3]string{
		{"dc:title", "", p.Title}, {"dc:creator", "", p.Creator}, {"cp:keywords", "", p.Keywords},
		{"dc:description", "", p.Program}, {"cp:lastModifiedBy", "", p.Creator}, {"dc:language", "", language},
		{"dcterms:created", ` xsi:type="dcterms:W3CDTF"`, moment}, {"dcterms:modified", ` xsi:type="dcterms:W3CDTF"`, moment},
	} {
		out = appendElement(out, e[0], e[1], e[2])
	}
	return append(out, `</cp:coreProperties>`...)
}

// app writes the properties that name the program and the organisation (ECMA-376 part 1, 22.2).
func (p Properties) app() []byte {
	out := []byte(xml.Header + `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">`)
	out = appendElement(out, "Application", "", p.Program)
	out = appendElement(out, "Company", "", p.Creator)
	return append(out, `</Properties>`...)
}

// appendElement appends an element with a text, or nothing for an empty text.
func appendElement(out []byte, name, attributes, s string) []byte {
	if s == "" {
		return out
	}
	out = append(append(append(append(out, '<'), name...), attributes...), '>')
	return append(append(append(appendXML(out, s), `</`...), name...), '>')
}
