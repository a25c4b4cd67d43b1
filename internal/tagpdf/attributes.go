package tagpdf

// appendAttributes writes the attributes of an element (14.7.5): those of a cell or a figure (14.8.5), and user
// properties.
func appendAttributes(b []byte, e *Element) []byte {
	owner, told := e.owner(), e.told()
	if owner == "" && !told {
		return b
	}
	b = append(b, "/A"...)
	if owner != "" && told {
		b = append(b, '[')
	}
	if owner != "" {
		b = e.appendStandard(appendName(append(b, "<</O"...), owner))
		b = append(b, ">>"...)
	}
	if told {
		b = appendProperty(append(b, "<</O/UserProperties/P["...), factProperty, e.Fact)
		b = append(appendProperty(b, sentenceProperty, e.Sentence), "]>>"...)
	}
	if owner != "" && told {
		b = append(b, ']')
	}
	return b
}

// owner is the owner of an element's standard attributes; "" if it has none.
func (e *Element) owner() name {
	switch {
	case e.Scope != "":
		return "Table"
	case e.Type == "Figure":
		return "Layout"
	}
	return ""
}

// appendStandard writes the attributes of the owner.
func (e *Element) appendStandard(b []byte) []byte {
	if e.Scope != "" {
		return appendName(append(b, "/Scope"...), name(e.Scope))
	}
	return appendBox(append(b, "/BBox"...), e.BBox)
}

// The names of the user properties.
const factProperty, sentenceProperty = "Fact", "Sentence"

// told reports whether an element has user properties.
func (e *Element) told() bool { return e.Fact != "" || e.Sentence != "" }

// appendProperty writes a user property (table 330), unless it has no value.
func appendProperty(b []byte, key, value string) []byte {
	if value == "" {
		return b
	}
	b = append(append(append(b, "<</N("...), key...), ")/V"...)
	return append(appendString(b, textString(value)), ">>"...)
}
