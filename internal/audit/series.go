package audit

import (
	"context"
	"path/filepath"
	"slices"

	"nianbao/internal/file"
	"nianbao/internal/message"
	"nianbao/internal/publish"
	"nianbao/internal/stat"
)

// Vintage is the data that one release gives, as its file has them.
type Vintage struct {
	publish.Past
	Period  stat.Period
	Last    bool // it is the edition's last release
	Columns []string
	Rows    [][]string
	Lacks   error // why there are no rows: the release has no CSV file of the data, or another one than was published
}

// Vintages reads the data of the releases of an area's editions, by period, oldest first, and tells of each: of a release
// that has several builds the last, since all of them say the same. Only one is held at a time. The error is a
// [*NoHistoryError] if there is none.
func Vintages(ctx context.Context, place Place, area string, tell func(Vintage) error) error {
	editions, err := editionsOf(ctx, place, area)
	if err != nil {
		return err
	}
	found := false
	for _, e := range editions {
		some, err := vintagesOf(ctx, place, e, tell)
		if found = found || some; err != nil {
			return err
		}
	}
	if !found {
		return noHistory(ctx, place, area, stat.Period{})
	}
	return nil
}

// vintagesOf is [Vintages] of one edition. It reports whether there are any.
func vintagesOf(ctx context.Context, place Place, e editionAt, tell func(Vintage) error) (found bool, err error) {
	past, err := place.Releases(ctx, e.path)
	if err != nil {
		return false, err
	}
	for i, p := range past {
		if i+1 < len(past) && past[i+1].Number == p.Number || p.Manifest.Draft() {
			continue
		}
		if err := ctx.Err(); err != nil {
			return found, message.Errorf("stopped before %s: %w", p.Dir, err)
		}
		v := Vintage{Past: p, Period: e.period, Last: i == len(past)-1}
		if v.Lacks = p.Err; v.Lacks == nil {
			v.Lacks = v.read(ctx, place)
		}
		past[i] = publish.Past{} // its manifest is large, and not needed any more
		found = true
		if err := tell(v); err != nil {
			return found, err
		}
	}
	return found, nil
}

// read reads the release's data.
func (v *Vintage) read(ctx context.Context, place Place) error {
	j := judge{manifest: v.Manifest}
	name := j.name(kindData)
	if !j.lists(name) {
		return message.Errorf("%s has no file %q: export it with --format csv", v.Dir, name)
	}
	o, err := place.Open(ctx, v.Past)
	if err != nil {
		return err
	}
	defer o.close()
	data, err := file.ReadIn(o.Files, name, publish.MostBytes)
	if err != nil {
		return err
	}
	at := slices.IndexFunc(v.Manifest.Outputs, func(d publish.Digest) bool { return d.Name == name })
	if publish.DigestOf(publish.File{Data: data}).SHA256 != v.Manifest.Outputs[at].SHA256 {
		return message.Errorf("%s: it is not what was published: run nianbao verify", filepath.Join(v.Dir, name))
	}
	t, err := readCSV(data)
	v.Columns, v.Rows = t.columns, t.rows
	return err
}
