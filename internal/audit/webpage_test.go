package audit

import (
	"strings"
	"testing"
	"time"
)

// The texts of a page are those of the figures and sentences that they stand in.
func TestPrintedIn(t *testing.T) {
	parts, err := printedIn([]byte(`<p lang="en">a<b data-sentence="s">In <i>all</i> <data value="f">4<sup>2</sup><br></data>.</b> c <data value="g">7`))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range parts {
		got = append(got, p.Lang+" "+p.Sentence+p.Fact+": "+p.Text)
	}
	if got, want := strings.Join(got, "; "), "en s: In all 42.; en f: 42; en g: 7"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// A page that was made to keep the program busy is read in time, or refused.
func TestHostilePage(t *testing.T) {
	const many, deep = 80_000, "its elements stand in each other too deep"
	for name, c := range map[string]struct{ page, want string }{
		"elements in elements": {strings.Repeat("<b>", many) + strings.Repeat("</z>", many), deep},
		"figures in figures":   {strings.Repeat("<data value=x>", 200) + "x", deep},
		"texts in a figure":    {"<data value=x>" + strings.Repeat("aaaa<i></i>", many), ""},
	} {
		start, got := time.Now(), ""
		if _, err := printedIn([]byte(c.page)); err != nil {
			got = err.Error()
		}
		if took := time.Since(start); got != c.want || took > 3*time.Second {
			t.Errorf("%s: %q after %v, want %q", name, got, took, c.want)
		}
	}
}
