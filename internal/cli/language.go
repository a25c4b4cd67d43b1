package cli

import (
	"slices"
	"strings"

	"nianbao/internal/message"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// langFlag names the language of messages.
const langFlag = "ui-lang"

// choose takes the language of messages from the command line, else from the locale, as gettext does. It is read before
// all else, since help and errors of the command line are messages too.
func (a *app) choose(args []string) error {
	a.lang = message.English
	if strings.HasPrefix(a.variable("LC_ALL", "LC_MESSAGES", "LANG"), "zh") {
		a.lang = message.Chinese
	}
	for i, arg := range args {
		name, value, given := strings.Cut(arg, "=")
		switch {
		case arg == "--":
			return nil
		case name != "--"+langFlag || !given && i+1 == len(args):
			continue
		case !given:
			value = args[i+1]
		}
		if value != string(message.English) && value != string(message.Chinese) {
			return usageError{message.Errorf("--%s must be zh or en", langFlag)}
		}
		a.lang = message.Lang(value)
	}
	return nil
}

// translate puts the help of all commands into the language of messages.
func (a *app) translate(root *cobra.Command) {
	if a.lang == message.English {
		return
	}
	root.InitDefaultHelpCmd()
	root.InitDefaultVersionFlag()
	root.SetUsageTemplate(a.ownWords(root.UsageTemplate()))
	a.translateOne(root)
}

func (a *app) translateOne(c *cobra.Command) {
	c.InitDefaultHelpFlag()
	c.Use, c.DisableFlagsInUseLine = c.Use+a.inLang(" [flags]"), true
	c.Short, c.Long = a.inLang(c.Short), a.inLang(c.Long)
	c.LocalFlags().VisitAll(func(f *pflag.Flag) {
		f.Usage = a.inLang(f.Usage)
		none := []string{"", "[]", "0"}
		if !slices.Contains(none, f.DefValue) && f.Value.Type() != "bool" {
			list := strings.TrimPrefix(f.DefValue, "[")
			f.Usage += message.In(a.lang, message.Of(" (default %s)", strings.TrimSuffix(list, "]")))
			f.DefValue = none[min(1, len(f.DefValue)-len(list))] // said above
		}
	})
	for _, sub := range c.Commands() {
		a.translateOne(sub)
	}
}

func (a *app) inLang(text string) string { return message.In(a.lang, message.Plain(text)) }

// ownWords translates the headings of the library's template.
func (a *app) ownWords(template string) string {
	for _, heading := range []string{
		"Usage:", "Aliases:", "Examples:", "Available Commands:", "Additional Commands:", "Additional help topics:", "Global Flags:", "Flags:",
		"{{.CommandPath}} [command]{{end}}",
		`Use "{{.CommandPath}} [command] --help" for more information about a command.`,
	} {
		template = strings.ReplaceAll(template, heading, a.inLang(heading))
	}
	return template
}
