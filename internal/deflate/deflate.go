// Package deflate compresses what goes into PDF files and workbooks.
//
// In: bytes. Out: fewer bytes, the same ones for the same input. It must not know what they are. It is the only
// importer of the library that compresses, which takes a sixth of the time of the standard one for files of the same
// size; its state, a megabyte, is used again for the next stream.
package deflate

import (
	"bytes"
	"io"
	"sync"

	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/zlib"
)

// level is the one above which files hardly shrink any more: the next takes twice the time for one per cent.
const level = 6

// The pools hold memory only; nothing of a stream is left in it when the next begins.
var (
	zlibs  = sync.Pool{New: func() any { return must(zlib.NewWriterLevel(io.Discard, level)) }}
	flates = sync.Pool{New: func() any { return must(flate.NewWriter(io.Discard, level)) }}
)

func must[T any](w T, err error) T {
	if err != nil {
		panic("deflate: " + err.Error()) // the level is a constant of the library's own
	}
	return w
}

// Zlib compresses into the format of RFC 1950.
func Zlib(data []byte) []byte { return compress(&zlibs, data) }

// Raw compresses into the format of RFC 1951, as the entries of ZIP archives have it.
func Raw(data []byte) []byte { return compress(&flates, data) }

// compressor is a writer of either format.
type compressor interface {
	io.WriteCloser
	Reset(io.Writer)
}

func compress(pool *sync.Pool, data []byte) []byte {
	var b bytes.Buffer
	b.Grow(len(data)/4 + 64)
	w := pool.Get().(compressor)
	defer pool.Put(w)
	w.Reset(&b)
	_, _ = w.Write(data) // a bytes.Buffer does not fail
	_ = w.Close()
	return b.Bytes()
}
