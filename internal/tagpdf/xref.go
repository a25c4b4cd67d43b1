package tagpdf

import (
	"encoding/binary"
	"reflect"

	"nianbao/internal/message"
)

// readXrefStream reads a cross-reference stream (7.5.8), whose dictionary is the trailer. It must cover all objects, in
// rows of this package's form.
func (f *file) readXrefStream(start int) error {
	_, o, err := f.readAt(start)
	if err != nil {
		return err
	}
	s, ok := o.(*stream)
	if !ok || s.dict["Type"] != name("XRef") {
		return message.Errorf("startxref leads to no cross-reference")
	}
	f.trailer = s.dict
	data, err := f.content(s)
	if err != nil {
		return err
	}
	if !reflect.DeepEqual(s.dict["W"], rowFields()) || s.dict["Index"] != nil {
		return message.Errorf("its rows are not understood")
	}
	size, err := f.int(s.dict["Size"])
	if err != nil {
		return err
	}
	return f.readRows(size, data)
}

func (f *file) readRows(count int, data []byte) error {
	if count > len(data)/rowBytes {
		return errCutShort
	}
	const placeBytes = 32
	if err := f.spend(placeBytes * count); err != nil {
		return err
	}
	f.where = make(map[int]place, count)
	for num := range count {
		kind, second := data[0], int(binary.BigEndian.Uint32(data[1:]))
		data = data[rowBytes:]
		switch kind {
		case 0:
		case 1:
			f.where[num] = place{offset: second}
		case 2:
			if second == 0 {
				return message.Errorf("object %d stands in no object stream", num)
			}
			f.where[num] = place{in: second}
		default:
			return message.Errorf("entry of object %d is of type %d", num, kind)
		}
	}
	return nil
}
