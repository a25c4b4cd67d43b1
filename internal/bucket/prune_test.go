package bucket

import "testing"

// Folders of other programs, and the published manifests, are no waste.
func TestEditionOf(t *testing.T) {
	for folder, want := range map[string][2]string{
		"saibei/releases/2023/r2-0123456789ab":     {"saibei", "2023"},
		"a/saibei/releases/2023/r2.3-0123456789ab": {"a/saibei", "2023"},
		"saibei/2023.draft/0123456789ab":           {"saibei", "2023.draft"},
		"saibei/2023/0123456789ab":                 {},
		"saibei/2023":                              {},
		"saibei/2023.draft":                        {},
		"saibei/releases/2023/notes":               {},
		"saibei/other/2023/r2-0123456789ab":        {},
		"saibei/releases/2023/r02-0123456789ab":    {},
		".":                                        {},
	} {
		if area, place := editionOf(folder); place != want[1] || place != "" && area != want[0] {
			t.Errorf("%s: %q %q, want %q", folder, area, place, want)
		}
	}
}
