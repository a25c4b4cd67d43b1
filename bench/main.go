// Command bench holds nianbao against the programs a user would pick instead, on the same content: it builds the program,
// exports an edition once, lets the peers write the same from its JSON, and measures whole processes by turns.
//
// In: this repository, and an environment that peers/install has made. Out: docs/PERFORMANCE.md. It must not be part of
// a test: what it measures is times.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	runs := flag.Int("runs", 11, "runs of each program; at least 10 for figures to be handed on")
	env := flag.String("env", ".bench", "folder of the peers' environment, made by bench/peers/install")
	out := flag.String("o", filepath.Join("docs", "PERFORMANCE.md"), "file to write between its marks; - for standard output")
	flag.Parse()
	if err := run(*runs, *env, *out); err != nil {
		fmt.Fprintf(os.Stderr, "bench: %v\n", err)
		os.Exit(1)
	}
}

func run(runs int, env, out string) error {
	work, err := os.MkdirTemp("", "nianbao-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	if err := command("go", "build", "-o", filepath.Join(work, "nianbao"), "./cmd/nianbao"); err != nil {
		return err
	}
	text := preamble(runs)
	for _, e := range []edition{{"saibei", "2023", "81 figures"}, {"tongjian", "2022", "258 figures"}} {
		programs, err := prepare(work, env, e)
		if err != nil {
			return err
		}
		measured, err := measure(programs, runs)
		if err != nil {
			return err
		}
		text += e.report(measured)
	}
	if out == "-" {
		fmt.Print(text)
		return nil
	}
	return insert(out, text)
}
