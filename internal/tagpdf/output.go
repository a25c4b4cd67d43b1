package tagpdf

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
	"strconv"
)

// output is a PDF file being written. Objects are numbered from 1 in order of reservation, and written when they are
// set: streams directly, everything else into an object stream (7.5.7) that is written once it is full. The structure
// tree has thousands of small objects; as bytes they take little memory, and shrink to a tenth.
type output struct {
	rows []row
	file []byte

	in         ref    // the current object stream, if it holds anything
	head, body []byte // its pairs of number and offset, and its objects
	packed     int    // number of these objects
}

// row is the row of an object in the cross-reference stream (table 18).
type row struct {
	second uint32
	third  uint16
	kind   byte
}

// header gives the version and, by bytes above 127, marks the file as binary (ISO 19005-3, 6.1.2).
const header = "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"

// newOutput begins a file of about the given size.
func newOutput(size int) *output {
	return &output{file: append(make([]byte, 0, size), header...)}
}

// reserve returns a number for an object that is set later.
func (o *output) reserve() ref {
	o.rows = append(o.rows, row{})
	return ref{num: len(o.rows)}
}

func (o *output) set(r ref, v object) {
	if s, ok := v.(*stream); ok {
		o.stream(r, s)
		return
	}
	o.setBody(r, appendObject(o.body, v))
}

// perPack is the number of objects in an object stream.
const perPack = 500

// setBody sets an object that was written at the end of the body.
func (o *output) setBody(r ref, body []byte) {
	if o.packed == 0 {
		o.in = o.reserve()
	}
	o.head = append(strconv.AppendInt(o.head, int64(r.num), 10), ' ')
	o.head = append(strconv.AppendInt(o.head, int64(len(o.body)), 10), ' ')
	o.rows[r.num-1] = row{kind: 2, second: uint32(o.in.num), third: uint16(o.packed)}
	o.body = append(body, '\n')
	if o.packed++; o.packed == perPack {
		o.flush()
	}
}

func (o *output) add(v object) ref {
	r := o.reserve()
	o.set(r, v)
	return r
}

// bytes writes the file.
func (o *output) bytes(trailer dict) []byte {
	o.flush()
	o.close(trailer)
	return o.file
}

// flush writes the current object stream.
func (o *output) flush() {
	if o.packed == 0 {
		return
	}
	d := dict{"Type": name("ObjStm"), "N": integer(o.packed), "First": integer(len(o.head))}
	o.head = append(o.head, o.body...)
	o.stream(o.in, flate(d, o.head))
	o.head, o.body, o.packed = o.head[:0], o.body[:0], 0
}

func (o *output) stream(r ref, s *stream) {
	o.rows[r.num-1] = row{kind: 1, second: uint32(len(o.file))}
	o.file = append(strconv.AppendInt(o.file, int64(r.num), 10), " 0 obj\n<<"...)
	o.file = append(appendPairs(o.file, s.dict), "/Length "...)
	o.file = append(strconv.AppendInt(o.file, int64(len(s.data)), 10), ">>\nstream\n"...)
	o.file = append(append(o.file, s.data...), "\nendstream\nendobj\n"...)
}

// close writes the cross-reference stream (7.5.8), with a file identifier (14.4) derived from everything before it.
func (o *output) close(trailer dict) {
	sum := sha256.New()
	_, _ = sum.Write(o.file) // never fails
	_, _ = sum.Write(appendObject(nil, trailer))
	id := str(sum.Sum(nil)[:16])
	start, self := len(o.file), o.reserve()
	o.rows[self.num-1] = row{kind: 1, second: uint32(start)}
	d := maps.Clone(trailer)
	maps.Copy(d, dict{
		"Type": name("XRef"), "Size": integer(1 + len(o.rows)), "W": rowFields(),
		"ID": array{id, id}, "DecodeParms": dict{"Predictor": integer(anyPNG), "Columns": integer(rowBytes)},
	})
	o.stream(self, flate(d, o.table()))
	o.file = fmt.Appendf(o.file, "startxref\n%d\n%%%%EOF\n", start)
}

// rowBytes is the length of a row of the cross-reference stream.
const rowBytes = 7

// rowFields returns the lengths of the fields of a row.
func rowFields() object { return array{integer(1), integer(4), integer(2)} }

// table is the cross-reference stream. Each row is stored as the difference from the one before (7.4.4.4), which is
// mostly constant within an object stream.
func (o *output) table() []byte {
	b := make([]byte, 0, (1+rowBytes)*(1+len(o.rows)))
	before := [rowBytes]byte{5: 0xFF, 6: 0xFF} // the head of the free objects
	b = append(append(b, up), before[:]...)
	for _, v := range o.rows {
		row := [rowBytes]byte{v.kind}
		binary.BigEndian.PutUint32(row[1:], v.second)
		binary.BigEndian.PutUint16(row[5:], v.third)
		b = append(b, up)
		for i, c := range row {
			b = append(b, c-before[i])
		}
		before = row
	}
	return b
}

// appendObject writes an object; dictionary keys are sorted, so that the bytes are deterministic.
func appendObject(b []byte, o object) []byte {
	switch o := o.(type) {
	case nil:
		return append(b, "null"...)
	case bool:
		return strconv.AppendBool(b, o)
	case number:
		return append(b, o...)
	case name:
		return appendName(b, o)
	case str:
		return appendString(b, o)
	case ref:
		return appendRef(b, o)
	case array:
		b = append(b, '[')
		for i, v := range o {
			if i > 0 {
				b = append(b, ' ')
			}
			b = appendObject(b, v)
		}
		return append(b, ']')
	case dict:
		return append(appendPairs(append(b, "<<"...), o), ">>"...)
	}
	panic(fmt.Sprintf("tagpdf: cannot write %T", o)) // streams are indirect, and there are no other types
}

// appendPairs writes the contents of a dictionary.
func appendPairs(b []byte, d dict) []byte {
	for _, k := range slices.Sorted(maps.Keys(d)) {
		b = append(appendName(b, k), ' ')
		b = appendObject(b, d[k])
	}
	return b
}

func appendRef(b []byte, r ref) []byte {
	b = append(strconv.AppendInt(b, int64(r.num), 10), ' ')
	return append(strconv.AppendInt(b, int64(r.gen), 10), " R"...)
}

func appendName(b []byte, n name) []byte {
	b = append(b, '/')
	for i := range len(n) {
		if c := n[i]; c <= ' ' || c > '~' || c == '#' || classes[c] == delimiter {
			b = fmt.Appendf(b, "#%02X", c)
		} else {
			b = append(b, c)
		}
	}
	return b
}

func appendString(b []byte, s str) []byte {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			b = append(b, '<')
			b = hex.AppendEncode(b, []byte(s))
			return append(b, '>')
		}
	}
	b = append(b, '(')
	for i := range len(s) {
		if c := s[i]; c == '(' || c == ')' || c == '\\' {
			b = append(b, '\\')
		}
		b = append(b, s[i])
	}
	return append(b, ')')
}
