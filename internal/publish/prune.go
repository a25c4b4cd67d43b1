package publish

import (
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"nianbao/internal/file"
	"nianbao/internal/message"
)

// Waste is what can be removed from an output folder: what a run that died has left, or a release that is too old to keep.
type Waste struct {
	Path    string `json:"path"`
	Release string `json:"release,omitempty"` // as r1.2; "" of what a run has left
	Bytes   int64  `json:"bytes"`
}

// prunedName is the file beside the earlier releases of an edition that says up to which they were removed.
const prunedName = "pruned.json"

// pruned is what that file says.
type pruned struct {
	Number int    `json:"number"`
	Build  int    `json:"build"`
	Digest string `json:"build_digest"`
}

// Pruned is the last build of an edition that was removed by [Prune], of which nothing but number and digest is known; zero
// if none was. The one that is published in dir, or those before it, follow on it.
func Pruned(dir string) Past {
	dir, err := resolve(dir)
	if err != nil {
		return Past{}
	}
	return (&publication{dir: dir}).pruned()
}

func (p *publication) pruned() Past {
	name := filepath.Join(filepath.Dir(p.archive(1, 1)), prunedName)
	var is pruned
	if data, err := file.Read(context.Background(), name, 1<<10); err != nil || json.Unmarshal(data, &is) != nil || is.Number < 1 || is.Build < 1 {
		return Past{}
	}
	return Past{Number: is.Number, Build: is.Build, Manifest: Manifest{Number: is.Number, Build: is.Build, BuildDigest: is.Digest}}
}

// Wastes lists what [Prune] would remove of the edition that is published in dir: workspaces, and all but the latest keep
// releases, the published one among them; no releases if keep is 0. None is removed where the published one is not sound, or
// does not lead to them.
func Wastes(dir string, keep int) ([]Waste, error) {
	real, err := resolve(dir)
	if err != nil {
		return nil, err
	}
	p := &publication{dir: real}
	spaces, err := p.workspaces()
	if err != nil {
		return nil, err
	}
	named := func(path string) string {
		return filepath.Dir(filepath.Clean(dir)) + strings.TrimPrefix(path, p.parent())
	}
	var list []Waste
	for _, space := range spaces {
		list = append(list, Waste{Path: named(space), Bytes: size(space)})
	}
	old, _, err := p.beyond(keep)
	for _, one := range old {
		list = append(list, Waste{named(one.Dir), one.Name(), size(one.Dir)})
	}
	return list, err
}

// beyond lists the builds that are not to be kept, the oldest first, with what is to be said of them afterwards.
func (p *publication) beyond(keep int) (old []Past, is pruned, err error) {
	mark := p.pruned()
	kept, err := p.kept()
	if err != nil {
		return nil, is, err
	}
	for _, one := range kept { // what an interrupted run has not come to
		if one.Compare(mark) <= 0 {
			old, is = append(old, one), pruned{mark.Number, mark.Build, mark.Manifest.BuildDigest}
		}
	}
	past, _, err := p.releases()
	if err != nil || keep < 1 || len(past) == 0 {
		return old, is, err
	}
	last := past[len(past)-1]
	if !last.Current || last.Err != nil || last.Manifest.Draft() {
		return old, is, nil
	}
	numbers, first := []int{last.Number}, len(past)-1 // the first that is kept
	for ; first > 0; first-- {
		n := past[first-1].Number
		if n != numbers[len(numbers)-1] {
			if len(numbers) == keep {
				break
			}
			numbers = append(numbers, n)
		}
	}
	for i, one := range past[:first] {
		next := past[i+1]
		leads := one.Err == nil && next.Err == nil && next.Manifest.Supersedes == one.Manifest.BuildDigest
		if !leads || filepath.Dir(one.Dir) != filepath.Dir(p.archive(1, 1)) || !onlyOurs(one) {
			break
		}
		old, is = append(old, one), pruned{one.Number, one.Build, one.Manifest.BuildDigest}
	}
	return old, is, nil
}

// onlyOurs reports whether nobody has put files of their own beside those of a release.
func onlyOurs(p Past) bool {
	extra, err := extras(file.Dir(context.Background(), p.Dir), p.Manifest)
	return err == nil && len(extra) == 0
}

// Prune removes what [Wastes] lists. What runs that died have left is mended first: a release among it is kept. What
// cannot be told to be of this program's is left. The caller holds the [Lock] of the folder above.
func Prune(dir string, keep int) error {
	if err := Mend(dir); err != nil {
		return err
	}
	dir, err := resolve(dir)
	if err != nil {
		return err
	}
	if err := (&publication{disk: system{}, dir: dir}).prune(keep); err != nil {
		return message.Errorf("prune %q: %w", dir, err)
	}
	return nil
}

func (p *publication) prune(keep int) error {
	old, is, err := p.beyond(keep)
	if err != nil || len(old) == 0 {
		return err
	}
	// First it is said, so that nobody misses what is removed.
	if err := p.sayPruned(is); err != nil {
		return err
	}
	for _, one := range old {
		if err := p.disk.RemoveAll(one.Dir); err != nil {
			return err
		}
	}
	return nil
}

func (p *publication) sayPruned(is pruned) error {
	data, err := json.Marshal(is)
	if err != nil {
		return err
	}
	folder := filepath.Dir(p.archive(1, 1))
	name := filepath.Join(folder, prunedName)
	if err := p.disk.RemoveAll(name + ".new"); err != nil {
		return err
	}
	f, err := p.disk.Write(name+".new", append(data, '\n'))
	if err != nil {
		return err
	}
	defer f.Close()
	if err := p.disk.Sync(nil, []*os.File{f}); err != nil {
		return err
	}
	if err := p.disk.Rename(name+".new", name); err != nil {
		return err
	}
	return p.disk.Sync([]string{folder}, nil)
}

// EditionsIn names the folders of an area's folder that editions are published in, or that runs have left something for.
func EditionsIn(area string) ([]string, error) {
	var list []string
	for _, folder := range []string{area, filepath.Join(area, archiveName)} {
		entries, err := os.ReadDir(folder)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
		for _, e := range entries {
			name := e.Name()
			if left, _, ok := strings.Cut(name, ".staging-"); ok && left != "" && name[0] == '.' {
				name = left[1:]
			}
			if e.IsDir() && name != "" && name[0] != '.' && name != archiveName {
				list = append(list, filepath.Join(area, name))
			}
		}
	}
	slices.Sort(list)
	return slices.Compact(list), nil
}

// size is that of the files below a folder.
func size(dir string) (n int64) {
	_ = filepath.WalkDir(dir, func(_ string, e fs.DirEntry, err error) error {
		if err == nil && e.Type().IsRegular() {
			if info, err := e.Info(); err == nil {
				n += info.Size()
			}
		}
		return nil
	})
	return n
}
