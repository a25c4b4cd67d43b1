package audit

import (
	"encoding/json"
	"fmt"
	"slices"

	"nianbao/internal/message"
	"nianbao/internal/publish"
)

// dataset holds the description of the dataset against the manifest: the files that it lists, and their digests.
func (j *judge) dataset(file []byte) error {
	var d struct {
		Version string `json:"version"`
		Files   []struct {
			Name   string `json:"name"`
			Size   string `json:"contentSize"`
			Digest string `json:"sha256"`
		} `json:"distribution"`
	}
	if err := json.Unmarshal(file, &d); err != nil {
		return message.Errorf("read json: %w", err)
	}
	if d.Version != j.Name() {
		j.disagree("version is %q, want %q", d.Version, j.Name())
	}
	listed := map[string]bool{}
	for _, f := range d.Files {
		listed[f.Name] = true
		i := slices.IndexFunc(j.manifest.Outputs, func(o publish.Digest) bool { return o.Name == f.Name })
		switch {
		case i < 0:
			j.disagree("%s is listed, and not published", f.Name)
		case j.manifest.Outputs[i].SHA256 != f.Digest || fmt.Sprintf("%d B", j.manifest.Outputs[i].Bytes) != f.Size:
			j.disagree("the listed %s is not the published one", f.Name)
		}
	}
	for _, o := range j.manifest.Outputs {
		if !listed[o.Name] && o.Name != j.name(kindDataset) && o.Name != j.name(kindPage) {
			j.disagree("%s is not listed", o.Name)
		}
	}
	return nil
}
