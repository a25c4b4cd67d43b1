package main

import (
	"encoding/binary"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"nianbao/fonts"
)

// tableOf is a table of a font.
func tableOf(ttf []byte, tag string) []byte {
	entry := 12
	for string(ttf[entry:entry+4]) != tag {
		entry += 16
	}
	return ttf[binary.BigEndian.Uint32(ttf[entry+8:]):][:binary.BigEndian.Uint32(ttf[entry+12:])]
}

// asCollection puts a font into a collection of its own.
func asCollection(ttf []byte) []byte {
	out := append([]byte("ttcf\x00\x01\x00\x00\x00\x00\x00\x01\x00\x00\x00\x10"), ttf...)
	for i := range int(binary.BigEndian.Uint16(ttf[4:])) {
		entry := out[16+12+16*i+8:]
		binary.BigEndian.PutUint32(entry, binary.BigEndian.Uint32(entry)+16)
	}
	return out
}

// A font that is damaged, or may not be embedded, is refused by its name. One in a collection is read.
func TestFontsOfOthers(t *testing.T) {
	own := fonts.Embedded()
	for _, c := range []struct {
		name string
		make func(ttf []byte) []byte
		want string // of the messages; "" if the font is good
	}{
		{"good.ttf", func(ttf []byte) []byte { return ttf }, ""},
		{"collection.ttc", asCollection, ""},
		{"damaged.ttf", func(ttf []byte) []byte { copy(tableOf(ttf, "GPOS")[6:], "00"); return ttf }, "damaged.ttf: font is damaged: "},
		{"restricted.ttf", func(ttf []byte) []byte { tableOf(ttf, "OS/2")[9] = 2; return ttf }, `restricted.ttf: the licence of the font "Noto Sans SC`},
		{"restricted.ttc", func(ttf []byte) []byte { tableOf(ttf, "OS/2")[9] = 2; return asCollection(ttf) }, `restricted.ttc: the licence of the font "Noto Sans SC`},
		{"outlines.ttc", func(ttf []byte) []byte { return asCollection([]byte(strings.Replace(string(ttf), "glyf", "CFF ", 1))) }, "outlines.ttc: no font of the collection can be used: "},
		{"cut.ttf", func(ttf []byte) []byte { return ttf[:5000] }, "cut.ttf: "},
		{"text.ttf", func([]byte) []byte { return []byte("this is no font at all") }, "text.ttf: not a font file"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			name := filepath.Join(t.TempDir(), c.name)
			if err := os.WriteFile(name, c.make(slices.Clone(own.Regular)), 0o644); err != nil {
				t.Fatal(err)
			}
			run := exec.Command("nianbao", "export", "--areas-dir=../../config/areas", "--area=example", "--period=2024", "--format=pdf",
				"--output="+filepath.Join(t.TempDir(), "out"), "--font-regular="+name, "--font-bold="+name)
			out, err := run.CombinedOutput()
			switch {
			case c.want == "" && err != nil:
				t.Errorf("%v: %s", err, out)
			case c.want != "" && (run.ProcessState.ExitCode() != 1 || !strings.Contains(string(out), c.want)):
				t.Errorf("%v, want %q: %s", err, c.want, out)
			}
		})
	}
}
