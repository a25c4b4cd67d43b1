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
	number int
	says   string
	only   Profile // the profile that it holds for; "" for both
	faults func(*written) []string
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

// header is the header row of a sheet's first table.
func (s writtenSheet) header() int {
	if len(s.tables) == 0 {
		return s.rows
	}
	first := s.tables[0].first[1]
	for _, t := range s.tables {
		first = min(first, t.first[1])
	}
	return first
}

// scrolls reports whether a sheet has the header of its figures in row 1, in a workbook for work.
func (w *written) scrolls(s writtenSheet) bool {
	return len(s.tables) > 0 && s.tables[0].Filter != nil && s.header() == 1
}

func guidanceRules() []guidance {
	return []guidance{
		{1, "cover, contents, notes and codebook", "", func(w *written) []string {
			var faults []string
			for i, word := range map[int]string{0: "Cover", 1: "Contents", len(w.sheets) - 3: "Notes", len(w.sheets) - 2: "Codebook", len(w.sheets) - 1: "data"} {
				faults = append(faults, faultIf(!strings.HasSuffix(w.sheets[i].name, word), "sheet %d is %q, want %s", i+1, w.sheets[i].name, word)...)
			}
			return faults
		}},
		{2, "the contents link to A1 of every sheet", "", func(w *written) []string {
			var faults []string
			for _, s := range w.sheets[2:] {
				linked := slices.ContainsFunc(w.sheets[1].XML.Links, func(l writtenLink) bool { return l.Location == "'"+s.name+"'!A1" })
				faults = append(faults, faultIf(!linked, "no link to %q", s.name)...)
			}
			return faults
		}},
		{3, "one named table on a sheet, and one per chart on the sheet of charts", "", func(w *written) []string {
			seen := map[string]bool{}
			return perSheet(func(_ *written, s writtenSheet) []string {
				faults := faultIf(len(s.tables) == 0 || len(s.tables) > 1 && !strings.HasSuffix(s.name, "Charts") && s.name != "圖表", "%d tables", len(s.tables))
				for _, t := range s.tables {
					faults = append(faults, faultIf(seen[t.Name] || !regexp.MustCompile(`^[a-z]+(_[a-z0-9]+)*$`).MatchString(t.Name), "table name %q", t.Name)...)
					seen[t.Name] = true
				}
				return faults
			})(w)
		}},
		{4, "one header row, its cells unique and not empty", "", perSheet(func(_ *written, s writtenSheet) []string {
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
		{5, "tables begin in column A", "", perSheet(func(_ *written, s writtenSheet) []string {
			return faultIf(slices.ContainsFunc(s.tables, func(t writtenTable) bool { return t.first[0] != 1 }), "a table further right")
		})},
		{6, "no merged cells", "", perSheet(func(_ *written, s writtenSheet) []string {
			return faultIf(len(s.XML.Merged) > 0, "%d merged ranges", len(s.XML.Merged))
		})},
		{7, "no blank rows or columns in a table", "", blanks},
		{8, "nothing is hidden", "", perSheet(func(_ *written, s writtenSheet) []string {
			faults := faultIf(s.state != "" && s.state != "visible", "the sheet is %s", s.state)
			for _, r := range s.XML.Rows {
				faults = append(faults, faultIf(yes(r.Hidden), "row %d", r.R)...)
			}
			for _, c := range s.XML.Cols {
				faults = append(faults, faultIf(yes(c.Hidden) || c.Width == 0, "column %d", c.Min)...)
			}
			return faults
		})},
		{9, "A1 is the title, in the style Heading 1, unless the header of figures is in row 1 to stay in view", "", perSheet(func(w *written, s writtenSheet) []string {
			title := s.cells[[2]int{1, 1}]
			return faultIf(human(s) && !w.scrolls(s) && (title.text == "" || w.styles.name(title.style) != "Heading 1"), "A1 is %q in style %q", title.text, w.styles.name(title.style))
		})},
		{10, "between title and table, in column A: tables, blanks, notes, source", Published, perSheet(lead)},
		{11, "no superscripts; every note mark has its note", "", noteMarks},
		{12, "shorthand is explained, and never in a number's cell", "", shorthandExplained},
		{13, "units are in the header in round brackets, or in a column of units", "", perColumn(unitsGiven)},
		{14, "wrapped text in a sans that has the characters, of 12 points or more, titles of 14 to 16", "", perSheet(fonts)},
		{15, "numbers and dates stand right, text left", "", perColumn(func(w *written, _ writtenSheet, _ int, _ string, cells []writtenCell) []string {
			for _, c := range cells {
				if side := w.styles.Cells[c.style].Align.Side; (c.typed == "n") != (side == "right") {
					return []string{fmt.Sprintf("%q stands %s", c.text, side)}
				}
			}
			return nil
		})},
		{16, "colour is never the only sign, and contrasts by 4.5 to 1", "", perSheet(contrast)},
		{17, "charts have alternative text, and their data in tables on the sheet of charts", "", chartsExplained},
		{18, "title, author, keywords and language", "", func(w *written) []string {
			return append(faultIf(w.core.Title == "" || w.core.Creator == "" || w.core.Keywords == "", "properties %+v", w.core),
				faultIf(!regexp.MustCompile(`^[a-z]{2}(-[A-Z][a-z]{3})?$`).MatchString(w.core.Language), "language %q, not one tag", w.core.Language)...)
		}},
		{19, "the cursor is in A1 of every sheet, and the first sheet is open", "", func(w *written) []string {
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
		{20, "sheet names are short and stable", "", perSheet(func(_ *written, s writtenSheet) []string {
			return faultIf(!stableName(s.name), "the name is not a documented one")
		})},
		{22, "one type in a column, numbers as numbers, and formats without fillers", "", func(w *written) []string {
			return append(perColumn(typed)(w), fillers(w)...)
		}},
		{23, "the tidy sheet has its header in row 1 and nothing else", "", perSheet(func(_ *written, s writtenSheet) []string {
			return faultIf(!human(s) && (len(s.tables) != 1 || s.tables[0].first != [2]int{1, 1} || s.tables[0].last[1] != s.rows || len(s.charts) > 0), "it is not its table alone")
		})},
		{24, "A4 landscape, as many pages side by side as legible text needs, header repeated", "", printed},
		{25, "columns are wide enough for every number", "", perColumn(func(_ *written, s writtenSheet, column int, _ string, cells []writtenCell) []string {
			for _, c := range cells {
				if c.typed == "n" && float64(len(c.text)) > s.width(column) {
					return []string{fmt.Sprintf("%s in a width of %v", c.text, s.width(column))}
				}
			}
			return nil
		})},
		{29, "text is printed in 7 points or more", "", perSheet(printedSize)},
		{30, "at least 12 rows of figures fit on the screen of a laptop below a header of at most 60 pixels", "", perSheet(dense)},
		{31, "the codebook explains the blanks of each column", "", blanksExplained},
		{32, "data and codebook are out of the default print", "", func(w *written) []string {
			var faults []string
			for i := len(w.sheets) - 2; i < len(w.sheets); i++ {
				area := slices.ContainsFunc(w.names, func(d definedName) bool {
					return d.Name == "_xlnm.Print_Area" && d.Local == i && !strings.Contains(d.Text, "$A$")
				})
				faults = append(faults, faultIf(!area, "%s is printed", w.sheets[i].name)...)
			}
			return faults
		}},
		{33, "pages are numbered", Working, perSheet(func(_ *written, s writtenSheet) []string {
			return faultIf(s.XML.Running == nil || !strings.Contains(s.XML.Running.Foot, "&P"), "no page numbers")
		})},
		{34, "nothing at head and foot of the pages", Published, perSheet(func(_ *written, s writtenSheet) []string {
			return faultIf(s.XML.Running != nil, "a header or footer")
		})},
		{35, "no cell has a ground of its own", Published, perSheet(func(w *written, s writtenSheet) []string {
			faults := faultIf(len(s.XML.Conditional) > 0, "a conditional format")
			for _, c := range s.cells {
				faults = append(faults, faultIf(w.styles.Fills[w.styles.Cells[c.style].Fill].Color.RGB != "", "%q has a ground", c.text)...)
			}
			return faults
		})},
		{26, "values only", Published, perColumn(func(_ *written, _ writtenSheet, _ int, _ string, cells []writtenCell) []string {
			return faultIf(slices.ContainsFunc(cells, func(c writtenCell) bool { return c.formula }), "a formula")
		})},
		{27, "no filters", Published, perSheet(func(_ *written, s writtenSheet) []string {
			return faultIf(s.XML.Filter != nil || slices.ContainsFunc(s.tables, func(t writtenTable) bool { return t.Filter != nil }), "a filter")
		})},
		{28, "no frozen panes", Published, perSheet(func(_ *written, s writtenSheet) []string {
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
		"Cover", "Contents", "Key figures", "Indicators", "Rankings", "Projects", "Project details", "Milestones", "Awards and listings", "Initiatives", "Targets", "Progress", "Earlier periods", "Revisions", "Charts", "Notes", "Codebook", "data",
	}
	ascii := strings.TrimSpace(strings.Map(func(r rune) rune {
		if r > unicode.MaxASCII {
			return -1
		}
		return r
	}, name))
	return len([]rune(name)) <= 31 && slices.Contains(known, ascii)
}
