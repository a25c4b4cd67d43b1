package prettyjson

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// encode is what encoding/json gives.
func encode(t *testing.T, v any) []byte {
	t.Helper()
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(v); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func FuzzAppendText(f *testing.F) {
	for _, text := range []string{
		"", "a", "民政", `"\/`, "\x00\b\f\n\r\t\x1f\x7f", "<&>", "\u2027\u2028\u2029\u202a", "\ufffd", "a\xffb", "\xe4\xb8", "𠮷\xf0\xa0",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if d := cmp.Diff(string(encode(t, text)), string(appendText(nil, text))+"\n"); d != "" {
			t.Error(d)
		}
	})
}

// node is an object that has one member of each kind.
type node struct {
	Text   string          `json:"text"`
	Some   string          `json:"some,omitempty"`
	Int    int             `json:"int"`
	More   int             `json:"more,omitempty"`
	Digits json.Number     `json:"digits"`
	Bool   bool            `json:"bool"`
	True   bool            `json:"true,omitempty"`
	Null   *int            `json:"null"`
	Texts  []string        `json:"texts"`
	Value  json.RawMessage `json:"value"`
	Nodes  []node          `json:"nodes"`
	Object map[string]node `json:"object"`
}

func draw(t *rapid.T, depth int) node {
	text := rapid.OneOf(rapid.String(), rapid.StringN(0, 1, -1), rapid.Just("中文 “引” \u2028"))
	n := node{
		Text: text.Draw(t, "text"), Some: text.Draw(t, "some"), Int: rapid.Int().Draw(t, "int"), More: rapid.IntRange(-1, 1).Draw(t, "more"),
		Digits: json.Number(rapid.StringMatching(`-?[1-9][0-9]{0,30}(\.[0-9]{1,9})?`).Draw(t, "digits")),
		Bool:   rapid.Bool().Draw(t, "bool"), True: rapid.Bool().Draw(t, "true"), Texts: rapid.SliceOfN(text, 0, 3).Draw(t, "texts"),
		Value: json.RawMessage(rapid.SampledFrom([]string{`[]`, `{}`, ` [ 1,{"a" :[ ]} ] `, `"<\u003c"`, `null`}).Draw(t, "value")),
		Nodes: []node{}, Object: map[string]node{},
	}
	for range rapid.IntRange(0, depth).Draw(t, "nodes") {
		n.Nodes = append(n.Nodes, draw(t, depth-1))
	}
	if depth > 0 && rapid.Bool().Draw(t, "has object") {
		n.Object["the <one>"] = draw(t, depth-1)
	}
	return n
}

func (n node) write(t *rapid.T, w *Writer) {
	w.Text("text", n.Text)
	w.SomeText("some", n.Some)
	w.Int("int", n.Int)
	w.SomeInt("more", n.More)
	w.Digits("digits", n.Digits.String())
	w.Bool("bool", n.Bool)
	w.True("true", n.True)
	w.Null("null")
	w.Texts("texts", n.Texts)
	if err := w.Value("value", n.Value); err != nil {
		t.Fatal(err)
	}
	Objects(w, "nodes", n.Nodes, func(inner node) { inner.write(t, w) })
	w.Object("object")
	for name, inner := range n.Object {
		w.Object(name)
		inner.write(t, w)
		w.End()
	}
	w.End()
}

// Whatever is written is what encoding/json writes.
func TestWriter(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		n := draw(r, 3)
		w := New(0)
		n.write(r, w)
		if d := cmp.Diff(string(encode(t, n)), string(w.Bytes())); d != "" {
			r.Fatal(d)
		}
	})
}

func TestValueRefuses(t *testing.T) {
	w := New(0)
	if err := w.Value("x", []byte(`[1,`)); err == nil {
		t.Error("half a list is taken for JSON")
	}
	if got := string(w.Bytes()); got != "{}\n" {
		t.Errorf("%q was written", got)
	}
}
