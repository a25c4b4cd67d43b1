package batch

import (
	"crypto/sha256"
	"encoding/binary"
	"slices"
	"strconv"
	"strings"

	"nianbao/internal/message"
)

// Shard is one of several equal parts of the areas, for as many machines. The zero value is all of them.
type Shard struct {
	Index, Of int // 0 ≤ Index < Of
}

// ParseShard reads "I/N": part I of N, counted from 0 as Kubernetes (JOB_COMPLETION_INDEX) and Slurm
// (SLURM_ARRAY_TASK_ID) count.
func ParseShard(s string) (Shard, error) {
	i, n, ok := strings.Cut(s, "/")
	index, err := number(i)
	of, nErr := number(n)
	if !ok || err != nil || nErr != nil {
		return Shard{}, message.Errorf("shard %q: want I/N, as 0/4 for the first of four", s)
	}
	if of < 1 || index >= of {
		return Shard{}, message.Errorf("shard %q: shards are counted from 0, so I of I/N is 0 to N-1", s)
	}
	return Shard{index, of}, nil
}

// number reads plain digits.
func number(s string) (int, error) {
	n, err := strconv.ParseUint(s, 10, 16)
	return int(n), err
}

// Has reports whether an area belongs to the shard. It depends on the name alone, so that a part stays the same
// whatever areas are added, and on every machine: the first eight bytes of the name's SHA-256, as a big-endian
// number, modulo N.
func (s Shard) Has(area string) bool {
	if s.Of == 0 {
		return true
	}
	sum := sha256.Sum256([]byte(area))
	return binary.BigEndian.Uint64(sum[:8])%uint64(s.Of) == uint64(s.Index)
}

// Keep keeps the areas that belong to the shard, in their order.
func (s Shard) Keep(areas []string) []string {
	return slices.DeleteFunc(slices.Clone(areas), func(area string) bool { return !s.Has(area) })
}
