package publish

import "fmt"

// Seal fills in what the manifest of a release says of its files, and writes it. The bytes are those of the file
// [ManifestName], wherever the release goes.
func Seal(m Manifest, files []File) (Manifest, []byte, error) {
	if err := checkNames(files); err != nil {
		return Manifest{}, nil, err
	}
	m.Format, m.Number, m.Release, m.Outputs = Format, max(1, m.Number), m.ReleaseDigest(), nil
	for _, f := range files {
		m.Outputs = append(m.Outputs, DigestOf(f))
	}
	sortByName(m.Outputs)
	data, err := m.encode()
	return m, data, err
}

// ReadManifest reads the bytes of a manifest. The error is [ErrManifest] if they are not one, or not as it was
// written.
func ReadManifest(data []byte) (Manifest, error) {
	m, err := decode(data)
	if err != nil {
		return Manifest{}, fmt.Errorf("%s: %w: %w", ManifestName, ErrManifest, err)
	}
	if !signed(data) {
		return Manifest{}, fmt.Errorf("%s: %w: its checksum does not fit", ManifestName, ErrManifest)
	}
	return m, nil
}
