package workbook

import (
	"strings"
	"testing"

	"nianbao/internal/stat"
)

func TestRefusedTexts(t *testing.T) {
	for name, tt := range map[string]struct {
		spoil func(*stat.Dataset)
		want  []string
	}{
		"control character": {func(d *stat.Dataset) { d.Indicators[0].Name.En = "a\x0bb" }, []string{`sheet "主要指标 Key figures"`, "cell C2", "U+000B"}},
		"no character":      {func(d *stat.Dataset) { d.Periods[0].Projects[0].Name.Hans = "a\uffff" }, []string{`sheet "项目 Projects"`, "cell B2", "U+FFFF"}},
		"not UTF-8":         {func(d *stat.Dataset) { d.Periods[0].Initiatives[0].Name.En = "a\xff" }, []string{`sheet "行动与战略 Initiatives"`, "UTF-8"}},
		"too long":          {func(d *stat.Dataset) { d.Periods[0].Recognitions[0].Note.En = strings.Repeat("a", 40000) }, []string{`sheet "荣誉 Awards and listings"`, "40000", "32767"}},
		"in a title":        {func(d *stat.Dataset) { d.Area.Name.Hans = "a\x00" }, []string{`sheet "封面 Cover"`, "cell A1", "U+0000"}},
		"in the guidance":   {func(d *stat.Dataset) { d.Area.Sources[0].Publisher.En = "a\x01" }, []string{"U+0001"}},
	} {
		d := small()
		d.Area.Sample = false
		tt.spoil(d)
		e, opt := build(t, d, stat.Hans, stat.En)
		file, err := Render(e, opt)
		if err == nil || file != nil {
			t.Errorf("%s: no error", name)
			continue
		}
		for _, part := range tt.want {
			if !strings.Contains(err.Error(), part) {
				t.Errorf("%s: error %q has no %q", name, err, part)
			}
		}
	}
}
