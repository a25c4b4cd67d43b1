// Package prettyjson writes JSON that people can read too: a member or an element a line, two spaces of indent.
//
// In: the names and values of one object, in order. Out: the bytes that encoding/json gives for the same with two spaces
// of indent and HTML left as it is, which the tests hold. It must not know what is written, and its writer uses no
// reflection.
package prettyjson

import (
	"bytes"
	"encoding/json"
	"io"
	"strconv"
	"unicode/utf8"
)

// Writer writes one object. Methods with a name add a member to the innermost object, those without one an element to
// the innermost list; a caller that mixes them up, or does not end what it began, writes no JSON.
type Writer struct {
	buf    []byte
	ends   []byte // what closes each object and list that was begun, the innermost last
	filled bool   // the innermost one has something in it
}

// New begins an object of about so many bytes.
func New(size int) *Writer {
	w := &Writer{buf: make([]byte, 0, size), ends: make([]byte, 0, 16)}
	w.begin('{', '}')
	return w
}

// Bytes ends the object with a line feed after it.
func (w *Writer) Bytes() []byte {
	w.End()
	return append(w.buf, '\n')
}

// Object begins a member that is an object.
func (w *Writer) Object(name string) {
	w.member(name)
	w.begin('{', '}')
}

// List begins a member that is a list.
func (w *Writer) List(name string) {
	w.member(name)
	w.begin('[', ']')
}

// Element begins an element that is an object.
func (w *Writer) Element() {
	w.line()
	w.begin('{', '}')
}

// Item is an element that is a text.
func (w *Writer) Item(text string) {
	w.line()
	w.buf = appendText(w.buf, text)
}

// End ends what was begun last.
func (w *Writer) End() {
	last := len(w.ends) - 1
	end := w.ends[last]
	w.ends = w.ends[:last]
	if w.filled {
		w.newLine()
	}
	w.buf = append(w.buf, end)
	w.filled = true
}

// Text is a text.
func (w *Writer) Text(name, text string) {
	w.member(name)
	w.buf = appendText(w.buf, text)
}

// SomeText is a text, left out if it is empty.
func (w *Writer) SomeText(name, text string) {
	if text != "" {
		w.Text(name, text)
	}
}

// Int is a whole number.
func (w *Writer) Int(name string, n int) {
	w.member(name)
	w.buf = strconv.AppendInt(w.buf, int64(n), 10)
}

// SomeInt is a whole number, left out if it is zero.
func (w *Writer) SomeInt(name string, n int) {
	if n != 0 {
		w.Int(name, n)
	}
}

// Digits is a number that is spelled already.
func (w *Writer) Digits(name, number string) {
	w.member(name)
	w.buf = append(w.buf, number...)
}

// Bool is true or false.
func (w *Writer) Bool(name string, b bool) {
	w.member(name)
	w.buf = strconv.AppendBool(w.buf, b)
}

// True is true, left out if it is false.
func (w *Writer) True(name string, b bool) {
	if b {
		w.Bool(name, b)
	}
}

// Null is null.
func (w *Writer) Null(name string) {
	w.member(name)
	w.buf = append(w.buf, "null"...)
}

// Texts is a list of texts.
func (w *Writer) Texts(name string, list []string) {
	Items(w, name, list, func(text string) string { return text })
}

// Items is a list of what is said as a text each.
func Items[T any](w *Writer, name string, list []T, text func(T) string) {
	w.List(name)
	for _, item := range list {
		w.Item(text(item))
	}
	w.End()
}

// Objects is a list of objects, whose members write adds.
func Objects[T any](w *Writer, name string, list []T, write func(T)) {
	w.List(name)
	for _, item := range list {
		w.Element()
		write(item)
		w.End()
	}
	w.End()
}

// Value is JSON that others wrote, with the indent of this one. What is no JSON is an error, and nothing is written.
func (w *Writer) Value(name string, data []byte) error {
	out := bytes.NewBuffer(nil)
	if err := json.Indent(out, bytes.TrimSpace(data), spaces[:2*len(w.ends)], spaces[:2]); err != nil {
		return err
	}
	w.member(name)
	w.buf = append(w.buf, out.Bytes()...)
	return nil
}

// Encode writes any value in the same form, by reflection: for what is not written often.
func Encode(to io.Writer, v any) error {
	enc := json.NewEncoder(to)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", spaces[:2])
	return enc.Encode(v)
}

func (w *Writer) begin(start, end byte) {
	w.buf = append(w.buf, start)
	w.ends = append(w.ends, end)
	w.filled = false
}

func (w *Writer) member(name string) {
	w.line()
	w.buf = append(appendText(w.buf, name), ": "...)
}

// line begins the next member or element.
func (w *Writer) line() {
	if w.filled {
		w.buf = append(w.buf, ',')
	}
	w.filled = true
	w.newLine()
}

// spaces is as much indent as is ever asked for: lists and objects lie in each other a few deep.
const spaces = "                                                                "

func (w *Writer) newLine() {
	w.buf = append(append(w.buf, '\n'), spaces[:2*len(w.ends)]...)
}

// appendText appends a text in quotation marks. Bytes that are no UTF-8 become U+FFFD.
func appendText(b []byte, text string) []byte {
	b = append(b, '"')
	from := 0
	for i := 0; i < len(text); {
		c := text[i]
		if c < utf8.RuneSelf {
			if c < ' ' || c == '"' || c == '\\' {
				b = appendEscape(append(b, text[from:i]...), c)
				from = i + 1
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			b = append(append(b, text[from:i]...), `\ufffd`...)
			from = i + size
		case r == '\u2028' || r == '\u2029': // line ends to JavaScript, which JSON is a part of
			b = append(append(b, text[from:i]...), `\u202`...)
			b = append(b, hex[r&0xf])
			from = i + size
		}
		i += size
	}
	return append(append(b, text[from:]...), '"')
}

const hex = "0123456789abcdef"

// appendEscape appends an ASCII character that cannot stand for itself.
func appendEscape(b []byte, c byte) []byte {
	switch c {
	case '"', '\\':
		return append(b, '\\', c)
	case '\b':
		return append(b, `\b`...)
	case '\f':
		return append(b, `\f`...)
	case '\n':
		return append(b, `\n`...)
	case '\r':
		return append(b, `\r`...)
	case '\t':
		return append(b, `\t`...)
	default:
		return append(b, '\\', 'u', '0', '0', hex[c>>4], hex[c&0xf])
	}
}
