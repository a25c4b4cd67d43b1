//go:build linux && amd64

// Command inject runs a program and makes one of its system calls on files fail, or kills the program before it: the n-th
// of all its threads together. It prints how many there were as the last line of stderr if there were fewer than n.
//
//	inject N EIO|ENOSPC|KILL PROGRAM ARG…
package main

import (
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strconv"
	"syscall"
)

// counted are the system calls on files. Those with which the Go runtime wakes its threads are left out.
var counted = map[uint64]bool{
	syscall.SYS_READ: true, syscall.SYS_WRITE: true, syscall.SYS_CLOSE: true, syscall.SYS_FSTAT: true, syscall.SYS_PREAD64: true,
	syscall.SYS_FLOCK: true, syscall.SYS_FSYNC: true, syscall.SYS_GETDENTS64: true, syscall.SYS_OPENAT: true, syscall.SYS_MKDIRAT: true,
	syscall.SYS_NEWFSTATAT: true, syscall.SYS_UNLINKAT: true, syscall.SYS_RENAMEAT: true, syscall.SYS_LINKAT: true,
	syscall.SYS_READLINKAT: true, syscall.SYS_FCHMODAT: true, syscall.SYS_SYNC_FILE_RANGE: true, syscall.SYS_FSTATFS: true,
	306: true, 316: true, // syncfs and renameat2, which package syscall does not know
}

const wakes = 8 // bytes that the runtime reads from and writes to its own pipe

func main() {
	runtime.LockOSThread() // whoever traces is a thread
	n, err := strconv.Atoi(os.Args[1])
	errno, known := map[string]syscall.Errno{"EIO": syscall.EIO, "ENOSPC": syscall.ENOSPC, "KILL": 0}[os.Args[2]]
	if err != nil || !known {
		fail("want inject N EIO|ENOSPC|KILL PROGRAM ARG…")
	}
	cmd := exec.Command(os.Args[3], os.Args[4:]...)
	cmd.Stdout, cmd.Stderr, cmd.SysProcAttr = os.Stdout, os.Stderr, &syscall.SysProcAttr{Ptrace: true}
	if err := cmd.Start(); err != nil {
		fail(err)
	}
	t := tracer{pid: cmd.Process.Pid, n: n, errno: errno, inside: map[int]bool{}, failing: map[int]bool{}}
	os.Exit(t.run())
}

func fail(what any) {
	fmt.Fprintln(os.Stderr, "inject:", what)
	os.Exit(125)
}

type tracer struct {
	pid, n, count   int
	errno           syscall.Errno // 0 to kill
	inside, failing map[int]bool  // threads in a system call, and in the one that fails
}

func (t *tracer) run() (exit int) {
	var status syscall.WaitStatus
	if _, err := syscall.Wait4(t.pid, &status, 0, nil); err != nil {
		fail(err)
	}
	const goodAndKill = 1 | 1<<20 // PTRACE_O_TRACESYSGOOD, PTRACE_O_EXITKILL
	if err := syscall.PtraceSetOptions(t.pid, syscall.PTRACE_O_TRACECLONE|goodAndKill); err != nil {
		fail(err)
	}
	for thread := t.pid; ; {
		signal := 0
		switch stop := status.StopSignal(); {
		case status.Exited() && thread == t.pid:
			if t.count < t.n {
				fmt.Fprintln(os.Stderr, t.count)
			}
			return status.ExitStatus()
		case status.Signaled() && thread == t.pid:
			return 128 + int(status.Signal())
		case stop == syscall.SIGTRAP|0x80:
			t.call(thread)
		case stop != syscall.SIGTRAP && stop != syscall.SIGSTOP:
			signal = int(stop)
		}
		if status.Stopped() {
			_ = syscall.PtraceSyscall(thread, signal) // fails for a thread that was killed meanwhile
		}
		var err error
		if thread, err = syscall.Wait4(-1, &status, syscall.WALL, nil); err != nil {
			fail(err)
		}
	}
}

// call sees a thread enter a system call, or come back from it.
func (t *tracer) call(thread int) {
	var regs syscall.PtraceRegs
	if syscall.PtraceGetRegs(thread, &regs) != nil {
		return
	}
	const entering = ^uint64(syscall.ENOSYS) + 1 // what a call has for its result before it is done
	if t.inside[thread] = regs.Rax == entering && !t.inside[thread]; !t.inside[thread] {
		if t.failing[thread] {
			regs.Rax = uint64(-int64(t.errno))
			_ = syscall.PtraceSetRegs(thread, &regs)
			delete(t.failing, thread)
		}
		return
	}
	moves := regs.Orig_rax == syscall.SYS_READ || regs.Orig_rax == syscall.SYS_WRITE
	if !counted[regs.Orig_rax] || moves && regs.Rdx == wakes {
		return
	}
	if t.count++; t.count != t.n {
		return
	}
	if t.errno == 0 {
		_ = syscall.Kill(t.pid, syscall.SIGKILL)
		return
	}
	t.failing[thread] = true
	regs.Orig_rax = 1<<64 - 1 // no system call
	_ = syscall.PtraceSetRegs(thread, &regs)
}
