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

// output is a PDF file in the making. Objects are numbered from 1 in the order in which numbers are given out. Those
// that are no streams are written at once, so that thousands of them take no memory but their bytes.
type output struct {
	objects []made
	body    []byte // objects that are no streams, until they are packed
	flushed int    // the highest number of those that are in the file
	file    []byte
}

// made is an object. First it is a stream, or a part of the body; when flushed, it has a row of the cross-reference
// stream (table 18).
type made struct {
	stream        *stream
	from, to      int
	kind          byte
	second, third int
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

// bytes writes the file.
func (o *output) bytes(trailer dict) []byte {
	o.flush()
	o.close(trailer)
	return o.file
}

// flush writes what has been set since it was last called: streams as they are, everything else packed into object
// streams (7.5.7). The structure tree is thousands of small objects, and shrinks to a tenth.
func (o *output) flush() {
	if len(o.file) == 0 {
		o.file = append(make([]byte, 0, o.size()), header...)
	}
	var packable []int
	for i := o.flushed; i < len(o.objects); i++ {
		if s := o.objects[i].stream; s != nil {
			o.stream(i+1, s)
		} else {
			packable = append(packable, i+1)
		}
	}
	var buf []byte
	for group := range slices.Chunk(packable, perPack) {
		buf = o.pack(buf[:0], group)
	}
	o.flushed, o.body = len(o.objects), o.body[:0]
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

func (o *output) stream(num int, s *stream) {
	o.objects[num-1] = made{kind: 1, second: len(o.file)}
	d := maps.Clone(s.dict)
	d["Length"] = integer(len(s.data))
	o.file = append(strconv.AppendInt(o.file, int64(num), 10), " 0 obj\n"...)
	o.file = append(appendObject(o.file, d), "\nstream\n"...)
	o.file = append(append(o.file, s.data...), "\nendstream\nendobj\n"...)
}

// pack writes an object stream, using the buffer for what it holds.
func (o *output) pack(buf []byte, nums []int) []byte {
	at := 0
	for _, num := range nums {
		v := o.objects[num-1]
		buf = append(strconv.AppendInt(buf, int64(num), 10), ' ')
		buf = append(strconv.AppendInt(buf, int64(at), 10), ' ')
		at += v.to - v.from + 1
	}
	first := len(buf)
	in := o.reserve().num
	for i, num := range nums {
		v := &o.objects[num-1]
		buf = append(append(buf, o.body[v.from:v.to]...), '\n')
		*v = made{kind: 2, second: in, third: i}
	}
	o.stream(in, flate(dict{"Type": name("ObjStm"), "N": integer(len(nums)), "First": integer(first)}, buf))
	return buf
}

// close writes the cross-reference stream (7.5.8), with a file identifier (14.4) made of everything before it.
func (o *output) close(trailer dict) {
	sum := sha256.New()
	_, _ = sum.Write(o.file) // a hash does not fail
	_, _ = sum.Write(appendObject(nil, trailer))
	id := str(sum.Sum(nil)[:16])
	start, num := len(o.file), o.reserve().num
	o.objects[num-1] = made{kind: 1, second: start}
	rows := append(make([]byte, 0, 7*(1+num)), 0, 0, 0, 0, 0, 0xFF, 0xFF) // the head of the free objects
	for _, v := range o.objects {
		rows = append(rows, v.kind)
		rows = binary.BigEndian.AppendUint32(rows, uint32(v.second))
		rows = binary.BigEndian.AppendUint16(rows, uint16(v.third))
	}
	d := maps.Clone(trailer)
	maps.Copy(d, dict{
		"Type": name("XRef"), "Size": integer(1 + num), "W": array{integer(1), integer(4), integer(2)},
		"ID": array{id, id},
	})
	o.stream(num, flate(d, rows))
	o.file = fmt.Appendf(o.file, "startxref\n%d\n%%%%EOF\n", start)
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
