package tidy

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"nianbao/internal/edition"
	"nianbao/internal/golden"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

// docs/data.md lists every column of every file, as the data package describes it.
func TestDocumentation(t *testing.T) {
	const path, mark = "../../docs/data.md", "-update`. -->\n"
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	head, _, ok := strings.Cut(string(text), mark)
	if !ok {
		t.Fatalf("%s has no %q", path, mark)
	}
	w, err := locale.For(stat.En, stat.Units())
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	out.WriteString(head + mark)
	m := &maker{Edition: &edition.Edition{}, zh: w, en: w}
	for _, table := range append([]Table{dataTable(nil)}, m.all()...) {
		fmt.Fprintf(&out, "\n### `PREFIX-%s.csv`\n\n%s. The key is `%s`.\n\n| column | type | meaning |\n| --- | --- | --- |\n", table.Kind, w.Phrase("table."+table.Kind), table.Key)
		for _, c := range table.Columns {
			kind := c.Type
			if c.Codes != "" {
				kind = "code of `" + c.Codes + "`"
			}
			fmt.Fprintf(&out, "| `%s` | %s | %s |\n", c.Name, kind, strings.ReplaceAll(w.Phrase("field."+c.Name), "|", `\|`))
		}
	}
	golden.CheckFile(t, path, out.String())
	for _, list := range append(codeLists(), "unit", "area", "scope", "theme", "source") {
		if !strings.Contains(head, "`"+list+"`") {
			t.Errorf("%s does not say which columns have codes of %s", path, list)
		}
	}
	for _, column := range slices.Concat(sdmxColumns(), []string{"edition", "release", "released", "revised", "derived"}) {
		if !strings.Contains(head, "`"+column+"`") {
			t.Errorf("%s does not explain %s", path, column)
		}
	}
}
