package workbook

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// guidance is one rule of docs/workbook.md, by its number there.
type guidance struct {
	number    int
	says      string
	published bool // holds for published workbooks only
	faults    func(*written) []string
}

// perSheet applies a check to every sheet and names the sheet in what it finds.
func perSheet(check func(*written, writtenSheet) []string) func(*written) []string {
	return func(w *written) []string {
		var faults []string
		for _, s := range w.sheets {
			for _, f := range check(w, s) {
				faults = append(faults, s.name+": "+f)
			}
		}
		return faults
	}
}

// perColumn applies a check to every column of every table with its cells.
func perColumn(check func(w *written, s writtenSheet, column int, header string, cells []writtenCell) []string) func(*written) []string {
	return perSheet(func(w *written, s writtenSheet) []string {
		var faults []string
		for _, t := range s.tables {
			for c := t.first[0]; c <= t.last[0]; c++ {
				var cells []writtenCell
				for r := t.first[1] + 1; r <= t.last[1]; r++ {
					if cell, ok := s.cells[[2]int{c, r}]; ok {
						cells = append(cells, cell)
					}
				}
				header := s.cells[[2]int{c, t.first[1]}].text
				for _, f := range check(w, s, c, header, cells) {
					faults = append(faults, fmt.Sprintf("column %q: %s", header, f))
				}
			}
		}
		return faults
	})
}

func human(s writtenSheet) bool { return s.name != "data" }

func faultIf(bad bool, format string, args ...any) []string {
	if bad {
		return []string{fmt.Sprintf(format, args...)}
	}
	return nil
}

// header is the header row of a sheet's table, even if the table has no rows and is therefore absent.
func (s writtenSheet) header() int {
	if len(s.tables) > 0 {
		return s.tables[0].first[1]
	}
	return s.rows
}

func guidanceRules() []guidance {
	return []guidance{
		{1, "cover, contents, notes and codebook", false, func(w *written) []string {
			var faults []string
			for i, word := range map[int]string{0: "Cover", 1: "Contents", len(w.sheets) - 3: "Notes", len(w.sheets) - 2: "Codebook", len(w.sheets) - 1: "data"} {
				faults = append(faults, faultIf(!strings.HasSuffix(w.sheets[i].name, word), "sheet %d is %q, want %s", i+1, w.sheets[i].name, word)...)
			}
			return faults
		}},
		{2, "the contents link to A1 of every sheet", false, func(w *written) []string {
			var faults []string
			for _, s := range w.sheets[2:] {
				linked := slices.ContainsFunc(w.sheets[1].XML.Links, func(l writtenLink) bool { return l.Location == "'"+s.name+"'!A1" })
				faults = append(faults, faultIf(!linked, "no link to %q", s.name)...)
			}
			return faults
		}},
		{3, "one named table on a sheet", false, func(w *written) []string {
			seen := map[string]bool{}
			return perSheet(func(_ *written, s writtenSheet) []string {
				faults := faultIf(len(s.tables) > 1 || len(s.tables) == 0 && !s.empty(), "%d tables", len(s.tables))
				for _, t := range s.tables {
					faults = append(faults, faultIf(seen[t.Name] || !regexp.MustCompile(`^[a-z]+$`).MatchString(t.Name), "table name %q", t.Name)...)
					seen[t.Name] = true
				}
				return faults
			})(w)
		}},
		{4, "one header row, its cells unique and not empty", false, perSheet(func(_ *written, s writtenSheet) []string {
			var faults []string
			for _, t := range s.tables {
				seen := map[string]bool{"": true}
				for i, c := range t.Columns {
					cell := s.cells[[2]int{t.first[0] + i, t.first[1]}].text
					faults = append(faults, faultIf(seen[cell] || cell != c.Name, "header %q of column %q", cell, c.Name)...)
					seen[cell] = true
				}
				faults = append(faults, faultIf(len(t.Columns) != t.last[0]-t.first[0]+1, "%d headers", len(t.Columns))...)
			}
			return faults
		})},
		{5, "tables begin in column A", false, perSheet(func(_ *written, s writtenSheet) []string {
			return faultIf(slices.ContainsFunc(s.tables, func(t writtenTable) bool { return t.first[0] != 1 }), "a table further right")
		})},
		{6, "no merged cells", false, perSheet(func(_ *written, s writtenSheet) []string {
			return faultIf(len(s.XML.Merged) > 0, "%d merged ranges", len(s.XML.Merged))
		})},
		{7, "no blank rows or columns in a table", false, blanks},
		{8, "nothing is hidden", false, perSheet(func(_ *written, s writtenSheet) []string {
			faults := faultIf(s.state != "" && s.state != "visible", "the sheet is %s", s.state)
			for _, r := range s.XML.Rows {
				faults = append(faults, faultIf(yes(r.Hidden), "row %d", r.R)...)
			}
			for _, c := range s.XML.Cols {
				faults = append(faults, faultIf(yes(c.Hidden) || c.Width == 0, "column %d", c.Min)...)
			}
			return faults
		})},
		{9, "A1 is the title, in the style Heading 1", false, perSheet(func(w *written, s writtenSheet) []string {
			title := s.cells[[2]int{1, 1}]
			return faultIf(human(s) && (title.text == "" || w.styles.name(title.style) != "Heading 1"), "A1 is %q in style %q", title.text, w.styles.name(title.style))
		})},
		{10, "between title and table, in column A: tables, blanks, notes, source", false, perSheet(lead)},
		{11, "no superscripts; every note mark has its note", false, noteMarks},
		{12, "shorthand is explained, and never in a number's cell", false, shorthandExplained},
		{13, "units stand in round brackets in the header", false, perColumn(func(_ *written, s writtenSheet, _ int, header string, cells []writtenCell) []string {
			numeric := human(s) && slices.ContainsFunc(cells, func(c writtenCell) bool { return c.typed == "n" })
			dated := strings.Contains(header, "日期") || strings.Contains(header, "Date")
			return faultIf(numeric && !dated && !strings.ContainsAny(header, "(（"), "no unit")
		})},
		{14, "wrapped text in a sans of 12 points or more, titles of 14 to 16", false, perSheet(fonts)},
		{15, "numbers and dates stand right, text left", false, perColumn(func(w *written, _ writtenSheet, _ int, _ string, cells []writtenCell) []string {
			for _, c := range cells {
				if side := w.styles.Cells[c.style].Align.Side; (c.typed == "n") != (side == "right") {
					return []string{fmt.Sprintf("%q stands %s", c.text, side)}
				}
			}
			return nil
		})},
		{16, "colour is never the only sign, and contrasts by 4.5 to 1", false, perSheet(contrast)},
		{17, "charts have alternative text, and their data in the table beside them", false, chartsExplained},
		{18, "title, author, keywords and language", false, func(w *written) []string {
			return append(faultIf(w.core.Title == "" || w.core.Creator == "" || w.core.Keywords == "", "properties %+v", w.core),
				faultIf(!regexp.MustCompile(`^[a-z]{2}(-[A-Z][a-z]{3})?$`).MatchString(w.core.Language), "language %q, not one tag", w.core.Language)...)
		}},
		{19, "the cursor is in A1 of every sheet, and the first sheet is open", false, func(w *written) []string {
			return append(faultIf(w.active != 0, "sheet %d is open", w.active+1), perSheet(func(_ *written, s writtenSheet) []string {
				for _, v := range s.XML.Views {
					for _, sel := range v.Selections {
						if sel.Active != "A1" {
							return []string{"the cursor is in " + sel.Active}
						}
					}
				}
				return nil
			})(w)...)
		}},
		{20, "sheet names are short and stable", false, perSheet(func(_ *written, s writtenSheet) []string {
			return faultIf(!stableName(s.name), "the name is not a documented one")
		})},
		{22, "one type in a column, numbers as numbers, and formats without fillers", false, func(w *written) []string {
			return append(perColumn(typed)(w), fillers(w)...)
		}},
		{23, "the tidy sheet has its header in row 1 and nothing else", false, perSheet(func(_ *written, s writtenSheet) []string {
			return faultIf(!human(s) && (len(s.tables) != 1 || s.tables[0].first != [2]int{1, 1} || s.tables[0].last[1] != s.rows || len(s.charts) > 0), "it is not its table alone")
		})},
		{24, "A4 landscape, one page wide, header repeated, pages numbered", false, printed},
		{25, "columns are wide enough for every number", false, perColumn(func(_ *written, s writtenSheet, column int, _ string, cells []writtenCell) []string {
			for _, c := range cells {
				if c.typed == "n" && float64(len(c.text)) > s.width(column) {
					return []string{fmt.Sprintf("%s in a width of %v", c.text, s.width(column))}
				}
			}
			return nil
		})},
		{29, "text is printed in 7 points or more", false, perSheet(printedSize)},
		{26, "values only", true, perColumn(func(_ *written, _ writtenSheet, _ int, _ string, cells []writtenCell) []string {
			return faultIf(slices.ContainsFunc(cells, func(c writtenCell) bool { return c.formula }), "a formula")
		})},
		{27, "no filters", true, perSheet(func(_ *written, s writtenSheet) []string {
			return faultIf(s.XML.Filter != nil || slices.ContainsFunc(s.tables, func(t writtenTable) bool { return t.Filter != nil }), "a filter")
		})},
		{28, "no frozen panes", true, perSheet(func(_ *written, s writtenSheet) []string {
			for _, v := range s.XML.Views {
				if len(v.Panes) > 0 {
					return []string{"panes " + v.Panes[0].State}
				}
			}
			return nil
		})},
	}
}

func yes(attribute string) bool { return attribute == "1" || attribute == "true" }

// empty reports whether a sheet says that it has no entries.
func (s writtenSheet) empty() bool {
	for r := 2; r <= s.rows; r++ {
		if text := s.cells[[2]int{1, r}].text; strings.Contains(text, "没有条目") || strings.Contains(text, "沒有條目") || strings.Contains(text, "no entries") {
			return true
		}
	}
	return false
}

func (s writtenSheet) width(column int) float64 {
	for _, c := range s.XML.Cols {
		if c.Min <= column && column <= c.Max {
			return c.Width
		}
	}
	return 9
}

// name is the named style of a cell's format.
func (s writtenStyles) name(format int) string {
	if format >= len(s.Cells) {
		return ""
	}
	for _, n := range s.Named {
		if n.Xf == s.Cells[format].Named {
			return n.Name
		}
	}
	return ""
}

// luminance is the relative luminance of a colour (WCAG 2.2).
func luminance(rgb string) float64 {
	if len(rgb) == 8 {
		rgb = rgb[2:]
	}
	n, err := strconv.ParseUint(rgb, 16, 24)
	if err != nil {
		return 0
	}
	sum := 0.0
	for i, weight := range []float64{0.0722, 0.7152, 0.2126} {
		v := float64(n>>(8*i)&0xFF) / 255
		if v <= 0.04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+0.055)/1.055, 2.4)
		}
		sum += weight * v
	}
	return sum
}

func stableName(name string) bool {
	known := []string{
		"Cover", "Contents", "Indicators", "Rankings", "Projects", "Milestones", "Recognitions", "Initiatives", "Targets", "Progress", "Earlier periods", "Revisions", "Charts", "Notes", "Codebook", "data",
	}
	ascii := strings.TrimSpace(strings.Map(func(r rune) rune {
		if r > unicode.MaxASCII {
			return -1
		}
		return r
	}, name))
	return len([]rune(name)) <= 31 && slices.Contains(known, ascii)
}
