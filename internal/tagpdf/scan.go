package tagpdf

import (
	"bytes"
	"errors"
	"fmt"
)

// maxDepth bounds how deep arrays and dictionaries may stand in each other.
const maxDepth = 64

// errCutShort says that a file or stream ends in the middle of an object.
var errCutShort = errors.New("it is cut short")

// maxObjects bounds how many objects may stand in one, or before one operator.
const maxObjects = 1 << 17

// scanner reads objects and keywords (7.2, 7.3) from a file or a content stream.
type scanner struct {
	buf  []byte
	pos  int
	refs bool // "7 0 R" is a reference: in files, not in content streams
	read int  // objects read since this was last set to 0
}

// end skips white space and comments and reports whether nothing follows.
func (s *scanner) end() bool {
	for s.pos < len(s.buf) {
		switch c := s.buf[s.pos]; {
		case isSpace(c):
			s.pos++
		case c == '%':
			eol := bytes.IndexAny(s.buf[s.pos:], "\r\n")
			if eol < 0 {
				s.pos = len(s.buf)
				return true
			}
			s.pos += eol
		default:
			return false
		}
	}
	return true
}

// next reads one object, or a keyword where no object stands.
func (s *scanner) next(depth int) (object, error) {
	if s.end() {
		return nil, errCutShort
	}
	if s.read++; depth > maxDepth || s.read > maxObjects {
		return nil, errors.New("too many objects stand in each other")
	}
	switch c := s.buf[s.pos]; {
	case c == '/':
		s.pos++
		return s.name()
	case c == '(':
		s.pos++
		return s.literal()
	case c == '[':
		s.pos++
		return s.array(depth)
	case bytes.HasPrefix(s.buf[s.pos:], []byte("<<")):
		s.pos += 2
		return s.dict(depth)
	case c == '<':
		s.pos++
		return s.hex()
	case isDelimiter(c):
		return nil, fmt.Errorf("unexpected %q", c)
	}
	return s.word()
}

// word reads a number, a reference, a truth value, null or a keyword.
func (s *scanner) word() (object, error) {
	w := s.regular()
	switch w {
	case "true":
		return true, nil
	case "false":
		return false, nil
	case "null":
		return nil, nil
	}
	if !isNumber(w) {
		return keyword(w), nil
	}
	if s.refs {
		if r, ok := s.reference(number(w)); ok {
			return r, nil
		}
	}
	return number(w), nil
}

// reference reads the rest of "7 0 R", or nothing.
func (s *scanner) reference(first number) (ref, bool) {
	num, err := first.int()
	if err != nil {
		return ref{}, false
	}
	back := s.pos
	if !s.end() {
		gen, err := number(s.regular()).int()
		if err == nil && !s.end() && s.buf[s.pos] == 'R' && s.regular() == "R" {
			return ref{num, gen}, true
		}
	}
	s.pos = back
	return ref{}, false
}

func (s *scanner) regular() string {
	start := s.pos
	for s.pos < len(s.buf) && !isSpace(s.buf[s.pos]) && !isDelimiter(s.buf[s.pos]) {
		s.pos++
	}
	return string(s.buf[start:s.pos])
}

func (s *scanner) array(depth int) (object, error) {
	a := array{}
	for {
		if s.end() {
			return nil, errCutShort
		}
		if s.buf[s.pos] == ']' {
			s.pos++
			return a, nil
		}
		o, err := s.value(depth + 1)
		if err != nil {
			return nil, err
		}
		a = append(a, o)
	}
}

func (s *scanner) dict(depth int) (object, error) {
	d := dict{}
	for {
		if s.end() {
			return nil, errCutShort
		}
		if bytes.HasPrefix(s.buf[s.pos:], []byte(">>")) {
			s.pos += 2
			return d, nil
		}
		key, err := s.value(depth + 1)
		if err != nil {
			return nil, err
		}
		k, ok := key.(name)
		if !ok {
			return nil, fmt.Errorf("the key of a dictionary is %s", kindOf(key))
		}
		if _, ok := d[k]; ok {
			return nil, fmt.Errorf("a dictionary has the key /%s twice", k)
		}
		if d[k], err = s.value(depth + 1); err != nil {
			return nil, err
		}
	}
}

// value reads an object and refuses a keyword.
func (s *scanner) value(depth int) (object, error) {
	o, err := s.next(depth)
	if k, ok := o.(keyword); ok {
		return nil, fmt.Errorf("unexpected keyword %.20q", string(k))
	}
	return o, err
}

func isSpace(c byte) bool {
	return c == 0 || c == '\t' || c == '\n' || c == '\f' || c == '\r' || c == ' '
}

func isDelimiter(c byte) bool { return bytes.IndexByte([]byte("()<>[]{}/%"), c) >= 0 }

func isNumber(w string) bool {
	digits, points := 0, 0
	for i := range len(w) {
		switch c := w[i]; {
		case c >= '0' && c <= '9':
			digits++
		case c == '.':
			points++
		case (c == '+' || c == '-') && i == 0:
		default:
			return false
		}
	}
	return digits > 0 && points <= 1
}
