// Package areafile writes the files of an area's folder.
//
// In: the folder, what its files are believed to hold, and new contents. Out: the files with these contents, each replaced as
// a whole, or an error and the files as they were. It must not know what is in a file, and must not replace one that somebody
// else has changed in the meantime.
package areafile

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"nianbao/internal/dataset"
	"nianbao/internal/message"
	"nianbao/internal/publish"
)

// ChangedError says that a file is no longer what a change was worked out for.
type ChangedError struct{ File string }

// Error gives the message in English.
func (e *ChangedError) Error() string { return e.Message().Error() }

// Message implements [message.Messenger].
func (e *ChangedError) Message() *message.Text {
	return message.Of("%s was changed by somebody else in the meantime: nothing was written; look at the change and do this again", e.File)
}

// Replace gives files of a folder new contents, if each still holds what it held before; a file that is not among those
// must not be there. The holder says who does it, to somebody who has to wait. Each file is replaced in one step, after all of
// them are written to the disk.
func Replace(folder string, before, files []dataset.Input, holder string) (err error) {
	unlock, err := publish.Lock(folder, holder)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, unlock()) }()
	held := map[string][]byte{}
	for _, in := range before {
		held[in.Name] = in.Data
	}
	for _, f := range files {
		now, err := os.ReadFile(filepath.Join(folder, f.Name))
		was, known := held[f.Name]
		switch {
		case errors.Is(err, fs.ErrNotExist) && !known:
		case err != nil:
			return err
		case !known || !bytes.Equal(now, was):
			return &ChangedError{f.Name}
		}
	}
	var made []string
	defer func() {
		for _, name := range made {
			_ = os.Remove(name) // gone if all went well
		}
	}()
	for _, f := range files {
		name, err := write(folder, f)
		if name != "" {
			made = append(made, name)
		}
		if err != nil {
			return err
		}
	}
	for i, f := range files {
		if err := os.Rename(made[i], filepath.Join(folder, f.Name)); err != nil {
			return err
		}
	}
	return nil
}

// write writes a file beside its place, under a hidden name.
func write(folder string, f dataset.Input) (name string, err error) {
	out, err := os.CreateTemp(folder, "."+f.Name+".*")
	if err != nil {
		return "", err
	}
	mode := fs.FileMode(0o644)
	if info, err := os.Stat(filepath.Join(folder, f.Name)); err == nil {
		mode = info.Mode().Perm()
	}
	_, err = out.Write(f.Data)
	return out.Name(), errors.Join(err, out.Chmod(mode), out.Sync(), out.Close())
}
