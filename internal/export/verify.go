package export

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"nianbao/internal/briefing"
	"nianbao/internal/config"
	"nianbao/internal/edition"
	"nianbao/internal/publish"
	"nianbao/internal/tidy"
	"nianbao/internal/workbook"
)

// Verification is what became of a release since it was published.
type Verification struct {
	Manifest  publish.Manifest
	Problems  []publish.Problem // files against the manifest
	Disagrees []string          // figures that differ between files
	Compared  []string          // names of the files whose figures were compared
	Figures   int               // figures compared, variants included
}

// Sound reports whether nothing is wrong.
func (v *Verification) Sound() bool {
	return len(v.Disagrees) == 0 && !slices.ContainsFunc(v.Problems, publish.Problem.Fault)
}

// Verify holds the files of a release against their manifest, and the figures of briefing, workbook and data
// against each other. The figures are those of the edition's JSON, or of the CSV where there is none.
func Verify(dir string) (*Verification, error) {
	m, problems, err := publish.Verify(dir)
	if err != nil {
		return nil, err
	}
	v := &Verification{Manifest: m, Problems: problems}
	c := comparison{Verification: v, dir: dir}
	for _, step := range []struct {
		kind    string
		compare func(data []byte) error
	}{
		{config.Edition, c.json}, {config.Data, c.csv}, {config.Book, c.xlsx}, {config.Briefing, c.pdf},
	} {
		if err := c.file(step.kind, step.compare); err != nil {
			return nil, err
		}
	}
	if err := c.tables(); err != nil {
		return nil, err
	}
	return v, nil
}

type comparison struct {
	*Verification
	dir  string
	doc  *tidy.Document // nil if the release has no JSON
	rows [][]string     // the figures everything is held against; nil until a file has given them
}

// file compares the release's file of a kind, if it has one that can be read.
func (c *comparison) file(kind string, compare func([]byte) error) error {
	name := c.name(kind)
	if !slices.ContainsFunc(c.Manifest.Outputs, func(d publish.Digest) bool { return d.Name == name }) {
		return nil
	}
	data, err := os.ReadFile(filepath.Join(c.dir, name))
	if os.IsNotExist(err) {
		return nil // reported as missing already
	}
	if err != nil {
		return fmt.Errorf("verify release %q: %w", c.dir, err)
	}
	before := len(c.Disagrees)
	if err := compare(data); err != nil {
		c.Disagrees = append(c.Disagrees, err.Error())
	}
	for j := before; j < len(c.Disagrees); j++ {
		c.Disagrees[j] = name + ": " + c.Disagrees[j]
	}
	c.Compared = append(c.Compared, name)
	return nil
}

func (c *comparison) json(data []byte) error {
	doc, err := tidy.ReadJSON(data)
	if err != nil {
		return err
	}
	c.doc = doc
	for _, f := range doc.Facts {
		c.rows = append(c.rows, f.Fields())
	}
	c.Figures = len(c.rows)
	return nil
}

func (c *comparison) csv(data []byte) error {
	rows, err := tidy.ReadCSV(data)
	if err != nil {
		return err
	}
	c.hold(rows)
	return nil
}

func (c *comparison) xlsx(data []byte) error {
	rows, err := workbook.ReadData(data)
	if err != nil {
		return err
	}
	c.hold(rows)
	return nil
}

// hold holds rows against those of the first file, or makes them that.
func (c *comparison) hold(rows [][]string) {
	if c.rows == nil {
		c.rows, c.Figures = rows, len(rows)
		return
	}
	if len(rows) != len(c.rows) {
		c.Disagrees = append(c.Disagrees, fmt.Sprintf("%d figures, want %d", len(rows), len(c.rows)))
	}
	columns := edition.DataColumns()
	for i := range min(len(rows), len(c.rows)) {
		for j, want := range c.rows[i] {
			if j >= len(rows[i]) || rows[i][j] != want {
				got := slices.Concat(rows[i], make([]string, len(columns)))[j]
				c.Disagrees = append(c.Disagrees, fmt.Sprintf("%s: %s is %q, want %q", c.rows[i][0], columns[j], got, want))
			}
		}
	}
}

// pdf looks for every figure of the JSON, in the words of each language of the edition, in what the briefing
// shows: in the row of the register that starts with the figure's identifier, or anywhere if the briefing has
// no register.
func (c *comparison) pdf(data []byte) error {
	text, err := briefing.Read(data)
	if err != nil {
		return err
	}
	if c.doc == nil {
		return nil // nothing to compare the words with
	}
	words, err := c.doc.Reword()
	if err != nil {
		return err
	}
	rows := registerRows(squeeze(text), c.doc)
	for i, f := range c.doc.Facts {
		for _, l := range c.doc.Languages {
			want := squeeze(words[i][l])
			if !slices.ContainsFunc(rows[i], func(row string) bool { return strings.Contains(row, want) }) {
				c.Disagrees = append(c.Disagrees, fmt.Sprintf("%s: %q is not shown", f.ID, words[i][l]))
			}
		}
	}
	return nil
}

// registerRows are the rows of each fact in the register: from its identifier up to the next. A briefing in two
// parts has a register in each, and one without a register gives every fact the whole text.
func registerRows(text string, doc *tidy.Document) [][]string {
	rows := make([][]string, len(doc.Facts))
	if !slices.Contains(doc.Sections, "register") {
		for i := range rows {
			rows[i] = []string{text}
		}
		return rows
	}
	type start struct{ at, fact, length int }
	var starts []start
	for i, f := range doc.Facts {
		id := squeeze(f.ID)
		for at := 0; ; at += len(id) {
			next := strings.Index(text[at:], id)
			if next < 0 {
				break
			}
			at += next
			starts = append(starts, start{at, i, len(id)})
		}
	}
	slices.SortFunc(starts, func(a, b start) int { return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(b.length, a.length)) })
	for i, s := range starts {
		if i > 0 && s.at < starts[i-1].at+starts[i-1].length {
			continue // the identifier of a variant begins with that of its fact
		}
		end := len(text)
		for _, next := range starts[i+1:] {
			if next.at >= s.at+s.length {
				end = next.at
				break
			}
		}
		rows[s.fact] = append(rows[s.fact], text[s.at:end])
	}
	return rows
}

// squeeze leaves out white space, which line breaking moves about.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}
