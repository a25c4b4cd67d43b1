package county

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"
)

// figures is the file of the period. Where it gives the level of a year earlier too, the growth follows from both.
func (c *county) figures() string {
	var b strings.Builder
	fmt.Fprintf(&b, "period: %q\nsource: tables\nobservations:\n", Period)
	for n, t := range c.themes {
		for k, in := range t.indicators {
			c.observe(&b, in, n+1, k)
		}
	}
	b.WriteString("targets:\n")
	for n, t := range c.themes {
		fmt.Fprintf(&b, "  %s:\n    growth: {value: %d.%d, operator: at_least, from: {%d: \"\"}}\n", t.indicators[0].code, c.random.IntN(8)+1, c.random.IntN(10), n+1)
	}
	b.WriteString("projects:\n")
	for k := range projects {
		status := []string{"planned", "under_construction", "completed", "in_production"}[(c.index+k)%4]
		fmt.Fprintf(&b, "  project-%d:\n    status: %s\n    figures:\n      investment: {value: %d.%02d, unit: CNY, mult: 8, from: {9: \"\"}}\n", k+1, status, c.random.IntN(30), c.random.IntN(99)+1)
	}
	return b.String()
}

// observe writes level and growth of an indicator; for the first of a theme the level of a year earlier, and a rank.
func (c *county) observe(b *strings.Builder, in indicator, table, k int) {
	before := decimal.New(in.low+c.random.Int64N(in.high-in.low), -in.decimals)
	after := before.Mul(decimal.New(900+c.random.Int64N(260), -3)).Round(in.decimals)
	growth := after.Sub(before).Div(before).Shift(2).Round(1)
	level := fmt.Sprintf("{value: %s, from: {%d: \"\"}}", after.StringFixed(in.decimals), table)
	if k == 0 {
		level = fmt.Sprintf("\n      - %s\n      - {value: %s, period: \"2023\", from: {%d: \"\"}}", level, before.StringFixed(in.decimals), table)
	}
	fmt.Fprintf(b, "  %s:\n    level: %s\n    growth: {value: %s, from: {%d: \"\"}}\n", in.code, level, growth.StringFixed(1), table)
	if k == 0 {
		fmt.Fprintf(b, "    rank: {position: %d, by: growth, from: {%d: \"\"}}\n", c.random.IntN(12)+1, table)
	}
}

// projects is how many every county has.
const projects = 4

func (c *county) projects() string {
	var b strings.Builder
	b.WriteString("projects:\n")
	for k := range projects {
		works := []syllable{{"水库扩建工程", "reservoir extension"}, {"风电场", "wind farm"}, {"农产品加工园", "food processing park"}, {"县城至国道连接线", "link road to the national highway"}}[k]
		fmt.Fprintf(&b, `  project-%d:
    theme: investment-and-projects
    name: %s
    partners:
      - name: %s
    milestones:
      signed: {date: 2023-%02d-%02d, from: {tables/9: ""}}
      started: {date: 2024-%02d-%02d, from: {tables/9: ""}}
    from: {tables/9: ""}
`, k+1, both(c.han+works.han, title(c.latin)+" "+works.latin), both("虚构建设有限公司", "Fiction Construction Company"),
			c.random.IntN(12)+1, c.random.IntN(28)+1, c.random.IntN(12)+1, c.random.IntN(28)+1)
	}
	return strings.ReplaceAll(b.String(), "investment-and-projects", c.themes[0].code)
}
