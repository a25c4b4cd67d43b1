package cli

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/prometheus/common/expfmt"
	"github.com/prometheus/common/model"

	"nianbao/internal/export"
	"nianbao/internal/stat"
)

// Labels that no one would choose are read by Prometheus as they are, also after a run that keeps those of the one before.
func TestMetricsAreReadByPrometheus(t *testing.T) {
	areas := []string{"a b", "a\nb 1", `a"b`, `a\b`, `a\nb`, "a\x1b[2Jb", "a\tb", "a\rb", "中文 { } , = #", "# HELP x y", "a\xffb", "é\u202e"}
	for range 2 {
		areas = append(areas, strings.Repeat("x", 250)+areas[len(areas)-1])
	}
	file := filepath.Join(t.TempDir(), "m.prom")
	a := &app{metrics: file, Streams: Streams{Now: func() time.Time { return time.Unix(1_700_000_000, 0) }}}
	m := &measures{}
	for _, area := range areas {
		m.add(export.Owed{Area: area, Outcome: export.Unchanged, Result: &export.Result{Checked: export.Checked{Area: stat.Area{Code: area}}}})
	}
	m.end(time.Unix(1_800_000_000, 0))
	for _, run := range []*measures{m, {}, {}} {
		if err := a.writeMetrics(t.Context(), run, ExitFailure, a.Now()); err != nil {
			t.Fatal(err)
		}
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		p := expfmt.NewTextParser(model.UTF8Validation)
		families, err := p.TextToMetricFamilies(strings.NewReader(string(text)))
		if err != nil {
			t.Fatalf("%v:\n%q", err, text)
		}
		seen := map[string]int{}
		for _, metric := range families[metricFindings].GetMetric() {
			for _, l := range metric.GetLabel() {
				if l.GetName() == "area" {
					seen[l.GetValue()]++
				}
			}
		}
		for _, area := range areas {
			if want := strings.ToValidUTF8(area, "\uFFFD"); seen[want] != 4 {
				t.Errorf("%q has %d metrics, want 4", want, seen[want])
			}
		}
		if len(seen) != len(areas) {
			t.Errorf("%d areas, want %d", len(seen), len(areas))
		}
	}
}

// The metrics file is replaced, where a link leads; what is no file is left alone.
func TestMetricsFile(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	a := &app{Streams: Streams{Now: time.Now}}
	write := func(name string) error {
		a.metrics = at(name)
		return a.writeMetrics(t.Context(), &measures{}, ExitDone, time.Now())
	}
	if err := errors.Join(os.Mkdir(at("far"), 0o755), os.Symlink("far/real.prom", at("link.prom")), os.Symlink("nowhere.prom", at("lost.prom"))); err != nil {
		t.Skip(err)
	}
	if err := errors.Join(os.WriteFile(at("far/real.prom"), nil, 0o644), write("link.prom"), write("new.prom")); err != nil {
		t.Fatal(err)
	}
	if data, err := os.ReadFile(at("far/real.prom")); err != nil || !strings.Contains(string(data), metricRun) {
		t.Errorf("%q, %v", data, err)
	}
	if info, err := os.Lstat(at("link.prom")); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link has gone: %v, %v", info, err)
	}
	if err := write("lost.prom"); err == nil {
		t.Error("a link that leads nowhere is written through")
	}
	if info, err := os.Lstat(at("lost.prom")); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link that leads nowhere has gone: %v, %v", info, err)
	}
	if err := replaceFile(at("far"), nil); err == nil || !strings.Contains(err.Error(), "it is a folder, and no file") {
		t.Errorf("a folder is replaced: %v", err)
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 4 {
		t.Errorf("there are %v, %v", entries, err)
	}
}
