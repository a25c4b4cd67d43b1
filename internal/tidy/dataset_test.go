package tidy

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
	"time"

	"nianbao/internal/dataset"
	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

// A description names what it describes in every language, lists the files, and leads to addresses of https alone.
func TestDescribeDataset(t *testing.T) {
	d, _, err := dataset.Load(os.DirFS("../../config/areas"), "example")
	if err != nil {
		t.Fatal(err)
	}
	d.Area.Sources[0].URL, d.Area.Sources[1].URL = "https://example.org/a", "javascript:alert(1)"
	e, err := edition.Build(d, stat.Through(2024, 9), edition.Options{Langs: []stat.Lang{stat.Hans, stat.En}})
	if err != nil {
		t.Fatal(err)
	}
	var words []*locale.Words
	for _, l := range e.Langs {
		w, err := locale.For(l, d.Units)
		if err != nil {
			t.Fatal(err)
		}
		words = append(words, w)
	}
	files := []PublishedFile{{Name: "年报.csv", Media: "text/csv", Bytes: 12, SHA256: "ab"}}
	data, err := DescribeDataset(e, files, words, PackageOptions{Created: time.Date(2024, 10, 20, 0, 0, 0, 0, time.UTC), Version: "r1"})
	if err != nil {
		t.Fatal(err)
	}
	var got Dataset
	if err := json.Unmarshal(data, &got); err != nil {
		t.Fatal(err)
	}
	switch {
	case got.Type != "Dataset" || got.ID != "example-2024-q3" || got.Days != "2024-01-01/2024-09-30" || got.Published != "2024-10-20" || got.Version != "r1":
		t.Errorf("described as %+v", got)
	case len(got.Name) != 2 || got.Name[1].Lang != stat.En || !strings.Contains(got.Name[1].Words, "Example District"):
		t.Errorf("name %v", got.Name)
	case !strings.Contains(got.About[1].Words, "fictitious"):
		t.Errorf("invented data are described as %q", got.About[1].Words)
	case len(got.Files) != 1 || got.Files[0].URL != "%E5%B9%B4%E6%8A%A5.csv" || got.Files[0].Size != "12 B" || got.Files[0].Digest != "ab":
		t.Errorf("files %+v", got.Files)
	case got.Sources[0].URL != "https://example.org/a" || got.Sources[1].URL != "":
		t.Errorf("sources %+v", got.Sources)
	case len(got.Measured) != len(e.Indicators()) || len(got.Measured[0].Name) != 2 || got.Licence == nil:
		t.Errorf("%d indicators, licence %v", len(got.Measured), got.Licence)
	}
}
