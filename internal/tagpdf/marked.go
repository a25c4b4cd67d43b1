package tagpdf

import "nianbao/internal/message"

// markedText records the part of a text that each mark shows.
type markedText struct {
	marking           // of the current page
	spans   []span    // of the current page's marks, by MCID
	pages   []markSet // pages read so far
}

// markSet is the marks of a page.
type markSet struct {
	marks marks
	spans []span // by MCID
}

// span is a range of the text.
type span struct{ from, to int32 } // at most mostRead

// turn begins a page.
func (m *markedText) turn() { m.marking, m.spans = marking{open: m.open[:0]}, nil }

// end ends a page.
func (m *markedText) end() error {
	if len(m.open) > 0 {
		return message.Errorf("marked content is not closed at its end")
	}
	m.pages = append(m.pages, markSet{m.marks, m.spans})
	return nil
}

// follow processes an operator that begins or ends marked content. The highest MCID determines the memory for the page.
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

// show records that a part of the text is shown.
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
