//go:build unix

package main

import (
	"os"
	"syscall"
)

// peakOf is the most memory that a process had, in bytes.
func peakOf(p *os.ProcessState) int64 {
	if used, ok := p.SysUsage().(*syscall.Rusage); ok {
		return int64(used.Maxrss) << 10 // kilobytes on Linux
	}
	return 0
}
