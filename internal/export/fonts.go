package export

import (
	"context"
	"sync"

	"nianbao/fonts"
	"nianbao/internal/briefing"
	"nianbao/internal/config"
	"nianbao/internal/file"
	"nianbao/internal/message"
	"nianbao/internal/publish"
)

// Fonts are those of a configuration: the program's, or a site's own, which are read when the first of the editions that
// share them needs them, and not again.
type Fonts struct {
	files func() (fontFiles, error)
	face  func() (face, error)
}

// fontFiles are fonts as files.
type fontFiles struct {
	pair fonts.Pair
	own  []publish.Digest // of the site's own
}

type face = briefing.Typeface

// NewFonts reads nothing yet. Later, the fonts can be read as long as the context lasts.
func NewFonts(ctx context.Context, c config.Fonts) *Fonts {
	f := &Fonts{files: sync.OnceValues(func() (fontFiles, error) { return readFonts(ctx, c) })}
	f.face = sync.OnceValues(func() (face, error) {
		files, err := f.files()
		if err != nil {
			return face{}, err
		}
		return briefing.LoadTypeface(files.pair)
	})
	return f
}

func readFonts(ctx context.Context, c config.Fonts) (fontFiles, error) {
	files := fontFiles{pair: fonts.Embedded()}
	for _, f := range []struct {
		key, path string
		data      *[]byte
		name      *string
	}{
		{"fonts.regular", c.Regular, &files.pair.Regular, &files.pair.RegularFile},
		{"fonts.bold", c.Bold, &files.pair.Bold, &files.pair.BoldFile},
	} {
		if f.path == "" {
			continue
		}
		data, err := file.Read(ctx, f.path, file.Font)
		if err != nil {
			return fontFiles{}, message.Errorf("%s: %w", f.key, err)
		}
		*f.data, *f.name = data, f.path
		files.own = append(files.own, publish.DigestOf(publish.File{Name: f.key, Data: data}))
	}
	return files, nil
}

// measures reports whether text is to be measured: for the pages of a briefing, or for the charts of a web page.
func (r *run) measures() bool { return r.wants(config.PDF) || r.wants(config.HTML) }

// readFonts takes down what the fonts are, if text is to be measured.
func (r *run) readFonts(ctx context.Context) error {
	if !r.measures() {
		return nil
	}
	if r.Fonts == nil {
		r.Fonts = NewFonts(ctx, r.Config.Fonts)
	}
	files, err := r.Fonts.files()
	r.fontFiles = files.own
	return err
}

// loadFonts makes the fonts ready to lay out text.
func (r *run) loadFonts(context.Context) (err error) {
	if r.measures() {
		r.face, err = r.Fonts.face()
	}
	return err
}
