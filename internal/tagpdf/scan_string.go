package tagpdf

import (
	"strings"

	"nianbao/internal/message"
)

// name reads a name after its solidus (7.3.5).
func (s *scanner) name() (string, error) {
	raw, _ := s.regular()
	if strings.IndexByte(raw, '#') < 0 {
		return raw, nil
	}
	var b []byte
	for i := 0; i < len(raw); i++ {
		c := raw[i]
		if c == '#' {
			if i+2 >= len(raw) || digit(raw[i+1]) < 0 || digit(raw[i+2]) < 0 {
				return "", message.Errorf("a name has # without two hexadecimal digits")
			}
			c = byte(digit(raw[i+1])<<4 | digit(raw[i+2]))
			i += 2
		}
		b = append(b, c)
	}
	return string(b), nil
}

// hex reads a hexadecimal string after its < (7.3.4.3).
func (s *scanner) hex() (string, error) {
	var few [32]byte
	b := few[:0]
	half, odd := 0, false
	for ; s.pos < len(s.buf); s.pos++ {
		c := s.buf[s.pos]
		switch {
		case classes[c] == space:
		case c == '>':
			s.pos++
			if odd {
				b = append(b, byte(half<<4))
			}
			return string(b), nil
		case digit(c) < 0:
			return "", message.Errorf("a hexadecimal string has another character")
		case odd:
			b, odd = append(b, byte(half<<4|digit(c))), false
		default:
			half, odd = digit(c), true
		}
	}
	return "", errCutShort
}

// literal reads a string after its opening parenthesis (7.3.4.2).
func (s *scanner) literal() (string, error) {
	start, depth := s.pos, 1
	for i, c := range []byte(s.buf[start:]) {
		switch {
		case c > '\\': // the common case
		case c == '\\':
			s.pos = start + i
			return s.unescaped(start, depth)
		case c == '(':
			depth++
		case c == ')':
			if depth--; depth == 0 {
				s.pos = start + i + 1
				return s.buf[start : start+i], nil
			}
		}
	}
	s.pos = len(s.buf)
	return "", errCutShort
}

// unescaped continues reading a string with escapes, at the given depth of parentheses. A backslash escapes characters
// that would end the string, and precedes letters for control characters (table 3).
func (s *scanner) unescaped(start, depth int) (string, error) {
	b := append(s.said[:0], s.buf[start:s.pos]...)
	defer func() { s.said = b }()
	for ; s.pos < len(s.buf); s.pos++ {
		c := s.buf[s.pos]
		switch c {
		case '\\':
			if s.pos++; s.pos == len(s.buf) {
				return "", errCutShort
			}
			c = s.buf[s.pos]
			switch i := strings.IndexByte("nrtbf", c); {
			case i >= 0:
				c = "\n\r\t\b\f"[i]
			case c < ' ' || c >= '0' && c <= '9':
				return "", message.Errorf("an escape of %q is not understood", c)
			}
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				s.pos++
				return string(b), nil
			}
		}
		b = append(b, c)
	}
	return "", errCutShort
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
