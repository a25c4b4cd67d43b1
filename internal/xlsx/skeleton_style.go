package xlsx

import (
	"strings"

	"github.com/xuri/excelize/v2"

	"nianbao/internal/message"
)

// setFont makes the font of the sheets the standard one: column widths are measured in its digits.
func (b *skeletonBuilder) setFont() {
	b.do(b.file.SetDefaultFont(b.face))
	if fonts := b.file.Styles.Fonts; b.err == nil && fonts != nil && len(fonts.Font) > 0 {
		size := float64(fontSize)
		fonts.Font[0].Sz.Val = &size
	}
}

// addHeading adds the named cell style "Heading 1" (ECMA-376, 18.8.7: built-in style 16), by which screen readers find
// titles. The library has no call for named styles.
func (b *skeletonBuilder) addHeading() {
	const builtIn = 16
	styles := b.file.Styles
	if b.err != nil || styles.CellStyles == nil || styles.CellStyleXfs == nil || len(styles.CellStyles.CellStyle) == 0 || len(styles.CellStyleXfs.Xf) == 0 {
		b.do(message.Errorf("the library's new workbook has no named styles to add to"))
		return
	}
	title, err := b.file.NewStyle(styleOf(titleRole).format(b.face))
	b.do(err)
	if b.err != nil {
		return
	}
	master := styles.CellXfs.Xf[title]
	master.XfID = nil
	styles.CellStyleXfs.Xf = append(styles.CellStyleXfs.Xf, master)
	styles.CellStyleXfs.Count = len(styles.CellStyleXfs.Xf)
	heading, number := *styles.CellStyles.CellStyle[0], builtIn
	heading.Name, heading.BuiltInID, heading.XfID = "Heading 1", &number, len(styles.CellStyleXfs.Xf)-1
	styles.CellStyles.CellStyle = append(styles.CellStyles.CellStyle, &heading)
	styles.CellStyles.Count = len(styles.CellStyles.CellStyle)
	b.heading = heading.XfID
}

// addLooks assigns each style the number that cells use. The library numbers formats, which several styles can share.
func (b *skeletonBuilder) addLooks(list []style) {
	var ids []int
	for _, s := range list {
		id, err := b.file.NewStyle(s.format(b.face))
		b.do(err)
		ids = append(ids, id)
	}
	if b.err != nil {
		return
	}
	formats := b.file.Styles.CellXfs
	made := formats.Xf
	formats.Xf = made[:1:1] // of cells without a style
	for i, id := range ids {
		format := made[id]
		if r := list[i].role; r == titleRole || r == subtitleRole {
			format.XfID = &b.heading
		}
		formats.Xf = append(formats.Xf, format)
	}
	formats.Count = len(formats.Xf)
}

// addTones adds the fill of each tone, numbered from 0 in order of the tones, for cells whose tone follows their text; then
// the number format of numbers that were edited.
func (b *skeletonBuilder) addTones() {
	colors := fills()
	for _, color := range colors[1:] {
		_, err := b.file.NewConditionalStyle(&excelize.Style{Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{color}}})
		b.do(err)
	}
	edited := "#,##0.0" + strings.Repeat("#", 14)
	_, err := b.file.NewConditionalStyle(&excelize.Style{CustomNumFmt: &edited})
	b.do(err)
}
