package publish

import (
	"bytes"
	"encoding/json"
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// fill gives every field of a value something that is not zero.
func fill(t *testing.T, v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		v.SetString("x")
	case reflect.Int, reflect.Int64:
		v.SetInt(7)
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				fill(t, v.Field(i))
			}
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

// A manifest is read back as it was.
func TestEncode(t *testing.T) {
	var m Manifest
	fill(t, reflect.ValueOf(&m).Elem())
	m.Format = Format
	m.Content = json.RawMessage(`{"facts":[{"fact_id":"a","obs_value":"1","unit_mult":0,"unit_measure":"u","obs_status":"A","operator":"equal"}],"sentences":[{"id":"s","template":{"en":"x"}}]}`)
	data, err := m.encode()
	if err != nil {
		t.Fatal(err)
	}
	read, err := ReadManifest(data)
	if err != nil {
		t.Fatal(err)
	}
	for _, list := range []*json.RawMessage{&read.Findings, &read.Content, &read.Later} { // they are written with white space
		var compact bytes.Buffer
		if err := json.Compact(&compact, *list); err != nil {
			t.Fatal(err)
		}
		*list = compact.Bytes()
	}
	if len(read.Checksum) != 64 {
		t.Errorf("checksum %q", read.Checksum)
	}
	if d := cmp.Diff(m, read, cmpopts.IgnoreFields(Manifest{}, "Checksum"), cmpopts.IgnoreUnexported(Manifest{})); d != "" {
		t.Error(d)
	}
	want := Said{[]Figure{{ID: "a", Value: "1", Unit: "u", Status: "A", Operator: "equal"}}, []Text{{"s", map[string]string{"en": "x"}}}}
	if said, err := read.Said(); err != nil || cmp.Diff(want, said) != "" {
		t.Errorf("%v: %s", err, cmp.Diff(want, said))
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
