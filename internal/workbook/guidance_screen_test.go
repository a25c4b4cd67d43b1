package workbook

import (
	"fmt"
	"regexp"
	"strings"
)

// The screen of a laptop: 1366 x 768 pixels at 96 dots per inch, of which a sheet has about 470 in height.
const (
	screen = 470.0 // pixels
	pixel  = 0.75  // points
)

var (
	listed = regexp.MustCompile(`Cover|封面|Contents|目录|目錄|details|详情|詳情|Milestones|大事记|大事記|Awards and listings|荣誉|榮譽|Initiatives|行动|行動|Notes|说明|說明|Codebook|编码|編碼`)
	latin  = regexp.MustCompile(`[A-Za-z][A-Za-z'-]*`)
)

// dense checks what one sees of a sheet of figures: only a header in row 1 is frozen, headers are low and have no broken
// word, rows are low on average, and 12 of them fit below the header.
func dense(w *written, s writtenSheet) []string {
	var faults []string
	frozen := 0
	for _, v := range s.XML.Views {
		for _, p := range v.Panes {
			frozen = max(frozen, p.Rows)
		}
	}
	faults = append(faults, faultIf(frozen > 1 || frozen == 1 && s.header() != 1, "%d rows are frozen", frozen)...)
	faults = append(faults, faultIf(w.scrolls(s) && len(s.tables) == 1 && frozen != 1, "the header is not frozen")...)
	if listed.MatchString(s.name) || !human(s) {
		return faults
	}
	high := map[int]float64{}
	for _, r := range s.XML.Rows {
		high[r.R] = r.High / pixel
	}
	for _, t := range s.tables {
		header, average := high[t.first[1]], 0.0 // of the 12 highest rows, one below the other
		for first := t.first[1] + 1; first <= t.last[1]; first++ {
			last := min(first+11, t.last[1])
			if last-first < 11 && first > t.first[1]+1 {
				break
			}
			sum := 0.0
			for r := first; r <= last; r++ {
				sum += high[r]
			}
			average = max(average, sum/float64(last-first+1))
		}
		faults = append(faults, faultIf(header > 60, "%s: the header has %.0f pixels", t.Name, header)...)
		faults = append(faults, faultIf(average > 34, "%s: rows have %.1f pixels", t.Name, average)...)
		faults = append(faults, faultIf((screen-header)/12 < average, "%s: %.1f rows on a screen", t.Name, (screen-header)/average)...)
		for c := t.first[0]; c <= t.last[0]; c++ {
			for _, word := range latin.FindAllString(s.cells[[2]int{c, t.first[1]}].text, -1) {
				faults = append(faults, faultIf(boldWidth(word) > s.width(c)-1, "%s: the word %q does not fit in %.1f", t.Name, word, s.width(c))...)
			}
		}
	}
	return faults
}

// boldWidth is the width of a word in bold, in digits.
func boldWidth(word string) float64 {
	sum := 0.0
	for _, r := range word {
		switch {
		case strings.ContainsRune("ijlftrI'-", r):
			sum += 0.6
		case strings.ContainsRune("mwMW", r):
			sum += 1.6
		case r < 'a':
			sum += 1.3
		default:
			sum++
		}
	}
	return sum * 1.08
}

// unitsGiven checks that a column of numbers names its unit in its header, or has a column of units beside it, or is in a
// table whose first header does so for all columns.
func unitsGiven(_ *written, s writtenSheet, _ int, header string, cells []writtenCell) []string {
	numeric := false
	for _, c := range cells {
		numeric = numeric || c.typed == "n"
	}
	if !human(s) || !numeric || strings.ContainsAny(header, "(（") || strings.Contains(header, "日期") || strings.Contains(header, "Date") {
		return nil
	}
	for _, t := range s.tables {
		own, units := false, false
		for c := t.first[0]; c <= t.last[0]; c++ {
			text := s.cells[[2]int{c, t.first[1]}].text
			own = own || text == header
			units = units || regexp.MustCompile(`Unit|单位|單位`).MatchString(text) || c == t.first[0] && strings.ContainsAny(text, "(（")
		}
		if own && units {
			return nil
		}
	}
	return []string{"no unit"}
}

// blanksExplained checks that the codebook says of each column with blank cells what they mean.
func blanksExplained(w *written) []string {
	book := w.sheets[len(w.sheets)-2]
	t := book.tables[0]
	explained := map[string]bool{}
	for r := t.first[1] + 1; r <= t.last[1]; r++ {
		cell := func(c int) string { return book.cells[[2]int{c, r}].text }
		blank := false
		for c := t.first[0]; c <= t.last[0]; c++ {
			if head := book.cells[[2]int{c, t.first[1]}].text; strings.Contains(head, "blank") || strings.Contains(head, "空白") {
				blank = blank || cell(c) != ""
			}
		}
		if blank {
			explained[strings.TrimSuffix(cell(2), ", CSV")+"/"+cell(3)] = true
		}
	}
	var faults []string
	for _, s := range w.sheets[:len(w.sheets)-2] {
		for _, t := range s.tables {
			for c := t.first[0]; c <= t.last[0]; c++ {
				header := s.cells[[2]int{c, t.first[1]}].text
				for r := t.first[1] + 1; r <= t.last[1]; r++ {
					if _, ok := s.cells[[2]int{c, r}]; !ok && !explained[s.name+"/"+header] {
						faults = append(faults, fmt.Sprintf("%s: column %q has blanks", s.name, header))
						break
					}
				}
			}
		}
	}
	return faults
}
