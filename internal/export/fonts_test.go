package export

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"nianbao/fonts"
)

// Editions that share fonts are those that each makes alone, and the fonts are read for the first of them only.
func TestFontsAreReadOnce(t *testing.T) {
	own := t.TempDir()
	regular, bold := filepath.Join(own, "regular.ttf"), filepath.Join(own, "bold.ttf")
	for path, data := range map[string][]byte{regular: fonts.Embedded().Regular, bold: fonts.Embedded().Bold} {
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	env := []string{"NIANBAO_FONTS_REGULAR=" + regular, "NIANBAO_FONTS_BOLD=" + bold}
	alone := job(t, env...)
	shared := NewFonts(t.Context(), alone.Config.Fonts)
	first, second := job(t, env...), job(t, env...)
	first.Fonts, second.Fonts = shared, shared
	var trees [][]string
	for _, j := range []Job{alone, first, second} {
		if _, err := Run(context.Background(), j); err != nil {
			t.Fatal(err)
		}
		var files []string
		for _, f := range tree(t, j.Config.Output.Dir) {
			files = append(files, strings.TrimPrefix(f, j.Config.Output.Dir))
		}
		trees = append(trees, files)
		if j.Fonts != nil {
			_ = os.Remove(regular)
		}
	}
	if !slices.Equal(trees[0], trees[1]) || !slices.Equal(trees[0], trees[2]) {
		t.Error("with shared fonts other files were written than alone")
	}
	if _, err := Run(context.Background(), job(t, env...)); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("error %v, want that the font has gone", err)
	}
}
