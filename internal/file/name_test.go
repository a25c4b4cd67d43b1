package file

import "testing"

func TestReserved(t *testing.T) {
	for name, want := range map[string]bool{
		"con": true, "NUL": true, "Aux": true, "prn": true, "com1": true, "lpt9": true, "com0": true, "COM¹": true, "nul.briefing.pdf": true, "con .txt": true, "conout$": true,
		"": false, "cons": false, "com": false, "com10": false, "nul-2024.pdf": false, "lpta": false, "a.nul": false, "com-1": false,
	} {
		if Reserved(name) != want {
			t.Errorf("%q: %v", name, !want)
		}
	}
}
