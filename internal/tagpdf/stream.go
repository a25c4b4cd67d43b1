package tagpdf

import (
	"nianbao/internal/deflate"
	"nianbao/internal/message"
)

// content decodes a stream with no filter or with Flate.
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
		return nil, message.Errorf("the filter of a stream is %s, which is not understood", kindOf(filter))
	}
	b, err := f.inflate.All(s.data, f.budget+1)
	if err != nil {
		return nil, message.Errorf("inflate a stream: %w", err)
	}
	if err := f.spend(len(b)); err != nil || s.dict["DecodeParms"] == nil {
		return b, err
	}
	return f.unpredict(s.dict["DecodeParms"], b)
}

// The supported predictors (table 10); each row names its own (ISO/IEC 15948, 9).
const (
	anyPNG   = 12
	none, up = 0, 2
)

// unpredict reverses the predictors of rows of bytes.
func (f *file) unpredict(parms object, b []byte) ([]byte, error) {
	d, err := as[dict](f, parms)
	if err != nil {
		return nil, err
	}
	predictor, err := f.int(d["Predictor"])
	if err != nil || predictor != anyPNG || len(d) != 2 {
		return nil, message.Errorf("a stream has a predictor that is not understood")
	}
	columns, err := f.int(d["Columns"])
	if err != nil || columns == 0 || len(b)%(1+columns) != 0 {
		return nil, message.Errorf("the columns of a stream do not fit its length")
	}
	out := make([]byte, 0, len(b))
	for ; len(b) > 0; b = b[1+columns:] {
		row := b[1 : 1+columns]
		switch b[0] {
		case none:
			out = append(out, row...)
		case up:
			for _, c := range row {
				if len(out) >= columns {
					c += out[len(out)-columns]
				}
				out = append(out, c)
			}
		default:
			return nil, message.Errorf("a row of a stream has the predictor %d, which is not understood", b[0])
		}
	}
	return out, nil
}

// flate makes a compressed stream with a dictionary, which it takes over.
func flate(d dict, data []byte) *stream {
	d["Filter"] = name("FlateDecode")
	return &stream{d, deflate.Zlib(data)}
}
