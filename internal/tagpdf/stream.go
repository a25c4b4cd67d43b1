package tagpdf

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"

	"nianbao/internal/deflate"
)

// content undoes the filters of a stream: none, or Flate without a predictor.
func (f *file) content(s *stream) ([]byte, error) {
	filter, err := f.resolve(s.dict["Filter"])
	if err != nil {
		return nil, err
	}
	if a, ok := filter.(array); ok && len(a) == 1 {
		filter = a[0]
	}
	if filter == nil {
		return s.data, f.spend(len(s.data))
	}
	if filter != name("FlateDecode") {
		return nil, fmt.Errorf("the filter of a stream is %s, which is not understood", kindOf(filter))
	}
	if s.dict["DecodeParms"] != nil {
		return nil, errors.New("a stream has a predictor, which is not understood")
	}
	r, err := zlib.NewReader(bytes.NewReader(s.data))
	if err != nil {
		return nil, fmt.Errorf("inflate a stream: %w", err)
	}
	b, err := io.ReadAll(io.LimitReader(r, int64(f.budget)+1))
	if err != nil {
		return nil, fmt.Errorf("inflate a stream: %w", err)
	}
	return b, f.spend(len(b))
}

// flate makes a compressed stream. Keys of d are kept, but for those that say how the data are encoded.
func flate(d dict, data []byte) *stream {
	out := dict{}
	for k, v := range d {
		out[k] = v
	}
	delete(out, "DecodeParms")
	out["Filter"] = name("FlateDecode")
	return &stream{out, deflate.Zlib(data)}
}
