package config

// scheduleKeys lists what says when editions are due. All that an edition's files take from it is the day of the next
// edition, which manifests name.
func scheduleKeys() []key {
	one := func(s string) []string { return []string{s} }
	week := []string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
	ks := []key{
		{name: "periods", fallback: one("quarters"), rule: oneOf("months", "quarters", "years")},
		{name: "first", form: dated, fallback: one(""), rule: firstRule()},
		{name: "except", form: daily, fallback: []string{}, rule: exceptRule(), none: true},
		{name: "days", fallback: one("calendar"), rule: oneOf("calendar", "working")},
		{name: "due", form: number, fallback: one("1"), rule: countRule(1, 366)},
		{name: "deadline", form: number, fallback: one("20"), rule: countRule(1, 366)},
		{name: "time", fallback: one("09:00"), rule: clockRule()},
		{name: "zone", fallback: one("Asia/Shanghai"), rule: zoneRule()},
		{name: "weekend", form: listing, fallback: []string{"saturday", "sunday"}, rule: oneOf(week...), none: true},
		{name: "holidays", form: daily, fallback: []string{}, rule: spanRule(), none: true},
		{name: "workdays", form: daily, fallback: []string{}, rule: spanRule(), none: true},
	}
	for i := range ks {
		ks[i].name, ks[i].apart = "schedule."+ks[i].name, true
	}
	return ks
}
