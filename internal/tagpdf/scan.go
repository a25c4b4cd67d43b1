package tagpdf

import (
	"strings"

	"nianbao/internal/message"
)

// maxDepth bounds the nesting of arrays and dictionaries.
const maxDepth = 64

// errCutShort reports that a file or stream ends inside an object.
var errCutShort = message.Errorf("it is cut short")

// maxObjects bounds the number of objects inside one, or before one operator.
const maxObjects = 1 << 17

// scanner reads objects and keywords (7.2, 7.3) from a file or a content stream.
type scanner struct {
	buf  string
	pos  int
	refs bool // "7 0 R" is a reference: in files, not in content streams
	read int  // objects read since the last reset
	list tokens
	said []byte // value of the current string, if it has escapes
}

// classes distinguishes white space and delimiters (7.2.2) from regular characters.
var classes = func() (of [256]class) {
	for _, c := range []byte("\x00\t\n\f\r ") {
		of[c] = space
	}
	for _, c := range []byte("()<>[]{}/%") {
		of[c] = delimiter
	}
	return of
}()

type class uint8

const (
	regular class = iota
	space
	delimiter
)

// end skips white space and comments and reports whether nothing follows.
func (s *scanner) end() bool {
	for s.pos < len(s.buf) {
		switch c := s.buf[s.pos]; {
		case classes[c] == space:
			s.pos++
		case c == '%':
			eol := strings.IndexAny(s.buf[s.pos:], "\r\n")
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

// next reads one object, or a keyword if there is no object.
func (s *scanner) next(depth int) (object, error) {
	if s.end() {
		return nil, errCutShort
	}
	var err error
	if s.list, err = s.scan(s.list[:0], depth); err != nil {
		return nil, err
	}
	return s.list.object(), nil
}

// value reads an object and refuses a keyword.
func (s *scanner) value(depth int) (object, error) {
	o, err := s.next(depth)
	if k, ok := o.(keyword); ok {
		return nil, unexpected(string(k))
	}
	return o, err
}

// word appends a number, a reference, a truth value, null or a keyword.
func (s *scanner) word(list tokens) tokens {
	w, numeric := s.regular()
	switch {
	case numeric:
		if s.refs {
			if num, gen, ok := s.reference(number(w)); ok {
				return append(list, token{kind: isRef, num: int32(num), gen: int32(gen)})
			}
		}
		return append(list, token{kind: isNumeric, text: w})
	case w == "true", w == "false":
		return append(list, token{kind: isBool, text: w})
	case w == "null":
		return append(list, token{kind: isNull})
	}
	return append(list, token{kind: isKeyword, text: w})
}

// reference reads the rest of "7 0 R", or nothing.
func (s *scanner) reference(first number) (num, gen int, ok bool) {
	back := s.pos
	if s.end() || s.buf[s.pos] < '0' || s.buf[s.pos] > '9' { // the case after most numbers
		s.pos = back
		return 0, 0, false
	}
	second, _ := s.regular()
	if !s.end() && s.buf[s.pos] == 'R' {
		num, err := first.int()
		gen, wrong := number(second).int()
		if w, _ := s.regular(); w == "R" && err == nil && wrong == nil {
			return num, gen, true
		}
	}
	s.pos = back
	return 0, 0, false
}

// regular reads regular characters, and reports whether they form a number (7.3.3).
func (s *scanner) regular() (w string, numeric bool) {
	rest := s.buf[s.pos:]
	i, digits, points, other := 0, 0, 0, false
read:
	for ; i < len(rest); i++ {
		switch c := rest[i]; {
		case c >= '0' && c <= '9':
			digits++
		case classes[c] != regular:
			break read
		case c == '.':
			points++
		case (c == '+' || c == '-') && i == 0:
		default:
			other = true
		}
	}
	s.pos += i
	return rest[:i], digits > 0 && points <= 1 && !other
}
