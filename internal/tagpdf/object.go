package tagpdf

import (
	"math"
	"strconv"
	"unicode/utf16"

	"nianbao/internal/message"
)

// object is a PDF object (7.3): nil, bool, number, name, str, array, dict, ref or *stream.
type object any

type (
	number string          // as written in the file
	name   string          // without its solidus
	str    string          // the bytes of a string
	array  []object        //
	dict   map[name]object //
	ref    struct{ num, gen int }
	stream struct {
		dict dict
		data []byte // as in the file, with filters applied
	}
	keyword string // not an object: an operator, obj, endobj …
)

func integer(n int) number { return number(strconv.Itoa(n)) }

// real formats a coordinate with at most three decimals, finer than any device.
func real(f float64) number {
	return number(strconv.FormatFloat(math.Round(f*1000)/1000, 'f', -1, 64))
}

// appendBox writes a rectangle (7.9.5).
func appendBox(b []byte, box [4]float64) []byte {
	b = append(b, '[')
	for i, v := range box {
		if i > 0 {
			b = append(b, ' ')
		}
		b = append(b, real(v)...)
	}
	return append(b, ']')
}

// int is the value of a non-negative integer that fits an offset.
func (n number) int() (int, error) {
	v, err := strconv.ParseUint(string(n), 10, 31)
	if err != nil {
		return 0, message.Errorf("%q is not a non-negative integer", string(n))
	}
	return int(v), nil
}

// textString encodes a text string (7.9.2.2): ASCII as it is, anything else in UTF-16 with a byte order mark.
func textString(s string) str {
	ascii := true
	for _, r := range s {
		ascii = ascii && r >= ' ' && r <= '~'
	}
	if ascii {
		return str(s)
	}
	b := []byte{0xFE, 0xFF}
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u>>8), byte(u))
	}
	return str(b)
}

// kindOf names an object's type for errors.
func kindOf(o object) *message.Text {
	switch o := o.(type) {
	case nil:
		return message.Plain("nothing")
	case bool:
		return message.Plain("a truth value")
	case number:
		if o == "" {
			return message.Plain("a number")
		}
		return message.Of("the number %s", string(o))
	case name:
		if o == "" {
			return message.Plain("a name")
		}
		return message.Of("the name /%s", string(o))
	case str:
		return message.Plain("a string")
	case array:
		return message.Plain("an array")
	case dict:
		return message.Plain("a dictionary")
	case ref:
		return message.Of("a reference to object %d", o.num)
	case *stream:
		return message.Plain("a stream")
	}
	return message.Plain("a stray keyword")
}
