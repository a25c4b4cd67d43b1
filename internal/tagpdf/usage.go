package tagpdf

import "nianbao/internal/message"

// contentUsage records what the content of one or more pages uses.
type contentUsage struct {
	shown map[name]*codeSet // codes shown in each font; empty for a font that is only selected
}

// surveyor checks the content of one page, operator by operator.
type surveyor struct {
	*contentUsage
	marking

	font  *codeSet   // selected
	fonts []*codeSet // saved by q
}

func newSurvey() *contentUsage { return &contentUsage{map[name]*codeSet{}} }

// read surveys a page and returns its marks.
func (s *contentUsage) read(content []byte) (marks, error) {
	r := &surveyor{contentUsage: s}
	if err := operators(string(content), r.operator); err != nil {
		return nil, err
	}
	switch {
	case len(r.open) > 0:
		return nil, message.Errorf("marked content is not closed at its end")
	case r.inText > 0:
		return nil, message.Errorf("a text object is not closed at its end")
	case len(r.fonts) > 0:
		return nil, message.Errorf("a saved graphics state is not restored at its end")
	}
	return r.marks, nil
}

// role is the effect of an operator on marks. Operators in no table are refused: those for compatibility, images,
// marked points, Type 3 fonts, colours other than grey and RGB, and resources other than fonts.
type role int

const (
	neutral role = iota + 1
	paints
	shows
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
	}
	return 0
}

func (r *surveyor) operator(op keyword, operands tokens) error {
	switch op {
	case "q", "Q", "BT", "ET":
		return r.nest(op)
	case "BMC", "BDC", "EMC":
		return r.mark(op, operands)
	case "Tf":
		return r.selectFont(operands)
	case "Td", "TD", "Tm": // the text must be readable again
		_, err := heightOf(op, operands)
		return err
	}
	switch roleOf(op) {
	case neutral:
		return nil
	case paints:
		return r.marked()
	case shows:
		return r.show(op, operands)
	}
	return message.Errorf("it is not understood here")
}

// maxSaved is the limit for nesting q and Q (ISO 19005-3, 6.1.13).
const maxSaved = 28

func (r *surveyor) nest(op keyword) error {
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
		return message.Errorf("it does not nest")
	}
	return nil
}

// marked checks that current drawing belongs to a mark or an artifact.
func (r *surveyor) marked() error {
	if r.counts > 0 {
		return nil
	}
	return message.Errorf("it draws outside of marks and artifacts")
}
