package tagpdf

import (
	"errors"
	"fmt"
)

// survey is what the content of one or more pages uses.
type survey struct {
	shown map[name]*codeSet      // codes shown in each font; a font selected only has none
	used  map[name]map[name]bool // by category of resources: XObject, ExtGState, Shading
}

// reader follows the content of one page, operator by operator, and holds it against what may stand there.
type reader struct {
	*survey
	marks marks // MCIDs met

	font   *codeSet   // selected
	fonts  []*codeSet // saved by q
	open   []bool     // marked content begun, of which true is an artifact or has an MCID
	counts int        // how many of them are true
	inText int        // 1 + the marked content open when BT came
}

// marks says of each MCID of a page whether it stands there, and whether no element had it so far.
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

func newSurvey() *survey {
	return &survey{map[name]*codeSet{}, map[name]map[name]bool{"XObject": {}, "ExtGState": {}, "Shading": {}}}
}

// read surveys a page and returns its marks.
func (s *survey) read(content []byte) (marks, error) {
	r := &reader{survey: s}
	if err := operators(string(content), r.operator); err != nil {
		return nil, err
	}
	switch {
	case len(r.open) > 0:
		return nil, errors.New("marked content is not closed at its end")
	case r.inText > 0:
		return nil, errors.New("a text object is not closed at its end")
	case len(r.fonts) > 0:
		return nil, errors.New("a saved graphics state is not restored at its end")
	}
	return r.marks, nil
}

// role is what an operator does, as far as marks and resources go. Operators that are in no table are refused:
// those of compatibility, inline images, marked points, Type 3 fonts and of colours other than grey and RGB.
type role int

const (
	neutral role = iota + 1
	paints
	shows
	selects
)

// roleOf follows the summary of operators in annex A.
func roleOf(op keyword) role {
	switch op {
	case "w", "J", "j", "M", "d", "i", "cm", "m", "l", "c", "v", "y", "h", "re", "n", "W", "W*",
		"Tc", "Tw", "Tz", "TL", "Tr", "Ts", "Td", "TD", "Tm", "T*", "g", "G", "rg", "RG":
		return neutral
	case "S", "s", "f", "F", "f*", "B", "B*", "b", "b*":
		return paints
	case "Tj", "TJ", "'", "\"":
		return shows
	case "Do", "gs", "sh":
		return selects
	}
	return 0
}

func (r *reader) operator(op keyword, operands tokens) error {
	switch op {
	case "q", "Q", "BT", "ET":
		return r.nest(op)
	case "BMC", "BDC", "EMC":
		return r.mark(op, operands)
	case "Tf":
		return r.selectFont(operands)
	}
	switch roleOf(op) {
	case neutral:
		return nil
	case paints:
		return r.marked()
	case shows:
		return r.show(op, operands)
	case selects:
		return r.use(op, operands)
	}
	return errors.New("it is not understood here")
}

// maxSaved is how deep q and Q may stand in each other (ISO 19005-3, 6.1.13).
const maxSaved = 28

func (r *reader) nest(op keyword) error {
	switch {
	case op == "q" && len(r.fonts) < maxSaved:
		r.fonts = append(r.fonts, r.font)
	case op == "Q" && len(r.fonts) > 0:
		r.font = r.fonts[len(r.fonts)-1]
		r.fonts = r.fonts[:len(r.fonts)-1]
	case op == "BT" && r.inText == 0:
		r.inText = 1 + len(r.open)
	case op == "ET" && r.inText == 1+len(r.open):
		r.inText = 0
	default:
		return errors.New("it does not nest")
	}
	return nil
}

// mark begins and ends marked content (14.6). It nests properly with text objects (14.6.1).
func (r *reader) mark(op keyword, operands tokens) error {
	want := 1
	switch op {
	case "EMC":
		return r.end()
	case "BDC":
		want = 2
	}
	if err := operands.must(want); err != nil {
		return err
	}
	if operands[0].kind != isName {
		return fmt.Errorf("its tag is %s", operands.kind())
	}
	var properties tokens
	if op == "BDC" {
		if properties = operands.rest(); properties[0].kind != isDict {
			return fmt.Errorf("its properties are %s, not a dictionary in place", properties.kind())
		}
		properties = properties.inside()
	}
	return r.begin(operands[0].text, properties)
}

func (r *reader) end() error {
	last := len(r.open) - 1
	if last < 0 || r.inText == 1+len(r.open) {
		return errors.New("it does not nest")
	}
	if r.open[last] {
		r.counts--
	}
	r.open = r.open[:last]
	return nil
}

// maxMCID bounds the rows of the ParentTree, which are as long as the highest number on their page.
const maxMCID = 1 << 16

// begin takes marked content of a tag, with the pairs of its properties.
func (r *reader) begin(tag string, properties tokens) error {
	for len(properties) > 0 && properties[0].text != "MCID" {
		properties = properties.rest().rest()
	}
	numbered := len(properties) > 0
	switch {
	case tag == "Artifact" && numbered:
		return errors.New("an artifact has an MCID")
	case tag != "Artifact" && !numbered:
		r.open = append(r.open, false)
		return nil
	case r.counts > 0: // ISO 14289-1, 7.1, for artifacts; a mark in a mark would belong to two elements
		return errors.New("an artifact or a mark stands in another")
	}
	if numbered {
		if err := r.number(properties.rest()); err != nil {
			return err
		}
	}
	r.open = append(r.open, true)
	r.counts++
	return nil
}

// number takes down an MCID.
func (r *reader) number(id tokens) error {
	if id[0].kind != isNumeric {
		return fmt.Errorf("the MCID is %s", id.kind())
	}
	v, err := number(id[0].text).int()
	if err != nil {
		return fmt.Errorf("the MCID: %w", err)
	}
	if v > maxMCID {
		return fmt.Errorf("MCID %d is too high: marks are counted from 0 on each page", v)
	}
	if r.marks.of(v) != absent {
		return fmt.Errorf("MCID %d stands on the page twice: close a mark for good before the next begins", v)
	}
	for len(r.marks) <= v {
		r.marks = append(r.marks, absent)
	}
	r.marks[v] = free
	return nil
}

// marked says whether what is drawn now belongs to a mark or an artifact.
func (r *reader) marked() error {
	if r.counts > 0 {
		return nil
	}
	return errors.New("it draws outside of marks and artifacts")
}
