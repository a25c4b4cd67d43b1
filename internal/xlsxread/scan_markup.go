package xlsxread

import "strings"

// markup reads what stands in angle brackets.
func (x *scanner) markup() token {
	if x.err != nil {
		return failed
	}
	if x.at >= len(x.s) {
		return x.fail("it ends too early")
	}
	if x.s[x.at] != '<' {
		return x.stray()
	}
	if x.at+1 == len(x.s) {
		return x.fail("it ends too early")
	}
	switch x.s[x.at+1] {
	case '/':
		return x.endTag()
	case '?':
		return x.instruction()
	case '!':
		return x.declaration()
	default:
		return x.startTag()
	}
}

// stray refuses a text where there can be none.
func (x *scanner) stray() token {
	if x.name() == "" {
		return x.fail("text outside of elements")
	}
	return x.fail("text in <%s>", x.name())
}

// declaration passes a comment or a section of text. Anything else belongs to a document type, and is refused.
func (x *scanner) declaration() token {
	switch rest := x.s[x.at:]; {
	case strings.HasPrefix(rest, "<!--"):
		if body, ok := x.until("<!--", "-->"); ok && (strings.Contains(body, "--") || strings.HasSuffix(body, "-")) {
			return x.fail("two dashes in a comment")
		}
		return x.unless(aside)
	case strings.HasPrefix(rest, "<![CDATA["):
		body, _ := x.until("<![CDATA[", "]]>")
		x.body = newlines.Replace(body)
		return x.unless(section)
	default:
		return x.fail("a declaration, which no workbook has")
	}
}

// newlines are the ends of lines, which XML has one of (section 2.11).
var newlines = strings.NewReplacer("\r\n", "\n", "\r", "\n")

func (x *scanner) unless(t token) token {
	if x.err != nil {
		return failed
	}
	return t
}

// until passes what stands between two marks, and returns it.
func (x *scanner) until(opening, closing string) (body string, ok bool) {
	body, _, ok = strings.Cut(x.s[x.at+len(opening):], closing)
	if !ok {
		x.fail("%s without %s", opening, closing)
		return "", false
	}
	if err := characters(body); err != nil {
		x.fail("%w", err)
	}
	x.at += len(opening) + len(body) + len(closing)
	return body, true
}

// instruction passes an instruction. The XML declaration stands first, and must say version 1.0 and UTF-8.
func (x *scanner) instruction() token {
	first := strings.TrimLeft(x.s[:x.at], "\uFEFF") == ""
	at := x.at
	body, ok := x.until("<?", "?>")
	if !ok {
		return failed
	}
	switch target := body[:nameEnd(body, 0)]; {
	case target == "":
		return x.fail("an instruction without a name")
	case !strings.EqualFold(target, "xml"):
		return x.unless(aside)
	case !first || target != "xml":
		return x.fail("an XML declaration that does not stand first")
	}
	x.at = at + len("<?xml")
	if x.attributes(); !strings.HasPrefix(x.s[x.at:], "?>") {
		return x.fail("the XML declaration is malformed")
	}
	x.at += len("?>")
	if x.attr("version") != "1.0" {
		return x.fail("version %q of XML, want 1.0", x.attr("version"))
	}
	if code := x.attr("encoding"); code != "" && !strings.EqualFold(code, "UTF-8") {
		return x.fail("encoding %q, want UTF-8", code)
	}
	return x.unless(aside)
}

func (x *scanner) startTag() token {
	x.at++
	to := nameEnd(x.s, x.at)
	name := x.s[x.at:to]
	if name == "" {
		return x.fail("an element without a name")
	}
	if len(x.open) == maxDepth {
		return x.fail("more than %d elements in each other", maxDepth)
	}
	x.at = to
	x.attributes()
	switch rest := x.s[x.at:]; {
	case x.err != nil:
		return failed
	case strings.HasPrefix(rest, ">"):
		x.at++
	case strings.HasPrefix(rest, "/>"):
		x.at, x.empty = x.at+2, true
	default:
		return x.fail("the tag <%s> is malformed", name)
	}
	x.open = append(x.open, name)
	return start
}

func (x *scanner) endTag() token {
	name, rest := x.name(), x.s[x.at+2:]
	if name == "" || !strings.HasPrefix(rest, name) {
		return x.fail("a closing tag, want </%s>", name)
	}
	i := len(name)
	for i < len(rest) && blank(rest[i]) {
		i++
	}
	if i == len(rest) || rest[i] != '>' {
		return x.fail("a closing tag, want </%s>", name)
	}
	x.at += 2 + i + 1
	x.open = x.open[:len(x.open)-1]
	return end
}

// attributes reads the attributes of a tag, up to where something else stands.
func (x *scanner) attributes() {
	x.attrs = x.attrs[:0]
	for x.err == nil {
		from := x.at
		if x.blanks(); x.at == from {
			return
		}
		to := nameEnd(x.s, x.at)
		if to == x.at {
			return
		}
		name := x.s[x.at:to]
		x.at = to
		x.add(name, x.value())
	}
}

func (x *scanner) add(name, value string) {
	if len(x.attrs) == maxAttributes {
		x.fail("an element with more than %d attributes", maxAttributes)
	}
	for i := range x.attrs {
		if x.attrs[i].name == name {
			x.fail("attribute %s stands twice", name)
		}
	}
	x.attrs = append(x.attrs, attr{name, value})
}

// value reads the equals sign and the value of an attribute.
func (x *scanner) value() string {
	x.blanks()
	if !strings.HasPrefix(x.s[x.at:], "=") {
		x.fail("an attribute without a value")
		return ""
	}
	x.at++
	x.blanks()
	if x.at == len(x.s) || x.s[x.at] != '"' && x.s[x.at] != '\'' {
		x.fail("an attribute without quotes")
		return ""
	}
	quote := x.s[x.at]
	x.at++
	rest := x.s[x.at:]
	n := plain(rest, quote)
	if n < len(rest) && rest[n] == quote {
		x.at += n + 1
		return rest[:n]
	}
	if n = strings.IndexByte(rest, quote); n < 0 {
		x.fail("an attribute without its closing quote")
		return ""
	}
	value, err := decode(rest[:n], false)
	if err != nil {
		x.fail("%w", err)
	}
	x.at += n + 1
	return value
}

// nameEnd is where a name that begins at a byte ends. Names are ASCII, with one colon at most.
func nameEnd(s string, from int) int {
	colons := 0
	for i := from; i < len(s); i++ {
		switch c := s[i]; {
		case 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c == '_':
		case i > from && ('0' <= c && c <= '9' || c == '-' || c == '.'):
		case c == ':' && i > from && colons == 0:
			colons++
		default:
			return i
		}
	}
	return len(s)
}
