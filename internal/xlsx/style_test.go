package xlsx

import "testing"

func TestNumberFormat(t *testing.T) {
	for _, tt := range []struct {
		kind     Kind
		decimals int
		plain    bool
		want     string
	}{
		{Date, 0, false, "yyyy-mm-dd"},
		{Number, 0, false, "#,##0"},
		{Number, 2, false, "#,##0.00"},
		{Number, 2, true, "0.00"},
		{Text, 0, false, "@"},
		{Truth, 0, false, ""},
	} {
		if got := NumberFormat(tt.kind, tt.decimals, tt.plain); got != tt.want {
			t.Errorf("kind %d, %d decimals, plain %v: %q, want %q", tt.kind, tt.decimals, tt.plain, got, tt.want)
		}
	}
}

// Numbers and dates, and the headers above them, have the same space at their right.
func TestIndent(t *testing.T) {
	for _, r := range []role{headerRole, bodyRole} {
		for kind, want := range map[Kind]int{Number: 1, Date: 1, Text: 0, Truth: 0} {
			if f := (style{role: r, kind: kind}).format("Arial"); f.Alignment.Indent != want {
				t.Errorf("role %d, kind %d: indent %d, want %d", r, kind, f.Alignment.Indent, want)
			}
		}
		if f := (style{role: r, kind: Text, indented: true}).format("Arial"); f.Alignment.Indent != 1 {
			t.Errorf("role %d: an indented text has no indent", r)
		}
	}
	for depth := range int8(4) {
		if f := (style{role: bodyRole, kind: Text, indented: true, depth: depth}).format("Arial"); f.Alignment.Indent != 1+int(depth) {
			t.Errorf("depth %d: indent %d", depth, f.Alignment.Indent)
		}
	}
}
