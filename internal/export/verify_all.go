package export

import (
	"nianbao/internal/publish"
)

// VerifyAll verifies every release at or below a folder: of one edition's folder the published release and the earlier
// ones, of an output folder those of all editions, by edition, oldest first. A release that does not follow on the one
// before it has a problem. The error is [publish.ErrNoManifest] if there is no release.
func VerifyAll(dir string) ([]*Verification, error) {
	if archiveForm.MatchString(dir) {
		v, err := Verify(dir)
		return []*Verification{v}, err
	}
	editions, err := editionsIn(dir)
	if err != nil {
		return nil, err
	}
	if len(editions) == 0 {
		_, err := Verify(dir)
		return nil, err
	}
	var list []*Verification
	for _, e := range editions {
		chain, err := chainOf(e)
		if err != nil {
			return nil, err
		}
		for _, k := range chain {
			v, err := k.verify()
			if err != nil {
				return nil, err
			}
			list = append(list, v)
		}
	}
	return list, nil
}

// verify verifies a release of a history. One whose manifest is none is a release with a problem.
func (k Kept) verify() (*Verification, error) {
	if k.Err != nil {
		return &Verification{Dir: k.Dir, Manifest: publish.Manifest{Number: k.Number}, Problems: k.Problems}, nil
	}
	v, err := Verify(k.Dir)
	if err != nil {
		return nil, err
	}
	for _, p := range k.Problems {
		if p.Kind == publish.Broken {
			v.Problems = append(v.Problems, p)
		}
	}
	return v, nil
}
