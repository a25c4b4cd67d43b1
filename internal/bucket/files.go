package bucket

import (
	"cmp"
	"context"
	"io"
	"io/fs"
	"slices"
	"strings"
	"time"

	"github.com/minio/minio-go/v7"

	"nianbao/internal/message"
	"nianbao/internal/publish"
)

// Files gives the files of a build that [ReleaseStore.Releases] has listed, or of one that is known by its place alone. Objects
// are listed once, and each is read when it is opened, as long as the context lasts. There may be none. The error is a
// [publish.ErrManifest] if the manifest beside the files is not the one that was listed.
func (s *Store) Files(ctx context.Context, p publish.Past) (fs.FS, error) {
	a, err := ParseAddress(p.Dir)
	if err != nil {
		return nil, err
	}
	in := *s
	in.Address = a
	objects, err := in.list(ctx, "")
	if err != nil {
		return nil, err
	}
	f := &files{ctx: ctx, store: &in, entries: map[string]entry{}}
	for name, o := range objects {
		if top, _, nested := strings.Cut(name, "/"); top != "" {
			f.entries[top] = entry{top, o, nested}
		}
	}
	if f.manifest, err = in.get(ctx, publish.ManifestName); err != nil || p.Manifest.Checksum == "" || f.manifest.etag == "" {
		return f, err
	}
	m, err := publish.ReadManifest(f.manifest.data)
	if err == nil && m.Checksum != p.Manifest.Checksum {
		err = otherManifest{}
	}
	return f, in.fault("read", publish.ManifestName, err)
}

// otherManifest is a [publish.ErrManifest].
type otherManifest struct{}

func (e otherManifest) Error() string { return e.Message().Error() }

// Message implements [message.Messenger].
func (otherManifest) Message() *message.Text {
	return message.Plain("it is another manifest than the published one")
}

func (otherManifest) Is(target error) bool { return target == publish.ErrManifest }

// files are those of one folder.
type files struct {
	ctx      context.Context // of what opens them
	store    *Store          // at the folder
	entries  map[string]entry
	manifest object
}

// entry is a file, or a folder in which there are objects.
type entry struct {
	name string
	listed
	folder bool
}

// Name implements [fs.FileInfo] and [fs.DirEntry].
func (e entry) Name() string { return e.name }

// Size implements [fs.FileInfo].
func (e entry) Size() int64 { return e.size }

// Mode implements [fs.FileInfo].
func (e entry) Mode() fs.FileMode {
	if e.folder {
		return fs.ModeDir | 0o555
	}
	return 0o444
}

// Type implements [fs.DirEntry].
func (e entry) Type() fs.FileMode { return e.Mode().Type() }

// ModTime implements [fs.FileInfo].
func (e entry) ModTime() time.Time { return e.written }

// IsDir implements [fs.FileInfo] and [fs.DirEntry].
func (e entry) IsDir() bool { return e.folder }

// Sys implements [fs.FileInfo].
func (entry) Sys() any { return nil }

// Info implements [fs.DirEntry].
func (e entry) Info() (fs.FileInfo, error) { return e, nil }

// find looks for an entry. What is in a folder of the folder is not of the release, and not shown.
func (f *files) find(doing, name string) (entry, error) {
	if e, ok := f.entries[name]; ok {
		return e, nil
	}
	return entry{}, &fs.PathError{Op: doing, Path: name, Err: fs.ErrNotExist}
}

// Stat implements [fs.StatFS]. A store has no links.
func (f *files) Stat(name string) (fs.FileInfo, error) { return f.find("stat", name) }

// ReadDir implements [fs.ReadDirFS], of all files: there is no other folder to be read.
func (f *files) ReadDir(name string) ([]fs.DirEntry, error) {
	if name != "." {
		return nil, &fs.PathError{Op: "read", Path: name, Err: fs.ErrInvalid}
	}
	var list []fs.DirEntry
	for _, e := range f.entries {
		list = append(list, e)
	}
	slices.SortFunc(list, func(a, b fs.DirEntry) int { return cmp.Compare(a.Name(), b.Name()) })
	return list, nil
}

// ReadFile implements [fs.ReadFileFS].
func (f *files) ReadFile(name string) ([]byte, error) {
	if name == publish.ManifestName && f.manifest.etag != "" {
		return slices.Clone(f.manifest.data), nil
	}
	file, err := f.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(io.LimitReader(file, publish.MostBytes))
}

// Open implements [fs.FS], for files alone.
func (f *files) Open(name string) (fs.File, error) {
	e, err := f.find("open", name)
	if err != nil {
		return nil, err
	}
	if e.folder {
		return nil, &fs.PathError{Op: "open", Path: name, Err: message.Errorf("it is a folder")}
	}
	if e.size > publish.MostBytes {
		return nil, f.store.fault("read", name, message.Errorf("%d bytes are more than a file of a release has", e.size))
	}
	o, err := f.store.client.GetObject(f.ctx, f.store.Bucket, f.store.key(name), minio.GetObjectOptions{})
	if err != nil {
		return nil, f.store.fault("read", name, err)
	}
	return &openFile{e, o, f.store}, nil
}

// openFile is a file that is being read.
type openFile struct {
	entry
	object *minio.Object
	store  *Store
}

// Stat implements [fs.File].
func (o *openFile) Stat() (fs.FileInfo, error) { return o.entry, nil }

// Close implements [fs.File].
func (o *openFile) Close() error { return o.object.Close() }

// Read implements [fs.File].
func (o *openFile) Read(into []byte) (int, error) {
	n, err := o.object.Read(into)
	if err != nil && err != io.EOF {
		err = o.store.fault("read", o.name, err)
	}
	return n, err
}
