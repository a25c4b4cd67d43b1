// Package deflate compresses and decompresses the streams of PDF files and workbooks.
//
// In: bytes. Out: fewer bytes, the same ones for the same input. It must not know what they are. It is the only
// importer of the compression library, whose state it reuses.
package deflate

import (
	"bytes"
	"io"
	"sync"

	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/zlib"
)

// level is the fastest. Levels above it look further back, in tables that push everything else out of a processor's
// cache: with level 3 an edition takes a tenth longer, for files that are 4 % smaller.
const level = flate.BestSpeed

// The pools hold memory only; nothing of a stream is left in it when the next begins.
var (
	zlibs  = pool(func(w io.Writer) (compressor, error) { return zlib.NewWriterLevel(w, level) })
	flates = pool(func(w io.Writer) (compressor, error) { return flate.NewWriter(w, level) })
	rooms  = sync.Pool{New: func() any { return new(bytes.Buffer) }}
)

// compressor is a writer of either format.
type compressor interface {
	io.WriteCloser
	Reset(io.Writer)
}

func pool(open func(io.Writer) (compressor, error)) *sync.Pool {
	return &sync.Pool{New: func() any {
		w, err := open(io.Discard)
		if err != nil {
			panic("deflate: " + err.Error()) // the level is a constant of the library's own
		}
		return w
	}}
}

// Zlib compresses into the format of RFC 1950.
func Zlib(data []byte) []byte { return compress(zlibs, data) }

// Raw compresses into the format of RFC 1951, as the entries of ZIP archives have it.
func Raw(data []byte) []byte { return compress(flates, data) }

func compress(pool *sync.Pool, data []byte) []byte {
	b := rooms.Get().(*bytes.Buffer)
	defer rooms.Put(b)
	b.Reset()
	w := pool.Get().(compressor)
	defer pool.Put(w)
	w.Reset(b)
	_, _ = w.Write(data) // a bytes.Buffer does not fail
	_ = w.Close()
	return bytes.Clone(b.Bytes())
}
