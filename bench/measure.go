package main

import (
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strings"
	"time"
)

// measurement is what the runs of one program took.
type measurement struct {
	program
	wall, cpu []time.Duration
	peak      int64 // bytes, the highest of all runs
	bytes     int64
}

// measure runs the programs by turns, so that a slow moment of the machine meets all of them. The first turn warms the
// machine's file cache and does not count.
func measure(programs []program, runs int) ([]measurement, error) {
	all := make([]measurement, len(programs))
	for turn := range runs + 1 {
		for i, p := range programs {
			all[i].program = p
			if err := all[i].once(turn > 0); err != nil {
				return nil, err
			}
		}
	}
	return all, nil
}

func (m *measurement) once(counts bool) error {
	if err := m.clear(); err != nil {
		return err
	}
	c := exec.Command(m.command[0], m.command[1:]...)
	c.Stderr = os.Stderr
	begun := time.Now()
	if err := c.Run(); err != nil {
		return fmt.Errorf("%s: %w", m.name, err)
	}
	took := time.Since(begun)
	var err error
	if m.bytes, err = m.size(); err != nil || !counts {
		return err
	}
	m.wall = append(m.wall, took)
	m.cpu = append(m.cpu, c.ProcessState.UserTime()+c.ProcessState.SystemTime())
	m.peak = max(m.peak, peakOf(c.ProcessState))
	return nil
}

func median(d []time.Duration) time.Duration {
	sorted := slices.Sorted(slices.Values(d))
	return (sorted[(len(sorted)-1)/2] + sorted[len(sorted)/2]) / 2
}

func preamble(runs int) string {
	return fmt.Sprintf("Medians of %d runs of whole processes by turns; %s, %d cores, %s/%s.\n", runs, runtime.Version(), runtime.NumCPU(), runtime.GOOS, runtime.GOARCH)
}

// report is a table of the medians, and one of the ratios against their goals.
func (e edition) report(all []measurement) string {
	var b strings.Builder
	fmt.Fprintf(&b, "\n### %s %s, %s\n\n", e.area, e.period, e.size)
	b.WriteString("| program | time | processor time | peak memory | files |\n| --- | --- | --- | --- | --- |\n")
	of := map[string]measurement{}
	for _, m := range all {
		of[m.name] = m
		fmt.Fprintf(&b, "| %s | %d ms | %d ms | %.0f MiB | %d kB |\n", m.name, median(m.wall).Milliseconds(), median(m.cpu).Milliseconds(), float64(m.peak)/(1<<20), m.bytes/1000)
	}
	b.WriteString("\n| ratio | measured | goal | |\n| --- | --- | --- | --- |\n")
	for _, m := range all {
		if m.against != "" {
			r := float64(median(of[m.against].wall)) / float64(median(m.wall))
			fmt.Fprintf(&b, "| %s ÷ %s | %.3f | at most %.2f | %s |\n", m.against, m.name, r, m.goal, met(r <= m.goal))
		}
	}
	const most = 120
	peak := float64(of["nianbao, all formats"].peak) / (1 << 20)
	fmt.Fprintf(&b, "| peak memory of nianbao, all formats | %.0f MiB | at most %d MiB | %s |\n", peak, most, met(peak <= most))
	return b.String()
}

func met(yes bool) string {
	if yes {
		return "met"
	}
	return "missed"
}

// The marks between which the report stands in its file.
const begin, end = "<!-- measured by go run ./bench -->\n", "<!-- end of what was measured -->"

// insert replaces what stands between the marks.
func insert(file, text string) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	before, rest, ok := strings.Cut(string(data), begin)
	_, after, closed := strings.Cut(rest, end)
	if !ok || !closed {
		return fmt.Errorf("%s: it has no marks %q and %q", file, strings.TrimSpace(begin), end)
	}
	return os.WriteFile(file, []byte(before+begin+"\n"+text+"\n"+end+after), 0o644)
}
