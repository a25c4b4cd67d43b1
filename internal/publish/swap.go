package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"nianbao/internal/message"
)

// swap puts the staged folder in the place of the published one, and back again if anything fails after that.
func (p *publication) swap() error {
	old, undo, err := p.exchange()
	if err != nil {
		return err
	}
	p.trace(Exchanged)
	if err = p.settle(old); err == nil {
		return nil
	}
	if undoErr := undo(); undoErr != nil {
		p.stranded = true
		return message.Errorf("%w; putting the earlier release back failed, it is in %q: %w", err, old, undoErr)
	}
	return err
}

// exchange swaps the folders and says where the old one is now, "" if there was none, and how to undo it.
func (p *publication) exchange() (old string, undo func() error, err error) {
	if !p.exists {
		return "", func() error { return p.disk.Rename(p.dir, p.staged()) }, p.disk.Rename(p.staged(), p.dir)
	}
	err = p.disk.Exchange(p.staged(), p.dir)
	if !errors.Is(err, errors.ErrUnsupported) {
		return p.staged(), func() error { return p.disk.Exchange(p.staged(), p.dir) }, err
	}
	if err := p.disk.Rename(p.dir, p.aside()); err != nil {
		return "", nil, err
	}
	if err := p.disk.Rename(p.staged(), p.dir); err != nil {
		if backErr := p.disk.Rename(p.aside(), p.dir); backErr != nil {
			p.stranded = true
			return "", nil, message.Errorf("%w; putting the earlier release back failed, it is in %q: %w", err, p.aside(), backErr)
		}
		return "", nil, err
	}
	return p.aside(), func() error {
		if err := p.disk.Rename(p.dir, p.staged()); err != nil {
			return err
		}
		return p.disk.Rename(p.aside(), p.dir)
	}, nil
}

// settle makes the exchange last, and takes over what people did in the old folder since it was surveyed.
func (p *publication) settle(old string) error {
	if old != "" {
		foreign, err := p.listForeign(old)
		if err != nil {
			return err
		}
		for _, name := range foreign {
			if err := p.adopt(filepath.Join(old, name), filepath.Join(p.dir, name)); err != nil {
				return message.Errorf("keep %q: %w", name, err)
			}
		}
		p.foreign = foreign
	}
	if err := p.sync(nil, p.parent()); err != nil {
		return err
	}
	return p.retire(old)
}

// adopt makes the second place hold what the first one does now. Files that are one and the same are skipped,
// which is all of them unless someone wrote in between or the disk has no hard links.
func (p *publication) adopt(from, to string) error {
	is, err := os.Lstat(from)
	if err != nil {
		return err
	}
	was, err := os.Lstat(to)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		p.changed = append(p.changed, filepath.Dir(to))
		return p.carry(from, to)
	case err != nil:
		return err
	case os.SameFile(is, was):
		return nil
	case !is.IsDir() || !was.IsDir():
		if err := p.disk.RemoveAll(to); err != nil {
			return err
		}
		p.changed = append(p.changed, filepath.Dir(to))
		return p.carry(from, to)
	}
	entries, err := os.ReadDir(from)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if err := p.adopt(filepath.Join(from, e.Name()), filepath.Join(to, e.Name())); err != nil {
			return err
		}
	}
	return nil
}
