package tagpdf

import (
	"bytes"
	"errors"
)

// name reads a name after its solidus (7.3.5).
func (s *scanner) name() (object, error) {
	raw := s.regular()
	var b []byte
	for i := 0; i < len(raw); i++ {
		c := raw[i]
		if c == '#' {
			if i+2 >= len(raw) || digit(raw[i+1]) < 0 || digit(raw[i+2]) < 0 {
				return nil, errors.New("a name has # without two hexadecimal digits")
			}
			c = byte(digit(raw[i+1])<<4 | digit(raw[i+2]))
			i += 2
		}
		b = append(b, c)
	}
	return name(b), nil
}

// hex reads a hexadecimal string after its < (7.3.4.3).
func (s *scanner) hex() (object, error) {
	var b []byte
	half, odd := 0, false
	for ; s.pos < len(s.buf); s.pos++ {
		c := s.buf[s.pos]
		switch {
		case isSpace(c):
		case c == '>':
			s.pos++
			if odd {
				b = append(b, byte(half<<4))
			}
			return str(b), nil
		case digit(c) < 0:
			return nil, errors.New("a hexadecimal string has another character")
		case odd:
			b, odd = append(b, byte(half<<4|digit(c))), false
		default:
			half, odd = digit(c), true
		}
	}
	return nil, errCutShort
}

// literal reads a string after its opening parenthesis (7.3.4.2).
func (s *scanner) literal() (object, error) {
	var b []byte
	for depth := 1; s.pos < len(s.buf); s.pos++ {
		c := s.buf[s.pos]
		switch c {
		case '\\':
			s.pos++
			b = s.escaped(b)
			continue
		case '\r': // an end of line counts as one line feed, however it is spelled
			if bytes.HasPrefix(s.buf[s.pos:], []byte("\r\n")) {
				s.pos++
			}
			c = '\n'
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				s.pos++
				return str(b), nil
			}
		}
		b = append(b, c)
	}
	return nil, errCutShort
}

// escaped appends what a backslash and the characters at the position stand for (table 3); the position is left
// on the last of them.
func (s *scanner) escaped(b []byte) []byte {
	if s.pos >= len(s.buf) {
		return b
	}
	c := s.buf[s.pos]
	if i := bytes.IndexByte([]byte("nrtbf"), c); i >= 0 {
		return append(b, "\n\r\t\b\f"[i])
	}
	switch {
	case c == '\n':
		return b
	case c == '\r':
		if bytes.HasPrefix(s.buf[s.pos:], []byte("\r\n")) {
			s.pos++
		}
		return b
	case c < '0' || c > '7':
		return append(b, c)
	}
	v := 0
	for n := 0; n < 3 && s.pos < len(s.buf) && s.buf[s.pos] >= '0' && s.buf[s.pos] <= '7'; n++ {
		v = v<<3 | int(s.buf[s.pos]-'0')
		s.pos++
	}
	s.pos--
	return append(b, byte(v))
}

// digit is the value of a hexadecimal digit, or -1.
func digit(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}
