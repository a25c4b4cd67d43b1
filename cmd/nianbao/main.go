// Command nianbao exports an area's statistics as a bilingual PDF briefing, an Excel workbook, CSV and JSON.
package main

import (
	"os"
	"runtime/debug"

	"nianbao/internal/cli"

	"golang.org/x/term"
)

// heapGrowth is by how many per cent the heap may grow between two collections. An edition lives shortly and is small:
// with the usual 100 a run collects 15 times, which is a fifth of its time, and takes 60 MiB; so it takes 80.
const heapGrowth = 400

// heapLimit is the memory from which on the heap grows no faster than it must. A usual edition takes a tenth of it, one of
// 100,000 facts more.
const heapLimit = 1 << 30

func main() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(heapGrowth)
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(heapLimit)
	}
	os.Exit(cli.Main(os.Args[1:], cli.Streams{
		In:       os.Stdin,
		Out:      os.Stdout,
		Err:      os.Stderr,
		Terminal: term.IsTerminal(int(os.Stderr.Fd())),
		Desktop:  len(os.Args) == 1 && cli.FromDesktop(),
		Env:      os.Environ(),
		Heap:     hugeHeap,
	}))
}
