package main

import (
	"encoding/binary"
	"errors"
	"os"
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/fonts"
	"nianbao/internal/tagpdf"

	"github.com/rogpeppe/go-internal/testscript"
)

// font writes a site's own font: the embedded one, which has a further character that looks like one it has already:
// font FILE CHARACTER LIKE
func font(ts *testscript.TestScript, _ bool, args []string) {
	further, _ := utf8.DecodeRuneInString(args[1])
	like, _ := utf8.DecodeRuneInString(args[2])
	ttf, err := withCharacter(fonts.Embedded().Regular, further, like)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), ttf, 0o644))
}

// shows holds that a briefing shows a text, or that it does not: [!] shows PDF TEXT
func shows(ts *testscript.TestScript, neg bool, args []string) {
	r, err := tagpdf.Open([]byte(ts.ReadFile(args[0])))
	ts.Check(err)
	root, err := r.Structure()
	ts.Check(err)
	if strings.Contains(root.Shown, args[1]) == neg {
		ts.Fatalf("%s shows %q: %v", args[0], args[1], !neg)
	}
}

// withCharacter adds a character to a TrueType font's map of format 12 (ISO/IEC 14496-22, 5.2.1.3.7), the only one it
// then has. The map goes to the end of the file.
func withCharacter(ttf []byte, further, like rune) ([]byte, error) {
	u16 := func(b []byte, at int) int { return int(binary.BigEndian.Uint16(b[at:])) }
	u32 := func(b []byte, at int) int { return int(binary.BigEndian.Uint32(b[at:])) }
	out := slices.Clone(ttf)
	entry := 12
	for string(out[entry:entry+4]) != "cmap" {
		entry += 16
	}
	cmap := out[u32(out, entry+8):]
	var groups [][3]int
	for i := range u16(cmap, 2) {
		if m := cmap[u32(cmap, 4+8*i+4):]; u16(m, 0) == 12 {
			for g := range u32(m, 12) {
				groups = append(groups, [3]int{u32(m, 16+12*g), u32(m, 20+12*g), u32(m, 24+12*g)})
			}
			break
		}
	}
	at := slices.IndexFunc(groups, func(g [3]int) bool { return g[0] <= int(like) && int(like) <= g[1] })
	after := slices.IndexFunc(groups, func(g [3]int) bool { return g[0] > int(further) })
	if at < 0 || after < 0 {
		return nil, errors.New("the font has no such character, or none after the further one")
	}
	groups = slices.Insert(groups, after, [3]int{int(further), int(further), groups[at][2] + int(like) - groups[at][0]})
	table := []byte{0, 0, 0, 1, 0, 3, 0, 10, 0, 0, 0, 12, 0, 12, 0, 0}
	for _, v := range []int{16 + 12*len(groups), 0, len(groups)} {
		table = binary.BigEndian.AppendUint32(table, uint32(v))
	}
	for _, g := range groups {
		for _, v := range g {
			table = binary.BigEndian.AppendUint32(table, uint32(v))
		}
	}
	binary.BigEndian.PutUint32(out[entry+8:], uint32(len(out)))
	binary.BigEndian.PutUint32(out[entry+12:], uint32(len(table)))
	return append(out, table...), nil
}
