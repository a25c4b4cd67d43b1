package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"nianbao/internal/file"
)

// The families of the metrics file: the text format of Prometheus, version 0.0.4.
const (
	metricRun      = "nianbao_export_last_run_timestamp_seconds"
	metricSuccess  = "nianbao_export_last_success_timestamp_seconds"
	metricExit     = "nianbao_export_exit_code"
	metricDuration = "nianbao_export_duration_seconds"
	metricEditions = "nianbao_export_editions"
	metricFindings = "nianbao_export_findings"
	metricDeadline = "nianbao_export_next_deadline_timestamp_seconds"
)

var families = []struct{ name, help string }{
	{metricRun, "When the last run ended."},
	{metricSuccess, "When the last run with exit code 0 ended; 0 if there was none."},
	{metricExit, "Exit code of the last run."},
	{metricDuration, "How long the last run took."},
	{metricEditions, "Editions the last run looked at, by what became of them."},
	{metricFindings, "Findings of the checks in these editions; accepted ones are no errors."},
	{metricDeadline, "When the next data that are missing now will be late; absent if none are."},
}

// sample is a line of the metrics file: a name with its labels, and the value.
type sample struct{ series, value string }

func (s sample) family() string {
	name, _, _ := strings.Cut(s.series, "{")
	return name
}

// readMetrics reads the samples that the run before has written; none if there was none.
func readMetrics(ctx context.Context, name string) ([]sample, error) {
	data, err := file.Read(ctx, name, file.Metrics)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	var list []sample
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		if at := strings.LastIndexByte(line, ' '); at > 0 && line[0] != '#' { // labels can hold spaces
			list = append(list, sample{line[:at], line[at+1:]})
		}
	}
	return list, nil
}

// metricsText gives the samples by family, each sorted.
func metricsText(samples []sample) string {
	var b strings.Builder
	slices.SortFunc(samples, func(a, b sample) int { return strings.Compare(a.series, b.series) })
	for _, f := range families {
		head := fmt.Sprintf("# HELP %s %s\n# TYPE %s gauge\n", f.name, f.help, f.name)
		for _, s := range samples {
			if s.family() == f.name {
				b.WriteString(head + s.series + " " + s.value + "\n")
				head = ""
			}
		}
	}
	return b.String()
}

// label quotes the value of a label as the text format has it: three characters are escaped, and the rest is UTF-8.
func label(value string) string {
	escaped := strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`).Replace(strings.ToValidUTF8(value, "\uFFFD"))
	return `"` + escaped + `"`
}

// replaceFile writes a file beside the named one and puts it in its place, so that a reader sees one of the two whole. A
// link is followed; one that leads nowhere is an error, and so is what is no file, as a device.
func replaceFile(name string, write func(io.Writer) error) (err error) {
	if _, err := os.Lstat(name); err == nil {
		if name, err = filepath.EvalSymlinks(name); err != nil {
			return err
		}
		if info, err := os.Lstat(name); err == nil && !info.Mode().IsRegular() {
			return &file.NotFileError{Name: name, Mode: info.Mode()}
		}
	}
	f, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(f.Name()))
		}
	}()
	if err = write(f); err == nil {
		err = f.Chmod(0o644) // others collect it
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return err
	}
	return os.Rename(f.Name(), name)
}
