package publish

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"

	"nianbao/internal/file"
	"nianbao/internal/message"
)

// archiveName is the folder beside those of the editions that keeps their earlier releases: <period>/r1 and so on.
const archiveName = "releases"

// archive is where a build of a release is kept when the next one has taken its place.
func (p *publication) archive(number, build int) string {
	return filepath.Join(p.parent(), archiveName, filepath.Base(p.dir), Name(number, build))
}

// retires reports whether what is published now is to be kept: a release, and not only one that is repaired.
func (p *publication) retires() bool {
	return p.old.BuildDigest != "" && !p.old.Draft() && before(p.old.Number, p.old.Build, p.number, p.build)
}

// makeRoom makes sure, before anything is exchanged, that the earlier release can be kept.
func (p *publication) makeRoom() error {
	if !p.retires() {
		return nil
	}
	to := p.archive(p.old.Number, p.old.Build)
	if past := readPast(to, ""); past.Err == nil && past.Manifest.Draft() {
		// Format 1 numbered drafts as releases.
		if err := p.disk.Rename(to, to+".draft"); err != nil {
			return err
		}
	}
	if exists(to) && !p.keeps(p.old) {
		return message.Errorf("%s: %w", to, ErrTaken)
	}
	if err := p.disk.MkdirAll(filepath.Dir(to)); err != nil {
		return err
	}
	p.changed = append(p.changed, filepath.Dir(filepath.Dir(to)), p.parent())
	return nil
}

// keeps reports whether the archive has a release, whole.
func (p *publication) keeps(m Manifest) bool {
	kept, problems, err := Verify(p.archive(m.Number, m.Build))
	return err == nil && kept.BuildDigest == m.BuildDigest && !slices.ContainsFunc(problems, Problem.Fault)
}

// retire moves the earlier release into the archive. A reader that has its folder open goes on seeing its files.
// People's own files are in the new release by now, and only there.
func (p *publication) retire(old string) error {
	if old == "" || !p.retires() {
		return nil
	}
	to := p.archive(p.old.Number, p.old.Build)
	if exists(to) {
		return nil
	}
	if err := p.disk.Rename(old, to); err != nil {
		return err
	}
	p.trace(Archived)
	if err := p.sync(nil, filepath.Dir(to)); err != nil {
		return errors.Join(err, p.disk.Rename(to, old))
	}
	for _, name := range p.foreign {
		// Where one cannot be removed, it is kept twice.
		_ = p.disk.RemoveAll(filepath.Join(to, name))
	}
	return nil
}

// Name names a build of a release: r3 is the first of release 3, r3.2 its second. r? is one whose number is not known,
// since its manifest cannot be read.
func Name(number, build int) string {
	switch {
	case number == 0:
		return "r?"
	case build <= 1:
		return "r" + strconv.Itoa(number)
	default:
		return "r" + strconv.Itoa(number) + "." + strconv.Itoa(build)
	}
}

// nameForm is that of the names that [Name] gives.
var nameForm = regexp.MustCompile(`^r([1-9][0-9]{0,5})(?:\.([1-9][0-9]{0,5}))?$`)

// ParseName reads what [Name] gives.
func ParseName(name string) (number, build int, ok bool) {
	m := nameForm.FindStringSubmatch(name)
	if m == nil {
		return 0, 0, false
	}
	number, _ = strconv.Atoi(m[1]) // at most six digits
	build, _ = strconv.Atoi(cmp.Or(m[2], "1"))
	return number, build, Name(number, build) == name
}

// Past is one build of a release of an edition.
type Past struct {
	Dir      string
	Number   int      // 0 for a published one whose manifest cannot be read
	Build    int      // as Number
	Current  bool     // it is the published one
	Manifest Manifest // zero if Err is set
	Err      error    // why the manifest cannot be read
}

// Name names the build.
func (p Past) Name() string { return Name(p.Number, p.Build) }

// Compare orders builds by their names: +1 if p is a later one than q.
func (p Past) Compare(q Past) int {
	return cmp.Or(cmp.Compare(p.Number, q.Number), cmp.Compare(p.Build, q.Build))
}

// Releases lists the builds of the edition that is published in dir, oldest first. Those that others took the place of
// are kept in ../releases/<name of dir>/r1, r1.2, r2 …, where nothing changes them any more. What a run that died has
// set aside, and the next one will keep, is listed where it lies. There may be none. While another process publishes,
// the list is a snapshot.
func Releases(dir string) ([]Past, error) {
	named := filepath.Clean(dir)
	dir, err := resolve(dir)
	if err != nil {
		return nil, message.Errorf("list releases: %w", err)
	}
	p := &publication{dir: dir}
	for n := 1; ; n++ {
		list, moved, err := p.releases()
		if err != nil {
			return nil, message.Errorf("list releases: %w", err)
		}
		if moved && n < mostMoves {
			continue
		}
		for i := range list {
			if list[i].Current {
				list[i].Dir = named
			}
		}
		return list, nil
	}
}

// mostMoves is how often a list is made anew because a release has moved meanwhile.
const mostMoves = 50

// releases lists the builds. It reports whether the published one was moved to where such are kept meanwhile.
func (p *publication) releases() (list []Past, moved bool, err error) {
	// In the order in which releases move: what moves meanwhile is seen in the later place, and not missed.
	current := readPast(p.dir, "")
	aside, err := p.setAside()
	if err != nil {
		return nil, false, err
	}
	if list, err = p.archived(); err != nil {
		return nil, false, err
	}
	known := func(one Past) bool {
		return slices.ContainsFunc(list, func(p Past) bool {
			return p.Err == nil && p.Name() == one.Name() && p.Manifest.BuildDigest == one.Manifest.BuildDigest
		})
	}
	for _, one := range aside {
		if !known(one) {
			list = append(list, one)
		}
	}
	slices.SortStableFunc(list, Past.Compare)
	if errors.Is(current.Err, fs.ErrNotExist) || errors.Is(current.Err, ErrNoManifest) {
		return list, false, nil
	}
	if current.Err == nil && known(current) {
		// It has moved, or someone has put a copy of a kept build in the place of the published one.
		now := readPast(p.dir, "")
		if now.Err != nil || now.Manifest.Checksum != current.Manifest.Checksum {
			return list, true, nil
		}
	}
	current.Current = true
	return append(list, current), false, nil
}

// archived lists what is kept, in no order, without what has been removed, or is to be.
func (p *publication) archived() ([]Past, error) {
	list, err := p.kept()
	if mark := p.pruned(); mark.Number > 0 {
		list = slices.DeleteFunc(list, func(one Past) bool { return one.Compare(mark) <= 0 })
	}
	return list, err
}

// kept lists the folders of builds where such are kept.
func (p *publication) kept() ([]Past, error) {
	kept := filepath.Dir(p.archive(1, 1))
	entries, err := os.ReadDir(kept)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	var list []Past
	for _, e := range entries {
		if _, _, ok := ParseName(e.Name()); ok && e.IsDir() {
			list = append(list, readPast(filepath.Join(kept, e.Name()), e.Name()))
		}
	}
	return list, nil
}

// readPast reads the manifest of a build. Where it is kept, its name says which one it is, and not its manifest.
func readPast(dir, name string) Past {
	past := Past{Dir: dir}
	past.Number, past.Build, _ = ParseName(name)
	root, err := file.OpenRoot(dir)
	if err != nil {
		past.Err = err
		return past
	}
	defer root.Close()
	past.Manifest, past.Err = readManifest(file.In(context.Background(), root))
	if name == "" && past.Err == nil {
		past.Number, past.Build = past.Manifest.Number, past.Manifest.Build
	}
	return past
}
