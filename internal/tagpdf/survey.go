package tagpdf

import (
	"errors"
	"fmt"
)

// survey is what the content of one or more pages uses.
type survey struct {
	shown map[name]map[uint16]bool // codes shown in each font; a font selected only has none
	used  map[name]map[name]bool   // by category of resources: XObject, ExtGState, Shading
}

// reader follows the content of one page, operator by operator, and holds it against what may stand there.
type reader struct {
	*survey
	marks map[int]bool // MCIDs met

	font   name
	fonts  []name // saved by q
	open   []bool // marked content begun, of which true is an artifact or has an MCID
	inText int    // 1 + the marked content open when BT came
}

func newSurvey() *survey {
	return &survey{map[name]map[uint16]bool{}, map[name]map[name]bool{"XObject": {}, "ExtGState": {}, "Shading": {}}}
}

// read surveys a page and returns its marks.
func (s *survey) read(content []byte) (map[int]bool, error) {
	r := &reader{survey: s, marks: map[int]bool{}}
	if err := operators(content, r.operator); err != nil {
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

// roles follows the summary of operators in annex A.
var roles = func() map[keyword]role {
	all := map[keyword]role{}
	for r, ops := range map[role][]keyword{
		neutral: {"w", "J", "j", "M", "d", "i", "cm", "m", "l", "c", "v", "y", "h", "re", "n", "W", "W*",
			"Tc", "Tw", "Tz", "TL", "Tr", "Ts", "Td", "TD", "Tm", "T*", "g", "G", "rg", "RG"},
		paints:  {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*"},
		shows:   {"Tj", "TJ", "'", "\""},
		selects: {"Do", "gs", "sh"},
	} {
		for _, op := range ops {
			all[op] = r
		}
	}
	return all
}()

func (r *reader) operator(op keyword, operands []object) error {
	switch op {
	case "q", "Q", "BT", "ET":
		return r.nest(op)
	case "BMC", "BDC", "EMC":
		return r.mark(op, operands)
	case "Tf":
		return r.selectFont(operands)
	}
	switch roles[op] {
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
func (r *reader) mark(op keyword, operands []object) error {
	if op == "EMC" {
		if len(r.open) == 0 || r.inText == 1+len(r.open) {
			return errors.New("it does not nest")
		}
		r.open = r.open[:len(r.open)-1]
		return nil
	}
	want := map[keyword]int{"BMC": 1, "BDC": 2}[op]
	if len(operands) != want {
		return fmt.Errorf("it has %d operands, not %d", len(operands), want)
	}
	tag, ok := operands[0].(name)
	if !ok {
		return fmt.Errorf("its tag is %s", kindOf(operands[0]))
	}
	properties := dict{}
	if op == "BDC" {
		if properties, ok = operands[1].(dict); !ok {
			return fmt.Errorf("its properties are %s, not a dictionary in place", kindOf(operands[1]))
		}
	}
	return r.begin(tag, properties)
}

// maxMCID bounds the rows of the ParentTree, which are as long as the highest number on their page.
const maxMCID = 1 << 16

func (r *reader) begin(tag name, properties dict) error {
	id, numbered := properties["MCID"]
	inside := r.marked() == nil
	switch {
	case tag == "Artifact" && numbered:
		return errors.New("an artifact has an MCID")
	case tag != "Artifact" && !numbered:
		r.open = append(r.open, false)
		return nil
	case inside: // ISO 14289-1, 7.1, for artifacts; a mark in a mark would belong to two elements
		return errors.New("an artifact or a mark stands in another")
	}
	if numbered {
		n, ok := id.(number)
		if !ok {
			return fmt.Errorf("the MCID is %s", kindOf(id))
		}
		v, err := n.int()
		if err != nil {
			return fmt.Errorf("the MCID: %w", err)
		}
		if v > maxMCID {
			return fmt.Errorf("MCID %d is too high: marks are counted from 0 on each page", v)
		}
		if r.marks[v] {
			return fmt.Errorf("MCID %d stands on the page twice: close a mark for good before the next begins", v)
		}
		r.marks[v] = true
	}
	r.open = append(r.open, true)
	return nil
}

// marked says whether what is drawn now belongs to a mark or an artifact.
func (r *reader) marked() error {
	for _, counts := range r.open {
		if counts {
			return nil
		}
	}
	return errors.New("it draws outside of marks and artifacts")
}
