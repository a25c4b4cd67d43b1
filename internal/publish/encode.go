package publish

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"

	"nianbao/internal/prettyjson"
)

// encode writes the manifest: two spaces of indent, a line feed at the end, lists never null, the fields of [Manifest] in
// their order.
func (m Manifest) encode() ([]byte, error) {
	w := prettyjson.New(1024 + 160*(len(m.Outputs)+len(m.Inputs)+len(m.Figures)) + 512*len(m.Texts))
	w.Int("format", m.Format)
	w.Object("program")
	m.Program.write(w)
	w.End()
	w.Text("area", m.Area)
	w.Text("period", m.Period)
	w.Texts("languages", m.Languages)
	w.Text("release_date", m.ReleaseDate)
	w.Text("status", m.Status)
	w.Int("number", m.Number)
	w.Text("release", m.Release)
	w.Text("supersedes", m.Supersedes)
	writeList(w, "outputs", sorted(m.Outputs))
	writeList(w, "inputs", sorted(m.Inputs))
	w.Text("content", m.Content)
	writeList(w, "configuration", m.Configuration)
	writeList(w, "tools", m.Tools)
	writeList(w, "figures", m.Figures)
	writeList(w, "texts", m.Texts)
	if len(m.Findings) == 0 {
		w.Texts("findings", nil)
	} else if err := w.Value("findings", m.Findings); err != nil {
		return nil, fmt.Errorf("encode manifest: findings: %w", err)
	}
	w.Text("checksum", "")
	return sign(w.Bytes()), nil
}

// writeList writes a list of objects.
func writeList[T interface{ write(*prettyjson.Writer) }](w *prettyjson.Writer, name string, list []T) {
	prettyjson.Objects(w, name, list, func(item T) { item.write(w) })
}

func (t Tool) write(w *prettyjson.Writer) {
	w.Text("name", t.Name)
	w.Text("version", t.Version)
}

func (d Digest) write(w *prettyjson.Writer) {
	w.Text("name", d.Name)
	w.Int("bytes", int(d.Bytes))
	w.Text("sha256", d.SHA256)
	w.SomeText("media", d.Media)
}

func (s Setting) write(w *prettyjson.Writer) {
	w.Text("key", s.Key)
	w.Text("value", s.Value)
}

func (f Figure) write(w *prettyjson.Writer) {
	w.Text("id", f.ID)
	w.SomeText("value", f.Value)
	w.Int("mult", f.Mult)
	w.Text("unit", f.Unit)
	w.Text("status", f.Status)
	w.SomeText("qualifier", f.Qualifier)
	w.SomeText("operator", f.Operator)
}

func (t Text) write(w *prettyjson.Writer) {
	w.Text("id", t.ID)
	w.Object("text")
	for _, lang := range slices.Sorted(maps.Keys(t.Text)) {
		w.Text(lang, t.Text[lang])
	}
	w.End()
}

func sorted(list []Digest) []Digest {
	list = slices.Clone(list)
	sortByName(list)
	return list
}

// How the checksum ends a manifest. Between the two stand its digits, or nothing before it is known.
const (
	checksumStart = `"checksum": "`
	checksumEnd   = "\"\n}\n"
)

// sign fills in the checksum of a manifest that has none.
func sign(data []byte) []byte {
	sum := sha256.Sum256(data)
	data = hex.AppendEncode(data[:len(data)-len(checksumEnd)], sum[:])
	return append(data, checksumEnd...)
}

// signed reports whether a manifest is as it was written.
func signed(data []byte) bool {
	body, ended := bytes.CutSuffix(data, []byte(checksumEnd))
	unsigned := len(body) - hex.EncodedLen(sha256.Size)
	if !ended || unsigned < 0 || !bytes.HasSuffix(body[:unsigned], []byte(checksumStart)) {
		return false
	}
	return bytes.Equal(data, sign(slices.Concat(body[:unsigned], []byte(checksumEnd))))
}
