// Package scaffold makes the first files of an area.
//
// In: who the area is, where its figures come from, a period, and indicators of the catalogue. Out: the contents of the
// files, which make a valid dataset whose figures are all marked as missing. It must not write to disk or ask anybody.
package scaffold

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"nianbao/internal/catalog"
	"nianbao/internal/dataset"
	"nianbao/internal/locale"
	"nianbao/internal/message"
	"nianbao/internal/stat"
	"nianbao/internal/yamledit"
)

// Area is what is known of a new area.
type Area struct {
	Code      string
	Official  string    // of GB/T 2260; may be empty
	Name      stat.Text // in Chinese and English, as all texts
	Within    stat.Text // where it lies
	Source    stat.Text // title of the bulletin or yearbook
	Publisher stat.Text
	Period    stat.Period
}

// SourceCode is the code of a new area's source.
const SourceCode = "bulletin"

// Complete fills in what follows from the name: the source and its publisher, and the code.
func (a Area) Complete() Area {
	if a.Code == "" {
		a.Code = code(a.Name.En)
	}
	fill := func(t *stat.Text, hans, en string) {
		if t.Hans == "" {
			t.Hans = hans
		}
		if t.En == "" {
			t.En = en
		}
	}
	fill(&a.Source, a.Name.Hans+"国民经济和社会发展统计公报", "Statistical bulletin of "+a.Name.En)
	fill(&a.Publisher, a.Name.Hans+"统计局", a.Name.En+" Statistics Office")
	return a
}

// code makes a code of an English name: Little District becomes little.
func code(name string) string {
	words := stat.CodeWords(name)
	kinds := []string{"county", "district", "city", "town", "township", "new", "area", "prefecture", "province", "management"}
	for len(words) > 1 && slices.Contains(kinds, words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	return strings.Join(words, "-")
}

// Missing names what a new area still lacks, in the words of the flags that give it.
func (a Area) Missing() []string {
	var list []string
	for _, of := range []struct{ value, flag string }{
		{a.Name.Hans, "name-zh"}, {a.Name.En, "name-en"}, {a.Within.Hans, "within-zh"}, {a.Within.En, "within-en"},
	} {
		if strings.TrimSpace(of.value) == "" {
			list = append(list, "--"+of.flag)
		}
	}
	return list
}

// Themes are the codes of the catalogue's chapters.
func Themes() []string {
	var list []string
	for _, t := range catalog.Themes() {
		list = append(list, t.Code)
	}
	return list
}

// Indicators are the codes of a new area's indicators, in the order of the catalogue: the usual ones, or all of some themes and
// those that are named. Those of themes and the usual ones are without what a part of a year does not know.
func Indicators(themes, named []string, period stat.Period) ([]string, error) {
	for _, t := range themes {
		if !slices.Contains(Themes(), t) {
			return nil, message.Errorf("the catalogue has no theme %q; known: %s", t, strings.Join(Themes(), ", "))
		}
	}
	for _, code := range named {
		if _, ok := catalog.Get(code); !ok {
			return nil, message.Errorf("the catalogue has no indicator %q; nianbao catalog WORD finds codes", code)
		}
	}
	usual := catalog.Usual()
	if len(themes)+len(named) > 0 {
		usual = nil
	}
	var list []string
	for _, e := range catalog.All() {
		known := e.Known != stat.YearEnd || period.Span == stat.Annual
		if slices.Contains(named, e.Code) || known && (slices.Contains(usual, e.Code) || slices.Contains(themes, e.Theme)) {
			list = append(list, e.Code)
		}
	}
	return list, nil
}

// Files are the files of a new area. What makes no valid dataset is an error, with the place in the file.
func Files(a Area, indicators []string) ([]dataset.Input, error) {
	a = a.Complete()
	if err := a.Check(); err != nil {
		return nil, err
	}
	hans, err := locale.For(stat.Hans, catalog.AllUnits())
	if err != nil {
		return nil, err
	}
	en, err := locale.For(stat.En, catalog.AllUnits())
	if err != nil {
		return nil, err
	}
	files := []dataset.Input{
		{Name: a.Period.String() + ".yaml", Data: []byte(a.figures(indicators, hans, en))},
		{Name: "area.yaml", Data: []byte(a.area())},
	}
	if _, err := dataset.Parse(files, a.Code); err != nil {
		return nil, err
	}
	return files, nil
}

// Check says what is wrong with an official code.
func (a Area) Check() error {
	if a.Official == "" {
		return nil
	}
	return new(stat.OfficialCode).UnmarshalText([]byte(a.Official))
}

func text(t stat.Text) string {
	return "{zh-Hans: " + yamledit.Quote(t.Hans) + ", en: " + yamledit.Quote(t.En) + "}"
}

func (a Area) area() string {
	var b strings.Builder
	put := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	put("# 地区的名称、位置和数据来源。格式见 docs/dataset.zh-CN.md。")
	put("# Names, place and sources of the area. docs/dataset.md describes the format.")
	put("code: %s # 目录名。 The folder's name.", a.Code)
	if a.Official != "" {
		put("official_code: %s", a.Official)
	}
	put("name: %s", text(a.Name))
	put("within: %s # 所属的上级地区。 The larger areas it lies in.", text(a.Within))
	put("issuer: %s # 发布单位，印在封面上。 Who issues the edition; it stands on the cover.", text(a.Publisher))
	put("scopes: # 排名的范围，第一个为默认。 Areas that are ranked together; the first is the default.")
	put("  city: {name: {zh-Hans: 全市, en: the city}}")
	put("  province: {name: {zh-Hans: 全省, en: the province}}")
	put("sources: # 数据的来源。 Where figures come from.")
	put("  %s:", SourceCode)
	put("    title: %s", text(a.Source))
	put("    publisher: %s", text(a.Publisher))
	put("    reference: {zh-Hans: \"第{0}页\", en: \"page {0}\"} # 出处的写法，{0} 为页码。 How a place is cited; {0} is the page.")
	put("schedule: {periods: %s} # 多久一期。 How often there is an edition: years, quarters or months.", rhythms[a.Period.Freq()])
	return b.String()
}

// rhythms say how often there are editions like the first one.
var rhythms = map[stat.Freq]string{stat.Yearly: "years", stat.Quarterly: "quarters", stat.Monthly: "months"}

func (a Area) figures(indicators []string, hans, en *locale.Words) string {
	var b strings.Builder
	put := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	put("# %s的数据。status: O 表示暂缺；有了数据就以数值代替，如 [12.5, 5.1] 为总量和增速。", hans.During(a.Period))
	put("# The figures of %s. status: O marks a missing figure; a value takes its place, as [12.5, 5.1]: level and growth.", en.During(a.Period))
	put("period: \"%s\"", a.Period)
	put("source: %s", SourceCode)
	put("observations:")
	theme := ""
	for _, code := range indicators {
		e, _ := catalog.Get(code)
		if e.Theme != theme {
			theme = e.Theme
			all := catalog.Themes()
			name := all[slices.IndexFunc(all, func(t stat.Theme) bool { return t.Code == theme })].Name
			put("  # %s %s", name.Hans, name.En)
		}
		put("  %s # %s（%s） %s (%s)", missing(e), e.Name.Hans, cmp.Or(e.Base.Hans, hans.Unit(e.Unit, e.Mult)),
			e.Name.En, cmp.Or(e.Base.En, en.Unit(e.Unit, e.Mult)))
	}
	return b.String()
}

// missing is the entry of an indicator without figures.
func missing(e catalog.Entry) string {
	figure, growth := catalog.AllUnits()[e.Unit].UsualMeasures()
	if growth == stat.Growth && figure == stat.Level && e.Base.Empty() {
		return e.Code + ": [{status: O}, {status: O}]"
	}
	return e.Code + ": {" + string(figure) + ": {status: O}}"
}
