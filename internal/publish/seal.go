package publish

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"

	"nianbao/internal/canonjson"
	"nianbao/internal/message"
)

// Seal fills in what the manifest of a release says of its files, and writes it. The bytes are those of the file
// [ManifestName], wherever the release goes.
func Seal(m Manifest, files []File) (Manifest, []byte, error) {
	if err := checkNames(files); err != nil {
		return Manifest{}, nil, err
	}
	m.Format, m.Outputs = Format, nil
	if !m.Draft() {
		m.Number, m.Build = max(1, m.Number), max(1, m.Build)
	}
	var err error
	if m.BuildDigest, err = m.DigestBuild(); err != nil {
		return Manifest{}, nil, err
	}
	for _, f := range files {
		m.Outputs = append(m.Outputs, DigestOf(f))
	}
	m.Outputs = sorted(m.Outputs)
	data, err := m.encode()
	return m, data, err
}

// ReadManifest reads the bytes of a manifest. The error is an [ErrManifest] if they are not one, and [ErrDamaged] if they
// are not as they were written: nothing that such a manifest says is to be believed.
func ReadManifest(data []byte) (Manifest, error) {
	if len(data) > MostManifest {
		return Manifest{}, largeManifest(int64(len(data)))
	}
	if !signed(data) {
		return Manifest{}, doubt(data)
	}
	m, err := decode(data)
	if err != nil {
		return Manifest{}, message.Errorf("%s: %w: %w", ManifestName, ErrManifest, err)
	}
	return m, nil
}

// doubt says what a file is that is not a manifest as it was written: one that was, or none of this program.
func doubt(data []byte) error {
	if !json.Valid(data) {
		return message.Errorf("%s: %w", ManifestName, ErrDamaged)
	}
	if format, err := formatOf(data); err != nil || format < 1 || format > Format {
		return message.Errorf("%s: %w: format %d: this program reads 1 to %d", ManifestName, ErrManifest, format, Format)
	}
	return message.Errorf("%s: %w: its checksum does not fit", ManifestName, ErrDamaged)
}

// vouch holds the digests of a manifest against what they are of, and says which does not fit; nil if both do. Those of
// format 1 were made in another way.
func (m Manifest) vouch() *message.Text {
	if m.Format == 1 {
		return nil
	}
	// The content is written in canonical order, with white space; the long way is for one that others have written.
	var content bytes.Buffer
	if json.Compact(&content, m.Content) != nil || canonjson.Digest(content.Bytes()) != m.ContentDigest {
		canonical, err := canonjson.Transform(m.Content)
		if err != nil || canonjson.Digest(canonical) != m.ContentDigest {
			return message.Plain("the content digest is not that of the content")
		}
	}
	if build, err := m.DigestBuild(); err != nil || build != m.BuildDigest {
		return message.Plain("the build digest is not that of content, configuration and output version")
	}
	return nil
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
