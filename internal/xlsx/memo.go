package xlsx

import "sync"

// memo caches results that depend only on their key, for parts that many workbooks share. It is bounded, and starts
// afresh when full.
type memo[T any] struct {
	most int

	mu   sync.Mutex
	kept map[string]T
}

// get returns the cached value of a key, or builds it. The key is not retained. Concurrent callers may build it twice.
func (m *memo[T]) get(key []byte, build func() (T, error)) (T, error) {
	m.mu.Lock()
	made, ok := m.kept[string(key)]
	m.mu.Unlock()
	if ok {
		return made, nil
	}
	made, err := build()
	if err == nil {
		m.keep(key, made)
	}
	return made, err
}

func (m *memo[T]) keep(key []byte, made T) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.kept == nil || len(m.kept) >= m.most {
		m.kept = map[string]T{}
	}
	m.kept[string(key)] = made
}
