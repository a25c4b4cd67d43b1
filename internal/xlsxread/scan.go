package xlsxread

import (
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/internal/message"
)

const (
	maxDepth      = 128 // of elements in each other
	maxAttributes = 64  // of an element
)

// scanner walks through the elements of a part: XML 1.0 in UTF-8 without a document type. It names elements and attributes
// as they are written, with their prefixes. Its first error is kept, and ends every walk.
type scanner struct {
	part  string
	s     string
	at    int
	open  []string // the elements that are open, the outermost first
	attrs []attr   // of the start tag read last
	empty bool     // the element opened last has no content, and is still to be left
	body  string   // of the section read last
	err   error
}

type attr struct{ name, value string }

// token is what stands in angle brackets.
type token byte

const (
	failed  token = iota
	start         // of an element
	end           // of an element
	section       // of text without markup, CDATA
	aside         // a comment or an instruction
)

func newScanner(part, s string) *scanner {
	x := &scanner{part: part, s: s}
	if strings.HasPrefix(s, "\uFEFF") {
		x.at = len("\uFEFF")
	}
	if !utf8.ValidString(s) || strings.Contains(s, "\uFFFE") || strings.Contains(s, "\uFFFF") {
		x.fail("it is not in UTF-8, or has a character that XML cannot have")
	}
	return x
}

// fail keeps the first error, with its place.
func (x *scanner) fail(format string, args ...any) token {
	if x.err == nil {
		x.err = message.Errorf("part %q, byte %d: %w", x.part, x.at, message.Errorf(format, args...))
	}
	return failed
}

// name is that of the innermost open element.
func (x *scanner) name() string {
	if len(x.open) == 0 {
		return ""
	}
	return x.open[len(x.open)-1]
}

// expect fails unless the innermost open element has a name.
func (x *scanner) expect(name string) {
	if x.err == nil && x.name() != name {
		x.fail("element <%s>, want <%s>", x.name(), name)
	}
}

// attr is an attribute of the start tag read last, "" if it has none of the name.
func (x *scanner) attr(name string) string {
	for i := range x.attrs {
		if x.attrs[i].name == name {
			return x.attrs[i].value
		}
	}
	return ""
}

// The schemas of the parts that are read. Workbooks have two, by the two forms of the standard (ECMA-376 part 1, and
// part 4, transitional); they name the same elements.
const (
	transitional   = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	strict         = "http://purl.oclc.org/ooxml/spreadsheetml/main"
	relationSchema = "http://schemas.openxmlformats.org/package/2006/relationships"
)

// root enters the outermost element, whose schema must be known.
func (x *scanner) root(name string, schemas ...string) {
	for x.err == nil {
		x.blanks()
		switch x.markup() {
		case start:
			if x.expect(name); !slices.Contains(schemas, x.attr("xmlns")) {
				x.fail("<%s> of the schema %q, want %q", name, x.attr("xmlns"), schemas)
			}
			return
		case aside:
		default:
			x.fail("it does not begin with an element")
		}
	}
}

// finish holds that nothing follows the outermost element, and returns the error of the whole walk.
func (x *scanner) finish() error {
	for x.err == nil {
		if x.blanks(); x.at == len(x.s) {
			break
		}
		if x.markup() != aside {
			x.fail("something follows the outermost element")
		}
	}
	return x.err
}

// child enters the next element inside the innermost open one, or leaves that one if there is none. Text beside elements
// is an error, and so is an element that changes the schema.
func (x *scanner) child() bool {
	if x.err != nil || x.left() {
		return false
	}
	for {
		x.blanks()
		switch x.markup() {
		case start:
			if x.attr("xmlns") != "" {
				x.fail("<%s> changes the schema", x.name())
			}
			return x.err == nil
		case aside:
		case section:
			x.stray()
			return false
		default:
			return false
		}
	}
}

// skip leaves the innermost open element with all that is in it.
func (x *scanner) skip() {
	for depth := len(x.open); x.err == nil && len(x.open) >= depth; {
		if !x.left() {
			x.run()
			x.markup()
		}
	}
}

// text leaves the innermost open element and returns its text. Elements in it are an error.
func (x *scanner) text() string {
	if x.err != nil || x.left() {
		return ""
	}
	text := x.run()
	kind := x.markup()
	if kind == end {
		return text
	}
	var all strings.Builder
	for ; ; kind = x.markup() {
		all.WriteString(text)
		switch kind {
		case end:
			return all.String()
		case section:
			all.WriteString(x.body)
		case start:
			x.fail("element <%s> in a text", x.name())
			return ""
		case failed:
			return ""
		}
		text = x.run()
	}
}

// left leaves an element without content.
func (x *scanner) left() bool {
	if !x.empty {
		return false
	}
	x.empty = false
	x.open = x.open[:len(x.open)-1]
	return true
}

// blanks passes blanks.
func (x *scanner) blanks() {
	for x.at < len(x.s) && blank(x.s[x.at]) {
		x.at++
	}
}

func blank(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

// run is the text up to the next angle bracket.
func (x *scanner) run() string {
	rest := x.s[x.at:]
	n := plain(rest, '<')
	if n < len(rest) && rest[n] == '<' {
		x.at += n
		return rest[:n]
	}
	if n = strings.IndexByte(rest, '<'); n >= 0 {
		rest = rest[:n]
	}
	text, err := decode(rest, true)
	if err != nil {
		x.fail("%w", err)
	}
	x.at += len(rest)
	return text
}
