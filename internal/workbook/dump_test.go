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
		fmt.Fprintf(&b, "\nsheet %q, mark %q, foot %q\n", s.Name, s.Mark, s.Footer)
		for i, line := range append(append([]string{}, s.Titles...), l.Lines...) {
			fmt.Fprintf(&b, "A%d %s\n", i+1, line)
		}
		for i, c := range s.Charts {
			fmt.Fprintf(&b, "chart %s at row %d %q of %s %s %v: %s\n", c.Name, l.Charts[i], c.Titles, c.Table, c.Item, c.Series, c.Alt)
		}
		for n, table := range s.Tables {
			header := l.Tables[n].Header
			fmt.Fprintf(&b, "table %s\n", table.Name)
			for i, c := range table.Columns {
				fmt.Fprintf(&b, "%s head %s %q\n", cellName(i, header), kindName(c.Kind), c.Header)
			}
			for i, row := range table.Rows {
				for j, c := range row {
					if c.Kind != xlsx.Blank || c.Formula != "" {
						fmt.Fprintf(&b, "%s %s\n", cellName(j, header+1+i), dumpCell(s, c))
					}
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
	formula := ""
	if c.Formula != "" {
		formula = " = " + c.Formula
	}
	if c.Kind == xlsx.Text {
		return fmt.Sprintf("text %q%s%s", c.Text, link, formula)
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
