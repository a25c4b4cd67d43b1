package publish

import (
	"errors"
	"io/fs"
	"syscall"

	"nianbao/internal/message"
)

var (
	// ErrLocked means that another run of the program works in the output folder.
	ErrLocked = message.Errorf("another run is writing there")
	// ErrForeign means that a file of a person's own has the name of a file to be published.
	ErrForeign = message.Errorf("not a file of an earlier release")
	// ErrTaken means that something else stands where an earlier release is to be kept.
	ErrTaken = message.Errorf("it is not the release that is to be kept there")
	// ErrOther means that the release that is published is one of another edition.
	ErrOther = message.Errorf("another edition is published there")
	// ErrNoManifest means that a folder is not a release.
	ErrNoManifest = message.Errorf("no %s", ManifestName)
	// ErrManifest means that a release's manifest cannot be read as one.
	ErrManifest = message.Errorf("not a manifest of this program")
	// ErrDamaged means that a release's manifest is not as it was written, as after a power cut: it is no JSON any more, or
	// its checksum does not fit. It is an ErrManifest, and publishing again repairs it.
	ErrDamaged = message.Errorf("%w any more: it is cut short or overwritten", ErrManifest)
	// ErrNotFile means that a folder, a link or the like has the name of the manifest. It is an ErrManifest.
	ErrNotFile = message.Errorf("%w: it is no file", ErrManifest)
)

// Hint says what a person can do about an error of this package, in English, lower case and without full stop;
// "" if there is nothing to say.
func Hint(err error) string {
	switch {
	case errors.Is(err, ErrLocked):
		return "wait until the other run has finished, or choose another folder with --output"
	case errors.Is(err, ErrForeign):
		return "move that file away, or choose other names with --output-name"
	case errors.Is(err, ErrTaken):
		return "two releases have one number: nianbao verify says which is not as it was published; move that one away"
	case errors.Is(err, ErrOther):
		return "move the folder to where it belongs, AREA/PERIOD of its own edition, and export again"
	case errors.Is(err, ErrNoManifest):
		return "name the folder of a release: the one that holds manifest.json"
	case errors.Is(err, ErrDamaged):
		return "export the edition again: from the same data it is made again, under the same number"
	case errors.Is(err, ErrNotFile):
		return "remove it and restore manifest.json from a copy of the release; where there is none, move the folder away and export again"
	case errors.Is(err, ErrManifest):
		return "move the folder away and export again"
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		return "free space on the disk of the output folder and run again; what was published before is unchanged"
	case errors.Is(err, syscall.EROFS), errors.Is(err, fs.ErrPermission):
		return "make the output folder writable, or choose another one with --output"
	case errors.Is(err, syscall.ENOTDIR), errors.Is(err, fs.ErrExist):
		return "a file stands where a folder is needed: move it away, or choose another folder with --output"
	case errors.Is(err, fs.ErrNotExist):
		return "the output folder cannot be made there: choose another one with --output"
	default:
		return ""
	}
}
