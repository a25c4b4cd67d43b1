//go:build unix

package file

import "syscall"

// unwaiting are the flags with which opening does not wait for a writer, or take over a terminal.
const unwaiting = syscall.O_NONBLOCK | syscall.O_NOCTTY
