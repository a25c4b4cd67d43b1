package tagpdf

import "errors"

// markedText is which part of a text each mark shows.
type markedText struct {
	marking           // of the page that is read
	spans   []span    // of its marks, by MCID
	pages   []markSet // those read
}

// markSet is the marks of a page.
type markSet struct {
	marks marks
	spans []span // by MCID
}

// span is from where to where a part of a text stands.
type span struct{ from, to int32 } // of mostRead at most

// turn begins a page.
func (m *markedText) turn() { m.marking, m.spans = marking{open: m.open[:0]}, nil }

// end ends a page.
func (m *markedText) end() error {
	if len(m.open) > 0 {
		return errors.New("marked content is not closed at its end")
	}
	m.pages = append(m.pages, markSet{m.marks, m.spans})
	return nil
}

// follow takes an operator that begins or ends marked content. The highest MCID decides how much memory the page takes.
func (m *markedText) follow(f *file, op keyword, operands tokens) error {
	if err := m.mark(op, operands); err != nil {
		return err
	}
	more := len(m.marks) - len(m.spans)
	if more == 0 {
		return nil
	}
	const each = 9 // bytes
	m.spans = append(m.spans, make([]span, more)...)
	return f.spend(each * more)
}

// show takes down that a part of the text is shown.
func (m *markedText) show(from, to int) {
	if m.now == 0 {
		return
	}
	s := &m.spans[m.now-1]
	if s.to == 0 {
		s.from = int32(from)
	}
	s.to = int32(to)
}
