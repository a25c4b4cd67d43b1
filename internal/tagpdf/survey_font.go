package tagpdf

import (
	"errors"
	"fmt"
)

func (r *reader) selectFont(operands []object) error {
	if len(operands) != 2 {
		return fmt.Errorf("it has %d operands, not 2", len(operands))
	}
	n, ok := operands[0].(name)
	if !ok {
		return fmt.Errorf("the font's name is %s", kindOf(operands[0]))
	}
	r.font = n
	if r.shown[n] == nil {
		r.shown[n] = map[uint16]bool{}
	}
	return nil
}

// show takes down the codes of the strings an operator shows.
func (r *reader) show(op keyword, operands []object) error {
	if err := r.marked(); err != nil {
		return err
	}
	if r.font == "" {
		return errors.New("no font is selected")
	}
	return shownStrings(op, operands, func(s str) error {
		if len(s)%2 != 0 {
			return errors.New("a string is not made of two-byte codes")
		}
		for i := 0; i < len(s); i += 2 {
			r.shown[r.font][uint16(s[i])<<8|uint16(s[i+1])] = true
		}
		return nil
	})
}

// shownStrings calls do for each string that an operator of text shows (table 109).
func shownStrings(op keyword, operands []object, do func(str) error) error {
	want := 1
	if op == "\"" {
		want = 3
	}
	if len(operands) != want {
		return fmt.Errorf("it has %d operands, not %d", len(operands), want)
	}
	shown := array{operands[want-1]}
	if op == "TJ" {
		a, ok := operands[0].(array)
		if !ok {
			return fmt.Errorf("it shows %s", kindOf(operands[0]))
		}
		shown = a
	}
	for _, o := range shown {
		if _, ok := o.(number); ok && op == "TJ" {
			continue
		}
		s, ok := o.(str)
		if !ok {
			return fmt.Errorf("it shows %s", kindOf(o))
		}
		if err := do(s); err != nil {
			return err
		}
	}
	return nil
}

// use takes down the resource an operator names.
func (r *reader) use(op keyword, operands []object) error {
	category := map[keyword]name{"Do": "XObject", "gs": "ExtGState", "sh": "Shading"}[op]
	if len(operands) != 1 {
		return fmt.Errorf("it has %d operands, not 1", len(operands))
	}
	n, ok := operands[0].(name)
	if !ok {
		return fmt.Errorf("it names %s", kindOf(operands[0]))
	}
	r.used[category][n] = true
	if op == "gs" {
		return nil
	}
	return r.marked()
}
