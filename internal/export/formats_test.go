package export

import (
	"slices"
	"testing"

	"nianbao/internal/config"
)

// Every format of the configuration is made, once, and no other.
func TestFormatsAreMade(t *testing.T) {
	var made []string
	for _, f := range formats {
		made = append(made, f.name)
	}
	slices.Sort(made)
	known := config.Formats()
	slices.Sort(known)
	if !slices.Equal(made, known) {
		t.Errorf("formats %q are made, %q are known", made, known)
	}
}
