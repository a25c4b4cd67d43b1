// Package areafile writes the files of an area's folder.
//
// In: the folder, what its files are believed to hold, and new contents. Out: the files with these contents, each replaced as
// a whole, or an error and the files as they were; one that could not be put back is named. It must not know what is in a file,
// and must not replace one that somebody else has changed in the meantime, or that is not to be written.
package areafile

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"nianbao/internal/dataset"
	"nianbao/internal/file"
	"nianbao/internal/journal"
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

// Replace gives files of a folder new contents, if each of its files still holds what it held before; a file that is not among
// those must not be there. A file without contents, nil, is removed. The holder says who does it, to somebody who has to wait.
// Each file is replaced in one step, after all of them are written to the disk beside their places, and this was announced,
// if announce is not nil; one that is a link stays one, and what it leads to is replaced.
func Replace(folder string, before, files []dataset.Input, holder string, announce func() error) (err error) {
	unlock, err := publish.Lock(folder, holder)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, unlock()) }()
	held := map[string][]byte{}
	for _, in := range before {
		held[in.Name] = in.Data
		now, err := file.Read(context.Background(), filepath.Join(folder, in.Name), dataset.MaxFile)
		switch {
		case errors.Is(err, fs.ErrNotExist), err == nil && !bytes.Equal(now, in.Data):
			return &ChangedError{in.Name}
		case err != nil:
			return err
		}
	}
	tidy(folder)
	var list []replacement
	defer func() {
		for _, r := range list {
			if r.made != "" {
				_ = os.Remove(r.made) // gone if all went well
			}
		}
	}()
	for _, f := range files {
		was, known := held[f.Name]
		r, err := prepare(filepath.Join(folder, f.Name), f.Data, known)
		if err != nil {
			return err
		}
		r.was = was
		list = append(list, r)
	}
	slices.SortStableFunc(list, func(a, b replacement) int { return strings.Compare(a.made, b.made) }) // removed files first, see [Finish]
	if announce != nil {
		if err := announce(); err != nil {
			return err
		}
	}
	if err := swap(list); err != nil {
		return err
	}
	_ = publish.SyncDir(folder) // the files are in their places, whether or not the disk says so
	return nil
}

// replacement is a file that is written and takes the place of another, or of which nothing is left.
type replacement struct {
	made, name string // made is "" of a file that is removed
	mode       fs.FileMode
	known      bool   // there is such a file
	was        []byte // what it holds
}

// prepare writes what a file is to hold beside its place.
func prepare(name string, data []byte, known bool) (r replacement, err error) {
	r = replacement{name: name, mode: 0o644, known: known}
	if _, err := os.Lstat(name); !known && !errors.Is(err, fs.ErrNotExist) {
		return r, errors.Join(err, &ChangedError{filepath.Base(name)})
	}
	if known {
		if r.name, err = filepath.EvalSymlinks(name); err != nil {
			return r, err
		}
		info, err := os.Stat(r.name)
		if err != nil {
			return r, err
		}
		if r.mode = info.Mode().Perm(); r.mode&0o222 == 0 {
			return r, message.Errorf("%s is write-protected: nothing was written; give it write permission, or ask who protected it", r.name)
		}
	}
	if data == nil {
		r.name = name // of a link, the link itself
		return r, nil
	}
	r.made, err = beside(r.name, r.mode, text(data))
	return r, err
}

// made is the name of a file that is written beside its place.
var made = regexp.MustCompile(`^\.(.+\.ya?ml)\.[0-9]+$`)

// left are the files that killed runs have left in a folder, with the names of those that they were to replace.
func left(folder string) map[string]string {
	list := map[string]string{}
	entries, _ := os.ReadDir(folder) // what cannot be listed has nothing for us
	for _, e := range entries {
		if m := made.FindStringSubmatch(e.Name()); m != nil {
			list[filepath.Join(folder, e.Name())] = filepath.Join(folder, m[1])
		}
	}
	return list
}

// tidy removes what killed runs have left in a folder.
func tidy(folder string) {
	for name := range left(folder) {
		_ = os.Remove(name) // what cannot be removed is in nobody's way
	}
}

// Finish does what a run that was killed has announced and not done, see [Replace]: what it has left beside the files comes to
// their places, unless somebody has changed one of them since. It reports whether what was announced came about, now or then.
// All else that runs have left in the folder is removed.
func Finish(folder string, files []journal.File, holder string) (done bool, err error) {
	unlock, err := publish.Lock(folder, holder)
	if err != nil {
		return false, err
	}
	defer func() {
		tidy(folder)
		err = errors.Join(err, unlock())
	}()
	var list []replacement
	changed := false
	for _, f := range files {
		r := replacement{name: filepath.Join(folder, f.Name), known: f.Old != ""}
		now, err := sum(r.name)
		switch {
		case err != nil:
			return false, err
		case now == f.New:
			continue
		case f.New == "":
			return false, nil // a file is removed before others are replaced
		}
		if target, err := filepath.EvalSymlinks(r.name); err == nil {
			r.name = target
		}
		for name, of := range left(filepath.Dir(r.name)) {
			if has, err := sum(name); of == r.name && err == nil && has == f.New {
				r.made = name
			}
		}
		if r.made != "" {
			list = append(list, r)
		}
		changed = changed || now != f.Old
	}
	if changed && len(list) > 0 {
		return false, nil
	}
	for _, r := range list {
		if err := r.do(); err != nil {
			return false, err // those before it stay: the next time does the rest
		}
	}
	_ = publish.SyncDir(folder) // the files are in their places, whether or not the disk says so
	return true, nil
}

// sum is the SHA-256 of a file; "" if there is none.
func sum(name string) (string, error) {
	data, err := file.Read(context.Background(), name, dataset.MaxFile)
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	return publish.DigestOf(publish.File{Data: data}).SHA256, err
}

// swap puts the files in their places. If one cannot be, those before it get back what they held.
func swap(list []replacement) error {
	for i, r := range list {
		err := r.do()
		if err == nil {
			continue
		}
		for _, done := range list[:i] {
			if again := done.undo(); again != nil {
				err = errors.Join(err, message.Errorf("%s could not be put back as it was: %w", done.name, again))
			}
		}
		return err
	}
	return nil
}

func (r replacement) do() error {
	if r.made == "" {
		if err := os.Remove(r.name); !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return nil
	}
	return os.Rename(r.made, r.name)
}

func (r replacement) undo() error {
	if !r.known {
		return os.Remove(r.name)
	}
	return Write(r.name, r.mode, text(r.was))
}

func text(data []byte) func(io.Writer) error {
	return func(to io.Writer) error { _, err := to.Write(data); return err }
}

// Create makes the folder of a new area with its files, as a whole.
func Create(folder string, files []dataset.Input) (err error) {
	if err := os.MkdirAll(filepath.Dir(folder), 0o755); err != nil {
		return err
	}
	made, err := os.MkdirTemp(filepath.Dir(folder), "."+filepath.Base(folder)+".*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.RemoveAll(made))
		}
	}()
	for _, f := range files {
		if err := Write(filepath.Join(made, f.Name), 0o644, text(f.Data)); err != nil {
			return err
		}
	}
	if err := os.Chmod(made, 0o755); err != nil {
		return err
	}
	return os.Rename(made, folder)
}

// Write writes any one file as a whole: a reader sees the old one or the new one.
func Write(name string, mode fs.FileMode, write func(io.Writer) error) error {
	made, err := beside(name, mode, write)
	if err != nil {
		return err
	}
	if err := os.Rename(made, name); err != nil {
		return errors.Join(err, os.Remove(made))
	}
	return nil
}

// beside writes a file beside the named one, under a hidden name. After an error it is gone.
func beside(name string, mode fs.FileMode, write func(io.Writer) error) (made string, err error) {
	out, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".*")
	if err != nil {
		return "", err
	}
	err = write(out)
	if err = errors.Join(err, out.Chmod(mode), out.Sync(), out.Close()); err != nil {
		return "", errors.Join(err, os.Remove(out.Name()))
	}
	return out.Name(), nil
}
