package workbook

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"path"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// written is a workbook as stored in the file, read without the library.
type written struct {
	parts  map[string][]byte
	sheets []writtenSheet
	styles writtenStyles
	core   struct {
		Title    string `xml:"title"`
		Creator  string `xml:"creator"`
		Keywords string `xml:"keywords"`
		Language string `xml:"language"`
	}
	active int
	names  []definedName
}

type definedName struct {
	Name  string `xml:"name,attr"`
	Local int    `xml:"localSheetId,attr"`
	Text  string `xml:",chardata"`
}

type writtenSheet struct {
	name, state string
	cells       map[[2]int]writtenCell // by column and row, from 1
	rows        int
	tables      []writtenTable
	charts      []writtenChart
	XML         struct {
		Rows []struct {
			R      int     `xml:"r,attr"`
			Hidden string  `xml:"hidden,attr"`
			High   float64 `xml:"ht,attr"`
			Cells  []struct {
				R string  `xml:"r,attr"`
				T string  `xml:"t,attr"`
				S int     `xml:"s,attr"`
				V string  `xml:"v"`
				F *string `xml:"f"`
			} `xml:"c"`
		} `xml:"sheetData>row"`
		Cols []struct {
			Min    int     `xml:"min,attr"`
			Max    int     `xml:"max,attr"`
			Width  float64 `xml:"width,attr"`
			Hidden string  `xml:"hidden,attr"`
		} `xml:"cols>col"`
		Merged []struct{}    `xml:"mergeCells>mergeCell"`
		Links  []writtenLink `xml:"hyperlinks>hyperlink"`
		Views  []struct {
			Panes []struct {
				State string `xml:"state,attr"`
				Rows  int    `xml:"ySplit,attr"`
			} `xml:"pane"`
			Selections []struct {
				Active string `xml:"activeCell,attr"`
			} `xml:"selection"`
		} `xml:"sheetViews>sheetView"`
		Filter      *struct{} `xml:"autoFilter"`
		Conditional []struct {
			Rules []struct {
				Type string `xml:"type,attr"`
			} `xml:"cfRule"`
		} `xml:"conditionalFormatting"`
		Fit struct {
			On string `xml:"fitToPage,attr"`
		} `xml:"sheetPr>pageSetUpPr"`
		Page struct {
			Paper       int    `xml:"paperSize,attr"`
			Orientation string `xml:"orientation,attr"`
			High        *int   `xml:"fitToHeight,attr"`
			Wide        *int   `xml:"fitToWidth,attr"`
		} `xml:"pageSetup"`
		Margins struct {
			Left  float64 `xml:"left,attr"`
			Right float64 `xml:"right,attr"`
		} `xml:"pageMargins"`
		Running *struct {
			Head string `xml:"oddHeader"`
			Foot string `xml:"oddFooter"`
		} `xml:"headerFooter"`
	}
}

type writtenLink struct {
	Location string `xml:"location,attr"`
}

type writtenCell struct {
	text    string // shared strings looked up
	typed   string // s, n
	style   int
	formula bool
	rich    bool
}

type writtenTable struct {
	Name    string    `xml:"displayName,attr"`
	Ref     string    `xml:"ref,attr"`
	Filter  *struct{} `xml:"autoFilter"`
	Columns []struct {
		Name string `xml:"name,attr"`
	} `xml:"tableColumns>tableColumn"`
	first, last [2]int // corners: column and row
}

type writtenChart struct {
	alt  string
	data string // the part's XML
}

type writtenStyles struct {
	Fonts []struct {
		Size struct {
			Val float64 `xml:"val,attr"`
		} `xml:"sz"`
		Name struct {
			Val string `xml:"val,attr"`
		} `xml:"name"`
		Color struct {
			RGB string `xml:"rgb,attr"`
		} `xml:"color"`
		Vertical *struct{} `xml:"vertAlign"`
	} `xml:"fonts>font"`
	Fills []struct {
		Color struct {
			RGB string `xml:"rgb,attr"`
		} `xml:"patternFill>fgColor"`
	} `xml:"fills>fill"`
	Formats []struct {
		ID   int    `xml:"numFmtId,attr"`
		Code string `xml:"formatCode,attr"`
	} `xml:"numFmts>numFmt"`
	Cells []struct {
		Font  int `xml:"fontId,attr"`
		Fill  int `xml:"fillId,attr"`
		Named int `xml:"xfId,attr"`
		Align struct {
			Side string `xml:"horizontal,attr"`
			Wrap string `xml:"wrapText,attr"`
		} `xml:"alignment"`
	} `xml:"cellXfs>xf"`
	Named []struct {
		Name    string `xml:"name,attr"`
		BuiltIn int    `xml:"builtinId,attr"`
		Xf      int    `xml:"xfId,attr"`
	} `xml:"cellStyles>cellStyle"`
}

type relations struct {
	All []relationRead `xml:"Relationship"`
}

type relationRead struct {
	ID     string `xml:"Id,attr"`
	Target string `xml:"Target,attr"`
	Type   string `xml:"Type,attr"`
	Mode   string `xml:"TargetMode,attr"`
}

func readWritten(t testing.TB, file []byte) *written {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	w := &written{parts: map[string][]byte{}}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if w.parts[f.Name], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
	}
	var book struct {
		View struct {
			Active int `xml:"activeTab,attr"`
		} `xml:"bookViews>workbookView"`
		Sheets []struct {
			Name  string `xml:"name,attr"`
			State string `xml:"state,attr"`
		} `xml:"sheets>sheet"`
		Names []definedName `xml:"definedNames>definedName"`
	}
	w.decode(t, "xl/workbook.xml", &book)
	w.decode(t, "xl/styles.xml", &w.styles)
	w.decode(t, "docProps/core.xml", &w.core)
	w.active, w.names = book.View.Active, book.Names
	texts := w.texts(t)
	for i, s := range book.Sheets {
		w.sheets = append(w.sheets, w.sheet(t, writtenSheet{name: s.Name, state: s.State}, i+1, texts))
	}
	return w
}

func (w *written) decode(t testing.TB, name string, into any) {
	t.Helper()
	if err := xml.Unmarshal(w.parts[name], into); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}

// texts returns the shared strings; one with formatted runs has a zero byte before it.
func (w *written) texts(t testing.TB) []string {
	var doc struct {
		Items []struct {
			T    string `xml:"t"`
			Runs []struct {
				T string `xml:"t"`
			} `xml:"r"`
		} `xml:"si"`
	}
	w.decode(t, "xl/sharedStrings.xml", &doc)
	var texts []string
	for _, item := range doc.Items {
		s := item.T
		for i, run := range item.Runs {
			if i == 0 {
				s += "\x00"
			}
			s += run.T
		}
		texts = append(texts, s)
	}
	return texts
}

func (w *written) sheet(t testing.TB, s writtenSheet, number int, texts []string) writtenSheet {
	name := fmt.Sprintf("xl/worksheets/sheet%d.xml", number)
	w.decode(t, name, &s.XML)
	s.cells = map[[2]int]writtenCell{}
	for _, row := range s.XML.Rows {
		for _, c := range row.Cells {
			column, r, err := excelize.CellNameToCoordinates(c.R)
			if err != nil {
				t.Fatal(err)
			}
			cell := writtenCell{text: c.V, typed: "n", style: c.S, formula: c.F != nil}
			if c.T != "" && c.T != "n" {
				cell.typed = c.T
			}
			if c.T == "str" {
				cell.typed = "s"
			}
			if c.T == "s" {
				i, err := strconv.Atoi(c.V)
				if err != nil {
					t.Fatal(err)
				}
				cell.text = strings.TrimPrefix(texts[i], "\x00")
				cell.rich = cell.text != texts[i]
			}
			if cell.text != "" {
				s.cells[[2]int{column, r}] = cell
				s.rows = max(s.rows, r)
			}
		}
	}
	for _, target := range w.related(t, name) {
		switch {
		case strings.Contains(target, "/tables/"):
			s.tables = append(s.tables, w.table(t, target))
		case strings.Contains(target, "/drawings/"):
			s.charts = append(s.charts, w.charts(t, target)...)
		}
	}
	return s
}

// related returns the parts that a part refers to.
func (w *written) related(t testing.TB, name string) []string {
	rels := path.Join(path.Dir(name), "_rels", path.Base(name)+".rels")
	if w.parts[rels] == nil {
		return nil
	}
	var doc relations
	w.decode(t, rels, &doc)
	var targets []string
	for _, r := range doc.All {
		if r.Mode == "External" {
			continue
		}
		target := strings.TrimPrefix(r.Target, "/")
		if !strings.HasPrefix(r.Target, "/") {
			target = path.Join(path.Dir(name), r.Target)
		}
		targets = append(targets, target)
	}
	return targets
}

func (w *written) table(t testing.TB, name string) writtenTable {
	var table writtenTable
	w.decode(t, name, &table)
	from, to, ok := strings.Cut(table.Ref, ":")
	c1, r1, err1 := excelize.CellNameToCoordinates(from)
	c2, r2, err2 := excelize.CellNameToCoordinates(to)
	if !ok || err1 != nil || err2 != nil {
		t.Fatalf("table %s: reference %q", table.Name, table.Ref)
	}
	table.first, table.last = [2]int{c1, r1}, [2]int{c2, r2}
	return table
}

var described = regexp.MustCompile(`<xdr:cNvPr [^>]*?(?:descr="([^"]*)")?[^>]*>`)

func (w *written) charts(t testing.TB, drawing string) []writtenChart {
	var charts []writtenChart
	found := described.FindAllSubmatch(w.parts[drawing], -1)
	for i, target := range w.related(t, drawing) {
		c := writtenChart{data: string(w.parts[target])}
		if i < len(found) {
			c.alt = alternative(string(found[i][0]))
		}
		charts = append(charts, c)
	}
	return charts
}

func alternative(element string) string {
	_, rest, ok := strings.Cut(element, ` descr="`)
	if !ok {
		return ""
	}
	alt, _, _ := strings.Cut(rest, `"`)
	return alt
}
