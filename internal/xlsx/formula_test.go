package xlsx

import (
	"strings"
	"testing"
)

func TestResolveFails(t *testing.T) {
	for _, formula := range []string{"{nowhere!column.code}", "{t!column.none}", "{t!column.code#7}"} {
		p := Book{Live: true, Sheets: []Sheet{{Name: "s", Tables: []Table{{
			Name: "t", Columns: []Column{{Key: "column.code", Header: "h", Kind: Number}}, Rows: [][]Cell{{{Kind: Number, Text: "1", Formula: formula}}},
		}}}}}
		if err := p.Arrange(); err == nil || !strings.Contains(err.Error(), formula) {
			t.Errorf("%s: %v", formula, err)
		}
	}
}
