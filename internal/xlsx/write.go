package xlsx

import (
	"cmp"
	"encoding/xml"
	"fmt"

	"nianbao/internal/message"
)

// bookWriter is a file being written. It keeps its first error and does nothing after it.
//
// Our code writes sheets, texts, tables, charts and properties; the library makes the other parts.
type bookWriter struct {
	*Book
	looks cellStyles
	texts sharedTexts
	frame skeleton
	parts []part
	err   error

	tables, drawings, charts int // numbers so far
}

// Write returns the bytes of the file, the same for the same book. The book must be arranged. A value that no cell can
// hold is an error that names sheet and cell.
func (b *Book) Write() ([]byte, error) {
	w := &bookWriter{Book: b, looks: cellStyles{numbers: map[style]int{}}, texts: newSharedTexts()}
	for i, s := range b.Sheets {
		if len(s.Layout.Tables) == 0 {
			return nil, message.Errorf("write sheet %q: it is not arranged", s.Name)
		}
		w.sheet(i, s)
		if w.err != nil {
			return nil, message.Errorf("write sheet %q: %w", s.Name, w.err)
		}
	}
	// After the sheets, whose errors name the cell of a title.
	if err := b.Properties.inspect(); err != nil {
		return nil, message.Errorf("write workbook: %w", err)
	}
	w.add(textsPart, w.texts.part())
	w.add(corePart, b.Properties.core())
	w.add(appPart, b.Properties.app())
	w.frame.face, w.frame.looks = b.Face, w.looks.list
	if b.Live {
		for _, n := range b.Names {
			refers, err := b.addressed(All(n.Table, n.Column), spot{})
			w.do(err)
			w.frame.names = append(w.frame.names, definedName{n.Name, refers})
		}
	}
	data, err := w.close()
	if err = cmp.Or(w.err, err); err != nil {
		return nil, message.Errorf("write workbook: %w", err)
	}
	return data, nil
}

// close joins our parts with the library's.
func (b *bookWriter) close() ([]byte, error) {
	members, err := b.frame.members()
	if err != nil {
		return nil, err
	}
	return archive(append(packAll(b.parts), members...))
}

func (b *bookWriter) do(err error) { b.err = cmp.Or(b.err, err) }

func (b *bookWriter) add(name string, data []byte) { b.parts = append(b.parts, part{name, data}) }

// addTyped adds a part whose type does not follow from its name.
func (b *bookWriter) addTyped(name, kind string, data []byte) {
	b.frame.parts = append(b.frame.parts, typedPart{name, kind})
	b.add(name, data)
}

// sheet writes the parts of a sheet: the sheet, its tables, its charts, and the relationships between them.
func (b *bookWriter) sheet(i int, s Sheet) {
	w := &sheetWriter{book: b, sheet: s, layout: s.Layout, first: i == 0}
	b.frame.sheets = append(b.frame.sheets, framedSheet{s.Name, s.repeated(), s.printed()})
	for j, t := range s.Tables {
		if len(t.Rows) == 0 { // an Excel table must have rows
			continue
		}
		b.tables++
		name := fmt.Sprintf("xl/tables/table%d.xml", b.tables)
		b.addTyped(name, "spreadsheetml.table", tablePart(t, b.tables, span(t, s.Layout.Tables[j]), b.Live))
		w.relations = append(w.relations, relation{"table", name})
	}
	if len(s.Charts) > 0 {
		w.relations = append(w.relations, relation{"drawing", b.drawing(s)})
	}
	b.add(fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1), w.part())
	if len(w.relations) > 0 {
		b.add(fmt.Sprintf("xl/worksheets/_rels/sheet%d.xml.rels", i+1), relationsPart(w.relations))
	}
}

// span is the range of a table.
func span(t Table, at Place) string {
	return cellName(0, at.Header) + ":" + cellName(len(t.Columns)-1, at.last())
}

// tablePart makes an Excel table of the rows from the header on (ECMA-376 part 1, 18.5.1.2), with a filter in a live
// book.
func tablePart(t Table, id int, area string, live bool) []byte {
	out := fmt.Appendf(nil, `%s<table xmlns="%s" id="%d" name="%s" displayName="%s" ref="%s">`, xml.Header, mainSchema, id, t.Name, t.Name, area)
	if live {
		out = fmt.Appendf(out, `<autoFilter ref="%s"/>`, area)
	}
	out = fmt.Appendf(out, `<tableColumns count="%d">`, len(t.Columns))
	for i, c := range t.Columns {
		out = append(appendXML(fmt.Appendf(out, `<tableColumn id="%d" name="`, i+1), c.Header), `"/>`...)
	}
	return append(out, `</tableColumns><tableStyleInfo showFirstColumn="0" showLastColumn="0" showRowStripes="0" showColumnStripes="0"/></table>`...)
}
