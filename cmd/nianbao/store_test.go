package main

import (
	"bytes"
	"io"
	"path"

	"github.com/johannesboyne/gofakes3"
	"github.com/rogpeppe/go-internal/testscript"
)

// inBucket finds the objects of a bucket whose keys fit a pattern.
func inBucket(ts *testscript.TestScript, bucket, pattern string) (gofakes3.Backend, []string) {
	backend := *ts.Value(backendKey{}).(*gofakes3.Backend)
	list, err := backend.ListBucket(bucket, nil, gofakes3.ListBucketPage{})
	ts.Check(err)
	var keys []string
	for _, o := range list.Contents {
		fits, err := path.Match(pattern, o.Key)
		ts.Check(err)
		if fits {
			keys = append(keys, o.Key)
		}
	}
	return backend, keys
}

// objects holds that there are objects whose keys fit a pattern, or none: [!] objects BUCKET PATTERN
func objects(ts *testscript.TestScript, neg bool, args []string) {
	if _, keys := inBucket(ts, args[0], args[1]); (len(keys) > 0) == neg {
		ts.Fatalf("%s: %q", args[1], keys)
	}
}

// spoil changes one byte of the objects whose keys fit a pattern: spoil BUCKET PATTERN
func spoil(ts *testscript.TestScript, _ bool, args []string) {
	backend, keys := inBucket(ts, args[0], args[1])
	for _, key := range keys {
		o, err := backend.GetObject(args[0], key, nil)
		ts.Check(err)
		data, err := io.ReadAll(o.Contents)
		ts.Check(err)
		data[len(data)/2] ^= 1
		_, err = backend.PutObject(args[0], key, map[string]string{}, bytes.NewReader(data), int64(len(data)), nil)
		ts.Check(err)
	}
}

// drop removes the objects whose keys fit a pattern: drop BUCKET PATTERN
func drop(ts *testscript.TestScript, _ bool, args []string) {
	backend, keys := inBucket(ts, args[0], args[1])
	for _, key := range keys {
		_, err := backend.DeleteObject(args[0], key)
		ts.Check(err)
	}
}

// leave puts an object into a bucket, as a run that is killed does: leave BUCKET KEY
func leave(ts *testscript.TestScript, _ bool, args []string) {
	backend := *ts.Value(backendKey{}).(*gofakes3.Backend)
	_, err := backend.PutObject(args[0], args[1], map[string]string{}, bytes.NewReader([]byte("left")), 4, nil)
	ts.Check(err)
}
