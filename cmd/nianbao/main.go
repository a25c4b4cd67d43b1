// Command nianbao exports an area's statistics as a bilingual PDF briefing, an Excel workbook, CSV and JSON.
package main

import (
	"os"

	"nianbao/internal/cli"

	"golang.org/x/term"
)

func main() {
	os.Exit(cli.Main(os.Args[1:], cli.Streams{
		Out:      os.Stdout,
		Err:      os.Stderr,
		Terminal: term.IsTerminal(int(os.Stderr.Fd())),
		Env:      os.Environ(),
	}))
}
