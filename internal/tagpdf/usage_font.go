package tagpdf

import (
	"math/bits"

	"nianbao/internal/message"
)

// codeSet is a set of two-byte codes.
type codeSet [1 << 16 / 64]uint64

func (c *codeSet) add(code uint16) { c[code/64] |= 1 << (code % 64) }

// sorted returns the codes in order.
func (c *codeSet) sorted() []uint16 {
	var codes []uint16
	for i, word := range c {
		for ; word != 0; word &= word - 1 {
			codes = append(codes, uint16(64*i+bits.TrailingZeros64(word)))
		}
	}
	return codes
}

func (r *surveyor) selectFont(operands tokens) error {
	n, err := fontOf(operands)
	if err != nil {
		return err
	}
	if r.font = r.shown[n]; r.font == nil {
		r.font = new(codeSet)
		r.shown[n] = r.font
	}
	return nil
}

// fontOf is the name of the font that the operator Tf selects.
func fontOf(operands tokens) (name, error) {
	if err := operands.must(2); err != nil {
		return "", err
	}
	if operands[0].kind != isName {
		return "", message.Errorf("the font's name is %s", operands.kind())
	}
	return name(operands[0].text), nil
}

// show records the codes of the strings that an operator shows.
func (r *surveyor) show(op keyword, operands tokens) error {
	if err := r.marked(); err != nil {
		return err
	}
	if r.font == nil {
		return message.Errorf("no font is selected")
	}
	return shownStrings(op, operands, r.codes)
}

func (r *surveyor) codes(s str) error {
	if len(s)%2 != 0 {
		return message.Errorf("a string is not made of two-byte codes")
	}
	for i := 0; i < len(s); i += 2 {
		r.font.add(uint16(s[i])<<8 | uint16(s[i+1]))
	}
	return nil
}

// shownStrings calls do for each string that a text operator shows (table 109).
func shownStrings(op keyword, operands tokens, do func(str) error) error {
	want := 1
	if op == "\"" {
		want = 3
	}
	if err := operands.must(want); err != nil {
		return err
	}
	shown := operands.last()
	if op == "TJ" {
		if shown[0].kind != isArray {
			return message.Errorf("it shows %s", shown.kind())
		}
		shown = shown.inside()
	}
	for ; len(shown) > 0; shown = shown.rest() {
		if shown[0].kind == isNumeric && op == "TJ" {
			continue
		}
		if shown[0].kind != isString {
			return message.Errorf("it shows %s", shown.kind())
		}
		if err := do(str(shown[0].text)); err != nil {
			return err
		}
	}
	return nil
}
