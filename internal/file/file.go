package file

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"

	"nianbao/internal/message"
)

// The kinds of files, each as the number of bytes that one has at most. A larger one is not read.
const (
	Note     = 4 << 10   // of who holds a lock
	Config   = 1 << 20   // the configuration
	Metrics  = 16 << 20  // the metrics of the run before
	Data     = 16 << 20  // a file of an area
	Manifest = 256 << 20 // the manifest of a release
	Font     = 128 << 20 // a font, or a collection of fonts
	Release  = 1 << 30   // a file of a release
)

// NotFileError says that what has the name of a file is none.
type NotFileError struct {
	Name string
	Mode fs.FileMode
}

// Error gives "2024.yaml: it is a named pipe, and no file".
func (e *NotFileError) Error() string { return e.Message().Error() }

// Message implements [message.Messenger].
func (e *NotFileError) Message() *message.Text { return message.Of("%s: %v", e.Name, e.Fault()) }

// Fault is the message without the name.
func (e *NotFileError) Fault() *message.Text {
	return message.Of("it is %s, and no file", message.Plain(Kind(e.Mode)))
}

// SizeError says that a file is larger than one of its kind may be.
type SizeError struct {
	Name string
	Most int64
}

// Error gives "2024.yaml: it is larger than 16384 KiB".
func (e *SizeError) Error() string { return e.Message().Error() }

// Message implements [message.Messenger].
func (e *SizeError) Message() *message.Text {
	return message.Of("%s: it is larger than %d KiB", e.Name, e.Most>>10)
}

// Kind names what is no regular file.
func Kind(m fs.FileMode) string {
	switch {
	case m.IsDir():
		return "a folder"
	case m&fs.ModeSymlink != 0:
		return "a symbolic link"
	case m&fs.ModeNamedPipe != 0:
		return "a named pipe"
	case m&fs.ModeSocket != 0:
		return "a socket"
	default:
		return "a device"
	}
}

// Read reads a file. A link is followed.
func Read(ctx context.Context, name string, most int64) ([]byte, error) {
	f, err := Open(name)
	if err != nil {
		return nil, err
	}
	return readAll(interruptible{ctx, f}, name, most)
}

// ReadIn reads a file of a file system. It never waits in those of [Dir] and [In].
func ReadIn(fsys fs.FS, name string, most int64) ([]byte, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	return readAll(f, name, most)
}

// Open opens a regular file, without a limit. A link is followed.
func Open(name string) (*os.File, error) {
	f, err := open(name, os.Stat, os.OpenFile)
	if err == nil {
		err = regular(f, name)
	}
	return f, err
}

type opener func(name string, flag int, perm fs.FileMode) (*os.File, error)

// open opens a file or a folder and nothing else. It looks before and after: opening a device can do something.
func open(name string, stat func(string) (fs.FileInfo, error), open opener) (*os.File, error) {
	info, err := stat(name)
	if err != nil {
		return nil, err
	}
	if m := info.Mode(); !m.IsRegular() && !m.IsDir() {
		return nil, &NotFileError{name, m}
	}
	return open(name, os.O_RDONLY|unwaiting, 0)
}

// regular closes what is open and no regular file.
func regular(f fs.File, name string) error {
	info, err := f.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = &NotFileError{name, info.Mode()}
	}
	if err != nil {
		err = errors.Join(err, f.Close())
	}
	return err
}

// readAll reads and closes a file.
func readAll(f fs.File, name string, most int64) (data []byte, err error) {
	if err := regular(f, name); err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if info.Size() > most {
		return nil, &SizeError{name, most}
	}
	var all bytes.Buffer
	all.Grow(int(info.Size()) + bytes.MinRead) // room that shows the end without growing
	if _, err := all.ReadFrom(io.LimitReader(f, most+1)); err != nil {
		return nil, err
	}
	if int64(all.Len()) > most {
		return nil, &SizeError{name, most}
	}
	return all.Bytes(), nil
}

// interruptible is a file that is read as long as a context lasts.
type interruptible struct {
	ctx  context.Context
	file *os.File
}

// Stat implements [fs.File].
func (f interruptible) Stat() (fs.FileInfo, error) { return f.file.Stat() }

// Close implements [io.Closer].
func (f interruptible) Close() error { return f.file.Close() }

// atOnce is how many bytes are read between two looks at the context.
const atOnce = 4 << 20

// Read implements [io.Reader].
func (f interruptible) Read(into []byte) (int, error) {
	if err := f.ctx.Err(); err != nil {
		return 0, err
	}
	return f.file.Read(into[:min(len(into), atOnce)])
}
