package xlsx

import "sync"

// memo keeps results that follow from what they were asked for alone, by that: what many workbooks have alike is made
// once. It keeps a bounded number of them, and begins anew where there are more.
type memo[T any] struct {
	most int

	mu   sync.Mutex
	kept map[string]T
}

// get is what was kept for a key, or else what is made now. The key is not held. What two ask for at once
// may be made twice.
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
