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

// output is a PDF file in the making: its indirect objects in order of their numbers, from 1. Those that are no streams
// are written at once, so that thousands of them take no memory but their bytes.
type output struct {
	objects []made
	body    []byte
}

// made is an object: a stream, or a part of the body.
type made struct {
	stream   *stream
	from, to int
}

// reserve gives out a number for an object that is set later.
func (o *output) reserve() ref {
	o.objects = append(o.objects, made{})
	return ref{num: len(o.objects)}
}

func (o *output) set(r ref, v object) {
	if s, ok := v.(*stream); ok {
		o.objects[r.num-1].stream = s
		return
	}
	o.setBody(r, appendObject(o.body, v))
}

// setBody sets an object that has been written at the end of the body.
func (o *output) setBody(r ref, body []byte) {
	o.objects[r.num-1] = made{from: len(o.body), to: len(body)}
	o.body = body
}

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
	w := &writer{entries: make([]entry, 1+len(o.objects), 2+len(o.objects)+len(o.objects)/perPack+1)}
	w.buf = append(make([]byte, 0, o.size()), header...)
	w.entries[0] = entry{kind: 0, third: 0xFFFF}
	packable := make([]int, 0, len(o.objects))
	for i, v := range o.objects {
		if v.stream != nil {
			w.stream(i+1, v.stream)
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

// size is about as large as the file will be.
func (o *output) size() int {
	n := 1<<12 + len(o.body)/4
	for _, v := range o.objects {
		if v.stream != nil {
			n += len(v.stream.data) + 1<<8
		}
	}
	return n
}

// entry is a row of the cross-reference stream (table 18).
type entry struct {
	kind          byte
	second, third int
}

type writer struct {
	buf        []byte
	entries    []entry // by object number
	head, body []byte  // of the object stream in the making
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
	w.head, w.body = w.head[:0], w.body[:0]
	in := len(w.entries)
	for i, num := range nums {
		w.head = append(strconv.AppendInt(w.head, int64(num), 10), ' ')
		w.head = append(strconv.AppendInt(w.head, int64(len(w.body)), 10), ' ')
		at := o.objects[num-1]
		w.body = append(append(w.body, o.body[at.from:at.to]...), '\n')
		w.entries[num] = entry{2, in, i}
	}
	w.entries = append(w.entries, entry{})
	first := len(w.head)
	w.head = append(w.head, w.body...)
	w.stream(in, flate(dict{"Type": name("ObjStm"), "N": integer(len(nums)), "First": integer(first)}, w.head))
}

// close writes the cross-reference stream, with a file identifier (14.4) made of everything before it.
func (w *writer) close(trailer dict) {
	sum := sha256.New()
	_, _ = sum.Write(w.buf) // a hash does not fail
	_, _ = sum.Write(appendObject(nil, trailer))
	id := str(sum.Sum(nil)[:16])
	start, num := len(w.buf), len(w.entries)
	w.entries = append(w.entries, entry{1, start, 0})
	rows := make([]byte, 0, 7*len(w.entries))
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
		b = append(b, "<<"...)
		for _, k := range slices.Sorted(maps.Keys(o)) {
			b = append(appendName(b, k), ' ')
			b = appendObject(b, o[k])
		}
		return append(b, ">>"...)
	}
	panic(fmt.Sprintf("tagpdf: cannot write %T", o)) // streams are indirect, and nothing else is made
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
