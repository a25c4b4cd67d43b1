package wording

import (
	"testing"

	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

func TestTitle(t *testing.T) {
	for _, c := range []struct {
		name            string
		area, period    stat.Text
		zh, en          string
		zhArea, zhTitle string // of the cover
		enArea, enTitle string
	}{
		{
			name: "the usual one", zh: "某镇2023年经济社会发展统计简报", en: "Some Town: statistical briefing, 2023",
			zhArea: "某镇", zhTitle: "2023年经济社会发展统计简报", enArea: "Some Town", enTitle: "Statistical briefing, 2023",
		},
		{
			name: "of the area", area: both("{area}{period}统计公报", "Statistical bulletin of {area} for {year}"),
			zh: "某镇2023年统计公报", en: "Statistical bulletin of Some Town for 2023",
			zhArea: "某镇", zhTitle: "2023年统计公报", enTitle: "Statistical bulletin of Some Town for 2023",
		},
		{
			name: "of the period", area: both("{area}{period}统计公报", "Bulletin"), period: both("统计手册", "Handbook of statistics"),
			zh: "统计手册", en: "Handbook of statistics", zhArea: "某镇", zhTitle: "统计手册", enArea: "Some Town", enTitle: "Handbook of statistics",
		},
		{
			name: "the area in the middle", period: both("{year}{area}统计月报", "{area} in figures"),
			zh: "2023年某镇统计月报", en: "Some Town in figures", zhTitle: "2023年某镇统计月报", enTitle: "Some Town in figures",
		},
		{
			name: "the area before words", period: both("{area}统计手册", "{area}{period}"),
			zh: "某镇统计手册", en: "Some Town2023", zhTitle: "某镇统计手册", enTitle: "Some Town2023",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newScene()
			s.d.Area.Title, s.data.Title = c.area, c.period
			e := s.build(t)
			zh, en := s.words(t)
			for _, one := range []struct {
				w                  *locale.Words
				title, area, below string
			}{{zh, c.zh, c.zhArea, c.zhTitle}, {en, c.en, c.enArea, c.enTitle}} {
				area, below := CoverTitle(one.w, e)
				if got := Title(one.w, e); got != one.title || area != one.area || below != one.below {
					t.Errorf("%s: title %q, cover %q and %q; want %q, %q and %q", one.w.Lang(), got, area, below, one.title, one.area, one.below)
				}
			}
		})
	}
}
