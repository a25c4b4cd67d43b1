package publish

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func TestVerify(t *testing.T) {
	for _, tt := range []struct {
		name   string
		change func(dir string) error
		want   []Problem
		is     error
	}{
		{name: "untouched", change: func(string) error { return nil }},
		{
			name:   "missing",
			change: func(dir string) error { return os.Remove(filepath.Join(dir, "x-data.csv")) },
			want:   []Problem{{Name: "x-data.csv", Kind: Missing}},
		},
		{
			name:   "other size",
			change: func(dir string) error { return os.WriteFile(filepath.Join(dir, "x-data.csv"), []byte("v"), 0o644) },
			want:   []Problem{{Name: "x-data.csv", Kind: Changed}},
		},
		{
			name: "same size",
			change: func(dir string) error {
				return os.WriteFile(filepath.Join(dir, "x-data.csv"), []byte("value\nONE\n"), 0o644)
			},
			want: []Problem{{Name: "x-data.csv", Kind: Changed}},
		},
		{
			name: "a link in its place",
			change: func(dir string) error {
				name := filepath.Join(dir, "x-data.csv")
				return errors.Join(os.Rename(name, name+".bak"), os.Symlink(name+".bak", name))
			},
			want: []Problem{{Name: "x-data.csv", Kind: Changed}, {Name: "x-data.csv.bak", Kind: Extra}},
		},
		{
			name: "everything at once",
			change: func(dir string) error {
				return errors.Join(
					os.Remove(filepath.Join(dir, "x-data.csv")), os.Mkdir(filepath.Join(dir, "aaa"), 0o755),
					os.WriteFile(filepath.Join(dir, "x-briefing.pdf"), nil, 0o644))
			},
			want: []Problem{{Name: "x-briefing.pdf", Kind: Changed}, {Name: "x-data.csv", Kind: Missing}, {Name: "aaa", Kind: Extra}},
		},
		{
			name:   "no manifest",
			change: func(dir string) error { return os.Remove(filepath.Join(dir, ManifestName)) },
			is:     ErrNoManifest,
		},
		{
			name:   "broken manifest",
			change: func(dir string) error { return os.Truncate(filepath.Join(dir, ManifestName), 40) },
			is:     ErrDamaged,
		},
		{
			name: "a finding in the manifest changed",
			change: func(dir string) error {
				name := filepath.Join(dir, ManifestName)
				data, err := os.ReadFile(name)
				return errors.Join(err, os.WriteFile(name, bytes.Replace(data, []byte("&"), []byte("|"), 1), 0o644))
			},
			is: ErrDamaged,
		},
		{
			name:   "content that is not that of its digest",
			change: resealed(func(m *Manifest) { m.Content = bytes.Replace(m.Content, []byte("12.5"), []byte("12.6"), 1) }),
			want:   []Problem{{Name: ManifestName, Kind: Changed}},
		},
		{
			name:   "another setting under the same digest",
			change: resealed(func(m *Manifest) { m.Configuration[0].Value = "draft" }),
			want:   []Problem{{Name: ManifestName, Kind: Changed}},
		},
		{name: "no folder", change: os.RemoveAll, is: os.ErrNotExist},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "2024")
			publish(t, dir, sample("one"))
			if err := tt.change(dir); err != nil {
				t.Fatal(err)
			}
			_, got, err := Verify(dir)
			if !errors.Is(err, tt.is) {
				t.Fatalf("error %v, want %v", err, tt.is)
			}
			if diff := cmp.Diff(tt.want, got, cmpopts.IgnoreFields(Problem{}, "Detail"), cmpopts.EquateEmpty()); diff != "" {
				t.Errorf("problems differ (-want +got):\n%s", diff)
			}
			for _, p := range got {
				if p.Fault() != (p.Kind != Extra) || p.String() == "" {
					t.Errorf("problem %q: fault %v", p, p.Fault())
				}
			}
		})
	}
}

// A manifest that has changed since it was listed is not taken for the same.
func TestPastVerify(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "2024")
	publish(t, dir, sample("one"))
	past, err := Releases(dir)
	if err != nil {
		t.Fatal(err)
	}
	if m, problems, err := past[0].Verify(os.DirFS(dir)); err != nil || len(problems) > 0 || m.Checksum != past[0].Manifest.Checksum {
		t.Errorf("untouched: %v, %v", problems, err)
	}
	if err := resealed(func(m *Manifest) { m.Configuration[0].Value = "draft" })(dir); err != nil {
		t.Fatal(err)
	}
	if m, problems, err := past[0].Verify(os.DirFS(dir)); err != nil || len(problems) != 1 || m.Configuration[0].Value != "draft" {
		t.Errorf("resealed: %v, %v", problems, err)
	}
	name := filepath.Join(dir, ManifestName)
	data, err := os.ReadFile(name)
	if err := errors.Join(err, os.WriteFile(name, bytes.Replace(data, []byte("&"), []byte("|"), 1), 0o644)); err != nil {
		t.Fatal(err)
	}
	if _, _, err := past[0].Verify(os.DirFS(dir)); !errors.Is(err, ErrDamaged) {
		t.Errorf("damaged: %v", err)
	}
	past[0].Manifest.Checksum = string(data[len(data)-len(checksumEnd)-64 : len(data)-len(checksumEnd)])
	if _, _, err := past[0].Verify(os.DirFS(dir)); !errors.Is(err, ErrDamaged) {
		t.Errorf("damaged under the same checksum: %v", err)
	}
}

// resealed changes a manifest, and gives it a checksum that fits.
func resealed(change func(*Manifest)) func(dir string) error {
	return func(dir string) error {
		m, _, err := Verify(dir)
		if err != nil {
			return err
		}
		change(&m)
		data, err := m.encode()
		return errors.Join(err, os.WriteFile(filepath.Join(dir, ManifestName), data, 0o644))
	}
}

// TestDigestBuild changes one part of a manifest at a time.
func TestDigestBuild(t *testing.T) {
	digest := func(m Manifest) string {
		d, err := m.DigestBuild()
		if err != nil || len(d) != 64 {
			t.Fatalf("digest %q, %v", d, err)
		}
		return d
	}
	base := digest(sample("one").manifest)
	for _, tt := range []struct {
		name   string
		change func(*Manifest)
		same   bool
	}{
		{"inputs", func(m *Manifest) { m.Inputs[0].SHA256 = "0" }, true},
		{"outputs", func(m *Manifest) { m.Outputs = m.Inputs }, true},
		{"empty, not nil", func(m *Manifest) { m.Fonts = []Digest{} }, true},
		{"number", func(m *Manifest) { m.Number, m.Build, m.Supersedes = 7, 2, "0" }, true},
		{"tool", func(m *Manifest) { m.Tools = []Tool{{"go", "1.27"}} }, true},
		{"program", func(m *Manifest) { m.Program = "other" }, true},
		{"content", func(m *Manifest) { m.ContentDigest = "0" }, false},
		{"findings", func(m *Manifest) { m.Findings = nil }, false},
		{"later files", func(m *Manifest) { m.Later = json.RawMessage(`{"facts":[]}`) }, false},
		{"setting", func(m *Manifest) { m.Configuration[0].Value = "draft" }, false},
		{"output version", func(m *Manifest) { m.OutputVersion++ }, false},
		{"languages", func(m *Manifest) { m.Languages = m.Languages[:1] }, false},
		{"status", func(m *Manifest) { m.Status = "draft" }, false},
		{"period", func(m *Manifest) { m.Period = "2025" }, false},
		{"release date", func(m *Manifest) { m.ReleaseDate = "2025-01-21" }, false},
		{"font", func(m *Manifest) { m.Fonts = []Digest{{Name: "fonts.bold"}} }, false},
	} {
		m := sample("one").manifest
		tt.change(&m)
		if got := digest(m); (got == base) != tt.same {
			t.Errorf("%s: digest equal %v, want %v", tt.name, got == base, tt.same)
		}
	}
}

// A number that no program has given is not believed.
func TestNumbersAreBounded(t *testing.T) {
	for _, change := range []func(*Manifest){
		func(m *Manifest) { m.Number = 1 << 62 }, func(m *Manifest) { m.Number = -1 }, func(m *Manifest) { m.Build = 1_000_000 },
		func(m *Manifest) { m.Number = 0 }, func(m *Manifest) { m.Format = 3 }, func(m *Manifest) { m.Format = 0 },
	} {
		dir := filepath.Join(t.TempDir(), "2024")
		publish(t, dir, sample("one"))
		if err := resealed(change)(dir); err != nil {
			t.Fatal(err)
		}
		if _, _, err := Verify(dir); !errors.Is(err, ErrManifest) || errors.Is(err, ErrDamaged) {
			t.Errorf("error %v, want %v", err, ErrManifest)
		}
	}
}

func FuzzDecode(f *testing.F) {
	data, err := sample("one").manifest.encode()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Add([]byte(`{"format":1,"outputs":[{"name":"a/../b"}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := decode(data)
		if err != nil {
			return
		}
		for _, d := range m.Outputs {
			if d.Name == "" || filepath.Base(d.Name) != d.Name {
				t.Errorf("name %q was accepted", d.Name)
			}
		}
	})
}
