package tagpdf

import (
	"errors"
	"fmt"
	"slices"
	"unicode/utf16"
	"unicode/utf8"
)

// codeRange maps codes lo to hi to the character to, counted on from there, or to a string for a single code.
type codeRange struct {
	lo, hi uint16
	to     []uint16
}

// maxTarget is how many UTF-16 units one code may stand for.
const maxTarget = 16

// readCMap reads the bfchar and bfrange sections of a ToUnicode CMap, in order of their codes.
func readCMap(b []byte) ([]codeRange, error) {
	var ranges []codeRange
	err := operators(string(b), func(op keyword, operands tokens) error {
		width := map[keyword]int{"endbfchar": 2, "endbfrange": 3}[op]
		if width == 0 {
			return nil
		}
		if n := operands.count(); n%width != 0 {
			return fmt.Errorf("%d operands", n)
		}
		for row := range slices.Chunk(operands.objects(), width) {
			more, err := readRange(row)
			if err != nil {
				return err
			}
			ranges = append(ranges, more...)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	slices.SortFunc(ranges, func(a, b codeRange) int { return int(a.lo) - int(b.lo) })
	for i := 1; i < len(ranges); i++ {
		if ranges[i].lo <= ranges[i-1].hi {
			return nil, fmt.Errorf("code %04X is mapped twice", ranges[i].lo)
		}
	}
	return ranges, nil
}

// readRange reads "lo to" or "lo hi to", where to may be an array with a string for each code.
func readRange(row []object) ([]codeRange, error) {
	units := make([][]uint16, len(row)-1)
	for i := range units {
		u, err := units16(row[i])
		if err != nil || len(u) != 1 {
			return nil, fmt.Errorf("%s in place of a two-byte code", kindOf(row[i]))
		}
		units[i] = u
	}
	lo, hi := units[0][0], units[len(units)-1][0]
	if hi < lo {
		return nil, fmt.Errorf("range from %04X to %04X", lo, hi)
	}
	last := row[len(row)-1]
	each, ok := last.(array)
	if !ok {
		to, err := units16(last)
		return []codeRange{{lo, hi, to}}, err
	}
	if len(each) != int(hi-lo)+1 {
		return nil, fmt.Errorf("%d characters for the range from %04X to %04X", len(each), lo, hi)
	}
	var out []codeRange
	for i, o := range each {
		to, err := units16(o)
		if err != nil {
			return nil, err
		}
		code := lo + uint16(i)
		out = append(out, codeRange{code, code, to})
	}
	return out, nil
}

func units16(o object) ([]uint16, error) {
	s, ok := o.(str)
	if !ok || len(s)%2 != 0 || len(s) > 2*maxTarget {
		return nil, fmt.Errorf("%s in place of characters in UTF-16", kindOf(o))
	}
	u := make([]uint16, len(s)/2)
	for i := range u {
		u[i] = uint16(s[2*i])<<8 | uint16(s[2*i+1])
	}
	return u, nil
}

// decode appends the characters of a string of two-byte codes.
func decode(out []byte, ranges []codeRange, s str) ([]byte, error) {
	if len(s)%2 != 0 {
		return out, errors.New("a string is not made of two-byte codes")
	}
	for i := 0; i < len(s); i += 2 {
		code := uint16(s[i])<<8 | uint16(s[i+1])
		r := rangeOf(ranges, code)
		if r == nil || len(r.to) == 0 {
			return out, fmt.Errorf("code %04X stands for no character", code)
		}
		if len(r.to) == 1 {
			out = utf8.AppendRune(out, rune(r.to[0]+code-r.lo))
			continue
		}
		units := append(make([]uint16, 0, maxTarget), r.to...)
		units[len(units)-1] += code - r.lo
		for _, c := range utf16.Decode(units) {
			out = utf8.AppendRune(out, c)
		}
	}
	return out, nil
}

// rangeOf finds the range that a code is in; nil if there is none.
func rangeOf(ranges []codeRange, code uint16) *codeRange {
	if len(ranges) > 0 { // each code of a font that Tag wrote has a range of its own
		if at := int(code) - int(ranges[0].lo); at >= 0 && at < len(ranges) && ranges[at].lo <= code && code <= ranges[at].hi {
			return &ranges[at]
		}
	}
	at, found := slices.BinarySearchFunc(ranges, code, func(r codeRange, c uint16) int {
		switch {
		case c > r.hi:
			return -1
		case c < r.lo:
			return 1
		}
		return 0
	})
	if !found {
		return nil
	}
	return &ranges[at]
}
