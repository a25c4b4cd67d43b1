package tagpdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
)

// output is a PDF file in the making: its indirect objects in order of their numbers, from 1.
type output struct {
	objects []object
}

// reserve gives out a number for an object that is set later.
func (o *output) reserve() ref {
	o.objects = append(o.objects, nil)
	return ref{num: len(o.objects)}
}

func (o *output) set(r ref, v object) { o.objects[r.num-1] = v }

func (o *output) add(v object) ref {
	r := o.reserve()
	o.set(r, v)
	return r
}

// header names the version and, by bytes above 127, says that the file is binary (ISO 19005-3, 6.1.2).
const header = "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"

// perPack is how many objects go into one object stream.
const perPack = 200

// bytes writes the file: streams as they are, everything else packed into object streams (7.5.7), and a
// cross-reference stream (7.5.8). The structure tree is thousands of small objects, and shrinks to a tenth.
func (o *output) bytes(trailer dict) []byte {
	w := &writer{buf: []byte(header)}
	w.entries = append(w.entries, entry{kind: 0, third: 0xFFFF})
	for range o.objects {
		w.entries = append(w.entries, entry{})
	}
	var packable []int
	for i, v := range o.objects {
		if s, ok := v.(*stream); ok {
			w.stream(i+1, s)
		} else {
			packable = append(packable, i+1)
		}
	}
	for group := range slices.Chunk(packable, perPack) {
		w.pack(o, group)
	}
	w.close(trailer)
	return w.buf
}

// entry is a row of the cross-reference stream (table 18).
type entry struct {
	kind          byte
	second, third int
}

type writer struct {
	buf     []byte
	entries []entry // by object number
}

func (w *writer) stream(num int, s *stream) {
	w.entries[num] = entry{1, len(w.buf), 0}
	d := maps.Clone(s.dict)
	d["Length"] = integer(len(s.data))
	w.buf = fmt.Appendf(w.buf, "%d 0 obj\n", num)
	w.buf = appendObject(w.buf, d)
	w.buf = append(w.buf, "\nstream\n"...)
	w.buf = append(w.buf, s.data...)
	w.buf = append(w.buf, "\nendstream\nendobj\n"...)
}

func (w *writer) pack(o *output, nums []int) {
	var head, body []byte
	in := len(w.entries)
	for i, num := range nums {
		head = fmt.Appendf(head, "%d %d ", num, len(body))
		body = append(appendObject(body, o.objects[num-1]), '\n')
		w.entries[num] = entry{2, in, i}
	}
	w.entries = append(w.entries, entry{})
	w.stream(in, flate(dict{
		"Type": name("ObjStm"), "N": integer(len(nums)), "First": integer(len(head)),
	}, append(head, body...)))
}

// close writes the cross-reference stream, with a file identifier (14.4) made of everything before it.
func (w *writer) close(trailer dict) {
	sum := sha256.Sum256(appendObject(slices.Clone(w.buf), trailer))
	id := str(sum[:16])
	start, num := len(w.buf), len(w.entries)
	w.entries = append(w.entries, entry{1, start, 0})
	var rows []byte
	for _, e := range w.entries {
		rows = append(rows, e.kind)
		rows = binary.BigEndian.AppendUint32(rows, uint32(e.second))
		rows = binary.BigEndian.AppendUint16(rows, uint16(e.third))
	}
	d := maps.Clone(trailer)
	maps.Copy(d, dict{
		"Type": name("XRef"), "Size": integer(len(w.entries)), "W": array{integer(1), integer(4), integer(2)},
		"ID": array{id, id},
	})
	w.stream(num, flate(d, rows))
	w.buf = fmt.Appendf(w.buf, "startxref\n%d\n%%%%EOF\n", start)
}

// appendObject writes an object; dictionaries in the order of their keys, so that the bytes are always the same.
func appendObject(b []byte, o object) []byte {
	switch o := o.(type) {
	case nil:
		return append(b, "null"...)
	case bool:
		return fmt.Appendf(b, "%t", o)
	case number:
		return append(b, o...)
	case name:
		return appendName(b, o)
	case str:
		return appendString(b, o)
	case ref:
		return fmt.Appendf(b, "%d %d R", o.num, o.gen)
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
		b = append(b, "<<"...)
		for _, k := range slices.Sorted(maps.Keys(o)) {
			b = append(appendName(b, k), ' ')
			b = appendObject(b, o[k])
		}
		return append(b, ">>"...)
	}
	panic(fmt.Sprintf("tagpdf: cannot write %T", o)) // streams are indirect, and nothing else is made
}

func appendName(b []byte, n name) []byte {
	b = append(b, '/')
	for i := range len(n) {
		if c := n[i]; c <= ' ' || c > '~' || c == '#' || isDelimiter(c) {
			b = fmt.Appendf(b, "#%02X", c)
		} else {
			b = append(b, c)
		}
	}
	return b
}

func appendString(b []byte, s str) []byte {
	if slices.ContainsFunc([]byte(s), func(c byte) bool { return c < ' ' || c > '~' }) {
		b = append(b, '<')
		b = hex.AppendEncode(b, []byte(s))
		return append(b, '>')
	}
	b = append(b, '(')
	for _, c := range []byte(s) {
		if bytes.IndexByte([]byte(`()\`), c) >= 0 {
			b = append(b, '\\')
		}
		b = append(b, c)
	}
	return append(b, ')')
}
