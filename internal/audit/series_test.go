package audit

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"

	"nianbao/internal/publish"
	"nianbao/internal/stat"
	"nianbao/internal/tidy"
	"nianbao/internal/wording"
)

// vintages gives what a place has of an area, as "period release: rows" or why there are none.
func vintages(t *testing.T, place Place, area string) []string {
	t.Helper()
	var list []string
	err := Vintages(context.Background(), place, area, func(v Vintage) error {
		said := fmt.Sprintf("%s r%d", v.Period, v.Number)
		if v.Last {
			said += " last"
		}
		if v.Lacks != nil {
			said += ": " + v.Lacks.Error()
		} else if len(v.Rows) < 40 || v.Columns[0] != "fact_id" {
			t.Errorf("%s: %d rows under %q", said, len(v.Rows), v.Columns)
		}
		list = append(list, said)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// A series has every release, whatever became the published one, and says which have no data.
func TestVintages(t *testing.T) {
	areas, out := t.TempDir(), t.TempDir()
	if err := os.CopyFS(areas, os.DirFS("../../config/areas")); err != nil {
		t.Fatal(err)
	}
	env := []string{"NIANBAO_AREAS_DIR=" + areas, "NIANBAO_OUTPUT_DIR=" + out, "NIANBAO_FORMATS=csv"}
	released(t, job(t, append(env, "NIANBAO_PERIOD=2024-Q1")...))
	released(t, job(t, append(env, "NIANBAO_PERIOD=2024")...))
	released(t, job(t, append(env, "NIANBAO_PERIOD=2024", "NIANBAO_LANGUAGES=en,zh-Hans")...)) // another build of r1
	edit(t, filepath.Join(areas, "example", "2024.yaml"), "18250", "18520")
	released(t, job(t, append(env, "NIANBAO_PERIOD=2024")...))
	released(t, job(t, append(env, "NIANBAO_PERIOD=2024-H1", "NIANBAO_STATUS=draft")...))
	released(t, job(t, append(env, "NIANBAO_PERIOD=2024-Q3", "NIANBAO_FORMATS=json")...))
	want := []string{
		"2024-Q1 r1 last",
		"2024-Q3 r1 last: " + filepath.Join(out, "example", "2024-Q3") + ` has no file "example-2024-Q3-data.csv": export it with --format csv`,
		"2024 r1", "2024 r2 last",
	}
	if got := vintages(t, Folder(out), "example"); strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	edit(t, filepath.Join(out, "example", "2024-Q1", "example-2024-Q1-data.csv"), ",3.49,", ",3.94,")
	if got := vintages(t, Folder(out), "example")[0]; !strings.HasSuffix(got, "it is not what was published: run nianbao verify") {
		t.Errorf("a changed file gives %q", got)
	}
	err := Vintages(context.Background(), Folder(out), "nowhere", nil)
	if none := new(NoHistoryError); !errors.As(err, &none) || len(none.Has) != 1 {
		t.Errorf("an area without releases: %v", err)
	}
}

// wideCountry is a place with the editions of twenty quarters for each of many areas, whose files are made when they are opened.
type wideCountry struct{ data []byte }

func (wideCountry) Editions(_ context.Context, area string) ([]string, error) {
	var list []string
	for year := 2020; year < 2025; year++ {
		for month := 3; month <= 12; month += 3 {
			list = append(list, area+"/"+stat.Through(year, month).String())
		}
	}
	return list, nil
}

func (c wideCountry) Releases(_ context.Context, edition string) ([]publish.Past, error) {
	area, period, _ := strings.Cut(edition, "/")
	d := publish.DigestOf(publish.File{Name: area + "-" + period + "-data.csv", Data: c.of(area, period)})
	m := publish.Manifest{Area: area, Period: period, Number: 1, Build: 1, Outputs: []publish.Digest{d}, Content: make([]byte, 100_000)}
	return []publish.Past{{Dir: edition, Number: 1, Build: 1, Current: true, Manifest: m}}, nil
}

func (wideCountry) Pruned(string) publish.Past { return publish.Past{} }

func (c wideCountry) Open(_ context.Context, p publish.Past) (Opened, error) {
	m := p.Manifest
	return Opened{Files: fstest.MapFS{m.Outputs[0].Name: &fstest.MapFile{Data: c.of(m.Area, m.Period)}}}, nil
}

func (c wideCountry) of(area, period string) []byte {
	return bytes.ReplaceAll(bytes.ReplaceAll(c.data, []byte("AREA"), []byte(area)), []byte("PERIOD"), []byte(period))
}

// The series of 200 areas and 20 quarters, long or wide, takes less than 150 MiB.
func TestVintagesOfACountry(t *testing.T) {
	columns := wording.DataColumns()
	var file bytes.Buffer
	w := csv.NewWriter(&file)
	rows := [][]string{columns}
	for i := range 60 {
		row := make([]string, len(columns))
		for n, column := range columns {
			switch column {
			case "fact_id":
				row[n] = fmt.Sprintf("indicator-%d.level@PERIOD", i)
			case "ref_area":
				row[n] = "AREA"
			case "time_period":
				row[n] = "PERIOD"
			case "unit_mult":
				row[n] = "8"
			case "obs_value":
				row[n] = fmt.Sprintf("%d.%d", i*17, i)
			case "indicator_zh", "indicator_en", "source_printed":
				row[n] = "地区生产总值增加值的名称及其表述"
			}
		}
		rows = append(rows, row)
	}
	if err := w.WriteAll(rows); err != nil {
		t.Fatal(err)
	}
	wide, long := tidy.NewWide(), csv.NewWriter(io.Discard)
	s, err := tidy.NewSeries(func(row []string) error { return errors.Join(long.Write(row), wide.Add(row)) })
	if err != nil {
		t.Fatal(err)
	}
	most := uint64(0)
	for area := range 200 {
		err := Vintages(context.Background(), wideCountry{file.Bytes()}, fmt.Sprintf("county-%d", area), func(v Vintage) error {
			return s.Add(tidy.SeriesOf{Edition: v.Period.String(), Release: "1", Columns: v.Columns}, v.Rows)
		})
		if err != nil {
			t.Fatal(err)
		}
		if area%20 == 19 {
			var m runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&m)
			most = max(most, m.HeapAlloc)
		}
	}
	if s.Rows != 200*20*60 || wide.Rows() != 200*60 {
		t.Errorf("%d rows, wide %d", s.Rows, wide.Rows())
	}
	if most > 70<<20 { // what is live; what is not collected yet is as much again at most
		t.Errorf("%d MiB are live", most>>20)
	}
}
