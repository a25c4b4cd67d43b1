package workbook

import (
	"strings"

	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

// shortNames holds the machine names that are not simply a column's key without its first word.
var shortNames = map[string]string{
	valueColumn:                   "value",
	growthColumn:                  "growth",
	rankColumn:                    "position",
	areasColumn:                   "areas",
	scopeColumn:                   "scope",
	"column.scope":                "scope_name",
	"column.by":                   "ranked_by",
	targetColumn:                  "target",
	upToColumn:                    "upper_bound",
	"column.tolerance.unit":       "tolerance",
	baselineColumn:                "baseline",
	impliedColumn:                 "implied",
	nowColumn:                     "growth_now",
	"column.why.not":              "no_implied_level",
	"column.milestone.ends":       "milestones",
	"column.milestone.first.date": "first_date",
	"column.milestone.last.date":  "last_date",
	"column.done.unit":            "done",
	"column.left.unit":            "left",
	"column.old.unit":             "old",
	"column.new.unit":             "new",
	"column.change.unit":          "change",
	"column.preferred.unit":       "preferred",
	"column.variant.unit":         "variant",
	itemColumn:                    "item",
	"column.chart.growth":         "growth",
	"column.chart.target":         "target",
	"column.chart.money":          "amount",
	"column.chart.rankings":       "rankings",
	"column.chart.period":         "period",
	"column.chart.total":          "amount",
	"column.chart.sum":            "total",
	"column.chart.projects":       "projects",
	"column.name.or.code":         "name",
	"column.history.period":       "period",
}

// machineName is a column's name for programs: the same in every language and edition, and unique in a sheet. On the
// data sheet it is the name in the CSV.
func (c column) machineName() string {
	key := strings.TrimSuffix(c.Key, "."+c.of)
	name, ok := shortNames[key]
	if !ok {
		_, name, _ = strings.Cut(key, ".")
		name = strings.TrimPrefix(name, "money.")
		name = machineForm.Replace(name)
	}
	if c.of != "" {
		name += "_" + c.of
	}
	return name
}

var machineForm = strings.NewReplacer(".", "_", "-", "_")

// inLanguage and inPeriod distinguish columns with one key.
func inLanguage(w *locale.Words) string {
	return machineForm.Replace(strings.ToLower(string(w.Lang())))
}

func inPeriod(p stat.Period) string { return machineForm.Replace(strings.ToLower(p.String())) }
