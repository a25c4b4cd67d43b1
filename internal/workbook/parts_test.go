package workbook

import (
	"bytes"
	"encoding/xml"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"nianbao/internal/stat"
)

var relationIDs = regexp.MustCompile(` r:id="([^"]*)"`)

// Every part has a type, every relationship has a target, and every part that uses relationships has them.
func TestPartsHangTogether(t *testing.T) {
	for _, profile := range []Profile{Working, Published} {
		e, opt := build(t, area(t, "example"), stat.Hans, stat.En)
		opt.Profile = profile
		w := readWritten(t, render(t, e, opt))
		var types struct {
			Defaults []struct {
				Extension string `xml:"Extension,attr"`
			} `xml:"Default"`
			Overrides []struct {
				Part string `xml:"PartName,attr"`
			} `xml:"Override"`
		}
		w.decode(t, "[Content_Types].xml", &types)
		for _, o := range types.Overrides {
			if w.parts[strings.TrimPrefix(o.Part, "/")] == nil {
				t.Errorf("%s has a type, and is not there", o.Part)
			}
		}
		for name, data := range w.parts {
			typed := false
			for _, o := range types.Overrides {
				typed = typed || o.Part == "/"+name
			}
			for _, d := range types.Defaults {
				typed = typed || d.Extension == "rels" && path.Ext(name) == ".rels"
			}
			if !typed && name != "[Content_Types].xml" {
				t.Errorf("%s has no type", name)
			}
			for _, target := range w.related(t, name) {
				if w.parts[target] == nil {
					t.Errorf("%s refers to %s, which is not there", name, target)
				}
			}
			w.refers(t, name, data)
		}
	}
}

// refers checks the relationships that a part names.
func (w *written) refers(t *testing.T, name string, data []byte) {
	var own relations
	if rels := w.parts[path.Join(path.Dir(name), "_rels", path.Base(name)+".rels")]; rels != nil {
		if err := xml.Unmarshal(rels, &own); err != nil {
			t.Fatal(err)
		}
	}
	found := relationIDs.FindAllSubmatch(data, -1)
	for _, m := range found {
		if !slices.ContainsFunc(own.All, func(r relationRead) bool { return r.ID == string(m[1]) }) {
			t.Errorf("%s refers to %s, which it has not", name, m[1])
		}
	}
	if strings.HasPrefix(name, "xl/worksheets/sheet") && len(found) != len(own.All) {
		t.Errorf("%s refers to %d of its %d relations", name, len(found), len(own.All))
	}
	if bytes.Contains(data, []byte("<drawing ")) != slices.ContainsFunc(own.All, func(r relationRead) bool { return path.Base(r.Type) == "drawing" }) {
		t.Errorf("%s has a drawing or a relation to one, not both", name)
	}
}
