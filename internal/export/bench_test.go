package export

import (
	"context"
	"path/filepath"
	"testing"

	"nianbao/internal/config"
	"nianbao/internal/document"
	"nianbao/internal/stat"
	"nianbao/internal/tidy"
	"nianbao/internal/wording"
)

// BenchmarkStep measures each step of a job by itself, on the shipped example. What the steps allocate is held against
// recorded figures before a change lands.
func BenchmarkStep(b *testing.B) {
	ctx := context.Background()
	r := &run{Job: benchJob(b, "example")}
	measure := func(name string, do func() error) {
		if err := do(); err != nil { // for the steps after it, when it is not measured itself
			b.Fatal(err)
		}
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := do(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	once := func(do func(context.Context) error) {
		if err := do(ctx); err != nil {
			b.Fatal(err)
		}
	}
	measure("load", func() error { r.inputs, r.langs = nil, nil; return r.load(ctx) })
	r.releaseStore = dirStore{dir: filepath.Join(b.TempDir(), "example", "2024")}
	once(r.lookBack)
	measure("words", func() error { return r.word(ctx) })
	once(r.loadFonts) // which reads the program's own once a process
	measure("check", func() error { return r.check(ctx) })
	measure("build", func() error { return r.buildEdition(ctx) })
	m := &making{run: r, rows: wording.DataRows(r.words[r.chinese()], r.words[stat.En], r.edition)}
	measure("workbook", func() error { _, err := m.workbook(); return err })
	measure("csv", func() error { _, err := m.tables(); return err })
	measure("json", func() error { _, err := tidy.JSON(r.edition, m.rows, r.allWords()); return err })
	measure("draw", func() error { _, err := m.draw(document.Standard); return err })
	drawing, err := m.draw(document.Standard)
	if err != nil {
		b.Fatal(err)
	}
	measure("tag", func() error { _, err := drawing.Tag(); return err })
	tagged, err := drawing.Tag()
	if err != nil {
		b.Fatal(err)
	}
	measure("finish", func() error { _, err := tagged.Finish(nil); return err })
	once(r.follow)
	once(r.render)
	measure("publish", func() error {
		r.releaseStore = dirStore{dir: filepath.Join(b.TempDir(), "2024")}
		return r.publish(ctx)
	})
}

// BenchmarkRun exports the shipped example, and the county with three times its figures, from end to end.
func BenchmarkRun(b *testing.B) {
	for _, area := range []string{"example", "tongjian"} {
		b.Run(area, func(b *testing.B) {
			j := benchJob(b, area)
			b.ReportAllocs()
			for b.Loop() {
				j.Config.Output.Dir = b.TempDir()
				if _, err := Run(context.Background(), j); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func benchJob(b *testing.B, area string) Job {
	b.Helper()
	env := []string{"NIANBAO_AREAS_DIR=../../config/areas", "NIANBAO_AREA=" + area, "NIANBAO_OUTPUT_DIR=" + b.TempDir()}
	c, err := config.Load(nil, env, "")
	if err != nil {
		b.Fatal(err)
	}
	return Job{Config: c}
}
