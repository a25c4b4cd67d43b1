package workbook

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// expected lists the columns that readers look for, by their headers; they are present even if no row has a value for
// them.
var expected = regexp.MustCompile(`Rank |位次（|Growth|增速|Basis|Currency|币种|幣種|Baseline|基期|Implied|推算|` +
	`Note \(|注号（|注號（|Value|数值|數值|Unit|单位|單位|Scope|范围|範圍|Code|代码|代碼|Gap|差距|Share done|完成比例|So far|完成数|完成數`)

func blanks(w *written) []string {
	return perSheet(func(_ *written, s writtenSheet) []string {
		var faults []string
		for _, t := range s.tables {
			columns, rows := map[int]bool{}, map[int]bool{}
			for at := range s.cells {
				if at[1] > t.first[1] {
					columns[at[0]], rows[at[1]] = true, true
				}
			}
			for c := t.first[0]; c <= t.last[0]; c++ {
				// The tidy sheet always has the same columns, for programs that read it by position.
				header := s.cells[[2]int{c, t.first[1]}].text
				faults = append(faults, faultIf(human(s) && !columns[c] && !expected.MatchString(header), "column %q is blank", header)...)
			}
			for r := t.first[1] + 1; r <= t.last[1]; r++ {
				faults = append(faults, faultIf(!rows[r], "row %d is blank", r)...)
			}
		}
		return faults
	})(w)
}

func lead(_ *written, s writtenSheet) []string {
	if !human(s) {
		return nil
	}
	var above []string
	for at, c := range s.cells {
		if at[1] < s.header() {
			if at[0] != 1 {
				return []string{fmt.Sprintf("%q stands above the table, not in column A", c.text)}
			}
			above = append(above, c.text)
		}
	}
	all := strings.Join(above, "\n")
	says := func(words ...string) bool {
		return slices.ContainsFunc(words, func(word string) bool { return strings.Contains(all, word) })
	}
	faults := faultIf(!regexp.MustCompile(`contains (one table|[0-9]+ tables)|共有[0-9]+[张張]表`).MatchString(all), "it does not say how many tables there are")
	for _, name := range []string{"Cover", "封面", "Contents", "目录", "目錄", "Notes", "说明", "說明", "Codebook", "编码", "編碼"} {
		if strings.HasPrefix(s.name, name) {
			return faults
		}
	}
	faults = append(faults, faultIf(!says("A blank cell means", "空白单元格", "空白單元格"), "it does not say what a blank means")...)
	return append(faults, faultIf(!says("Source: ", "来源：", "來源："), "it does not name its source")...)
}

var (
	noteMark  = regexp.MustCompile(`\[note ([0-9, ]+)\]`)
	shortMark = regexp.MustCompile(`\[[a-z]\]`)
)

func typed(_ *written, _ writtenSheet, _ int, _ string, cells []writtenCell) []string {
	for _, c := range cells {
		if c.typed != cells[0].typed {
			return []string{fmt.Sprintf("%q is of type %s, %q of %s", c.text, c.typed, cells[0].text, cells[0].typed)}
		}
		if _, err := strconv.ParseFloat(c.text, 64); c.typed == "n" && err != nil {
			return []string{fmt.Sprintf("%q is no number", c.text)}
		}
	}
	return nil
}

func fillers(w *written) []string {
	var faults []string
	for _, f := range w.styles.Formats {
		faults = append(faults, faultIf(strings.ContainsAny(f.Code, "_*"), "the number format %q has a filler", f.Code)...)
	}
	return append(faults, faultIf(len(w.styles.Formats) == 0, "there are no number formats")...)
}

func noteMarks(w *written) []string {
	var faults []string
	known := map[string]bool{}
	for _, s := range w.sheets {
		for at, c := range s.cells {
			if strings.HasSuffix(s.name, "Notes") && at[0] == 2 {
				known[c.text] = true
			}
			vertical := w.styles.Fonts[w.styles.Cells[c.style].Font].Vertical != nil
			faults = append(faults, faultIf(c.rich || vertical, "%s: %q has formatting inside its cell", s.name, c.text)...)
		}
	}
	for _, s := range w.sheets {
		for _, c := range s.cells {
			for _, m := range noteMark.FindAllStringSubmatch(c.text, -1) {
				for _, n := range strings.Split(m[1], ", ") {
					faults = append(faults, faultIf(!known[n] && !strings.HasSuffix(s.name, "Codebook"), "%s: note %s is not on the sheet of notes", s.name, n)...)
				}
			}
		}
	}
	return faults
}

func shorthandExplained(w *written) []string {
	explained := map[string]bool{}
	for _, c := range w.sheets[len(w.sheets)-2].cells {
		explained[c.text] = true
	}
	return perSheet(func(_ *written, s writtenSheet) []string {
		for _, c := range s.cells {
			for _, m := range shortMark.FindAllString(c.text, -1) {
				if !explained[m] {
					return []string{m + " is not explained"}
				}
			}
			if c.typed == "n" && strings.ContainsAny(c.text, "[]") {
				return []string{c.text + " is in a number's cell"}
			}
		}
		return nil
	})(w)
}

func fonts(w *written, s writtenSheet) []string {
	var faults []string
	for at, c := range s.cells {
		format := w.styles.Cells[c.style]
		font := w.styles.Fonts[format.Font]
		faults = append(faults, faultIf(!slices.Contains([]string{"Microsoft YaHei", "Microsoft JhengHei", "Arial"}, font.Name.Val) || font.Size.Val < 12, "%q in %s, %v points", c.text, font.Name.Val, font.Size.Val)...)
		if titled := w.styles.name(c.style) == "Heading 1"; titled {
			faults = append(faults, faultIf(font.Size.Val < 14 || font.Size.Val > 16, "title of %v points", font.Size.Val)...)
		}
		faults = append(faults, faultIf(at[1] >= s.header() && c.typed == "s" && !yes(format.Align.Wrap), "%q does not wrap", c.text)...)
	}
	return faults
}

func contrast(w *written, s writtenSheet) []string {
	var faults []string
	for _, c := range s.XML.Conditional {
		for _, rule := range c.Rules { // bars repeat a number, tones the first sign of a text; an expression sets decimals
			faults = append(faults, faultIf(rule.Type != "dataBar" && rule.Type != "beginsWith" && rule.Type != "expression", "a meaning by colour")...)
		}
	}
	for _, c := range s.cells {
		format := w.styles.Cells[c.style]
		ground := w.styles.Fills[format.Fill].Color.RGB
		if ground == "" {
			ground = "FFFFFF"
		}
		a, b := luminance(w.styles.Fonts[format.Font].Color.RGB), luminance(ground)
		ratio := (max(a, b) + 0.05) / (min(a, b) + 0.05)
		faults = append(faults, faultIf(ratio < 4.5, "%q contrasts by %.1f", c.text, ratio)...)
	}
	return faults
}

var chartReference = regexp.MustCompile(`<c:f>([^<]*)</c:f>`)

func chartsExplained(w *written) []string {
	return perSheet(func(_ *written, s writtenSheet) []string {
		var faults []string
		for _, c := range s.charts {
			faults = append(faults, faultIf(len([]rune(c.alt)) < 20, "alternative text %q", c.alt)...)
			for _, m := range chartReference.FindAllStringSubmatch(c.data, -1) {
				named := regexp.MustCompile(`^'([^']*Charts|图表|圖表)'!`).MatchString(strings.ReplaceAll(m[1], "&#39;", "'"))
				faults = append(faults, faultIf(!named, "data at %s", m[1])...)
			}
			faults = append(faults, faultIf(strings.Count(c.data, "<a:t>") == 0, "no title")...)
		}
		return faults
	})(w)
}

func printed(w *written) []string {
	var faults []string
	for i, s := range w.sheets {
		p := s.XML.Page
		faults = append(faults, faultIf(p.Paper != 9 || p.Orientation != "landscape" || p.High == nil || *p.High != 0 || !yes(s.XML.Fit.On),
			"%s: page %+v", s.name, p)...)
		repeated := slices.ContainsFunc(w.names, func(d definedName) bool {
			return d.Name == "_xlnm.Print_Titles" && d.Local == i && strings.HasSuffix(d.Text, fmt.Sprintf("$%d:$%d", s.header(), s.header()))
		})
		faults = append(faults, faultIf(!repeated && len(s.tables) == 1, "%s: the header is not repeated", s.name)...)
	}
	return faults
}

// printedSize checks that text is legible when a sheet is scaled to the pages it declares. Column widths are in digits
// of the standard font, 6.75 points each.
func printedSize(_ *written, s writtenSheet) []string {
	const digit, font, least = 6.75, 12, 7
	if s.name == "data" || strings.HasSuffix(s.name, "Codebook") || strings.HasPrefix(s.name, "编码") || strings.HasPrefix(s.name, "編碼") {
		return nil // not printed
	}
	total := 0.0
	for _, c := range s.XML.Cols {
		total += float64(c.Max-c.Min+1) * c.Width
	}
	pages := 1.0
	if wide := s.XML.Page.Wide; wide != nil {
		pages = float64(*wide)
	}
	paper := 297/25.4*72 - 72*(s.XML.Margins.Left+s.XML.Margins.Right)
	first := s.width(1)
	points := font * min(1, paper/digit/((total-first)/pages+first))
	if pages == 1 {
		points = font * min(1, paper/digit/total)
	}
	return faultIf(points < least, "text is printed in %.1f points", points)
}
