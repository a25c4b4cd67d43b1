package stat

import (
	"cmp"
	"strings"

	"nianbao/internal/message"
)

// Span is the length of a period, counted in months from 1 January unless the indicator says otherwise.
type Span int

// The spans a period can have.
const (
	Annual  Span = iota // 2023
	Half                // 2024-H1
	Quarter             // 2024-Q1
	Month               // 2024-03
)

// Period is a reporting period, cumulative from 1 January of its year: 2024-Q3 stands for January to
// September 2024. Periods that end with the same month are therefore one: 2024-Q2 and 2024-06 are 2024-H1, and
// 2024-Q4 is 2024. [ParsePeriod] and [Through] give that one form, so that periods compare with ==. The zero
// Period means "none".
type Period struct {
	Year int  // four digits
	Span Span // what N counts
	N    int  // 1 for a half, 1 to 4 for a quarter, 1 to 12 for a month, 0 for a year
}

// Through is the period from 1 January to the end of a month, 1 to 12, in the form that periods are compared in:
// the year, the half-year and the quarters before the months.
func Through(year, month int) Period {
	switch month {
	case 12:
		return Period{Year: year}
	case 6:
		return Period{Year: year, Span: Half, N: 1}
	case 3, 9:
		return Period{Year: year, Span: Quarter, N: month / 3}
	default:
		return Period{Year: year, Span: Month, N: month}
	}
}

// ParsePeriod reads "2023", "2024-H1", "2024-Q3" or "2024-05". Other spellings of one period, as 2024-Q2, give the
// same Period. The error says what is wrong with it.
func ParsePeriod(s string) (Period, error) {
	year, part, ok := cutPeriod(s)
	if !ok {
		if upper := strings.ToUpper(s); upper != s && isPeriodForm(upper) {
			return Period{}, message.Errorf("period %q: did you mean %s?", s, upper)
		}
		return Period{}, message.Errorf("period %q: want a year (2023), half-year (2024-H1), quarter (2024-Q3) or month (2024-05)", s)
	}
	p := Period{Year: number(year)}
	if err := p.setPart(part); err != nil {
		return Period{}, message.Errorf("period %q: %w", s, err)
	}
	if p.Year < 1900 || p.Year > 2999 {
		return Period{}, message.Errorf("period %q: year must be 1900 to 2999", s)
	}
	return Through(p.Year, p.LastMonth()), nil
}

// cutPeriod takes apart what is spelled as periods are: the four digits of the year, and its part, as H1, Q3, 05, or ""
// for all of it.
func cutPeriod(s string) (year, part string, ok bool) {
	year, part, hasPart := strings.Cut(s, "-")
	if len(year) != 4 || !consistsOf(year, isDigit) {
		return "", "", false
	}
	if !hasPart {
		return year, "", true
	}
	count := strings.TrimLeft(part, "QH")
	switch len(part) - len(count) {
	case 0:
		ok = len(count) == 2
	case 1:
		ok = len(count) <= 2
	}
	return year, part, ok && consistsOf(count, isDigit)
}

func isPeriodForm(s string) bool {
	_, _, ok := cutPeriod(s)
	return ok
}

// setPart sets the part of the year, which is spelled as cutPeriod demands.
func (p *Period) setPart(part string) error {
	switch {
	case part == "":
	case part[0] == 'Q':
		p.Span, p.N = Quarter, number(part[1:])
		if len(part) > 2 || p.N < 1 || p.N > 4 {
			return message.Errorf("quarter must be 1 to 4")
		}
	case part[0] == 'H':
		p.Span, p.N = Half, number(part[1:])
		if len(part) > 2 || p.N != 1 {
			return message.Errorf("half must be 1, because periods run from 1 January; the whole year is written as the year alone")
		}
	default:
		p.Span, p.N = Month, number(part)
		if p.N < 1 || p.N > 12 {
			return message.Errorf("month must be 01 to 12")
		}
	}
	return nil
}

// String writes the period in its one form, which ParsePeriod reads.
func (p Period) String() string {
	if p.IsZero() {
		return ""
	}
	var room [len("2024-H1") + 8]byte
	b := appendDigits(room[:0], p.Year, 4)
	switch p.Span {
	case Half:
		b = appendDigits(append(b, "-H"...), p.N, 1)
	case Quarter:
		b = appendDigits(append(b, "-Q"...), p.N, 1)
	case Month:
		b = appendDigits(append(b, '-'), p.N, 2)
	}
	return string(b)
}

// IsZero reports whether there is no period.
func (p Period) IsZero() bool { return p == Period{} }

// LastMonth is the month the period ends with, 1 to 12.
func (p Period) LastMonth() int {
	switch p.Span {
	case Half:
		return 6
	case Quarter:
		return 3 * p.N
	case Month:
		return p.N
	default:
		return 12
	}
}

// Freq is how often there is such a period: the half-year is one of those that end with a quarter.
func (p Period) Freq() Freq {
	switch p.Span {
	case Annual:
		return Yearly
	case Month:
		return Monthly
	default:
		return Quarterly
	}
}

// Start is 1 January of the period's year.
func (p Period) Start() Date { return Date{Year: p.Year, Month: 1, Day: 1} }

// End is the last day of the period.
func (p Period) End() Date {
	return Date{Year: p.Year, Month: p.LastMonth(), Day: daysIn(p.Year, p.LastMonth())}
}

// YearEarlier is the same period of the year before.
func (p Period) YearEarlier() Period {
	p.Year--
	return p
}

// Due is the period that the targets of an edition are for unless they say otherwise: a year's report looks to the year after, a
// shorter period's to the end of its own year.
func (p Period) Due() Period {
	year := Period{Year: p.Year}
	if p.Span == Annual {
		year.Year++
	}
	return year
}

// Compare orders periods by their end: -1 if p ends before q, 0 if they are the same, +1 if after.
func (p Period) Compare(q Period) int {
	return cmp.Or(cmp.Compare(p.Year, q.Year), cmp.Compare(p.LastMonth(), q.LastMonth()))
}

// MarshalText implements encoding.TextMarshaler.
func (p Period) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (p *Period) UnmarshalText(b []byte) (err error) {
	*p, err = ParsePeriod(string(b))
	return err
}
