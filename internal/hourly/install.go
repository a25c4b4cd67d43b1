package hourly

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"nianbao/internal/message"
)

// Put writes the files that a folder does not have as they are to be, and returns their paths.
func Put(folder string, files []File) (written []string, err error) {
	for _, f := range files {
		name := filepath.Join(folder, f.Name)
		if has, err := os.ReadFile(name); err == nil && string(has) == f.Text {
			continue
		}
		if err := os.WriteFile(name, []byte(f.Text), 0o644); err != nil {
			return written, message.Errorf("write what runs it every hour: %w", err)
		}
		written = append(written, name)
	}
	return written, nil
}

// Remove removes what a folder has of it, with the link that starts the timer with the machine, and returns the paths.
func Remove(folder string) (removed []string, err error) {
	for _, unit := range []string{"timers.target.wants/" + Timer, Timer, Service, TaskFile} {
		name := filepath.Join(folder, unit)
		if err := os.Remove(name); err == nil {
			removed = append(removed, name)
		} else if !errors.Is(err, fs.ErrNotExist) {
			return removed, message.Errorf("remove what runs it every hour: %w", err)
		}
	}
	return removed, nil
}
