package tagpdf

import "nianbao/internal/message"

// own reads the entries of an element (table 323), and appends its children to the kids being read.
func (w *treeWalk) own(num int, p *Part) error {
	var err error
	if w.list, err = w.f.tokens(num, w.list); err != nil {
		return err
	}
	if w.list[0].kind != isDict {
		return message.Errorf("%s in place of an element", w.list.kind())
	}
	page, kids := int32(-1), tokens(nil)
	for pairs := w.list.inside(); len(pairs) > 0; pairs = pairs.rest().rest() {
		value := pairs[1:]
		switch pairs[0].text {
		case "S":
			if value[0].kind != isName {
				return message.Errorf("its type is %s", value.kind())
			}
			p.Type = value[0].text
		case "Lang":
			p.Lang, err = w.words(value)
		case "Pg":
			page, err = w.page(value)
		case "K":
			kids = value
		case "A":
			err = w.attributes(value, p)
		}
		if err != nil {
			return message.Errorf("/%s: %w", pairs[0].text, err)
		}
	}
	if p.Type == "" {
		return message.Errorf("it has no type")
	}
	if kids == nil {
		return nil
	}
	return kids.each(func(kid tokens) error { return w.kid(kid, page) })
}

// each calls do for the first object, or for each of those in it if it is an array.
func (t tokens) each(do func(tokens) error) error {
	if t[0].kind != isArray {
		return do(t)
	}
	for in := t.inside(); len(in) > 0; in = in.rest() {
		if err := do(in); err != nil {
			return err
		}
	}
	return nil
}

// kid records a child of an element: an element, a mark on a page, or a link, which shows nothing itself.
func (w *treeWalk) kid(t tokens, page int32) error {
	switch t[0].kind {
	case isRef:
		w.below = append(w.below, kidRead{element: int(t[0].num)})
		return nil
	case isNumeric:
		return w.take(t, page)
	case isDict:
		return w.reference(t, page)
	}
	return message.Errorf("it holds %s", t.kind())
}

// reference records a mark or a link given by a dictionary (tables 324 and 325).
func (w *treeWalk) reference(t tokens, page int32) error {
	kind, id := "", tokens(nil)
	for pairs := t.inside(); len(pairs) > 0; pairs = pairs.rest().rest() {
		value := pairs[1:]
		switch pairs[0].text {
		case "Type":
			kind = value[0].text
		case "MCID":
			id = value
		case "Pg":
			var err error
			if page, err = w.page(value); err != nil {
				return err
			}
		case "Stm":
			return message.Errorf("a mark outside of the content of pages is not understood")
		}
	}
	switch {
	case kind == "OBJR":
		return nil
	case kind != "MCR" || id == nil:
		return message.Errorf("it holds a dictionary that is neither a mark nor a link")
	}
	return w.take(id, page)
}

// take records a mark.
func (w *treeWalk) take(id tokens, page int32) error {
	if id[0].kind != isNumeric {
		return message.Errorf("an MCID is %s", id.kind())
	}
	n, err := number(id[0].text).int()
	switch {
	case err != nil:
		return message.Errorf("an MCID: %w", err)
	case page < 0:
		return message.Errorf("MCID %d is on no page", n)
	}
	w.below = append(w.below, kidRead{page: page, mcid: int32(n)})
	return nil
}

// page is the index of the referenced page.
func (w *treeWalk) page(t tokens) (int32, error) {
	if t[0].kind == isRef {
		if i, ok := w.pages[int(t[0].num)]; ok {
			return i, nil
		}
	}
	return 0, message.Errorf("%s in place of a page", t.kind())
}

// words decodes a text string.
func (w *treeWalk) words(t tokens) (string, error) {
	if t[0].kind != isString {
		return "", message.Errorf("%s in place of a text", t.kind())
	}
	return plainText(str(t[0].text)), nil
}

// attributes reads the user properties of an element (14.7.5) for [Element.Fact] and [Element.Sentence].
func (w *treeWalk) attributes(t tokens, p *Part) error {
	return t.each(func(a tokens) error {
		switch a[0].kind {
		case isNumeric: // a revision
			return nil
		case isDict:
		default:
			return message.Errorf("%s in place of attributes", a.kind())
		}
		var list tokens
		user := false
		for pairs := a.inside(); len(pairs) > 0; pairs = pairs.rest().rest() {
			switch pairs[0].text {
			case "O":
				user = pairs[1].text == "UserProperties"
			case "P":
				list = pairs[1:]
			}
		}
		if !user || list == nil {
			return nil
		}
		return list.each(func(property tokens) error { return w.property(property, p) })
	})
}

// property reads a user property (table 330).
func (w *treeWalk) property(t tokens, p *Part) error {
	if t[0].kind != isDict {
		return message.Errorf("a user property is %s", t.kind())
	}
	var key string
	var value tokens
	var err error
	for pairs := t.inside(); len(pairs) > 0; pairs = pairs.rest().rest() {
		switch pairs[0].text {
		case "N":
			key, err = w.words(pairs[1:])
		case "V":
			value = pairs[1:]
		}
		if err != nil {
			return err
		}
	}
	switch {
	case value == nil:
	case key == factProperty:
		p.Fact, err = w.words(value)
	case key == sentenceProperty:
		p.Sentence, err = w.words(value)
	}
	return err
}
