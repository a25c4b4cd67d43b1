package xlsx

import (
	"archive/zip"
	"bytes"
	"cmp"
	"fmt"
	"hash/crc32"
	"runtime"
	"runtime/debug"
	"slices"
	"sync"
	"sync/atomic"

	"nianbao/internal/deflate"
)

const (
	zipVersion = 20       // 2.0, which added deflate (APPNOTE.TXT, 4.4.3.2)
	earliest   = 1<<5 | 1 // 1 January 1980, the earliest date in a ZIP file
	entryBytes = 200      // estimated overhead of an entry
)

// part is a part of the file, by its name in the archive.
type part struct {
	name string
	data []byte
}

// member is a compressed part.
type member struct {
	name    string
	packed  []byte
	size    int
	summary uint32
}

func pack(p part) member {
	return member{name: p.name, packed: deflate.Raw(p.data), size: len(p.data), summary: crc32.ChecksumIEEE(p.data)}
}

// packAll compresses parts in parallel, the largest first, with as many workers as processors.
func packAll(parts []part) []member {
	slices.SortStableFunc(parts, func(x, y part) int { return cmp.Compare(len(y.data), len(x.data)) })
	members := make([]member, len(parts))
	side(len(parts), func(i int) { members[i] = pack(parts[i]) })
	return members
}

// archive joins members into a ZIP file, sorted by name, except that the list of content types comes first, as
// streaming readers expect.
func archive(members []member) ([]byte, error) {
	slices.SortFunc(members, func(x, y member) int {
		return cmp.Or(cmp.Compare(place(x.name), place(y.name)), cmp.Compare(x.name, y.name))
	})
	size := 0
	for _, m := range members {
		size += len(m.packed) + entryBytes
	}
	var out bytes.Buffer
	out.Grow(size)
	z := zip.NewWriter(&out)
	for _, m := range members {
		header := &zip.FileHeader{
			Name: m.name, ReaderVersion: zipVersion, CreatorVersion: zipVersion, Method: zip.Deflate, CRC32: m.summary,
			CompressedSize64: uint64(len(m.packed)), UncompressedSize64: uint64(m.size),
		}
		//lint:ignore SA1019 a raw header takes the day from nowhere else
		header.ModifiedDate = earliest
		w, err := z.CreateRaw(header)
		if err != nil {
			return nil, err
		}
		if _, err := w.Write(m.packed); err != nil {
			return nil, err
		}
	}
	err := z.Close()
	return out.Bytes(), err
}

// side runs n tasks in parallel, as many at a time as there are processors, starting them in order. If one panics, side
// panics in the caller once no other task is running.
func side(n int, do func(int)) {
	next := make(chan int, n)
	for i := range n {
		next <- i
	}
	close(next)
	var all sync.WaitGroup
	var fault atomic.Pointer[string]
	for range min(n, runtime.GOMAXPROCS(0)) {
		all.Go(func() {
			defer func() {
				if p := recover(); p != nil {
					told := fmt.Sprintf("%v\n%s", p, debug.Stack())
					fault.CompareAndSwap(nil, &told)
				}
			}()
			for i := range next {
				do(i)
			}
		})
	}
	all.Wait()
	if told := fault.Load(); told != nil {
		panic(*told)
	}
}

func place(name string) int {
	switch name {
	case "[Content_Types].xml":
		return 0
	case "_rels/.rels":
		return 1
	default:
		return 2
	}
}
