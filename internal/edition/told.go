package edition

import (
	"sync"

	"nianbao/internal/stat"
)

// told keeps sentences that are composed of an edition: several outputs ask for them, at the same time. They do not depend on
// releases, so an edition and what it is released as have the same.
type told struct {
	mu     sync.Mutex
	themes map[string]func() []stat.Sentence
}

// Told returns the sentences of a theme that compose makes, which is called once for an edition and a theme. Nobody may change
// them.
func (e *Edition) Told(theme string, compose func() []stat.Sentence) []stat.Sentence {
	if e.told == nil { // an edition that was not built
		return compose()
	}
	e.told.mu.Lock()
	say := e.told.themes[theme]
	if say == nil {
		if e.told.themes == nil {
			e.told.themes = map[string]func() []stat.Sentence{}
		}
		say = sync.OnceValue(compose)
		e.told.themes[theme] = say
	}
	e.told.mu.Unlock()
	return say()
}
