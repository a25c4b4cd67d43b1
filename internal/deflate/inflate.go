package deflate

import (
	"bytes"
	"io"

	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/zlib"
)

// Inflater undoes [Zlib] for one stream after the other, with the memory of the first.
type Inflater struct {
	from bytes.Reader
	r    io.ReadCloser // a zlib.Resetter
	to   bytes.Buffer
}

// All inflates a stream to a number of bytes at most.
func (i *Inflater) All(data []byte, most int) ([]byte, error) {
	i.from.Reset(data)
	var err error
	if i.r == nil {
		i.r, err = zlib.NewReader(&i.from)
	} else {
		err = i.r.(zlib.Resetter).Reset(&i.from, nil)
	}
	if err != nil {
		return nil, err
	}
	i.to.Reset()
	if _, err := i.to.ReadFrom(io.LimitReader(i.r, int64(most))); err != nil {
		return nil, err
	}
	return bytes.Clone(i.to.Bytes()), nil
}

// RawReader gives what opens a reader that undoes [Raw]. All of them are one, of which the next ends the last.
func RawReader() func(io.Reader) io.ReadCloser {
	one := flate.NewReader(nil)
	return func(r io.Reader) io.ReadCloser {
		_ = one.(flate.Resetter).Reset(r, nil) // it does not fail
		return one
	}
}
