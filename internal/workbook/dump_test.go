package workbook

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"nianbao/internal/xlsx"
)

// dump writes a plan as readable text, one line per cell.
func dump(p *xlsx.Book) string {
	var b strings.Builder
	about := p.Properties
	fmt.Fprintf(&b, "{title:%s creator:%s keywords:%s program:%s languages:%v}\n", about.Title, about.Creator, about.Keywords, about.Program, about.Languages)
	for _, s := range p.Sheets {
		l := s.Layout
		fmt.Fprintf(&b, "\nsheet %q, table %s, mark %q, foot %q\n", s.Name, s.Table.Name, s.Mark, s.Footer)
		for i, line := range append(append([]string{}, s.Titles...), l.Lines...) {
			fmt.Fprintf(&b, "A%d %s\n", i+1, line)
		}
		for _, c := range s.Charts {
			fmt.Fprintf(&b, "chart %s %q over rows %v: %s\n", c.Name, c.Titles, c.Series, c.Alt)
		}
		for i, c := range s.Table.Columns {
			fmt.Fprintf(&b, "%s head %s %q\n", cellName(i, l.Header), kindName(c.Kind), c.Header)
		}
		for i, row := range s.Table.Rows {
			for j, c := range row {
				if c.Kind != xlsx.Blank {
					fmt.Fprintf(&b, "%s %s\n", cellName(j, l.Header+1+i), dumpCell(s, c))
				}
			}
		}
	}
	return b.String()
}

func dumpCell(s xlsx.Sheet, c xlsx.Cell) string {
	link := ""
	if c.Link != "" {
		link = " -> " + c.Link
	}
	if c.Kind == xlsx.Text {
		return fmt.Sprintf("text %q%s", c.Text, link)
	}
	formula := ""
	if c.Formula != "" {
		formula = " = " + c.Formula
	}
	return fmt.Sprintf("%s %s as %s%s%s", kindName(c.Kind), c.Text, xlsx.NumberFormat(c.Kind, int(c.Decimals), s.Plain), formula, link)
}

func kindName(k xlsx.Kind) string {
	return [...]string{xlsx.Blank: "blank", xlsx.Text: "text", xlsx.Number: "number", xlsx.Date: "date", xlsx.Truth: "truth"}[k]
}

// cellName returns the name of the cell in a column, from 0, and a row, from 1.
func cellName(column, row int) string {
	name, err := excelize.CoordinatesToCellName(column+1, row)
	if err != nil {
		panic(err)
	}
	return name
}
