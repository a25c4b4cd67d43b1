package publish

import (
	"bytes"
	"encoding/json"
	"reflect"
	"testing"

	"nianbao/internal/prettyjson"

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
		sortByName(m.Outputs)
		sortByName(m.Inputs)
		if d := cmp.Diff(read, m, cmpopts.EquateEmpty(), cmpopts.IgnoreFields(Manifest{}, "Findings", "Checksum")); d != "" {
			t.Fatal(d)
		}
		var again bytes.Buffer
		if err := prettyjson.Encode(&again, read); err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(again.String(), string(data)); d != "" {
			t.Fatal(d)
		}
	})
}

// fill gives every field of a value something that is not zero.
func fill(t *testing.T, v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		v.SetString("x")
	case reflect.Int, reflect.Int64:
		v.SetInt(7)
	case reflect.Struct:
		for i := range v.NumField() {
			fill(t, v.Field(i))
		}
	case reflect.Slice:
		if v.Type() == reflect.TypeFor[json.RawMessage]() {
			v.SetBytes([]byte(`["x"]`))
			return
		}
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		fill(t, v.Index(0))
	case reflect.Map:
		key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
		fill(t, key)
		fill(t, value)
		v.Set(reflect.MakeMap(v.Type()))
		v.SetMapIndex(key, value)
	default:
		t.Fatalf("no value for a %s", v.Type())
	}
}

// Whatever field the manifest has, its writer knows.
func TestEncodeForgetsNoField(t *testing.T) {
	var m, read Manifest
	fill(t, reflect.ValueOf(&m).Elem())
	data, err := m.encode()
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &read); err != nil {
		t.Fatal(err)
	}
	var compact bytes.Buffer // the findings are written with more indent
	if err := json.Compact(&compact, read.Findings); err != nil {
		t.Fatal(err)
	}
	read.Findings = compact.Bytes()
	if len(read.Checksum) != 64 {
		t.Errorf("checksum %q", read.Checksum)
	}
	if d := cmp.Diff(read, m, cmpopts.IgnoreFields(Manifest{}, "Checksum")); d != "" {
		t.Error(d)
	}
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
