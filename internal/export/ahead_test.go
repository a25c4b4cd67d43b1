package export

import (
	"strings"
	"testing"
)

// A fault of the program that is met while areas are looked at side by side is that of one area.
func TestFaultAhead(t *testing.T) {
	l := (&dueRun{}).look(t.Context(), "a") // without a configuration
	if l.area != "a" || l.err == nil || !strings.HasPrefix(l.err.Error(), "fault of the program: ") {
		t.Errorf("looked at %q: %v", l.area, l.err)
	}
	var told []string
	err := CheckAll(t.Context(), Job{}, []string{"a", "b"}, func(area string, _ *Checked, err error) error {
		if err != nil && strings.HasPrefix(err.Error(), "fault of the program: ") {
			told = append(told, area)
		}
		return nil
	})
	if err != nil || strings.Join(told, " ") != "a b" {
		t.Errorf("told of %q, %v", told, err)
	}
}
