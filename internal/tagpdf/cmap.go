package tagpdf

import (
	"slices"
	"unicode/utf16"

	"nianbao/internal/message"
)

// codeTexts holds the text shown by each code of a font.
type codeTexts []string

// maxTarget is the largest number of UTF-16 units for one code.
const maxTarget = 16

// readCMap reads a ToUnicode CMap that maps codes one by one, as [Tag] writes them (9.10.3).
func readCMap(b []byte) (codeTexts, error) {
	var texts codeTexts
	err := operators(string(b), func(op keyword, operands tokens) error {
		switch op {
		case "endbfrange":
			return message.Errorf("ranges of codes are not understood")
		case "endbfchar":
			return texts.add(operands.objects())
		}
		return nil
	})
	return texts, err
}

// add adds pairs of a code and its text.
func (t *codeTexts) add(list []object) error {
	if len(list)%2 != 0 {
		return message.Errorf("%d operands", len(list))
	}
	for pair := range slices.Chunk(list, 2) {
		code, err := units16(pair[0])
		if err != nil || len(code) != 1 {
			return message.Errorf("%s in place of a two-byte code", kindOf(pair[0]))
		}
		to, err := units16(pair[1])
		if err != nil {
			return err
		}
		at := int(code[0])
		if more := at + 1 - len(*t); more > 0 {
			*t = append(*t, make([]string, more)...)
		}
		if (*t)[at] != "" {
			return message.Errorf("code %04X is mapped twice", at)
		}
		(*t)[at] = string(utf16.Decode(to))
	}
	return nil
}

func units16(o object) ([]uint16, error) {
	s, ok := o.(str)
	if !ok || len(s)%2 != 0 || len(s) > 2*maxTarget {
		return nil, message.Errorf("%s in place of characters in UTF-16", kindOf(o))
	}
	u := make([]uint16, len(s)/2)
	for i := range u {
		u[i] = uint16(s[2*i])<<8 | uint16(s[2*i+1])
	}
	return u, nil
}

// decode appends the characters of a string of two-byte codes.
func (t codeTexts) decode(out []byte, s str) ([]byte, error) {
	if len(s)%2 != 0 {
		return out, message.Errorf("a string is not made of two-byte codes")
	}
	for i := 0; i < len(s); i += 2 {
		code := int(s[i])<<8 | int(s[i+1])
		if code >= len(t) || t[code] == "" {
			return out, message.Errorf("code %04X stands for no character", code)
		}
		out = append(out, t[code]...)
	}
	return out, nil
}
