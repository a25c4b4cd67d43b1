package tagpdf

import (
	"slices"
	"strings"

	"nianbao/internal/message"
)

// token is one item read by a scanner. An array or dictionary is followed by its contents, so a page's content, tens of
// thousands of small objects, needs one list and no memory for each.
type token struct {
	text string // a number, a truth value or a keyword as written; the value of a name or a string
	num  int32  // of a reference
	gen  int32
	span int32 // of an array or a dictionary: number of tokens inside it
	kind kind
}

// kind is the type of a token.
type kind uint8

const (
	isKeyword kind = iota
	isNull
	isBool
	isNumeric
	isName
	isString
	isArray
	isDict
	isRef
)

// tokens is a list of whole objects, one after the other.
type tokens []token

// count is the number of objects, not counting objects inside them.
func (t tokens) count() int {
	n := 0
	for ; len(t) > 0; t = t.rest() {
		n++
	}
	return n
}

// must checks the number of operands.
func (t tokens) must(want int) error {
	if n := t.count(); n != want {
		return message.Errorf("it has %d operands, not %d", n, want)
	}
	return nil
}

// rest is the list after the first object.
func (t tokens) rest() tokens { return t[1+t[0].span:] }

// last is the last object.
func (t tokens) last() tokens {
	for len(t.rest()) > 0 {
		t = t.rest()
	}
	return t
}

// inside is the contents of the first object.
func (t tokens) inside() tokens { return t[1 : 1+t[0].span] }

// object builds the first object.
func (t tokens) object() object {
	switch first := t[0]; first.kind {
	case isBool:
		return first.text == "true"
	case isNumeric:
		return number(first.text)
	case isName:
		return name(first.text)
	case isString:
		return str(first.text)
	case isRef:
		return ref{int(first.num), int(first.gen)}
	case isKeyword:
		return keyword(first.text)
	case isArray:
		return append(array{}, t.inside().objects()...)
	case isDict:
		d := dict{}
		for in := t.inside(); len(in) > 0; in = in.rest().rest() {
			d[name(in[0].text)] = in.rest().object()
		}
		return d
	}
	return nil
}

func (t tokens) objects() []object {
	var list []object
	for ; len(t) > 0; t = t.rest() {
		list = append(list, t.object())
	}
	return list
}

// kind names the type of the first object for errors.
func (t tokens) kind() *message.Text { return kindOf(t.object()) }

// keys checks that tokens are pairs of a name, without duplicates, and an object.
func (t tokens) keys() error {
	if len(t) == 2 && t[0].kind == isName { // the common case
		return nil
	}
	var few [8]string
	seen, many := few[:0], map[string]bool(nil)
	for ; len(t) > 0; t = t.rest().rest() {
		key := t[0]
		if key.kind != isName {
			return message.Errorf("the key of a dictionary is %s", t.kind())
		}
		if len(t.rest()) == 0 {
			return message.Errorf("a dictionary has nothing for the key /%s", key.text)
		}
		if slices.Contains(seen, key.text) || many[key.text] {
			return message.Errorf("a dictionary has the key /%s twice", key.text)
		}
		if len(seen) < len(few) {
			seen = append(seen, key.text)
			continue
		}
		if many == nil {
			many = map[string]bool{}
		}
		many[key.text] = true
	}
	return nil
}

// operators calls do for each operator of a content stream, with its operands, which are valid until do returns.
func operators(content string, do func(op keyword, operands tokens) error) error {
	s := &scanner{buf: content}
	var list tokens
	for !s.end() {
		at := len(list)
		var err error
		if list, err = s.scan(list, 0); err != nil {
			return message.Errorf("byte %d: %w", s.pos, err)
		}
		if list[at].kind != isKeyword {
			continue
		}
		op := keyword(list[at].text)
		if err := do(op, list[:at]); err != nil {
			return message.Errorf("byte %d: operator %.20q: %w", s.pos, string(op), err)
		}
		list, s.read = list[:0], 0
	}
	if len(list) > 0 {
		return message.Errorf("operands without an operator at its end")
	}
	return nil
}

// scan appends the next object to a list, or a keyword if there is no object.
func (s *scanner) scan(list tokens, depth int) (tokens, error) {
	if s.read++; depth > maxDepth || s.read > maxObjects {
		return list, message.Errorf("too many objects stand in each other")
	}
	switch c := s.buf[s.pos]; {
	case classes[c] == regular:
		return s.word(list), nil
	case c == '/':
		s.pos++
		text, err := s.name()
		return append(list, token{kind: isName, text: text}), err
	case c == '(':
		s.pos++
		text, err := s.literal()
		return append(list, token{kind: isString, text: text}), err
	case c == '[':
		s.pos++
		return s.within(append(list, token{kind: isArray}), "]", depth)
	case strings.HasPrefix(s.buf[s.pos:], "<<"):
		s.pos += 2
		return s.within(append(list, token{kind: isDict}), ">>", depth)
	case c == '<':
		s.pos++
		text, err := s.hex()
		return append(list, token{kind: isString, text: text}), err
	default:
		return list, message.Errorf("unexpected %q", c)
	}
}

// within appends the contents of the array or dictionary at the end of a list, up to its closing delimiter.
func (s *scanner) within(list tokens, closes string, depth int) (tokens, error) {
	open := len(list) - 1
	for {
		if s.end() {
			return list, errCutShort
		}
		if strings.HasPrefix(s.buf[s.pos:], closes) {
			s.pos += len(closes)
			break
		}
		at := len(list)
		var err error
		if list, err = s.scan(list, depth+1); err != nil {
			return list, err
		}
		if list[at].kind == isKeyword {
			return list, unexpected(list[at].text)
		}
	}
	list[open].span = int32(len(list) - open - 1) // at most maxObjects
	if list[open].kind == isDict {
		return list, list[open+1:].keys()
	}
	return list, nil
}

func unexpected(word string) error { return message.Errorf("unexpected keyword %.20q", word) }
