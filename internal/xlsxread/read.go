package xlsxread

import (
	"path"
	"slices"
	"strings"

	"nianbao/internal/message"
)

// Limits of what is read.
const (
	maxBytes  = 1 << 29 // of all parts unzipped: a file that somebody sends can be made to fill the memory
	maxIndex  = 1 << 24 // bytes of a part that lists others
	maxPlaces = 1 << 24 // of rows and cells, blank ones before others included, and of shared texts

	maxRows    = 1048576 // of a sheet; the limits of Excel
	maxColumns = 16384
)

// Book is what was read of a workbook.
type Book struct {
	Sheets []Sheet // in the order of the workbook
}

// Sheet is the cells of a sheet.
type Sheet struct {
	Name string
	Rows [][]string // by row and column, both from 0; blanks at the end of a row, and blank rows at the end, are left out
}

// Sheet returns the sheet of a name.
func (b *Book) Sheet(name string) (Sheet, bool) {
	i := slices.IndexFunc(b.Sheets, func(s Sheet) bool { return s.Name == name })
	if i < 0 {
		return Sheet{}, false
	}
	return b.Sheets[i], true
}

// Read reads the sheets of a workbook that are wanted, or all of them if wanted is nil.
//
// A cell is the text that the file has: a number in its digits, the cached value of a formula, 1 or 0 for true and false,
// an error by its name. Shared and inline texts come without their formatting, and with the characters that _xHHHH_
// stands for. An error names the part of the file that is wrong.
func Read(file []byte, wanted func(sheet string) bool) (*Book, error) {
	r, err := newReader(file)
	if err != nil {
		return nil, err
	}
	main, err := r.mainPart()
	if err != nil {
		return nil, err
	}
	list, err := r.list(main)
	if err != nil {
		return nil, err
	}
	related, err := r.relations(path.Join(path.Dir(main), "_rels", path.Base(main)+".rels"), path.Dir(main))
	if err != nil {
		return nil, err
	}
	book := &Book{}
	for _, entry := range list {
		if wanted != nil && !wanted(entry.name) {
			continue
		}
		rows, err := r.rows(entry, related)
		if err != nil {
			return nil, err
		}
		book.Sheets = append(book.Sheets, Sheet{entry.name, rows})
	}
	return book, nil
}

// relation leads from a part to another, "" if to something outside of the file. Its kind is the last word of its type,
// which is the same in both forms of the format.
type relation struct{ kind, part string }

// relations are what one part says, by their identifiers.
type relations struct {
	name string // of the part
	byID map[string]relation
}

// of is the part of a kind that the relations lead to, "" if there is none. A second one is an error.
func (all relations) of(kind string) (part string, err error) {
	for _, one := range all.byID {
		if one.kind == kind && part != "" {
			return "", message.Errorf("part %q: it leads to two parts of the kind %q", all.name, kind)
		}
		if one.kind == kind {
			part = one.part
		}
	}
	return part, nil
}

// relations reads the relations of a part in a folder.
func (r *reader) relations(name, folder string) (relations, error) {
	x, err := r.open(name, maxIndex)
	if err != nil {
		return relations{}, err
	}
	all := relations{name, map[string]relation{}}
	x.root("Relationships", relationSchema)
	for x.child() {
		x.expect("Relationship")
		id, one := x.attr("Id"), relation{kind: path.Base(x.attr("Type"))}
		if target := x.attr("Target"); x.attr("TargetMode") != "External" {
			if !strings.HasPrefix(target, "/") {
				target = folder + "/" + target
			}
			one.part = strings.TrimPrefix(path.Clean("/"+target), "/")
		}
		if _, ok := all.byID[id]; ok {
			x.fail("two relations have the identifier %q", id)
		}
		all.byID[id] = one
		x.skip()
	}
	return all, x.finish()
}

// mainPart is the part that lists the sheets.
func (r *reader) mainPart() (string, error) {
	const name = "_rels/.rels"
	all, err := r.relations(name, "")
	if err != nil {
		return "", err
	}
	main, err := all.of("officeDocument")
	if err == nil && main == "" {
		err = message.Errorf("part %q: it leads to no workbook", name)
	}
	return main, err
}

// listed is a sheet as the workbook lists it.
type listed struct{ name, relation string }

func (r *reader) list(main string) ([]listed, error) {
	x, err := r.open(main, maxIndex)
	if err != nil {
		return nil, err
	}
	var list []listed
	names := map[string]bool{}
	x.root("workbook", transitional, strict)
	for x.child() {
		if x.name() != "sheets" {
			x.skip()
			continue
		}
		for x.child() {
			x.expect("sheet")
			one := listed{x.attr("name"), x.attr("r:id")}
			if names[one.name] {
				x.fail("two sheets have the name %q", one.name)
			}
			names[one.name] = true
			list = append(list, one)
			x.skip()
		}
	}
	if err := x.finish(); err != nil {
		return nil, err
	}
	if len(list) == 0 {
		return nil, message.Errorf("part %q: it lists no sheets", main)
	}
	return list, nil
}

// rows reads a sheet, and before the first one the shared texts.
func (r *reader) rows(entry listed, related relations) ([][]string, error) {
	one := related.byID[entry.relation]
	if one.kind != "worksheet" || one.part == "" {
		return nil, message.Errorf("sheet %q: the workbook has no part with its cells", entry.name)
	}
	if err := r.readTexts(related); err != nil {
		return nil, err
	}
	x, err := r.open(one.part, maxBytes)
	if err != nil {
		return nil, message.Errorf("sheet %q: %w", entry.name, err)
	}
	s := sheetScanner{scanner: x, reader: r}
	if err := s.sheet(); err != nil {
		return nil, message.Errorf("sheet %q: %w", entry.name, err)
	}
	return s.rows, nil
}
