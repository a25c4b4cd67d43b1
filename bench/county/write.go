package county

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
)

// Period is the period the counties have figures for.
const Period = "2024"

// Size is how large a county's edition is. The zero value is the usual one, of about 80 facts.
type Size struct {
	Indicators int // at least; each has a level and a growth. The usual are 27
}

// Write makes the folders of the counties from first to before end in a folder of areas.
func Write(dir string, first, end int, size Size) error {
	for i := first; i < end; i++ {
		at := filepath.Join(dir, Code(i))
		if err := os.MkdirAll(at, 0o755); err != nil {
			return err
		}
		for name, text := range Files(i, size) {
			if err := os.WriteFile(filepath.Join(at, name), []byte(text), 0o644); err != nil {
				return err
			}
		}
	}
	return nil
}

// Files are the files of one county by name.
func Files(i int, size Size) map[string]string {
	c := &county{
		index: i, themes: wide(catalogue(), size.Indicators),
		random: rand.New(rand.NewPCG(uint64(i), 2850)),
	}
	c.han, c.latin = name(i)
	return map[string]string{
		"area.yaml":       c.area(),
		"indicators.yaml": c.indicators(),
		"projects.yaml":   c.projects(),
		"text.yaml":       c.text(),
		Period + ".yaml":  c.figures(),
	}
}

type county struct {
	index      int
	han, latin string
	themes     []theme
	random     *rand.Rand
}

// both is a text in both languages as YAML.
func both(han, latin string) string { return fmt.Sprintf("{zh-Hans: %q, en: %q}", han, latin) }

func (c *county) area() string {
	return fmt.Sprintf(`code: %s
name: %s
within: %s
issuer: %s
sample: true
scopes:
  city: {name: %s, of: 12}
sources:
  tables:
    title: %s
    publisher: %s
    reference: {zh-Hans: "表{0}", en: "table {0}"}
    date: 2025-01-31
`, Code(c.index), both(c.han, c.latin), both("虚构省样板市", "Sample City, Fiction Province"),
		both(c.han+"统计局（虚构）", "Statistics Office of "+c.latin+" (fictitious)"), both("全市", "the city"),
		both(c.han+"统计表（虚构数据）", "Statistical tables of "+c.latin+" (invented figures)"),
		both(c.han+"统计局（虚构）", "Statistics Office of "+c.latin+" (fictitious)"))
}

func (c *county) indicators() string {
	var b strings.Builder
	b.WriteString("themes:\n")
	for _, t := range c.themes {
		fmt.Fprintf(&b, "  %s: %s\n", t.code, both(t.han, t.latin))
	}
	b.WriteString("indicators:\n")
	for _, t := range c.themes {
		for k, in := range t.indicators {
			fmt.Fprintf(&b, "  %s:\n    theme: %s\n    name: %s\n    unit: %s\n    mult: %d\n", in.code, t.code, both(in.han, in.latin), in.unit, in.mult)
			if k == 0 {
				b.WriteString("    headline: true\n")
			}
		}
	}
	return b.String()
}

// text has a sentence for each of the usual indicators.
func (c *county) text() string {
	var b strings.Builder
	b.WriteString("sentences:\n")
	say := func(id, theme, han, latin string) {
		fmt.Fprintf(&b, "  - id: %s\n    theme: %s\n    text: %s\n", id, theme, both(han, latin))
	}
	say("summary", "summary", "{period}，{area}地区生产总值{gdp.level}，比上年{gdp.growth}；年末常住人口{population.level}。",
		"In {period} the gross domestic product of {area} was {gdp.level}, {gdp.growth} on a year earlier; its population was {population.level} at the end of the year.")
	for _, t := range catalogue() {
		for _, in := range t.indicators {
			say(in.code, t.code, fmt.Sprintf("{@%s}{%s.level}，比上年{%s.growth}。", in.code, in.code, in.code),
				fmt.Sprintf("{@%s}: {%s.level}, {%s.growth} on a year earlier.", in.code, in.code, in.code))
		}
	}
	return b.String()
}
