package stat

import (
	"fmt"
	"regexp"
	"strconv"
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
	m := spelled.FindStringSubmatch(plain)
	if m == nil {
		return ParsePeriod(strings.TrimSpace(s))
	}
	year, part := m[1], ""
	switch {
	case m[2] != "":
		part = "-H1"
	case m[3] != "" && strings.ContainsAny(plain, "Qq季"):
		part = "-Q" + strings.NewReplacer("一", "1", "二", "2", "三", "3", "四", "4").Replace(m[3])
	case m[4] != "":
		part = "-Q3"
	case m[3] != "" && strings.Contains("1234", m[3]):
		part = "-0" + m[3]
	case m[5] != "":
		month, err := strconv.Atoi(m[5])
		if err != nil {
			return Period{}, err
		}
		part = fmt.Sprintf("-%02d", month)
	case m[3] != "":
		return ParsePeriod(strings.TrimSpace(s))
	}
	p, err := ParsePeriod(year + part)
	if err != nil {
		return ParsePeriod(strings.TrimSpace(s))
	}
	return p, nil
}
