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
	var is pruned
	if data, err := file.Read(context.Background(), p.markName(), 1<<10); err != nil || json.Unmarshal(data, &is) != nil || is.Number < 1 || is.Build < 1 {
		return Past{}
	}
	return Past{Number: is.Number, Build: is.Build, Manifest: Manifest{Number: is.Number, Build: is.Build, BuildDigest: is.Digest}}
}

// Clear lists what runs that died have left beside the edition that is published in dir. With yes it is put right, see
// [Mend], and what is gone is listed, also if there is an error. Releases that are rescued from it do not count. The
// caller holds the [Lock] of the folder above.
func Clear(dir string, yes bool) ([]Waste, error) {
	real, err := resolve(dir)
	if err != nil {
		return nil, err
	}
	p := &publication{dir: real}
	spaces, err := p.workspaces()
	if err != nil {
		return nil, err
	}
	var list []Waste
	for _, space := range spaces {
		one := Waste{Path: space, Bytes: size(space)}
		for _, old := range (&publication{dir: real, work: space}).retired() {
			one.Bytes -= size(old.Dir)
		}
		list = append(list, one)
	}
	if yes {
		err = Mend(dir)
		list = slices.DeleteFunc(list, func(w Waste) bool { return exists(w.Path) })
	}
	return list, err
}

// Old lists the builds of the edition that is published in dir but for those of the latest keep releases, the oldest
// first. Wrong says why none of them may be removed: the builds that are there do not all follow on each other, none is
// published, or an old one is damaged or has files of other people.
func Old(ctx context.Context, dir string, keep int) (old []Past, wrong *message.Text, err error) {
	if dir, err = resolve(dir); err != nil {
		return nil, nil, err
	}
	return (&publication{dir: dir}).beyond(ctx, keep)
}

func (p *publication) beyond(ctx context.Context, keep int) (old []Past, wrong *message.Text, err error) {
	kept, err := p.kept()
	if err != nil {
		return nil, nil, err
	}
	past, _, err := p.releases()
	if err != nil {
		return nil, nil, err
	}
	mark := p.pruned() // what is not later is not listed: an interrupted run has not come to it, or someone has put it back
	kept = slices.DeleteFunc(kept, func(one Past) bool { return one.Compare(mark) > 0 })
	slices.SortFunc(kept, Past.Compare)
	past = append(kept, past...)
	first, numbers := len(past), 0 // the first that is kept
	for ; first > 0; first-- {
		if first == len(past) || past[first-1].Number != past[first].Number {
			if numbers++; numbers > keep {
				break
			}
		}
	}
	old = past[:first]
	if len(old) == 0 {
		return nil, nil, nil
	}
	return old, p.unsure(ctx, past, old), nil
}

// unsure says why old builds among all of an edition may not be removed; nil if they may.
func (p *publication) unsure(ctx context.Context, all, old []Past) *message.Text {
	if name := p.markName(); exists(name) && p.pruned().Number == 0 {
		return message.Of("%s is not as prune writes it: move it away", name)
	}
	if last := all[len(all)-1]; !last.Current || last.Err != nil || last.Manifest.Draft() {
		return message.Plain("none is published, and earlier releases are kept")
	}
	for i, next := range all[1:] {
		if one := all[i]; one.Err != nil || next.Err != nil || next.Manifest.Supersedes != one.Manifest.BuildDigest {
			return message.Of("%s does not follow on %s", next.Name(), one.Name())
		}
	}
	for _, one := range old {
		_, problems, err := one.Verify(file.Dir(ctx, one.Dir))
		if err != nil {
			return message.Of("%s: %v", one.Dir, err)
		}
		if len(problems) > 0 {
			return message.Of("%s: %s", one.Dir, problems[0].Message())
		}
	}
	return nil
}

// Prune lists builds that [Old] gives of the edition that is published in dir. With yes they are removed, and what is gone
// is listed, also if there is an error. The caller holds the [Lock] of the folder above, and knows that the edition is
// whole.
func Prune(ctx context.Context, dir string, old []Past, yes bool) ([]Waste, error) {
	real, err := resolve(dir)
	if err != nil {
		return nil, err
	}
	p := &publication{disk: system{}, dir: real}
	var list []Waste
	for _, one := range old {
		list = append(list, Waste{one.Dir, one.Name(), size(one.Dir)})
	}
	if !yes {
		return list, nil
	}
	n, err := p.prune(ctx, old)
	if err != nil {
		err = message.Errorf("prune %q: %w", dir, err)
	}
	return list[:n], err
}

// prune removes builds, and gives how many are gone. Each is moved into a workspace first: one that is removed in part is
// never taken for a release.
func (p *publication) prune(ctx context.Context, old []Past) (n int, err error) {
	if len(old) == 0 {
		return 0, nil
	}
	if p.work, err = p.disk.Workspace(p.parent(), p.prefix()+"pruned-*"); err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, p.disk.RemoveAll(p.work)) }()
	// First it is said, so that nobody misses what is removed.
	if last := old[len(old)-1]; last.Compare(p.pruned()) > 0 {
		if err := p.sayPruned(pruned{last.Number, last.Build, last.Manifest.BuildDigest}); err != nil {
			return 0, err
		}
	}
	for _, one := range old {
		if err := ctx.Err(); err != nil {
			return n, err
		}
		gone := filepath.Join(p.work, one.Name())
		if err := p.disk.Rename(one.Dir, gone); err != nil {
			return n, err
		}
		if err := p.disk.RemoveAll(gone); err != nil {
			return n, err
		}
		n++
	}
	return n, nil
}

// markName is the path of the file that says what was removed.
func (p *publication) markName() string {
	return filepath.Join(filepath.Dir(p.archive(1, 1)), prunedName)
}

func (p *publication) sayPruned(is pruned) error {
	data, err := json.Marshal(is)
	if err != nil {
		return err
	}
	made := filepath.Join(p.work, prunedName)
	f, err := p.disk.Write(made, append(data, '\n'))
	if err != nil {
		return err
	}
	defer f.Close()
	if err := p.disk.Sync(nil, []*os.File{f}); err != nil {
		return err
	}
	if err := p.disk.Rename(made, p.markName()); err != nil {
		return err
	}
	return p.disk.Sync([]string{filepath.Dir(p.markName())}, nil)
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
			info, err := os.Stat(filepath.Join(folder, e.Name())) // a link may stand for an edition's folder
			if err == nil && info.IsDir() && name != "" && name[0] != '.' && name != archiveName {
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
