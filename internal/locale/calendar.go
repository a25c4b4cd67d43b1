package locale

import (
	"strconv"

	"nianbao/internal/stat"
)

// Date words a day, a month or a year, as exactly as it is known: 2023年2月4日, 4 February 2023. No date is "".
func (w *Words) Date(d stat.Date) string {
	switch {
	case d.IsZero():
		return ""
	case w.lang.Chinese() && d.Month == 0:
		return strconv.Itoa(d.Year) + "年"
	case w.lang.Chinese() && d.Day == 0:
		return strconv.Itoa(d.Year) + "年" + strconv.Itoa(d.Month) + "月"
	case w.lang.Chinese():
		return strconv.Itoa(d.Year) + "年" + strconv.Itoa(d.Month) + "月" + strconv.Itoa(d.Day) + "日"
	case d.Month == 0:
		return strconv.Itoa(d.Year)
	case d.Day == 0:
		return monthName(d.Month) + " " + strconv.Itoa(d.Year)
	default:
		return strconv.Itoa(d.Day) + " " + monthName(d.Month) + " " + strconv.Itoa(d.Year)
	}
}

// AxisMonth words a month beside others of its year: 4月, Apr; in full with its year: 2023年4月, Apr 2023.
func (w *Words) AxisMonth(d stat.Date, full bool) string {
	name, year := strconv.Itoa(d.Month)+"月", strconv.Itoa(d.Year)
	if !w.lang.Chinese() {
		name = monthName(d.Month)[:3]
	}
	switch {
	case !full:
		return name
	case w.lang.Chinese():
		return year + "年" + name
	default:
		return name + " " + year
	}
}

// InYear words a date without its year: 8月4日, 4 Aug.
func (w *Words) InYear(d stat.Date) string {
	month := w.AxisMonth(d, false)
	switch {
	case d.Day == 0:
		return month
	case w.lang.Chinese():
		return month + strconv.Itoa(d.Day) + "日"
	default:
		return strconv.Itoa(d.Day) + " " + month
	}
}

// Period words a period, which runs from 1 January, as offices do: 2024年一季度, 上半年, 前三季度, 1—5月; first quarter of 2024,
// first half of 2024, Jan–Sep 2024. No period is "".
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

// During words a period for running text, after "in" in English: 2024年一季度, the first quarter of 2024.
func (w *Words) During(p stat.Period) string {
	if part := p.LastMonth(); !w.lang.Chinese() && !p.IsZero() && (part == 3 || part == 6) {
		return "the " + w.Period(p)
	}
	return w.Period(p)
}

func chinesePeriod(p stat.Period) string {
	year := strconv.Itoa(p.Year) + "年"
	switch {
	case p.Span == stat.Half:
		return year + "上半年"
	case p.Span == stat.Quarter && p.N == 1:
		return year + "一季度"
	case p.Span == stat.Quarter:
		return year + "前三季度"
	case p.Span == stat.Month && p.N == 1:
		return year + "1月"
	case p.Span == stat.Month:
		return year + "1—" + strconv.Itoa(p.N) + "月"
	default:
		return year
	}
}

// englishPeriod names the months from the third quarter on: "Q3" alone would be read as three months.
func englishPeriod(p stat.Period) string {
	last, year := p.LastMonth(), strconv.Itoa(p.Year)
	switch {
	case last == 12:
		return year
	case last == 6:
		return "first half of " + year
	case last == 3:
		return "first quarter of " + year
	case last == 1:
		return "Jan " + year
	default:
		return "Jan–" + monthName(last)[:3] + " " + year
	}
}

// Month is the English name of a month, and its number in Chinese.
func (w *Words) Month(n int) string {
	if w.lang.Chinese() {
		return strconv.Itoa(n)
	}
	return monthName(n)
}

// monthName is the English name of a month; its first three letters are the short one.
func monthName(n int) string {
	names := [12]string{
		"January", "February", "March", "April", "May", "June",
		"July", "August", "September", "October", "November", "December",
	}
	return names[(n+11)%12]
}

// single words the last month or quarter of a period alone: 5月当月, 二季度当季; May alone, second quarter alone.
func (w *Words) single(p stat.Period, part stat.Only) string {
	month := p.LastMonth()
	switch {
	case part == stat.OnlyMonth && w.lang.Chinese():
		return strconv.Itoa(month) + w.han("月当月")
	case part == stat.OnlyMonth:
		return monthName(month) + " alone"
	case w.lang.Chinese():
		return w.han([4]string{"一", "二", "三", "四"}[(month-1)/3] + "季度当季")
	default:
		return [4]string{"first", "second", "third", "fourth"}[(month-1)/3] + " quarter alone"
	}
}
