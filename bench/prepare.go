package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
)

// program is what is measured: a command that writes files anew.
type program struct {
	name    string
	command []string
	files   string // pattern of what it writes
	against string // name of the program it is held against; "" for none
	goal    float64
}

// names of programs
const (
	all, book            = "nianbao, all formats", "nianbao, workbook alone"
	typst, weasy, writer = "Typst, PDF alone", "WeasyPrint, PDF alone", "XlsxWriter, workbook alone"
)

// edition is what the programs write.
type edition struct{ area, period, size string }

// prepare exports the edition that the peers start from, and says how each program is run.
func prepare(work, env string, e edition) ([]program, error) {
	at := func(parts ...string) string { return filepath.Join(append([]string{work}, parts...)...) }
	export := func(into string, more ...string) []string {
		return append([]string{at("nianbao"), "export", "--quiet", "--area", e.area, "--period", e.period, "--output", at(into)}, more...)
	}
	if err := command(export("first")...); err != nil {
		return nil, err
	}
	first := at("first", e.area, e.period, e.area+"-"+e.period+"-")
	sheets, err := exec.Command("/usr/bin/python3", "bench/peers/sheets.py", first+"workbook.xlsx").Output()
	if err != nil {
		return nil, fmt.Errorf("read the workbook for XlsxWriter, is bench/peers/install done?: %w", err)
	}
	if err := os.WriteFile(at("sheets.json"), sheets, 0o644); err != nil {
		return nil, err
	}
	fonts, err := filepath.Abs("fonts")
	if err != nil {
		return nil, err
	}
	json := first + "edition.json"
	return []program{
		{all, export("all"), at("all", e.area, e.period, "*"), "", 0},
		{typst, []string{filepath.Join(env, "bin", "python"), "bench/peers/typst_pdf.py", json, fonts, at("typst.pdf")}, at("typst.pdf"), all, 0.4},
		{weasy, []string{"/usr/bin/python3", "bench/peers/weasyprint_pdf.py", json, fonts, at("weasy.pdf")}, at("weasy.pdf"), all, 0.05},
		{book, export("book", "--format", "xlsx"), at("book", e.area, e.period, "*.xlsx"), "", 0},
		{writer, []string{"/usr/bin/python3", "bench/peers/xlsxwriter_xlsx.py", at("sheets.json"), at("writer.xlsx")}, at("writer.xlsx"), book, 0.5},
	}, nil
}

func command(words ...string) error {
	c := exec.Command(words[0], words[1:]...)
	c.Stdout, c.Stderr = os.Stderr, os.Stderr
	if err := c.Run(); err != nil {
		return fmt.Errorf("%s: %w", filepath.Base(words[0]), err)
	}
	return nil
}

// clear removes what a program wrote, so that its next run finds nothing to skip.
func (p program) clear() error {
	if slices.Contains(p.command, "--output") {
		return os.RemoveAll(p.command[slices.Index(p.command, "--output")+1])
	}
	err := os.Remove(p.files)
	if os.IsNotExist(err) {
		return nil
	}
	return err
}

// size is how many bytes a program has written.
func (p program) size() (int64, error) {
	names, err := filepath.Glob(p.files)
	if err != nil || len(names) == 0 {
		return 0, fmt.Errorf("%s: it has written nothing (%v)", p.name, err)
	}
	var sum int64
	for _, name := range names {
		info, err := os.Stat(name)
		if err != nil {
			return 0, err
		}
		if !info.IsDir() {
			sum += info.Size()
		}
	}
	return sum, nil
}
