package locale

import (
	"fmt"

	"nianbao/internal/stat"
)

// Date words a day, a month or a year, as exactly as it is known: 2023年2月4日, 4 February 2023. No date is "".
func (w *Words) Date(d stat.Date) string {
	switch {
	case d.IsZero():
		return ""
	case w.lang.Chinese() && d.Month == 0:
		return fmt.Sprintf("%d年", d.Year)
	case w.lang.Chinese() && d.Day == 0:
		return fmt.Sprintf("%d年%d月", d.Year, d.Month)
	case w.lang.Chinese():
		return fmt.Sprintf("%d年%d月%d日", d.Year, d.Month, d.Day)
	case d.Month == 0:
		return fmt.Sprint(d.Year)
	case d.Day == 0:
		return fmt.Sprintf("%s %d", monthName(d.Month), d.Year)
	default:
		return fmt.Sprintf("%d %s %d", d.Day, monthName(d.Month), d.Year)
	}
}

// Period words a period, which runs from 1 January: 2024年前三季度, Jan–Sep 2024. No period is "".
func (w *Words) Period(p stat.Period) string {
	switch {
	case p.IsZero():
		return ""
	case w.lang.Chinese():
		return w.han(chinesePeriod(p))
	default:
		return englishPeriod(p)
	}
}

func chinesePeriod(p stat.Period) string {
	year := fmt.Sprintf("%d年", p.Year)
	switch {
	case p.Span == stat.Half:
		return year + "上半年"
	case p.Span == stat.Quarter && p.N >= 1 && p.N <= 4:
		return year + [4]string{"一季度", "上半年", "前三季度", "全年"}[p.N-1]
	case p.Span == stat.Month && p.N == 1:
		return year + "1月"
	case p.Span == stat.Month:
		return fmt.Sprintf("%s1—%d月", year, p.N)
	default:
		return year
	}
}

// englishPeriod names months: quarters are counted from 1 January, and "Q3" alone would be read as three
// months.
func englishPeriod(p stat.Period) string {
	last := p.LastMonth()
	switch {
	case p.Span == stat.Annual:
		return fmt.Sprint(p.Year)
	case p.Span == stat.Quarter && p.N == 4:
		return fmt.Sprintf("full year %d", p.Year)
	case p.Span == stat.Quarter && p.N == 1:
		return fmt.Sprintf("Q1 %d (Jan–Mar %d)", p.Year, p.Year)
	case last == 1:
		return fmt.Sprintf("Jan %d", p.Year)
	default:
		return fmt.Sprintf("Jan–%s %d", monthName(last)[:3], p.Year)
	}
}

// monthName is the English name of a month; its first three letters are the short one.
func monthName(n int) string {
	names := [12]string{
		"January", "February", "March", "April", "May", "June",
		"July", "August", "September", "October", "November", "December",
	}
	return names[(n+11)%12]
}
