package export

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"nianbao/internal/config"
	"nianbao/internal/edition"
	"nianbao/internal/publish"
	"nianbao/internal/tidy"
	"nianbao/internal/workbook"
)

// Verification is what became of a release since it was published.
type Verification struct {
	Dir       string
	Manifest  publish.Manifest
	Problems  []publish.Problem // files against the manifest
	Disagrees []string          // figures that differ between files
	Compared  []string          // names of the files whose figures were compared
	Skipped   []string          // names of the files whose figures could not be, with the reason
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
	v := &Verification{Dir: dir, Manifest: m, Problems: problems}
	c := comparison{Verification: v, dir: dir}
	for _, step := range []struct {
		kind    string
		compare func(data []byte) error
	}{
		{config.Edition, c.json}, {config.Data, c.csv},
	} {
		if err := c.file(step.kind, step.compare); err != nil {
			return nil, err
		}
	}
	if err := c.tables(); err != nil {
		return nil, err
	}
	return v, errors.Join(c.file(config.Book, c.xlsx), c.file(config.Briefing, c.pdf))
}

type comparison struct {
	*Verification
	dir  string
	doc  *tidy.Document  // nil if the release has no JSON
	past map[string]bool // facts of the table of earlier periods
	rows [][]string      // the figures everything is held against; nil until a file has given them
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
	err = compare(data)
	if skip := skipped(""); errors.As(err, &skip) {
		c.Skipped = append(c.Skipped, name+": "+skip.Error())
		return nil
	}
	if err != nil {
		c.Disagrees = append(c.Disagrees, err.Error())
	}
	for j := before; j < len(c.Disagrees); j++ {
		c.Disagrees[j] = name + ": " + c.Disagrees[j]
	}
	c.Compared = append(c.Compared, name)
	return nil
}

// skipped says why the figures of a file could not be compared.
type skipped string

func (s skipped) Error() string { return string(s) }

func (c *comparison) json(data []byte) error {
	doc, err := tidy.ReadJSON(data)
	if err != nil {
		return err
	}
	if c.rows, err = doc.Rows(); err != nil {
		return err
	}
	c.doc, c.Figures = doc, len(c.rows)
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
	book, err := workbook.Open(data)
	if err != nil {
		return err
	}
	rows, err := book.Data()
	if err != nil {
		return err
	}
	c.hold(rows)
	return c.sheets(book)
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
