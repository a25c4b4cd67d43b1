package stat

import (
	"regexp"
	"strings"

	"golang.org/x/text/width"
)

// spelled is a period as people write it, without spaces: 2024年, 2024年上半年, 2024年1-9月, 2024Q3, 2024.5.
var spelled = regexp.MustCompile(`(?i)^(\d{4})年?度?[-./]?(?:(上半年|H1)|(?:Q|第)?([一二三四1-4])(?:季度?)?|前(三|3)季度?|(?:1月?(?:-|—|–|~|～|至|到))?(\d{1,2})月?份?)?$`)

// ReadPeriod reads a period as people write it, in digits or in Chinese; else as [ParsePeriod].
func ReadPeriod(s string) (Period, error) {
	plain := width.Narrow.String(strings.Join(strings.Fields(s), ""))
	if p, err := ParsePeriod(strings.ToUpper(plain)); err == nil {
		return p, nil
	}
	if p, err := ParsePeriod(respelled(plain)); err == nil {
		return p, nil
	}
	return ParsePeriod(strings.TrimSpace(s)) // for the error, which quotes what was written
}

// respelled is a period without spaces as the program spells it; "" if it is none.
func respelled(plain string) string {
	m := spelled.FindStringSubmatch(plain)
	switch {
	case m == nil:
		return ""
	case m[2] != "":
		return m[1] + "-H1"
	case m[3] != "" && strings.ContainsAny(plain, "Qq季"):
		return m[1] + "-Q" + strings.NewReplacer("一", "1", "二", "2", "三", "3", "四", "4").Replace(m[3])
	case m[4] != "":
		return m[1] + "-Q3"
	case m[3] != "":
		return m[1] + "-0" + m[3]
	case len(m[5]) == 1:
		return m[1] + "-0" + m[5]
	case m[5] != "":
		return m[1] + "-" + m[5]
	default:
		return m[1]
	}
}
