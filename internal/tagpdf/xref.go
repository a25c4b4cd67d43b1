package tagpdf

import (
	"errors"
	"fmt"
)

// readXrefStream reads a cross-reference stream (7.5.8), whose dictionary is the trailer.
func (f *file) readXrefStream(start int) error {
	_, o, err := f.readAt(start)
	if err != nil {
		return err
	}
	s, ok := o.(*stream)
	if !ok || s.dict["Type"] != name("XRef") {
		return errors.New("startxref leads to no cross-reference")
	}
	f.trailer = s.dict
	data, err := f.content(s)
	if err != nil {
		return err
	}
	widths, err := f.ints(s.dict["W"])
	if err != nil {
		return fmt.Errorf("widths of its fields: %w", err)
	}
	if len(widths) != 3 || max(widths[0], widths[1], widths[2]) > 4 || widths[1] == 0 {
		return fmt.Errorf("fields of widths %v are not understood", widths)
	}
	sections, err := f.sections(s.dict)
	if err != nil {
		return err
	}
	for i := 0; i < len(sections); i += 2 {
		if data, err = f.readEntries(sections[i], sections[i+1], widths, data); err != nil {
			return err
		}
	}
	return nil
}

// sections are the pairs of first number and count that a cross-reference stream covers.
func (f *file) sections(d dict) ([]int, error) {
	if d["Index"] == nil {
		size, err := f.int(d["Size"])
		return []int{0, size}, err
	}
	pairs, err := f.ints(d["Index"])
	if err == nil && len(pairs)%2 != 0 {
		err = errors.New("half a pair of numbers")
	}
	if err != nil {
		return nil, fmt.Errorf("its sections: %w", err)
	}
	return pairs, nil
}

func (f *file) readEntries(first, count int, widths []int, data []byte) ([]byte, error) {
	row := widths[0] + widths[1] + widths[2]
	if count > len(data)/row {
		return nil, errCutShort
	}
	const placeBytes = 32
	if err := f.spend(placeBytes * count); err != nil {
		return nil, err
	}
	if f.where == nil {
		f.where = make(map[int]place, count)
	}
	for num := first; num < first+count; num++ {
		kind := 1 // where no field says it (table 17)
		if widths[0] > 0 {
			kind = bigEndian(data[:widths[0]])
		}
		second := bigEndian(data[widths[0] : widths[0]+widths[1]])
		data = data[row:]
		switch kind {
		case 0:
		case 1:
			f.where[num] = place{offset: second}
		case 2:
			if second == 0 {
				return nil, fmt.Errorf("object %d stands in no object stream", num)
			}
			f.where[num] = place{in: second}
		default:
			return nil, fmt.Errorf("entry of object %d is of type %d", num, kind)
		}
	}
	return data, nil
}

func bigEndian(b []byte) int {
	v := 0
	for _, c := range b {
		v = v<<8 | int(c)
	}
	return v
}

func (f *file) ints(o object) ([]int, error) {
	a, err := as[array](f, o)
	if err != nil {
		return nil, err
	}
	out := make([]int, len(a))
	for i := range a {
		if out[i], err = f.int(a[i]); err != nil {
			return nil, err
		}
	}
	return out, nil
}
