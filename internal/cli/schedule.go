package cli

import (
	"errors"
	"os"
	"os/user"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"unicode/utf16"

	"nianbao/internal/bucket"
	"nianbao/internal/config"
	"nianbao/internal/hourly"
	"nianbao/internal/message"

	"github.com/spf13/cobra"
)

// noSystemError says that what is to start the program is not there.
type noSystemError struct{ error }

func (a *app) scheduleCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "schedule",
		Short: "Let the system run nianbao export --due every hour",
		Long: `Let systemd, or the Task Scheduler of Windows, run "nianbao export --due" every hour in this folder, with its
configuration. docs/scheduling.md tells what such a run does.`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	for _, sub := range []*cobra.Command{
		{
			Use: "install", Short: "Write what lets the system run it every hour, and say what to run", Args: cobra.NoArgs,
			Long: `Write the service and the timer into /etc/systemd/system, as root; on Windows write the task as nianbao-due.xml into this
folder. Then run the command that is printed, which starts it. Done again, install writes what has changed. Your own changes
belong into "systemctl edit nianbao-due.service".`,
			RunE: func(c *cobra.Command, _ []string) error { return a.install(c) },
		},
		{
			Use: "show", Short: "Print what install would write, and change nothing", Args: cobra.NoArgs,
			RunE: func(c *cobra.Command, _ []string) error { return a.showSchedule(c) },
		},
		{
			Use: "remove", Short: "Remove what install has written, and say what to run", Args: cobra.NoArgs,
			RunE: func(*cobra.Command, []string) error { return a.uninstall() },
		},
	} {
		wrapArgs(sub)
		if sub.Name() != "remove" {
			config.FileFlag(sub.Flags())
			sub.Flags().String("user", "", "account that runs it; default: nianbao, on Windows yours")
		}
		c.AddCommand(sub)
	}
	return c
}

// windows reports whether the Task Scheduler is meant. Tests that have a folder in the place of / mean systemd.
func (a *app) windows() bool { return runtime.GOOS == "windows" && a.Sysroot == "" }

// hourly is the job that this folder, its configuration and the flags make. Variables do not count: the service has none.
func (a *app) hourly(c *cobra.Command) (hourly.Job, error) {
	settings, err := config.Load(c.Flags(), nil, config.DefaultFile)
	if err != nil {
		return hourly.Job{}, err
	}
	if bucket.IsAddress(settings.Output.Dir) {
		return hourly.Job{}, usageError{message.Errorf("%s: the hourly run has neither network nor keys for a store: write its units yourself, beginning with those of docs/scheduling", settings.Output.Dir)}
	}
	folder, err := os.Getwd()
	if err != nil {
		return hourly.Job{}, err
	}
	program, err := os.Executable()
	if err == nil {
		program, err = filepath.EvalSymlinks(program)
	}
	if err != nil {
		return hourly.Job{}, err
	}
	j := hourly.Job{Program: program, Folder: folder, Output: settings.Output.Dir, User: c.Flag("user").Value.String()}
	if c.Flag("config").Changed {
		j.Config = settings.File
	}
	if j.User == "" {
		j.User = "nianbao"
		if a.windows() {
			me, err := user.Current()
			if err != nil {
				return hourly.Job{}, err
			}
			j.User = me.Username
		}
	}
	return j.In(folder), nil
}

func (a *app) showSchedule(c *cobra.Command) error {
	j, err := a.hourly(c)
	if err != nil {
		return err
	}
	w := a.lines()
	if a.windows() {
		w.put(strings.TrimSuffix(j.TaskXML(), "\n"))
		return w.err
	}
	units, err := j.Units()
	if err != nil {
		return usageError{err}
	}
	for _, u := range units {
		w.put("# " + filepath.Join(a.units(), u.Name) + "\n" + u.Text)
	}
	return w.err
}

func (a *app) install(c *cobra.Command) error {
	j, err := a.hourly(c)
	if err != nil {
		return err
	}
	if a.windows() {
		return a.installTask(j)
	}
	units, err := j.Units()
	if err != nil {
		return usageError{err}
	}
	if err := a.systemd(); err != nil {
		return err
	}
	account, err := user.Lookup(j.User)
	if err != nil {
		return usageError{message.Errorf(`there is no account %s: create it with "useradd --system %s", or name another with --user`, j.User, j.User)}
	}
	if err := own(j.Output, account); err != nil {
		return err
	}
	written, err := hourly.Put(a.units(), units)
	for _, name := range written {
		a.say("wrote %s", name)
	}
	switch {
	case err != nil:
		return err
	case len(written) == 0:
		a.say("nothing has changed in %s", a.units())
	}
	a.say("now run: %s", "systemctl daemon-reload && systemctl enable --now "+hourly.Timer)
	a.say("to try it: %s", "systemctl start "+hourly.Service+"; journalctl -u "+hourly.Service)
	return nil
}

func (a *app) uninstall() error {
	folder, after := a.units(), "systemctl daemon-reload && systemctl stop "+hourly.Timer
	if a.windows() {
		folder, after = ".", "schtasks /delete /tn "+hourly.Task+" /f"
	} else if err := a.systemd(); err != nil {
		return err
	}
	removed, err := hourly.Remove(folder)
	for _, name := range removed {
		a.say("removed %s", name)
	}
	switch {
	case err != nil:
		return err
	case len(removed) == 0:
		a.say("nothing is installed in %s", folder)
		return nil
	}
	a.say("now run: %s", after)
	return nil
}

// units is the folder of the units that an administrator installs.
func (a *app) units() string { return filepath.Join("/", a.Sysroot, "etc/systemd/system") }

// systemd fails where the machine has not been started by systemd, or where who runs this may not change it.
func (a *app) systemd() error {
	if _, err := os.Stat(filepath.Join("/", a.Sysroot, "run/systemd/system")); err != nil {
		return noSystemError{message.Errorf("this machine is not run by systemd")}
	}
	if a.Sysroot == "" && os.Geteuid() != 0 {
		return noSystemError{message.Errorf("only root may change the units of the system")}
	}
	return nil
}

// own makes the folder that the service may write to, without which it does not start, unless it is there.
func own(dir string, account *user.User) error {
	if _, err := os.Stat(dir); err == nil {
		return nil
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	uid, err := strconv.Atoi(account.Uid)
	gid, err2 := strconv.Atoi(account.Gid)
	return errors.Join(err, err2, os.Chown(dir, uid, gid))
}

// installTask writes the task in UTF-16, as the Task Scheduler wants it.
func (a *app) installTask(j hourly.Job) error {
	text := []byte{0xff, 0xfe}
	for _, unit := range utf16.Encode([]rune(j.TaskXML())) {
		text = append(text, byte(unit), byte(unit>>8))
	}
	if _, err := hourly.Put(".", []hourly.File{{Name: hourly.TaskFile, Text: string(text)}}); err != nil {
		return err
	}
	a.say("wrote %s", hourly.TaskFile)
	a.say("now run: %s", "schtasks /create /tn "+hourly.Task+" /xml "+hourly.TaskFile+" /f")
	a.say("to try it: %s", "schtasks /run /tn "+hourly.Task)
	return nil
}

// say says what was done, unless only errors are to be said.
func (a *app) say(format string, args ...any) {
	if !a.quiet {
		a.lines().say(format, args...)
	}
}
