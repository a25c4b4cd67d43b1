package config

import (
	"strconv"
	"strings"
	"time"
	_ "time/tzdata" // the zones, where the system has none

	"nianbao/internal/message"
)

// firstRule keeps to the forms of a period; whether the schedule has it is for the schedule to say.
func firstRule() rule {
	r := periodRule()
	r.want = message.Plain("a year (2023), half-year (2024-H1), quarter (2024-Q3) or month (2024-03), or \"\" for that of the area's first data")
	return r
}

// exceptRule keeps to months and to the forms of a period; whether the schedule has them is for the schedule to say.
func exceptRule() rule {
	period := periodRule()
	return rule{message.Plain("a month of every year, as 01 for January, or a period, as 2025-01"), func(s string) bool {
		month, err := strconv.Atoi(s)
		return err == nil && len(s) <= 2 && month >= 1 && month <= 12 || s != "" && period.ok(s)
	}}
}

func countRule(least, most int) rule {
	return rule{message.Of("a number from %d to %d", least, most), func(s string) bool {
		n, err := strconv.Atoi(s)
		return err == nil && n >= least && n <= most
	}}
}

func clockRule() rule {
	return matching("a time of day from 00:00 to 23:59, as 09:00", `^([01][0-9]|2[0-3]):[0-5][0-9]$`)
}

// zoneRule refuses the machine's own zone: the same configuration means the same moments everywhere.
func zoneRule() rule {
	return rule{message.Plain("the name of a time zone, as Asia/Shanghai or UTC"), func(s string) bool {
		_, err := time.LoadLocation(s)
		return s != "" && s != "Local" && err == nil
	}}
}

// spanRule keeps to days that exist; how they go together is for the schedule to say.
func spanRule() rule {
	return rule{message.Plain("a day that exists, as 2025-10-01, or the first and last of several, as 2025-10-01/2025-10-08"), func(s string) bool {
		first, last, spans := strings.Cut(s, "/")
		_, err := time.Parse(time.DateOnly, first)
		if err == nil && spans {
			_, err = time.Parse(time.DateOnly, last)
		}
		return err == nil
	}}
}
