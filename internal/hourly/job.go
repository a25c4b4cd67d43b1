package hourly

import (
	"encoding/xml"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"nianbao/docs/scheduling"
	"nianbao/internal/message"
)

// Job is what is to run every hour. All paths are absolute.
type Job struct {
	Program string
	Folder  string // that it works in
	Config  string // the configuration file; "" for that of the folder
	Output  string // the folder that it writes to
	User    string // as whom it runs
}

// File is a file of the system.
type File struct{ Name, Text string }

// The names of what is installed.
const (
	Service  = "nianbao-due.service"
	Timer    = "nianbao-due.timer"
	Task     = "nianbao-due"
	TaskFile = Task + ".xml"
)

// Units are the service and the timer. The error says which path systemd or the service's own limits do not allow.
func (j Job) Units() ([]File, error) {
	home, tmp := "ProtectHome=yes", "PrivateTmp=yes"
	for _, name := range []string{j.Program, j.Folder, j.Config, j.Output, j.User} {
		if strings.ContainsAny(name, `"'\$%;`) || strings.ContainsFunc(name, unicode.IsControl) {
			return nil, message.Errorf("%q: systemd reads one of these characters as something else: choose a path without", name)
		}
		if below(name, "/home", "/root", "/run/user") {
			home = "ProtectHome=no" // else there is nothing there for it
		}
		if below(name, "/tmp", "/var/tmp") {
			tmp = "PrivateTmp=no"
		}
	}
	if strings.Contains(j.Program, "/go-build") {
		return nil, message.Errorf("%s: go run removes this program when it ends: build it, and run what was built", j.Program)
	}
	run := quoted(j.Program) + " export --due"
	if j.Config != "" {
		run += " --config " + quoted(j.Config)
	}
	service := strings.NewReplacer(
		"User=nianbao", "User="+j.User,
		"WorkingDirectory=/srv/nianbao", "WorkingDirectory="+j.Folder,
		"ReadWritePaths=/srv/nianbao/output", "ReadWritePaths="+quoted(j.Output),
		"/usr/local/bin/nianbao export --due", run,
		"ProtectHome=yes", home, "PrivateTmp=yes", tmp,
	).Replace(scheduling.Service)
	return []File{{Service, service}, {Timer, scheduling.Timer}}, nil
}

// below reports whether a path is in one of the folders.
func below(name string, folders ...string) bool {
	return slices.ContainsFunc(folders, func(folder string) bool { return strings.HasPrefix(path.Clean(name)+"/", folder+"/") })
}

// quoted is a path, or an argument, as one word.
func quoted(name string) string {
	if strings.Contains(name, " ") {
		return `"` + name + `"`
	}
	return name
}

// TaskXML is the task for Windows. It names no encoding: it may be UTF-8, or UTF-16 with a byte-order mark.
func (j Job) TaskXML() string {
	run := "export --due"
	if j.Config != "" {
		run += " --config " + quoted(j.Config)
	}
	return strings.NewReplacer(
		`>OFFICE\nianbao<`, ">"+escaped(j.User)+"<",
		`>C:\nianbao\nianbao.exe<`, ">"+escaped(j.Program)+"<",
		`>C:\nianbao<`, ">"+escaped(j.Folder)+"<",
		">export --due ", ">"+escaped(run)+" ",
	).Replace(scheduling.Task)
}

func escaped(text string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(text)) // a strings.Builder takes all
	return b.String()
}

// In gives the paths of a job that are relative from a folder on.
func (j Job) In(folder string) Job {
	for _, name := range []*string{&j.Folder, &j.Config, &j.Output} {
		if *name != "" && !filepath.IsAbs(*name) {
			*name = filepath.Join(folder, *name)
		}
	}
	return j
}
