package hourly

import (
	"encoding/xml"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var documented = Job{Program: "/usr/local/bin/nianbao", Folder: "/srv/nianbao", Output: "/srv/nianbao/output", User: "nianbao"}

// The files of docs/scheduling are what is installed for the job that they are about.
func TestAsDocumented(t *testing.T) {
	units, err := documented.Units()
	if err != nil {
		t.Fatal(err)
	}
	task := Job{Program: `C:\nianbao\nianbao.exe`, Folder: `C:\nianbao`, User: `OFFICE\nianbao`}.TaskXML()
	for _, f := range append(units, File{TaskFile, task}) {
		want, err := os.ReadFile(filepath.Join("../../docs/scheduling", f.Name))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), f.Text); diff != "" {
			t.Errorf("%s:\n%s", f.Name, diff)
		}
	}
}

func TestUnits(t *testing.T) {
	for _, tt := range []struct {
		name   string
		change func(*Job)
		want   []string // lines that are not those of the documented job; one alone is that of an error
	}{
		{"another account", func(j *Job) { j.User = "office" }, []string{"User=office"}},
		{"a folder with a space", func(j *Job) { j.Folder, j.Output = "/srv/my area", "/srv/my area/output" }, []string{"WorkingDirectory=/srv/my area", `ReadWritePaths="/srv/my area/output"`}},
		{"a configuration", func(j *Job) { j.Config = "/etc/nian bao.yaml" }, []string{`ExecStart=/usr/local/bin/nianbao export --due --config "/etc/nian bao.yaml" --metrics-file /var/lib/nianbao/nianbao.prom`}},
		{"in Chinese", func(j *Job) { j.Folder = "/srv/年报" }, []string{"WorkingDirectory=/srv/年报"}},
		{"below /home", func(j *Job) { j.Output = "/home/li/output" }, []string{"ReadWritePaths=/home/li/output", "ProtectHome=no"}},
		{"a folder named as /home", func(j *Job) { j.Output = "/homes/output" }, []string{"ReadWritePaths=/homes/output"}},
		{"a line end", func(j *Job) { j.Folder = "/srv\nExecStart=/bin/sh" }, []string{`"/srv\nExecStart=/bin/sh": systemd reads one of these characters as something else: choose a path without`}},
		{"a specifier", func(j *Job) { j.Output = "/srv/100%" }, []string{`"/srv/100%": systemd reads one of these characters as something else: choose a path without`}},
		{"below /var/tmp", func(j *Job) { j.Folder = "/var/tmp/x" }, []string{"WorkingDirectory=/var/tmp/x", "PrivateTmp=no"}},
		{"a program that is removed", func(j *Job) { j.Program = "/tmp/go-build1/exe/nianbao" }, []string{"/tmp/go-build1/exe/nianbao: go run removes this program when it ends: build it, and run what was built"}},
	} {
		j, plain := documented, []string{}
		tt.change(&j)
		units, err := j.Units()
		if err != nil {
			if diff := cmp.Diff(tt.want, []string{err.Error()}); diff != "" {
				t.Errorf("%s:\n%s", tt.name, diff)
			}
			continue
		}
		was, _ := documented.Units()
		for _, line := range strings.Split(units[0].Text, "\n") {
			if !slices.Contains(strings.Split(was[0].Text, "\n"), line) {
				plain = append(plain, line)
			}
		}
		slices.Sort(plain)
		slices.Sort(tt.want)
		if diff := cmp.Diff(tt.want, plain); diff != "" {
			t.Errorf("%s:\n%s", tt.name, diff)
		}
	}
}

// A task says what it is told, whatever characters are in it.
func TestTask(t *testing.T) {
	j := Job{Program: `D:\统计 & 年报\nianbao.exe`, Folder: `D:\统计 & 年报`, Config: `D:\a b\<x>.yaml`, User: `局\"李"`}
	var got struct {
		User      string `xml:"Principals>Principal>UserId"`
		Interval  string `xml:"Triggers>TimeTrigger>Repetition>Interval"`
		Command   string `xml:"Actions>Exec>Command"`
		Arguments string `xml:"Actions>Exec>Arguments"`
		Folder    string `xml:"Actions>Exec>WorkingDirectory"`
	}
	if err := xml.Unmarshal([]byte(j.TaskXML()), &got); err != nil {
		t.Fatal(err)
	}
	want := got
	want.User, want.Interval, want.Command, want.Folder = j.User, "PT1H", j.Program, j.Folder
	want.Arguments = `export --due --config "D:\a b\<x>.yaml" --metrics-file nianbao.prom`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
