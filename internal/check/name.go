package check

import (
	"strings"

	"nianbao/internal/stat"
)

// name is what a reader knows a fact by: the indicator with what is told of it, or the project with the
// figure's own name. A project's figure without a name of its own goes by the project, since the amount
// printed beside it says what it is.
func (in *inspection) name(f *stat.Fact) stat.Text {
	if ind, ok := in.indicators[f.Subject]; ok {
		if f.Measure == stat.Share {
			return qualified(ind.Name, shareWord(in.subjectName(f.Part)))
		}
		if f.Quantity.Unit == ind.Unit && (f.Measure == stat.Ratio || f.Measure == stat.ScoreValue) {
			return ind.Name // an indicator that is itself a rate or a score says so in its name
		}
		return qualified(ind.Name, asideWord(f, measureWord(f.Measure)))
	}
	code, _, _ := strings.Cut(f.Subject, ".")
	project, ok := in.projects[code]
	if !ok {
		return sameInAll(f.ID)
	}
	for _, figure := range project.Figures {
		if figure.Fact == f.ID {
			return qualified(project.Name, figure.Name)
		}
	}
	return project.Name
}

// subjectName is the name of an indicator, or its code where the catalogue lacks it.
func (in *inspection) subjectName(code string) stat.Text {
	if ind, ok := in.indicators[code]; ok {
		return ind.Name
	}
	return sameInAll(code)
}

func measureWord(m stat.Measure) stat.Text {
	switch m {
	case stat.Growth:
		return stat.Text{Hans: "增速", Hant: "增速", En: "growth"}
	case stat.Change:
		return stat.Text{Hans: "增减", Hant: "增減", En: "change"}
	case stat.Acceleration:
		return stat.Text{Hans: "增速变动", Hant: "增速變動", En: "change of growth"}
	case stat.Contribution:
		return stat.Text{Hans: "拉动", Hant: "拉動", En: "contribution"}
	case stat.ContributionRate:
		return stat.Text{Hans: "贡献率", Hant: "貢獻率", En: "contribution rate"}
	case stat.Margin:
		return stat.Text{Hans: "差距", Hant: "差距", En: "margin"}
	case stat.Rank:
		return stat.Text{Hans: "位次", Hant: "位次", En: "rank"}
	case stat.ScoreValue:
		return stat.Text{Hans: "得分", Hant: "得分", En: "score"}
	case stat.Ratio:
		return stat.Text{Hans: "比率", Hant: "比率", En: "ratio"}
	case stat.TargetLevel:
		return stat.Text{Hans: "目标", Hant: "目標", En: "target"}
	case stat.TargetGrowth:
		return stat.Text{Hans: "增长目标", Hant: "增長目標", En: "growth target"}
	case stat.TargetRatio:
		return stat.Text{Hans: "比率目标", Hant: "比率目標", En: "ratio target"}
	case stat.TargetChange:
		return stat.Text{Hans: "增减目标", Hant: "增減目標", En: "change target"}
	case stat.TargetWords:
		return stat.Text{Hans: "目标", Hant: "目標", En: "target"}
	default:
		return stat.Text{}
	}
}

// asideWord adds to the word of a measure what sets a fact apart from the usual figure of it.
func asideWord(f *stat.Fact, word stat.Text) stat.Text {
	basis := map[stat.Basis]stat.Text{
		stat.Nominal:    {Hans: "名义", Hant: "名義", En: "nominal "},
		stat.Real:       {Hans: "实际", Hant: "實際", En: "real "},
		stat.Comparable: {Hans: "同口径", Hant: "同口徑", En: "comparable "},
		stat.Chained:    {Hans: "环比", Hant: "環比", En: "chained "},
		stat.TwoYear:    {Hans: "两年平均", Hant: "兩年平均", En: "two-year average "},
	}[f.Basis]
	if f.OtherBasis() {
		word = stat.Text{Hans: basis.Hans + word.Hans, Hant: basis.Hant + word.Hant, En: basis.En + word.En}
	}
	switch f.Only {
	case stat.OnlyMonth:
		word = stat.Text{Hans: "当月" + word.Hans, Hant: "當月" + word.Hant, En: strings.TrimSpace("month alone " + word.En)}
	case stat.OnlyQuarter:
		word = stat.Text{Hans: "当季" + word.Hans, Hant: "當季" + word.Hant, En: strings.TrimSpace("quarter alone " + word.En)}
	}
	return word
}

// shareWord names the share of a part, in the languages that the part has a name in.
func shareWord(part stat.Text) stat.Text {
	if part.Hans != "" {
		part.Hans += "占比"
	}
	if part.Hant != "" {
		part.Hant += "佔比"
	}
	if part.En != "" {
		part.En = "share: " + part.En
	}
	return part
}

// qualified adds a word in brackets to a name, in the languages that have both.
func qualified(name, word stat.Text) stat.Text {
	if word.Empty() {
		return name
	}
	bracketed := func(name, open, word, end string) string {
		if name == "" || word == "" {
			return name
		}
		return name + open + word + end
	}
	return stat.Text{
		Hans: bracketed(name.Hans, "（", word.Hans, "）"),
		Hant: bracketed(name.Hant, "（", word.Hant, "）"),
		En:   bracketed(name.En, " (", word.En, ")"),
	}
}

func sameInAll(s string) stat.Text { return stat.Text{Hans: s, Hant: s, En: s} }

// list joins names as a running text does. The traditional wording is left out, to be derived, unless every
// name has one.
func list(names []stat.Text) stat.Text {
	var hans, hant, en []string
	complete := true
	for _, n := range names {
		hans, hant, en = append(hans, n.Hans), append(hant, n.Hant), append(en, n.En)
		complete = complete && n.Hant != ""
	}
	joined := stat.Text{Hans: strings.Join(hans, "、"), En: strings.Join(en, ", ")}
	if complete {
		joined.Hant = strings.Join(hant, "、")
	}
	return joined
}

// amount is a figure as an argument of a message; a value that is missing is named as such.
func amount(fig stat.Figure) any {
	if fig.Status.HasValue() {
		return fig.Quantity
	}
	return stat.Text{Hans: "数据缺失", Hant: "數據缺失", En: "no value"}
}

// cited is where a figure was taken from: the source's own word for its paragraphs, or the codes.
func (in *inspection) cited(from stat.Provenance) stat.Text {
	source, ok := in.dataset.Area.Source(from.Source)
	if !ok || source.Reference.Empty() || from.Ref == "" {
		return sameInAll(strings.Trim(from.Source+"/"+from.Ref, "/"))
	}
	at := func(template string) string { return strings.ReplaceAll(template, "{0}", from.Ref) }
	return stat.Text{Hans: at(source.Reference.Hans), Hant: at(source.Reference.Hant), En: at(source.Reference.En)}
}

func langName(l stat.Lang) stat.Text {
	switch l {
	case stat.Hans:
		return stat.Text{Hans: "简体中文", Hant: "簡體中文", En: "simplified Chinese"}
	case stat.Hant:
		return stat.Text{Hans: "繁体中文", Hant: "繁體中文", En: "traditional Chinese"}
	default:
		return stat.Text{Hans: "英文", Hant: "英文", En: "English"}
	}
}
