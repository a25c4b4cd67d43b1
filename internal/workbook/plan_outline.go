package workbook

import (
	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
	"nianbao/internal/xlsx"
)

// nested returns the columns of the names of indicators, each indented by its depth. So a sheet shows what stands below
// what, and can still be sorted.
func nested[T any](p *planner, say func(*locale.Words, T) string, depth func(T) int) []field[T] {
	fields := texts(p, "column.indicator", nameWidth, say)
	for i := range fields {
		plain := fields[i].cell
		fields[i].cell = func(item T) xlsx.Cell {
			c := plain(item)
			c.Indent = int8(min(depth(item), deepest))
			return c
		}
	}
	return fields
}

// deepest is how deep names are indented: more would leave no width for them.
const deepest = 8

// whole is the column of the indicators that others are a part of, or are contained in.
func whole[T any](p *planner, of func(T) stat.Indicator) field[T] {
	return blank("blank.part.of", spare(code(p, "column.part.of", func(item T) string {
		parent, _ := p.PartOf(of(item).Code)
		return parent
	})))
}

// breakdown is the column of the breakdowns by which indicators are a part of others.
func breakdown[T any](p *planner, of func(T) stat.Indicator) field[T] {
	return spare(code(p, "column.breakdown", func(item T) string {
		_, by := p.PartOf(of(item).Code)
		return by
	}))
}

// outlined returns items in the order in which their indicators are shown, and the branch of each.
func outlined[T any](p *planner, items []T, of func(T) stat.Indicator) ([]T, []edition.Branch) {
	codes := make([]string, len(items))
	for i, item := range items {
		codes[i] = of(item).Code
	}
	branches := p.Outline(codes)
	list := make([]T, len(items))
	for i, b := range branches {
		list[i] = items[b.Index]
	}
	return list, branches
}

// depths returns a function that gives the depth of an item of outlined by its fact.
func depths[T any](items []T, branches []edition.Branch, fact func(T) *stat.Fact) func(T) int {
	byFact := make(map[*stat.Fact]int, len(items))
	for i, item := range items {
		byFact[fact(item)] = branches[i].Depth
	}
	return func(item T) int { return byFact[fact(item)] }
}
