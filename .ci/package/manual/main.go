// Command manual writes the manual pages of all commands in both languages. usage: manual FOLDER
package main

import (
	"bytes"
	"io"
	"log"
	"os"
	"path/filepath"
	"strings"

	"nianbao/internal/cli"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"
)

// headings are those that the library writes, in Chinese.
var headings = strings.NewReplacer(
	".SH NAME\n", ".SH 名称\n", ".SH SYNOPSIS\n", ".SH 用法\n", ".SH DESCRIPTION\n", ".SH 说明\n", ".SH OPTIONS\n", ".SH 选项\n",
	".SH OPTIONS INHERITED FROM PARENT COMMANDS\n", ".SH 全局选项\n", ".SH EXAMPLE\n", ".SH 示例\n", ".SH SEE ALSO\n", ".SH 另见\n",
)

func main() {
	for lang, folder := range map[string]string{"en": "man1", "zh": "zh_CN/man1"} {
		root := cli.New([]string{"--ui-lang", lang}, cli.Streams{Out: io.Discard, Err: io.Discard}).Root
		root.DisableAutoGenTag = true
		if err := pages(root, lang, filepath.Join(os.Args[1], folder)); err != nil {
			log.Fatal(err)
		}
	}
}

func pages(c *cobra.Command, lang, folder string) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() && !sub.IsAdditionalHelpTopicCommand() {
			if err := pages(sub, lang, folder); err != nil {
				return err
			}
		}
	}
	var page bytes.Buffer
	if err := doc.GenMan(c, &doc.GenManHeader{Section: "1", Source: "nianbao", Manual: "nianbao"}, &page); err != nil {
		return err
	}
	text := page.String()
	if lang == "zh" {
		text = headings.Replace(text)
	}
	name := strings.ReplaceAll(c.CommandPath(), " ", "-") + ".1"
	return os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644)
}
