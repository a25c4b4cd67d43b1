//go:build !unix

package main

import "os"

// peakOf is the most memory that a process had; here it is not known.
func peakOf(*os.ProcessState) int64 { return 0 }
