package main

import (
	"fmt"
	"io"
	"net/http/httptest"
	"path"
	"strconv"

	"nianbao/bench/county"
	"nianbao/internal/publish"

	"github.com/johannesboyne/gofakes3"
	"github.com/johannesboyne/gofakes3/backend/s3mem"
	"github.com/rogpeppe/go-internal/testscript"
)

// counties makes a folder of invented areas: counties FOLDER N
func counties(ts *testscript.TestScript, _ bool, args []string) {
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	ts.Check(county.Write(ts.MkAbs(args[0]), 0, n, county.Size{}))
}

// backendKey is where a script keeps its store.
type backendKey struct{}

// store runs an S3-compatible store with one bucket until the script ends, and points the program to it: store BUCKET
func store(ts *testscript.TestScript, _ bool, args []string) {
	backend := s3mem.New()
	ts.Check(backend.CreateBucket(args[0]))
	web := httptest.NewServer(gofakes3.New(backend, gofakes3.WithLogger(gofakes3.DiscardLog())).Server())
	ts.Defer(web.Close)
	ts.Setenv("AWS_ENDPOINT_URL", web.URL)
	ts.Setenv("AWS_REGION", "us-east-1")
	ts.Setenv("AWS_ACCESS_KEY_ID", "key")
	ts.Setenv("AWS_SECRET_ACCESS_KEY", "secret")
	*ts.Value(backendKey{}).(*gofakes3.Backend) = backend
}

// stored holds that the release a manifest in the store points to has the files of a release's folder, byte for byte:
// stored BUCKET MANIFEST FOLDER
func stored(ts *testscript.TestScript, _ bool, args []string) {
	backend := *ts.Value(backendKey{}).(*gofakes3.Backend)
	object := func(key string) string {
		o, err := backend.GetObject(args[0], key, nil)
		ts.Check(err)
		defer o.Contents.Close()
		data, err := io.ReadAll(o.Contents)
		ts.Check(err)
		return string(data)
	}
	text := object(args[1])
	if text != ts.ReadFile(path.Join(args[2], publish.ManifestName)) {
		ts.Fatalf("%s and the manifest in %s differ", args[1], args[2])
	}
	m, err := publish.ReadManifest([]byte(text))
	ts.Check(err)
	period := path.Dir(args[1])
	folder := path.Join(path.Dir(period), "releases", path.Base(period), fmt.Sprintf("%s-%.12s", m.Name(), m.BuildDigest))
	for _, out := range m.Outputs {
		if object(path.Join(folder, out.Name)) != ts.ReadFile(path.Join(args[2], out.Name)) {
			ts.Fatalf("%s in the store and in %s differ", out.Name, args[2])
		}
	}
}
