package xlsx

import (
	"encoding/xml"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// Escaped text is read back unchanged by a parser, in an element and in an attribute.
func TestAppendXML(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		want := rapid.StringMatching(`[a-z &<>"'\t\n\r，项𠮷;#_-]{0,40}`).Draw(r, "text")
		out := append([]byte(`<a b="`), appendXML(nil, want)...)
		out = append(appendXML(append(out, `">`...), want), `</a>`...)
		var got struct {
			Attr string `xml:"b,attr"`
			Text string `xml:",chardata"`
		}
		if err := xml.Unmarshal(out, &got); err != nil || got.Attr != want || got.Text != want {
			r.Fatalf("%q became %+v, %v", want, got, err)
		}
	})
}

// Texts are held once; blanks at their ends are kept.
func TestSharedTexts(t *testing.T) {
	list := newSharedTexts()
	for i, s := range []string{"a", " b", "a", "c\n", "_x0041_", "a"} {
		if got, err := list.number(s); got != []int{0, 1, 0, 2, 3, 0}[i] || err != nil {
			t.Errorf("%q is text %d, %v", s, got, err)
		}
	}
	want := `count="6" uniqueCount="4"><si><t>a</t></si><si><t xml:space="preserve"> b</t></si><si><t xml:space="preserve">c&#10;</t></si>` +
		`<si><t>_x005F_x0041_</t></si></sst>`
	if got := string(list.part()); !strings.HasSuffix(got, want) {
		t.Errorf("%s\nwant at its end %s", got, want)
	}
}
