package canonjson

import (
	"strings"
	"testing"
)

func TestTransform(t *testing.T) {
	for in, want := range map[string]string{
		`{ "b": 1, "a": [true, null, -20] }`:            `{"a":[true,null,-20],"b":1}`,
		"\"<&>\\u00e9\\u4e2d\\ud87e\\udc00\"":           `"<&>é中` + "\U0002f800" + `"`,
		`"\u2028\u2029\\u2028\\\u2028"`:                 "\"\u2028\u2029\\\\u2028\\\\\u2028\"",
		`"\u0000\u001f\b\f\n\r\t\"\\\/"`:                `"\u0000\u001f\b\f\n\r\t\"\\/"`,
		`{"z":{"y":{"x":{}}},"list":[{"b":0,"a":"1"}]}`: `{"list":[{"a":"1","b":0}],"z":{"y":{"x":{}}}}`,
	} {
		got, err := Transform([]byte(in))
		if err != nil || string(got) != want {
			t.Errorf("%s: %s, %v; want %s", in, got, err, want)
		}
		if again, err := Transform(got); err != nil || string(again) != want {
			t.Errorf("%s: transformed again: %s, %v", in, again, err)
		}
	}
}

func TestTransformFails(t *testing.T) {
	for in, want := range map[string]string{
		`{"a":1.5}`:                "number 1.5",
		`[[1e3]]`:                  "number 1e3",
		`[1234567890123456]`:       "at most 15 digits",
		`[-0]`:                     "number -0",
		`{} {}`:                    "follows",
		`{"a":`:                    "unexpected EOF",
		strings.Repeat("[", 20000): "depth",
	} {
		if got, err := Transform([]byte(in)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.40s: %s, %v; want an error with %q", in, got, err, want)
		}
	}
}
