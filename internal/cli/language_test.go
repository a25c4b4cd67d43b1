package cli

import (
	"io"
	"strings"
	"testing"
	"unicode"

	"nianbao/internal/batch"
	"nianbao/internal/export"
	"nianbao/internal/message"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// What is said of values, and the help of every command and flag, is in the catalogue.
func TestChinese(t *testing.T) {
	holds := func(where, text string) {
		if !strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Han, r) }) {
			t.Errorf("%s: no entry for\n%s", where, strings.ReplaceAll(text, "\n", `\n`))
		}
	}
	words := []string{string(batch.Done), string(batch.Unchanged), string(batch.Failed), "draft", "final"}
	for _, o := range export.Outcomes() {
		words = append(words, string(o))
	}
	for _, word := range words {
		holds("code", message.In(message.Chinese, message.Plain(word)))
	}
	a := &app{lang: message.Chinese, Streams: Streams{Out: io.Discard, Err: io.Discard}}
	var help func(*cobra.Command)
	help = func(c *cobra.Command) {
		holds(c.CommandPath(), c.Short)
		if c.Long != "" {
			holds(c.CommandPath(), c.Long)
		}
		c.LocalFlags().VisitAll(func(f *pflag.Flag) { holds(c.CommandPath()+" --"+f.Name, f.Usage) })
		for _, sub := range c.Commands() {
			help(sub)
		}
	}
	root := a.root()
	help(root)
	holds("usage", root.UsageTemplate())
}
