package tagpdf

import (
	"slices"

	"nianbao/internal/message"
)

// marking follows the marked content of one page (14.6).
type marking struct {
	marks  marks  // MCIDs met
	open   []bool // open marked content; true for an artifact or one with an MCID
	counts int    // how many of them are true
	now    int    // 1 + the MCID of the open mark; 0 if none
	inText int    // 1 + the marked content open at BT
}

// marks records for each MCID of a page whether it occurs, and whether an element has taken it.
type marks []markState

type markState uint8

const (
	absent markState = iota
	free
	taken
)

// of is the state of an MCID.
func (m marks) of(id int) markState {
	if id < 0 || id >= len(m) {
		return absent
	}
	return m[id]
}

// take assigns an MCID of a page, numbered from 1, to an element.
func (m marks) take(page, id int) error {
	switch m.of(id) {
	case absent:
		return message.Errorf("page %d has no MCID %d", page, id)
	case taken:
		return message.Errorf("MCID %d of page %d belongs to two elements", id, page)
	}
	m[id] = taken
	return nil
}

// rest refuses marks of a page that no element has taken.
func (m marks) rest(page int) error {
	if id := slices.Index(m, free); id >= 0 {
		return message.Errorf("MCID %d of page %d is in no element", id, page)
	}
	return nil
}

// mark begins or ends marked content (14.6), which must nest properly with text objects (14.6.1).
func (m *marking) mark(op keyword, operands tokens) error {
	want := 1
	switch op {
	case "EMC":
		return m.end()
	case "BDC":
		want = 2
	}
	if err := operands.must(want); err != nil {
		return err
	}
	if operands[0].kind != isName {
		return message.Errorf("its tag is %s", operands.kind())
	}
	var properties tokens
	if op == "BDC" {
		if properties = operands.rest(); properties[0].kind != isDict {
			return message.Errorf("its properties are %s, not a dictionary in place", properties.kind())
		}
		properties = properties.inside()
	}
	return m.begin(operands[0].text, properties)
}

func (m *marking) end() error {
	last := len(m.open) - 1
	if last < 0 || m.inText == 1+len(m.open) {
		return message.Errorf("it does not nest")
	}
	if m.open[last] {
		m.counts--
		m.now = 0
	}
	m.open = m.open[:last]
	return nil
}

// maxMCID bounds the rows of the ParentTree, whose length is the highest MCID of their page.
const maxMCID = 1 << 16

// begin begins marked content with a tag and the pairs of its properties.
func (m *marking) begin(tag string, properties tokens) error {
	for len(properties) > 0 && properties[0].text != "MCID" {
		properties = properties.rest().rest()
	}
	numbered := len(properties) > 0
	switch {
	case tag == "Artifact" && numbered:
		return message.Errorf("an artifact has an MCID")
	case tag != "Artifact" && !numbered:
		m.open = append(m.open, false)
		return nil
	case m.counts > 0: // ISO 14289-1, 7.1, for artifacts; a mark in a mark would belong to two elements
		return message.Errorf("an artifact or a mark stands in another")
	}
	if numbered {
		if err := m.number(properties.rest()); err != nil {
			return err
		}
	}
	m.open = append(m.open, true)
	m.counts++
	return nil
}

// number records an MCID.
func (m *marking) number(id tokens) error {
	if id[0].kind != isNumeric {
		return message.Errorf("the MCID is %s", id.kind())
	}
	v, err := number(id[0].text).int()
	if err != nil {
		return message.Errorf("the MCID: %w", err)
	}
	if v > maxMCID {
		return message.Errorf("MCID %d is too high: marks are counted from 0 on each page", v)
	}
	if m.marks.of(v) != absent {
		return message.Errorf("MCID %d stands on the page twice: close a mark for good before the next begins", v)
	}
	for len(m.marks) <= v {
		m.marks = append(m.marks, absent)
	}
	m.marks[v] = free
	m.now = 1 + v
	return nil
}
