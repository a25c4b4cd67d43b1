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
	zipVersion = 20       // 2.0, which has the compression (APPNOTE.TXT, 4.4.3.2)
	earliest   = 1<<5 | 1 // 1 January 1980, the earliest day that a ZIP file can say
	entryBytes = 200      // about what an entry takes beside its content
)

// part is a part of the file, by its name in the archive.
type part struct {
	name string
	data []byte
}

// member is a part compressed.
type member struct {
	name    string
	packed  []byte
	size    int
	summary uint32
}

func pack(p part) member {
	return member{name: p.name, packed: deflate.Raw(p.data), size: len(p.data), summary: crc32.ChecksumIEEE(p.data)}
}

// packAll compresses parts, as many at a time as there are processors, the largest first.
func packAll(parts []part) []member {
	slices.SortStableFunc(parts, func(x, y part) int { return cmp.Compare(len(y.data), len(x.data)) })
	members := make([]member, len(parts))
	side(len(parts), func(i int) { members[i] = pack(parts[i]) })
	return members
}

// archive joins members into a ZIP file, in the order of their names. The list of content types comes first, as readers
// of streams expect.
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

// side does n things side by side, as many at a time as there are processors, and begins them in order. A panic of one
// becomes one of the caller, who may be prepared for it, once no other is being done.
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
