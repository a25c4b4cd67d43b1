// Command counties writes invented areas, to measure many editions with: counties FOLDER N [INDICATORS]
package main

import (
	"fmt"
	"os"
	"strconv"

	"nianbao/bench/county"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintf(os.Stderr, "counties: error: %v\n", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) < 2 || len(args) > 3 {
		return fmt.Errorf("usage: counties FOLDER N [INDICATORS]")
	}
	n, err := strconv.Atoi(args[1])
	if err != nil {
		return err
	}
	var size county.Size
	if len(args) == 3 {
		if size.Indicators, err = strconv.Atoi(args[2]); err != nil {
			return err
		}
	}
	return county.Write(args[0], 0, n, size)
}
