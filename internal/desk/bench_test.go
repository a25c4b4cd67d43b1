package desk_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"nianbao/internal/config"
	"nianbao/internal/desk"
	"nianbao/internal/export"
	"nianbao/internal/form"
	"nianbao/internal/intake"
	"nianbao/internal/stat"
)

// office is a desk over copies of areas.
type office struct {
	*desk.Desk
	areas, output string
	progress      func(step string) // of jobs; nil if nobody wants to know
}

func newOffice(t testing.TB, areas ...string) *office {
	t.Helper()
	o := &office{areas: filepath.Join(t.TempDir(), "areas"), output: filepath.Join(t.TempDir(), "output")}
	for _, area := range areas {
		if err := os.CopyFS(filepath.Join(o.areas, area), os.DirFS("../../config/areas/"+area)); err != nil {
			t.Fatal(err)
		}
	}
	o.open()
	return o
}

// open begins anew, as after the program was started again.
func (o *office) open() {
	settings := func(set map[string]string) (*config.Config, error) {
		env := []string{"NIANBAO_AREAS_DIR=" + o.areas, "NIANBAO_OUTPUT_DIR=" + o.output}
		for key, value := range set {
			env = append(env, config.Variable(key)+"="+value)
		}
		return config.Load(nil, env, "none.yaml")
	}
	now := func() time.Time { return time.Date(2024, 3, 1, 9, 0, 0, 0, time.UTC) }
	job := func(c *config.Config) (export.Job, error) { return export.Job{Config: c, Progress: o.progress}, nil }
	o.Desk = desk.New(desk.Options{Settings: settings, Job: job, Holder: "test", Now: now})
}

func mustPeriod(t testing.TB, text string) stat.Period {
	t.Helper()
	p, err := stat.ParsePeriod(text)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// BenchmarkSave changes a figure, with its findings.
func BenchmarkSave(b *testing.B) {
	o := newOffice(b, "tongjian")
	year := mustPeriod(b, "2022")
	held := "403.6"
	for n := 0; b.Loop(); n++ {
		value := fmt.Sprintf("403.%d5", n%9)
		saved, err := o.Save(context.Background(), "张三", "tongjian", year, intake.Typed{
			Key: "private-economy", Held: map[form.Column]string{form.Value: held}, Cells: map[form.Column]string{form.Value: value},
		})
		if err != nil || saved.Number == 0 {
			b.Fatalf("%v, %+v", err, saved)
		}
		held = value
	}
}
