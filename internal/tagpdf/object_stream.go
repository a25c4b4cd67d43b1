package tagpdf

import "nianbao/internal/message"

// readPacked reads an object from an object stream (7.5.7).
func (f *file) readPacked(num, in int) (object, error) {
	s, err := f.packedAt(num, in)
	if err != nil {
		return nil, err
	}
	start := s.pos
	o, err := s.value(0)
	if err != nil {
		return nil, err
	}
	return o, f.spend(growth * (s.pos - start))
}

// packedAt returns a scanner positioned at an object in an object stream.
func (f *file) packedAt(num, in int) (scanner, error) {
	pack, err := f.pack(in)
	if err != nil {
		return scanner{}, message.Errorf("object stream %d: %w", in, err)
	}
	offset, ok := pack.offsets[num]
	if !ok {
		return scanner{}, message.Errorf("object stream %d does not hold it", in)
	}
	return scanner{buf: pack.data, pos: offset, refs: true}, nil
}

// objectStream is an object stream, inflated.
type objectStream struct {
	data    string
	offsets map[int]int // by object number
}

func (f *file) pack(num int) (*objectStream, error) {
	if p, ok := f.packs[num]; ok {
		return p, nil
	}
	if f.where[num].in != 0 {
		return nil, message.Errorf("it stands in an object stream itself")
	}
	s, err := as[*stream](f, ref{num: num})
	if err != nil {
		return nil, err
	}
	if s.dict["Type"] != name("ObjStm") {
		return nil, message.Errorf("it is another kind of stream")
	}
	data, err := f.content(s)
	if err != nil {
		return nil, err
	}
	p, err := f.unpack(s.dict, string(data))
	if err == nil {
		f.packs[num] = p
	}
	return p, err
}

// unpack reads the pairs of number and offset at the head of an object stream.
func (f *file) unpack(d dict, data string) (*objectStream, error) {
	count, err := f.int(d["N"])
	if err != nil {
		return nil, message.Errorf("number of objects: %w", err)
	}
	first, err := f.int(d["First"])
	if err != nil {
		return nil, message.Errorf("place of the first object: %w", err)
	}
	p := &objectStream{data: data, offsets: make(map[int]int, min(count, perPack))}
	head := &scanner{buf: data}
	for range count {
		num, err := head.integer()
		if err != nil {
			return nil, err
		}
		offset, err := head.integer()
		if err != nil {
			return nil, err
		}
		if offset >= len(data)-first {
			return nil, message.Errorf("object %d stands outside of it", num)
		}
		p.offsets[num] = first + offset
	}
	return p, nil
}
