package tagpdf

import (
	"encoding/xml"
	"fmt"
	"strings"
)

// info is the document information dictionary (14.3.3), with the same content as the XMP metadata.
func (d *Document) info() dict {
	out := dict{"CreationDate": str(pdfDate(d.Created)), "ModDate": str(pdfDate(d.Created))}
	for k, v := range map[name]string{
		"Title": d.Title, "Author": d.Author, "Subject": d.Subject, "Keywords": d.Keywords,
		"Creator": d.Creator, "Producer": d.Creator,
	} {
		if v != "" {
			out[k] = textString(v)
		}
	}
	return out
}

// metadata is the XMP packet of the document (ISO 19005-3, 6.6.2; ISO 14289-1, 5). It is not compressed, so that
// programs that do not know PDF can find it.
func (d *Document) metadata() *stream {
	var b strings.Builder
	b.WriteString("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		"<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n" +
		"<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n" +
		"<rdf:Description rdf:about=\"\"" +
		" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"" +
		" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"" +
		" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"" +
		" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"" +
		" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n")
	b.WriteString("<dc:format>application/pdf</dc:format>\n")
	container(&b, "dc:title", "Alt", d.Title)
	container(&b, "dc:creator", "Seq", d.Author)
	container(&b, "dc:description", "Alt", d.Subject)
	container(&b, "dc:language", "Bag", d.Lang)
	property(&b, "pdf:Keywords", d.Keywords)
	property(&b, "pdf:Producer", d.Creator)
	property(&b, "xmp:CreatorTool", d.Creator)
	date := d.Created.Format("2006-01-02T15:04:05-07:00")
	for _, key := range []string{"xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"} {
		property(&b, key, date)
	}
	property(&b, "pdfaid:part", "3")
	property(&b, "pdfaid:conformance", "A")
	property(&b, "pdfuaid:part", "1")
	b.WriteString("</rdf:Description>\n" + uaSchema + "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>")
	return &stream{dict{"Type": name("Metadata"), "Subtype": name("XML")}, []byte(b.String())}
}

// uaSchema describes the only property not predefined in PDF/A (ISO 19005-3, 6.6.2.3).
const uaSchema = `<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>part of ISO 14289 the document conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
`

func property(b *strings.Builder, key, value string) {
	if value != "" {
		fmt.Fprintf(b, "<%s>%s</%s>\n", key, escapeXML(value), key)
	}
}

func container(b *strings.Builder, key, kind, value string) {
	if value == "" {
		return
	}
	lang := ""
	if kind == "Alt" {
		lang = ` xml:lang="x-default"`
	}
	fmt.Fprintf(b, "<%s><rdf:%s><rdf:li%s>%s</rdf:li></rdf:%s></%s>\n", key, kind, lang, escapeXML(value), kind, key)
}

func escapeXML(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // never fails
	return b.String()
}
