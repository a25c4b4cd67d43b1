package audit

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"nianbao/internal/publish"
)

// JSON that two readers can read in two ways is found.
func TestStrict(t *testing.T) {
	for data, right := range map[string]bool{
		`{"a": 1, "b": [{"a": 1}, {"a": 2}], "c": {"a": {}, "b": []}, "": 1}`: true,
		`{"obs_value": 41.06, "text": "41.06", "list": ["41.06"]}`:            true,
		`{"obs_value": null}`:             true,
		`{"a": 1, "a": 1}`:                false,
		`{"a": {"b": 1}, "A": 1}`:         false,
		`[{"x": {"": 1, "": 2}}]`:         false,
		`{"masſ": 1, "mass": 2}`:          false,
		`{"\u0061": 1, "a": 2}`:           false,
		`{"f": [{"obs_value": "41.06"}]}`: false,
		`{"OBS_VALUE": "41.06"}`:          false,
	} {
		if _, err := readStrict([]byte(data), numberMembers); (err == nil) != right {
			t.Errorf("%s: %v", data, err)
		}
	}
}

// A document that is no object is none.
func TestNoObject(t *testing.T) {
	if _, err := readDocument([]byte("null")); err == nil {
		t.Error("null: want an error")
	}
}

// A manifest whose checksum fits, and that has a member twice, is no sound one.
func TestManifestTwice(t *testing.T) {
	dir := released(t, job(t, "NIANBAO_FORMATS=csv")).Release.Dir
	name := filepath.Join(dir, publish.ManifestName)
	edit(t, name, `"period": "2024",`, `"PERIOD": "2023", "period": "2024",`)
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	checksum := regexp.MustCompile(`"checksum": "[0-9a-f]{64}"`)
	bare := checksum.ReplaceAll(data, []byte(`"checksum": ""`))
	sum := sha256.Sum256(bare)
	data = checksum.ReplaceAll(data, []byte(`"checksum": "`+hex.EncodeToString(sum[:])+`"`))
	if err := os.WriteFile(name, data, 0o644); err != nil {
		t.Fatal(err)
	}
	finds(t, verified(t, dir), publish.ManifestName, `two members "period"`)
}
