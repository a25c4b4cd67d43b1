package audit

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"nianbao/internal/publish"
)

// tiny are the files of a release of few figures, in the formats that are read fast, and its manifest.
func tiny(t testing.TB) (publish.Manifest, []publish.File) {
	t.Helper()
	areas := t.TempDir()
	for name, text := range map[string]string{
		"area.yaml": "code: tiny\nname: {zh-Hans: 某县, en: Some County}\nwithin: {zh-Hans: 某省, en: Some Province}\nsources:\n  bulletin:\n    title: {zh-Hans: 公报, en: Bulletin}\n" +
			"    publisher: {zh-Hans: 某局, en: Some Office}\n    reference: {zh-Hans: \"第{0}部分\", en: \"part {0}\"}\n",
		"2024.yaml": "period: \"2024\"\nsource: bulletin\nobservations:\n  gdp: [609.91, 5.2]\n  new-jobs: 0.58\n",
	} {
		if err := errors.Join(os.MkdirAll(filepath.Join(areas, "tiny"), 0o755), os.WriteFile(filepath.Join(areas, "tiny", name), []byte(text), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	r := released(t, job(t, "NIANBAO_AREAS_DIR="+areas, "NIANBAO_AREA=tiny", "NIANBAO_FORMATS=csv,json,sdmx-csv")).Release
	var files []publish.File
	for _, d := range r.Manifest.Outputs {
		data, err := os.ReadFile(filepath.Join(r.Dir, d.Name))
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, publish.File{Name: d.Name, Data: data, Media: d.Media})
	}
	return r.Manifest, files
}

// stands gives the files of a release with a manifest of some bytes.
func stands(manifest []byte, files []publish.File) fstest.MapFS {
	dir := fstest.MapFS{publish.ManifestName: {Data: manifest}}
	for _, f := range files {
		dir[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	return dir
}

// FuzzRelease changes bytes of one file of a release, or of its manifest. Verifying ends; it finds the change unless the
// manifest is made anew for it.
func FuzzRelease(f *testing.F) {
	m, files := tiny(f)
	m, sealed, err := publish.Seal(m, files)
	if err != nil {
		f.Fatal(err)
	}
	if v, err := verifyFiles(publish.Past{}, stands(sealed, files)); err != nil || !v.Sound() {
		f.Fatalf("the release is not sound: %v, %+v", err, v)
	}
	for i := range len(files) + 1 {
		f.Add(uint8(i), uint32(100), []byte("9"), i%2 == 0)
		f.Add(uint8(i), uint32(7), []byte("\"\n<,"), true)
	}
	f.Fuzz(func(t *testing.T, which uint8, at uint32, with []byte, reseal bool) {
		changed, manifest := slices.Clone(files), slices.Clone(sealed)
		patched := manifest
		if i := int(which) % (len(files) + 1); i < len(files) {
			changed[i].Data = slices.Clone(files[i].Data)
			patched = changed[i].Data
		}
		before := string(patched)
		copy(patched[int(at)%len(patched):], with)
		same := before == string(patched)
		if reseal {
			_, manifest, _ = publish.Seal(m, changed)
		}
		v, err := verifyFiles(publish.Past{}, stands(manifest, changed))
		switch {
		case err != nil && !errors.Is(err, publish.ErrManifest) && !errors.Is(err, publish.ErrNoManifest):
			t.Errorf("error %v", err)
		case err == nil && v.Sound() != same && !reseal:
			t.Errorf("sound: %v, the same: %v", v.Sound(), same)
		}
	})
}

// FuzzEdition reads edition.json of anyone.
func FuzzEdition(f *testing.F) {
	_, files := tiny(f)
	for _, file := range files {
		if strings.HasSuffix(file.Name, "-edition.json") {
			f.Add(file.Data)
		}
	}
	f.Add([]byte(`{"facts":[{"id":"a","obs_value":1e9,"unit_mult":2000000000}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, err := readDocument(data)
		if err != nil {
			return
		}
		if _, err := doc.table(); err != nil {
			return
		}
		for _, fact := range doc.Facts {
			if doc.byID[fact.ID] == nil {
				t.Errorf("fact %q is not found", fact.ID)
			}
		}
	})
}
