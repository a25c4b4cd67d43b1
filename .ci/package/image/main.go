// Command image packs binaries into an OCI image, an archive of the OCI layout, the same bytes for the same files and
// SOURCE_DATE_EPOCH. The image has the program, its licences and the certificates of the usual authorities, which a store asks for.
// usage: image VERSION LICENSE NOTICE ARCHIVE ARCHITECTURE=BINARY…
package main

import (
	"archive/tar"
	"bytes"
	"encoding/pem"
	"io"
	"io/fs"
	"log"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/google/go-containerregistry/pkg/v1"
	"github.com/google/go-containerregistry/pkg/v1/empty"
	"github.com/google/go-containerregistry/pkg/v1/layout"
	"github.com/google/go-containerregistry/pkg/v1/mutate"
	"github.com/google/go-containerregistry/pkg/v1/tarball"
	"github.com/google/go-containerregistry/pkg/v1/types"
	"golang.org/x/crypto/x509roots/fallback/bundle"
)

// user is the account of docs/scale/job.yaml.
const user = "10001:10001"

func main() {
	seconds, err := strconv.ParseInt(os.Getenv("SOURCE_DATE_EPOCH"), 10, 64)
	if err == nil {
		err = write(os.Args[1:5], os.Args[5:], time.Unix(seconds, 0).UTC())
	}
	if err != nil {
		log.Fatal(err)
	}
}

func write(args, binaries []string, date time.Time) error {
	index := mutate.IndexMediaType(empty.Index, types.OCIImageIndex)
	for _, binary := range binaries {
		architecture, name, _ := strings.Cut(binary, "=")
		image, err := image(args[0], map[string]string{
			"nianbao": name, "usr/share/doc/nianbao/LICENSE": args[1], "usr/share/doc/nianbao/NOTICE": args[2],
		}, architecture, date)
		if err != nil {
			return err
		}
		index = mutate.AppendManifests(index, mutate.IndexAddendum{
			Add: image, Descriptor: v1.Descriptor{Platform: &v1.Platform{OS: "linux", Architecture: architecture}},
		})
	}
	folder, err := os.MkdirTemp("", "image")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	path, err := layout.Write(folder, empty.Index)
	if err != nil {
		return err
	}
	if err := path.AppendIndex(index, layout.WithAnnotations(map[string]string{"org.opencontainers.image.ref.name": args[0]})); err != nil {
		return err
	}
	return archive(folder, args[3], date)
}

// image is the image for one architecture.
func image(version string, files map[string]string, architecture string, date time.Time) (v1.Image, error) {
	var text bytes.Buffer
	w := tar.NewWriter(&text)
	var roots bytes.Buffer
	for root := range bundle.Roots() {
		if err := pem.Encode(&roots, &pem.Block{Type: "CERTIFICATE", Bytes: root.Certificate}); err != nil {
			return nil, err
		}
	}
	for _, name := range []string{"etc/", "etc/ssl/", "etc/ssl/certs/", "etc/ssl/certs/ca-certificates.crt", "nianbao", "usr/", "usr/share/", "usr/share/doc/", "usr/share/doc/nianbao/", "usr/share/doc/nianbao/LICENSE", "usr/share/doc/nianbao/NOTICE"} {
		data, err := roots.Bytes(), error(nil)
		if from := files[name]; from != "" {
			data, err = os.ReadFile(from)
		}
		if err != nil {
			return nil, err
		}
		if err := put(w, name, data, date); err != nil {
			return nil, err
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	layer, err := tarball.LayerFromOpener(func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(text.Bytes())), nil }, tarball.WithMediaType(types.OCILayer))
	if err != nil {
		return nil, err
	}
	base := mutate.ConfigMediaType(mutate.MediaType(empty.Image, types.OCIManifestSchema1), types.OCIConfigJSON)
	image, err := mutate.Append(base, mutate.Addendum{Layer: layer, History: v1.History{Created: v1.Time{Time: date}, CreatedBy: "nianbao"}})
	if err != nil {
		return nil, err
	}
	config, err := image.ConfigFile()
	if err != nil {
		return nil, err
	}
	config.OS, config.Architecture, config.Created = "linux", architecture, v1.Time{Time: date}
	config.Config = v1.Config{
		Entrypoint: []string{"/nianbao"}, User: user, WorkingDir: "/data",
		Labels: map[string]string{"org.opencontainers.image.title": "nianbao", "org.opencontainers.image.version": version, "org.opencontainers.image.licenses": "MIT"},
	}
	return mutate.ConfigFile(image, config)
}

// put adds a file, or a folder if the name ends with a slash.
func put(w *tar.Writer, name string, data []byte, date time.Time) error {
	h := &tar.Header{Typeflag: tar.TypeReg, Name: name, Mode: 0o644, Size: int64(len(data)), ModTime: date, Format: tar.FormatPAX}
	switch {
	case strings.HasSuffix(name, "/"):
		h.Typeflag, h.Mode, h.Size, data = tar.TypeDir, 0o755, 0, nil
	case name == "nianbao":
		h.Mode = 0o755
	}
	if err := w.WriteHeader(h); err != nil {
		return err
	}
	_, err := w.Write(data)
	return err
}

// archive packs a folder.
func archive(folder, to string, date time.Time) error {
	f, err := os.Create(to)
	if err != nil {
		return err
	}
	defer f.Close()
	w := tar.NewWriter(f)
	err = filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error { // in the order of names
		if err != nil || path == folder {
			return err
		}
		name, _ := filepath.Rel(folder, path)
		if d.IsDir() {
			return put(w, name+"/", nil, date)
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return put(w, name, data, date)
	})
	if err != nil {
		return err
	}
	if err := w.Close(); err != nil {
		return err
	}
	return f.Close()
}
