package locale

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/stat"
)

// Message words a format whose {0}, {1} … stand for the arguments: a quantity, text, date, period, decimal,
// code of the stat package, number or string. Whole numbers are written without grouping, because some are
// years. A placeholder without its argument stays as it is.
func (w *Words) Message(format stat.Text, args []any) string {
	return w.fill(format, args, w.During)
}

// fill words a format, and the periods among its arguments as said.
func (w *Words) fill(format stat.Text, args []any, period func(stat.Period) string) string {
	text := w.Text(format)
	var b strings.Builder
	b.Grow(2 * len(text))
	for {
		before, after, opened := strings.Cut(text, "{")
		b.WriteString(before)
		if !opened {
			return b.String()
		}
		number, rest, closed := strings.Cut(after, "}")
		n, err := strconv.ParseUint(number, 10, 16)
		if !closed || err != nil || n >= uint64(len(args)) {
			b.WriteByte('{')
			text = after
			continue
		}
		if p, ok := args[n].(stat.Period); ok {
			b.WriteString(period(p))
		} else {
			b.WriteString(w.value(args[n]))
		}
		text = rest
	}
}

func (w *Words) value(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case int:
		return strconv.Itoa(v)
	case stat.Quantity:
		return w.Quantity(v, stat.Exactly)
	case stat.Text:
		return w.Text(v)
	case stat.Date:
		return w.Date(v)
	case decimal.Decimal:
		return w.Number(v)
	case stat.Measure:
		return w.Measure(v)
	case stat.Status:
		return w.Status(v)
	case stat.ProjectStatus:
		return w.ProjectStatus(v)
	case stat.Step:
		return w.Step(v)
	default:
		return fmt.Sprint(v)
	}
}

// Number writes a number without a unit, grouped as the language groups digits, with all its decimals.
func (w *Words) Number(d decimal.Decimal) string {
	if w.lang.Chinese() {
		return signed(stat.Plain(d))
	}
	return group(stat.Plain(d))
}

// Reference words a place in a source, as 第3段 or paragraph 3. A source that does not say what it counts gives
// the reference alone.
func (w *Words) Reference(s stat.Source, ref string) string {
	if ref == "" || s.Reference.Empty() {
		return ref
	}
	return w.Message(s.Reference, []any{ref})
}

// List joins items into running text: 甲、乙和丙, a, b and c.
func (w *Words) List(items []string) string {
	if len(items) < 2 {
		return strings.Join(items, "")
	}
	last := len(items) - 1
	return strings.Join(items[:last], w.Phrase("list.comma")) + w.Phrase("list.and") + items[last]
}

// Label puts a label before a value with the colon of the language.
func (w *Words) Label(label, value string) string { return w.Fill("label", label, value) }

// Parenthesis puts a remark into the brackets of the language, with the space English wants before them.
func (w *Words) Parenthesis(remark string) string { return w.Fill("parenthesis", remark) }
