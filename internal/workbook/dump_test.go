package workbook

import (
	"fmt"
	"strings"
)

// dump writes a plan so that people can read it: a line for each cell.
func dump(p plan) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%+v\n", p.properties)
	for _, s := range p.sheets {
		l := arrange(s)
		fmt.Fprintf(&b, "\nsheet %q, table %s, mark %q, foot %q\n", s.name, s.table.name, s.mark, s.footer)
		for i, line := range append(append([]string{}, s.titles...), l.lines...) {
			fmt.Fprintf(&b, "A%d %s\n", i+1, line)
		}
		for _, c := range s.charts {
			fmt.Fprintf(&b, "chart %s %q over rows %v: %s\n", c.name, c.titles, c.series, c.alt)
		}
		for i, c := range s.table.columns {
			fmt.Fprintf(&b, "%s head %s %q\n", cellName(i, l.header), c.kind, c.header)
		}
		for i, row := range s.table.rows {
			for j, c := range row {
				if c.kind != blank {
					fmt.Fprintf(&b, "%s %s\n", cellName(j, l.header+1+i), dumpCell(s, c))
				}
			}
		}
	}
	return b.String()
}

func dumpCell(s sheet, c cell) string {
	link := ""
	if c.link != "" {
		link = " -> " + c.link
	}
	if c.kind == text {
		return fmt.Sprintf("text %q%s", c.text, link)
	}
	formula := ""
	if c.formula != "" {
		formula = " = " + c.formula
	}
	return fmt.Sprintf("%s %s as %s%s%s", c.kind, c.text, style{kind: c.kind, decimals: int(c.decimals), plain: s.plain}.pattern(), formula, link)
}

func (k kind) String() string {
	return [...]string{blank: "blank", text: "text", number: "number", date: "date", truth: "truth"}[k]
}
