package cli

import (
	"bufio"
	"context"
	"errors"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
	"time"

	"nianbao/internal/audit"
	"nianbao/internal/batch"
	"nianbao/internal/config"
	"nianbao/internal/dataset"
	"nianbao/internal/export"
	"nianbao/internal/message"
	"nianbao/internal/publish"

	"github.com/spf13/cobra"
)

// The exit codes.
const (
	ExitDone    = 0 // done; also: nothing was due
	ExitFailure = 1 // something failed
	ExitUsage   = 2 // the command line or the configuration is wrong
	ExitData    = 3 // the data failed their checks, or are late
	ExitPartial = 4 // some areas of a batch failed
	ExitLocked  = 5 // another run holds the lock
)

// Streams are what the program reads and writes besides files.
type Streams struct {
	Out, Err io.Writer
	In       io.Reader // who answers questions; nil if nobody can be asked
	Terminal bool      // Err is a terminal
	Desktop  bool      // the program was started by a double click
	Sysroot  string    // folder in the place of / where units of systemd are installed, for tests; usually ""
	Env      []string
	Now      func() time.Time // the clock; that of the system if nil
	Heap     func()           // prepares the memory for editions, which is long for a command that has none; may be nil
	// Step is told of each step of an export before it is done, and of those of publishing when they are done: staged,
	// exchanged, archived. Tests end a run there. It may be nil.
	Step func(ctx context.Context, step string)
}

// Program is the program before it runs.
type Program struct {
	Root *cobra.Command // all commands, for their manual
	*app
	fault error // of the arguments
}

// New is the program with these arguments, without the program's name, in the language that they or the environment ask for.
func New(args []string, s Streams) *Program {
	if s.Now == nil {
		s.Now = time.Now
	}
	a := &app{Streams: s}
	fault := a.choose(args)
	root := a.root()
	root.SetArgs(args)
	root.SetOut(s.Out)
	root.SetErr(s.Err)
	return &Program{root, a, fault}
}

// Main runs the program with these arguments and returns its exit code.
func Main(args []string, s Streams) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	a := New(args, s)
	ended := make(chan struct{})
	defer close(ended)
	defer context.AfterFunc(ctx, func() {
		stop() // the next signal ends the process at once
		a.endSoon(ended)
	})()
	cobra.MousetrapHelpText = "" // a double click opens the page
	if s.Step != nil {
		outer := ctx
		ctx = publish.WithTrace(ctx, func(done publish.Step) { s.Step(outer, string(done)) })
	}
	err := a.fault
	if err == nil {
		err = a.execute(ctx, a.Root)
	}
	if err == nil {
		return ExitDone
	}
	a.report(err)
	a.wait()
	return exitCode(err)
}

// wait lets a person read what went wrong in a window that closes when the program ends.
func (a *app) wait() {
	if a.Desktop && a.In != nil {
		w := &lines{to: a.Err, lang: a.lang}
		w.say("press Enter to close the window")
		_, _ = bufio.NewReader(a.In).ReadString('\n') // anything will do
	}
}

// execute runs a command. A fault of the program is an error like others, with the stack for whoever mends it.
func (a *app) execute(ctx context.Context, root *cobra.Command) (err error) {
	defer func() {
		if p := recover(); p != nil {
			_, _ = a.Err.Write(debug.Stack()) // there is nowhere else to say it
			err = &batch.PanicError{Value: p}
		}
	}()
	return root.ExecuteContext(ctx)
}

// grace is how long a run that is asked to end may take. Together with what is said then it is less than a second.
const grace, lastWords = 600 * time.Millisecond, 100 * time.Millisecond

// endSoon ends the process if the run does not come to its end by itself: one that waits for a disk or for who reads its
// output cannot look at its context. A release is safe from that at any moment, as from a power cut.
func (a *app) endSoon(ended <-chan struct{}) {
	select {
	case <-ended:
		return
	case <-time.After(grace):
	}
	said := make(chan struct{})
	go func() {
		a.report(stopped{context.Canceled})
		close(said)
	}()
	select {
	case <-said:
	case <-time.After(lastWords):
	}
	os.Exit(ExitFailure)
}

// usageError marks an error of the command line.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

// reported marks an error whose message is out already.
type reported struct{ error }

func (e reported) Unwrap() error { return e.error }

func exitCode(err error) int {
	var due dueError
	switch {
	case errors.As(err, &due):
		return due.exitCode()
	case errors.As(err, new(usageError)), errors.As(err, new(*config.Error)), errors.As(err, new(*export.NoAreaError)),
		errors.As(err, new(dataset.UnknownAreaError)), errors.As(err, new(*export.AreasError)),
		errors.As(err, new(*audit.NoHistoryError)), errors.As(err, new(*export.LossError)):
		return ExitUsage
	case errors.As(err, new(dataset.Errors)), errors.As(err, new(*export.CheckError)), errors.As(err, new(*export.NoDataError)),
		errors.As(err, new(importError)):
		return ExitData
	case errors.As(err, new(*batch.PartialError)):
		return ExitPartial
	case errors.Is(err, publish.ErrLocked):
		return ExitLocked
	default:
		return ExitFailure
	}
}

// app is one run of the program.
type app struct {
	Streams
	lang      message.Lang
	quiet     bool
	json      bool
	logFormat string
	due       bool   // of export
	replace   bool   // of export and batch
	metrics   string // of export: the file to write them to; "" for none
}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "nianbao",
		Short: "Export an area's statistics as a bilingual PDF briefing, an Excel workbook, CSV and JSON",
		Long: `nianbao (年报, annual report) takes one area's structured figures for one period and writes an edition:
a bilingual PDF briefing, an Excel workbook, and the same figures as CSV and JSON, with a manifest of checksums.

Exit codes: 0 done, 1 failure, 2 wrong usage or configuration, 3 the data failed their checks or are late,
4 some areas of a batch failed, 5 another run holds the lock.`,
		SilenceUsage:  true,
		SilenceErrors: true,
		Version:       buildVersion(),
		Args:          cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if a.Desktop {
				return a.serveDesktop(c)
			}
			return c.Help()
		},
		PersistentPreRunE: func(*cobra.Command, []string) error {
			if a.logFormat != "text" && a.logFormat != "json" {
				return usageError{message.Errorf("--log-format must be text or json")}
			}
			return nil
		},
	}
	root.SetVersionTemplate("nianbao {{.Version}}\n")
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{err} })
	flags := root.PersistentFlags()
	flags.BoolVarP(&a.quiet, "quiet", "q", false, "print only errors, and JSON if requested")
	flags.BoolVar(&a.json, "json", false, "print a machine-readable summary on stdout")
	flags.StringVar(&a.logFormat, "log-format", "text", "format of messages on stderr: text or json")
	flags.String(langFlag, "", "language of messages: zh or en; default: the locale's")
	for _, c := range []*cobra.Command{
		a.exportCommand(), a.batchCommand(), a.checkCommand(), a.verifyCommand(), a.diffCommand(), a.historyCommand(), a.pruneCommand(), a.seriesCommand(), a.catalogCommand(), a.explainCommand(),
		a.serveCommand(), a.logCommand(), a.initCommand(), a.formCommand(), a.importCommand(),
		a.scheduleCommand(), a.configCommand(), a.licencesCommand(), a.versionCommand(),
	} {
		wrapArgs(c)
		root.AddCommand(c)
	}
	wrapArgs(root)
	a.completion(root)
	a.translate(root)
	return root
}

// completion makes a shell that is not known, or none, an error of usage.
func (a *app) completion(root *cobra.Command) {
	root.InitDefaultCompletionCmd()
	for _, c := range root.Commands() {
		if c.Name() != "completion" {
			continue
		}
		c.Args = cobra.ArbitraryArgs
		c.RunE = func(*cobra.Command, []string) error {
			return usageError{message.Errorf("name a shell: bash, zsh, fish or powershell")}
		}
		for _, shell := range c.Commands() {
			wrapArgs(shell)
		}
	}
}

// heap prepares the memory of a command that makes editions, or reads all of them.
func (a *app) heap(*cobra.Command, []string) {
	if a.Heap != nil {
		a.Heap()
	}
}

// wrapArgs makes wrong arguments errors of usage.
func wrapArgs(c *cobra.Command) {
	check := c.Args
	c.Args = func(c *cobra.Command, args []string) error {
		if err := check(c, args); err != nil {
			return usageError{err}
		}
		return nil
	}
}
