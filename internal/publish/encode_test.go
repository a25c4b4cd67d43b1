package publish

import (
	"bytes"
	"encoding/json"
	"maps"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"
)

func drawManifest(t *rapid.T) Manifest {
	text := rapid.String()
	tool := rapid.Custom(func(t *rapid.T) Tool { return Tool{text.Draw(t, "name"), text.Draw(t, "version")} })
	digest := rapid.Custom(func(t *rapid.T) Digest {
		return Digest{rapid.StringMatching(`[a-z]{1,3}`).Draw(t, "file"), rapid.Int64().Draw(t, "bytes"), text.Draw(t, "sum"), text.Draw(t, "media")}
	})
	digests := rapid.SliceOfN(digest, 0, 4)
	return Manifest{
		Format: 1, Program: tool.Draw(t, "program"), Area: text.Draw(t, "area"), Period: text.Draw(t, "period"),
		Languages: rapid.SliceOfN(text, 0, 2).Draw(t, "languages"), ReleaseDate: text.Draw(t, "date"), Status: text.Draw(t, "status"),
		Number: rapid.IntRange(1, 99).Draw(t, "number"), Release: text.Draw(t, "release"), Supersedes: text.Draw(t, "supersedes"),
		Outputs: digests.Draw(t, "outputs"), Inputs: digests.Draw(t, "inputs"), Content: text.Draw(t, "content"),
		Configuration: rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Setting {
			return Setting{text.Draw(t, "key"), text.Draw(t, "value")}
		}), 0, 3).Draw(t, "configuration"),
		Tools: rapid.SliceOfN(tool, 0, 2).Draw(t, "tools"),
		Figures: rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Figure {
			return Figure{
				text.Draw(t, "id"), text.Draw(t, "value"), rapid.Int().Draw(t, "mult"), text.Draw(t, "unit"), text.Draw(t, "status"),
				text.Draw(t, "qualifier"), text.Draw(t, "operator"),
			}
		}), 0, 3).Draw(t, "figures"),
		Texts: rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Text {
			return Text{text.Draw(t, "id"), rapid.MapOfN(text, text, 0, 3).Draw(t, "text")}
		}), 0, 3).Draw(t, "texts"),
		Findings: json.RawMessage(rapid.SampledFrom([]string{"[]", `[{"rule":"a","facts":[]},{}]`}).Draw(t, "findings")),
	}
}

// A manifest is written as its struct says, and read back as it was.
func TestEncode(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := drawManifest(t)
		data, err := m.encode()
		if err != nil {
			t.Fatal(err)
		}
		if !signed(data) {
			t.Fatalf("not signed:\n%s", data)
		}
		read := Manifest{}
		if err := json.Unmarshal(data, &read); err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(read, m, cmpopts.EquateEmpty(), cmpopts.IgnoreFields(Manifest{}, "Outputs", "Inputs", "Findings", "Checksum", "Texts")); d != "" {
			t.Fatal(d)
		}
		if len(read.Outputs) != len(m.Outputs) || len(read.Inputs) != len(m.Inputs) || len(read.Texts) != len(m.Texts) {
			t.Fatalf("%d outputs, %d inputs, %d texts", len(read.Outputs), len(read.Inputs), len(read.Texts))
		}
		for i, text := range m.Texts {
			if read.Texts[i].ID != text.ID || !maps.Equal(read.Texts[i].Text, text.Text) {
				t.Fatalf("text %v, want %v", read.Texts[i], text)
			}
		}
		var again bytes.Buffer
		enc := json.NewEncoder(&again)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		if err := enc.Encode(read); err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(again.String(), string(data)); d != "" {
			t.Fatal(d)
		}
	})
}

func TestEncodeRefuses(t *testing.T) {
	if _, err := (Manifest{Findings: json.RawMessage("[{")}).encode(); err == nil {
		t.Error("findings that are no JSON are written")
	}
}

// What is not as it was written is noticed, wherever it was changed.
func TestSigned(t *testing.T) {
	data, err := sample("one").manifest.encode()
	if err != nil {
		t.Fatal(err)
	}
	for i := range data {
		changed := bytes.Clone(data)
		changed[i] ^= 1
		if signed(changed) || signed(data[:i]) || i > 0 && signed(data[i:]) {
			t.Fatalf("a change of byte %d is not noticed", i)
		}
	}
	if !signed(data) {
		t.Error("a manifest is not as it was written")
	}
}
