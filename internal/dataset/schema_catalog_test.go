package dataset

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"nianbao/internal/catalog"
	"nianbao/internal/golden"
)

// TestSchemasProposeTheCatalogue keeps the codes that editors propose in step with the catalogue. They are listed as
// properties, which editors show with their descriptions; any other code is allowed beside them.
func TestSchemasProposeTheCatalogue(t *testing.T) {
	for _, c := range []struct{ schema, key, def string }{
		{"period", "observations", "observation"}, {"period", "targets", "indicatorTargets"}, {"indicators", "indicators", "indicator"},
	} {
		path := "../../config/schema/" + c.schema + ".schema.json"
		text := readText(t, path)
		begin := strings.Index(text, fmt.Sprintf("\n    %q: {\n", c.key))
		head, rest := text[:begin], text[begin:]
		const from, to = "\n      \"properties\": {\n", "\n      },\n      \"additionalProperties\""
		before, rest, ok := strings.Cut(rest, from)
		_, after, closed := strings.Cut(rest, to)
		if begin < 0 || !ok || !closed {
			t.Fatalf("%s: %s has no properties before additionalProperties", path, c.key)
		}
		var lines []string
		for _, e := range catalog.All() {
			words, err := json.Marshal(e.Name.Hans + " " + e.Name.En)
			if err != nil {
				t.Fatal(err)
			}
			lines = append(lines, fmt.Sprintf(`        %q: { "description": %s, "$ref": "#/$defs/%s" }`, e.Code, words, c.def))
		}
		golden.CheckFile(t, path, head+before+from+strings.Join(lines, ",\n")+to+after)
	}
}
