package check

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"nianbao/internal/stat"
)

// plainName is a name as it is compared: without spaces and punctuation.
func plainName(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, norm.NFKC.String(name))
}

// sameName finds two indicators of the edition with one name in a language: readers cannot tell their rows apart.
func sameName(in *inspection) {
	first := map[string]*stat.Indicator{}
	told := map[string]bool{}
	for _, f := range in.facts {
		ind := in.indicators[f.Subject]
		if ind == nil || told[ind.Code] {
			continue
		}
		told[ind.Code] = true
		for _, l := range in.opt.Langs {
			key := string(l) + plainName(ind.Name.In(l))
			other := first[key]
			if ind.Name.In(l) == "" || other == nil {
				first[key] = ind
				continue
			}
			in.judgeNames(f, ind, other)
			break
		}
	}
}

// judgeNames reports two indicators, of which f is of the first, that have one name in some languages of the edition.
func (in *inspection) judgeNames(f *stat.Fact, ind, other *stat.Indicator) {
	var languages []stat.Text
	for _, l := range in.opt.Langs {
		if name := plainName(ind.Name.In(l)); name != "" && name == plainName(other.Name.In(l)) {
			languages = append(languages, langName(l))
		}
	}
	found := stat.Finding{
		Message: say("{0} ({1}) and {2} have one name in {3}. Name them apart, or delete one."),
		Args:    []any{ind.Name, ind.Code, other.Code, list(languages)}, Facts: []string{f.ID}, Place: ind.Place,
	}
	if len(languages) > 1 && len(languages) == len(in.opt.Langs) {
		found.Message, found.Args = say("{0} ({1}) and {2} have one name in every language. Name them apart, or delete one."), found.Args[:3]
	}
	in.find(found)
}

// sameProject finds projects that are entered twice: under one name, or under Chinese names much alike with one amount.
func sameProject(in *inspection) {
	seen := map[string][]*stat.Project{}
	projects := slices.Clone(in.data.Projects)
	slices.SortFunc(projects, func(a, b stat.Project) int { return strings.Compare(a.Code, b.Code) })
	for i := range projects {
		p := &projects[i]
		var twin *stat.Project
		for key, surely := range in.marks(p) {
			for _, other := range seen[key] {
				if (surely || alikeNames(p.Name.Hans, other.Name.Hans) && !toldApart(p.Name.Hans, other.Name.Hans)) && (twin == nil || other.Code < twin.Code) {
					twin = other
				}
			}
			seen[key] = append(seen[key], p)
		}
		if twin == nil {
			continue
		}
		in.find(stat.Finding{
			Message: say("{0} seems to be {1}, entered twice. Delete one of them, or name them apart."),
			Args:    []any{p.Name, twin.Name},
			Place:   p.Place,
		})
	}
}

// marks are what a project shares with another that may be the same, and whether that is enough by itself.
func (in *inspection) marks(p *stat.Project) map[string]bool {
	marks := map[string]bool{}
	for _, name := range []string{p.Name.Hans, p.Name.En} {
		if name != "" {
			marks["name "+plainName(name)] = true
		}
	}
	for _, figure := range p.Figures {
		if f := in.byID[figure.Fact]; precise(f) {
			marks["amount "+f.Quantity.Unit+f.Quantity.Rat().RatString()] = false
		}
	}
	return marks
}

// alikeNames reports whether two names share more than half of their pairs of letters.
func alikeNames(a, b string) bool {
	x, y := []rune(plainName(a)), []rune(plainName(b))
	pairs := map[string]int{}
	for i := range len(x) - 1 {
		pairs[string(x[i:i+2])]++
	}
	common := 0
	for i := range len(y) - 1 {
		if pair := string(y[i : i+2]); pairs[pair] > 0 {
			pairs[pair]--
			common++
		}
	}
	return 4*common > len(x)+len(y)-2 && common > 1
}

var (
	nameNumbers = regexp.MustCompile(`[0-9]+|[零〇一二两三四五六七八九十百千万亿]+`)
	nameLetters = regexp.MustCompile(`[a-z]+|[东南西北甲乙丙丁]+`)
	// placeEnd and placeNext are of words of places, within what differs of two names, or behind it.
	placeEnd  = regexp.MustCompile(`[村镇乡庄屯寨沟区县市路街站校园院]$`)
	placeNext = regexp.MustCompile(`^.{0,2}(村|镇|乡|街道|社区|小区|片区|园区|庄|屯|寨|沟)|^(县|市|区|小学|中学|学校|幼儿园|医院|卫生院|路|街|站)`)
)

// toldApart reports whether two names that are alike say that they are of two things: by their numbers, letters or points of the
// compass, or by the names of two places.
func toldApart(a, b string) bool {
	a, b = plainName(a), plainName(b)
	if !slices.Equal(numbersOf(a), numbersOf(b)) || !slices.Equal(nameLetters.FindAllString(a, -1), nameLetters.FindAllString(b, -1)) {
		return true
	}
	x, y := []rune(a), []rune(b)
	for len(x) > 0 && len(y) > 0 && x[0] == y[0] {
		x, y = x[1:], y[1:]
	}
	var behind []rune
	for len(x) > 0 && len(y) > 0 && x[len(x)-1] == y[len(y)-1] {
		behind, x, y = append(behind, x[len(x)-1]), x[:len(x)-1], y[:len(y)-1]
	}
	slices.Reverse(behind)
	if len(x) == 0 || len(y) == 0 {
		return false // one has more words
	}
	return placeNext.MatchString(string(behind)) || placeEnd.MatchString(string(x)) && placeEnd.MatchString(string(y))
}

// numbersOf lists the numbers of a name in order, in digits.
func numbersOf(name string) []string {
	var list []string
	for _, word := range nameNumbers.FindAllString(name, -1) {
		if n, ok := readNumber(word); ok {
			word = n.String()
		}
		list = append(list, word)
	}
	return list
}
