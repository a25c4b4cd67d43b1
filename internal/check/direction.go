package check

import (
	"regexp"

	"nianbao/internal/catalog"
	"nianbao/internal/stat"
)

// harms are words of names of what is better the less there is of it, and cures those that turn it round.
var harms, cures = regexp.MustCompile(`死亡|事故|火灾|失业|犯罪|不良贷款|伤亡|发病|患病|亏损|排放`), regexp.MustCompile(`保险|治理|处置|救助|预防|扭亏|达标|减排|下降|减少|破案|侦破|结案|演练|扑救|就业`)

// directionDoubtful finds indicators that are better the more there is of them, though the catalogue says otherwise, or the name
// where the area says nothing.
func directionDoubtful(in *inspection) {
	told := map[string]bool{}
	for _, f := range in.facts {
		ind := in.indicators[f.Subject]
		if ind == nil || told[ind.Code] || ind.Better != "" && ind.Better != stat.Up {
			continue
		}
		told[ind.Code] = true
		standard, known := catalog.Get(ind.Code)
		harmful := !ind.Directed && harms.MatchString(ind.Name.Hans) && !cures.MatchString(ind.Name.Hans)
		if known && standard.Better != stat.Down || !known && !harmful {
			continue
		}
		in.find(stat.Finding{
			Message: say("{0}: more counts as better, which its name makes doubtful. Give the indicator better: down or better: neutral."),
			Args:    []any{ind.Name}, Facts: []string{f.ID}, Place: ind.Place,
		})
	}
}
