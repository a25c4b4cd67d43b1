package cli

import (
	"bytes"
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"nianbao/internal/config"
	"nianbao/internal/desk"
	"nianbao/internal/export"
	"nianbao/internal/file"
	"nianbao/internal/message"
	"nianbao/internal/server"

	"github.com/cli/browser"
	"github.com/spf13/cobra"
)

// serving is what the command serve is asked for.
type serving struct {
	listen    string
	noBrowser bool
}

func (a *app) serveCommand() *cobra.Command {
	var in serving
	c := &cobra.Command{
		Use:   "serve",
		Short: "Open the office's page: figures, checks, preview and publishing in a browser",
		Long: `Open a page in the browser on which areas are begun, figures and sentences entered, filled-in forms taken, findings
corrected, pages looked at, and editions published, in Chinese or English. Nothing but a browser is needed, and no network:
the page is for this machine alone, and the address has a token that only the browser which is opened gets.

Who changed and published what stands in the log of the area, under the name that was entered. The program ends with Ctrl-C.`,
		Example: `  nianbao serve
  nianbao serve --listen 127.0.0.1:8080 --no-browser`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error { return a.serve(c, in) },
	}
	config.PlaceFlags(c.Flags())
	c.Flags().StringVar(&in.listen, "listen", "127.0.0.1:0", "address and port of this machine; port 0 is any free one")
	c.Flags().BoolVar(&in.noBrowser, "no-browser", false, "open no browser; print the address only")
	return c
}

func (a *app) serve(c *cobra.Command, in serving) error {
	l, err := server.Listen(c.Context(), in.listen)
	if err != nil {
		return usageError{err}
	}
	settings := a.settingsOf(c)
	if _, err := settings(nil); err != nil {
		return err
	}
	s := server.New(l, server.Options{
		Desk: desk.New(desk.Options{
			Settings: settings, Holder: a.holder(c), Now: a.Now,
			Job: func(one *config.Config) (export.Job, error) { return a.jobOf(c, one) },
		}),
		Settings: settings, Place: a.place, Lang: a.lang, Fail: func(err error) { a.complain(err, "") },
	})
	address := s.Address(l)
	if !a.quiet || in.noBrowser {
		w := a.lines()
		w.say("the page is at %s", address)
		w.say("it ends with Ctrl-C, or when this window is closed")
		if w.err != nil {
			return w.err
		}
	}
	if !in.noBrowser {
		browser.Stdout, browser.Stderr = a.Err, a.Err
		if err := browser.OpenURL(address); err != nil {
			a.warn(message.Of("no browser could be opened (%v): open the address above in one", err))
		}
	}
	return s.Serve(c.Context(), l)
}

// settingsOf gives the settings as they are at the time. Those of which the page has chosen none are kept while the file is as it
// was, since a page needs them several times.
func (a *app) settingsOf(c *cobra.Command) func(set map[string]string) (*config.Config, error) {
	var mu sync.Mutex
	var kept *config.Config
	var was []byte
	return func(set map[string]string) (*config.Config, error) {
		if len(set) > 0 {
			return a.served(c, set)
		}
		mu.Lock()
		defer mu.Unlock()
		name := config.DefaultFile
		if kept != nil {
			name = cmp.Or(kept.File, name)
		}
		now, _ := file.Read(c.Context(), name, file.Config) // who reads the settings tells what is wrong
		if kept != nil && bytes.Equal(now, was) {
			return kept, nil
		}
		settings, err := a.served(c, nil)
		if err == nil {
			kept, was = settings, now
		}
		return settings, err
	}
}

// served are the settings as the page needs them: those of the command line and the file, of which the page may choose some.
func (a *app) served(c *cobra.Command, set map[string]string) (*config.Config, error) {
	env := slices.Clone(a.Env)
	for key, value := range set {
		name := config.Variable(key)
		env = slices.DeleteFunc(env, func(one string) bool { return strings.HasPrefix(one, name+"=") })
		env = append(env, name+"="+value)
	}
	settings, err := config.LoadForPlaces(c.Flags(), env, config.DefaultFile)
	if err != nil {
		return nil, err
	}
	_, err = export.Schedule(settings.Schedule)
	return settings, err
}

// serveDesktop serves who started the program by a double click. The folder is that of the program, if it has a configuration
// and the present one has none.
func (a *app) serveDesktop(c *cobra.Command) error {
	if exe, err := os.Executable(); err == nil && !isFolder(filepath.Dir(config.DefaultFile)) {
		if home := filepath.Dir(exe); isFolder(filepath.Join(home, filepath.Dir(config.DefaultFile))) {
			if err := os.Chdir(home); err != nil {
				return err
			}
		}
	}
	for _, one := range c.Commands() {
		if one.Name() == "serve" {
			one.SetContext(c.Context())
			return one.RunE(one, nil)
		}
	}
	return c.Help()
}

func isFolder(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
}
