package dataset

import (
	"cmp"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"
	"syscall"

	"go.yaml.in/yaml/v3"

	"nianbao/internal/file"
	"nianbao/internal/message"
	"nianbao/internal/stat"
)

// MaxFile is the size in bytes above which a file is refused unread.
const MaxFile = file.Data

// Input is a file the dataset was read from.
type Input struct {
	Name string // relative to the area's folder
	Data []byte
	Root *yaml.Node // what the data are parsed to, where somebody keeps it; nobody changes it
}

const (
	areaName       = "area.yaml"
	indicatorsName = "indicators.yaml"
	projectsName   = "projects.yaml"
	textName       = "text.yaml"
)

// Load reads the dataset of one area, given as the name of a folder in fsys, and the files it was made from,
// sorted by name. The caller owns both. All faults of the files are returned as [Errors], wrapped with
// the area's name; any other error is a read error. On an error the dataset is nil.
func Load(fsys fs.FS, area string) (*stat.Dataset, []Input, error) {
	ds, inputs, err := load(fsys, area)
	if err != nil {
		return nil, nil, message.Errorf("load dataset %q: %w", area, err)
	}
	return ds, inputs, nil
}

func load(fsys fs.FS, area string) (*stat.Dataset, []Input, error) {
	if err := exists(fsys, area); err != nil {
		return nil, nil, err
	}
	f := &faults{}
	inputs, err := read(fsys, area, f)
	if err != nil {
		return nil, nil, err
	}
	ds, err := parse(inputs, area, f)
	return ds, inputs, err
}

// Parse makes the dataset of an area from the contents of its files. All faults are returned as [Errors].
func Parse(inputs []Input, area string) (*stat.Dataset, error) { return parse(inputs, area, &faults{}) }

func parse(inputs []Input, area string, f *faults) (*stat.Dataset, error) {
	ds := bind(decodeAll(inputs, f), area, f)
	if errs := f.sorted(); len(errs) > 0 {
		return nil, errs
	}
	return ds, nil
}

// Inputs reads the files that [Load] would load, without looking into them.
func Inputs(fsys fs.FS, area string) ([]Input, error) {
	f := &faults{}
	inputs, err := read(fsys, area, f)
	if errs := f.sorted(); err == nil && len(errs) > 0 {
		err = errs
	}
	return inputs, err
}

// With are files after some were replaced, made or, those without contents, removed, sorted by name.
func With(inputs, files []Input) []Input {
	all := slices.Clone(files)
	for _, in := range inputs {
		if !slices.ContainsFunc(files, func(f Input) bool { return f.Name == in.Name }) {
			all = append(all, in)
		}
	}
	all = slices.DeleteFunc(all, func(in Input) bool { return in.Data == nil })
	slices.SortFunc(all, func(a, b Input) int { return cmp.Compare(a.Name, b.Name) })
	return all
}

// Contents are what a file holds; nil if there is none.
func Contents(inputs []Input, name string) []byte {
	for _, in := range inputs {
		if in.Name == name {
			return in.Data
		}
	}
	return nil
}

// Rooted are files with what they are parsed to, for those that parse them often. Files that are no YAML stay as they are.
func Rooted(inputs []Input) []Input {
	all := slices.Clone(inputs)
	for i := range all {
		all[i].Root = document(all[i], &faults{})
	}
	return all
}

// Areas lists the areas in fsys, which are its folders with an area.yaml, sorted by name. A folder that cannot be looked
// into is listed: loading it tells why.
func Areas(fsys fs.FS) ([]string, error) {
	entries, err := fs.ReadDir(fsys, ".")
	if err != nil {
		return nil, message.Errorf("list areas: %w", err)
	}
	var names []string
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") {
			continue
		}
		if _, err := fs.Stat(fsys, path.Join(e.Name(), areaName)); !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, syscall.ENOTDIR) {
			names = append(names, e.Name())
		}
	}
	return names, nil
}

// exists reports an unknown area together with those there are.
func exists(fsys fs.FS, area string) error {
	if fs.ValidPath(area) && area != "." && !strings.Contains(area, "/") {
		_, err := fs.Stat(fsys, path.Join(area, areaName))
		if err == nil || !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		if info, err := fs.Stat(fsys, area); err == nil && info.IsDir() {
			return Errors{{Place: stat.Place{File: areaName}, Msg: message.Errorf("the folder has no %s", areaName)}}
		}
	}
	areas, err := Areas(fsys)
	if err != nil {
		return err
	}
	return UnknownAreaError{(&faults{}).instead(area, areas)}
}

// UnknownAreaError says that there is no area of the name asked for.
type UnknownAreaError struct {
	instead *message.Text // what there is
}

// Error names the area that was meant, or those there are.
func (e UnknownAreaError) Error() string { return e.Message().Error() }

// Message implements [message.Messenger].
func (e UnknownAreaError) Message() *message.Text { return message.Of("no such area%s", e.instead) }

// read takes in every YAML file of the folder. Hidden files are no part of a dataset: editors and systems
// leave theirs beside ours.
func read(fsys fs.FS, area string, f *faults) ([]Input, error) {
	entries, err := fs.ReadDir(fsys, area)
	if err != nil {
		return nil, err
	}
	var inputs []Input
	for _, e := range entries {
		ext := path.Ext(e.Name())
		if strings.HasPrefix(e.Name(), ".") || ext != ".yaml" && ext != ".yml" {
			continue
		}
		data, err := file.ReadIn(fsys, path.Join(area, e.Name()), MaxFile)
		var none *file.NotFileError
		switch at := (stat.Place{File: e.Name()}); {
		case errors.As(err, new(*file.SizeError)):
			f.add(at, "is larger than %d MiB", MaxFile>>20)
		case errors.As(err, &none):
			f.add(at, "%v: move it away", none.Fault())
		case err != nil:
			return nil, message.Errorf("read %s: %w", e.Name(), err)
		}
		inputs = append(inputs, Input{Name: e.Name(), Data: data})
	}
	slices.SortFunc(inputs, func(a, b Input) int { return cmp.Compare(a.Name, b.Name) })
	return inputs, nil
}
