package check

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"nianbao/internal/stat"
)

// ruleCase is one change of the base and what the rule must then find: the severities of its findings.
type ruleCase struct {
	rule, name string
	change     func(*scene)
	want       []stat.Severity
}

var (
	passes  []stat.Severity
	errs    = []stat.Severity{stat.Error}
	warns   = []stat.Severity{stat.Warning}
	notes   = []stat.Severity{stat.Note}
	twoErrs = []stat.Severity{stat.Error, stat.Error}
)

func allCases() []ruleCase {
	return slices.Concat(conflictCases(), rankingCases(), arithmeticCases(), compositionCases(), projectCases(), historyCases(), figureCases(),
		textCases(), sentenceCases(), acceptanceCases(), relationCases(), growthCases(), partialCases(), plausibleCases(), ratioCases(), translationCases())
}

func of(findings []stat.Finding, rule string) []stat.Finding {
	return slices.DeleteFunc(slices.Clone(findings), func(f stat.Finding) bool { return f.Rule != rule })
}

func TestRules(t *testing.T) {
	for _, tt := range allCases() {
		t.Run(tt.rule+"/"+tt.name, func(t *testing.T) {
			s := base()
			tt.change(s)
			found := Check(s.d, year2023, s.opt)
			var got []stat.Severity
			for _, f := range of(found, tt.rule) {
				got = append(got, f.Severity)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("severities (-want +got):\n%s\n%v", diff, of(found, tt.rule))
			}
			for _, f := range found {
				checkForm(t, f)
			}
		})
	}
}

func TestBaseIsClean(t *testing.T) {
	s := base()
	if found := Check(s.d, year2023, s.opt); len(found) > 0 {
		t.Errorf("findings in a valid dataset: %v", found)
	}
}

func TestEveryRuleHasBothCases(t *testing.T) {
	passing, failing := map[string]bool{}, map[string]bool{}
	for _, tt := range allCases() {
		if len(tt.want) == 0 {
			passing[tt.rule] = true
		} else {
			failing[tt.rule] = true
		}
	}
	for _, r := range Rules() {
		if !passing[r.ID] || !failing[r.ID] {
			t.Errorf("rule %s: has a passing case %v, a failing case %v; want both", r.ID, passing[r.ID], failing[r.ID])
		}
		delete(passing, r.ID)
		delete(failing, r.ID)
	}
	if len(passing)+len(failing) > 0 {
		t.Errorf("cases for rules that do not exist: %v %v", passing, failing)
	}
}

func TestRulesAreDocumented(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range Rules() {
		if seen[r.ID] {
			t.Errorf("two rules are called %s", r.ID)
		}
		seen[r.ID] = true
		if !regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`).MatchString(r.ID) {
			t.Errorf("rule id %q is not in kebab case", r.ID)
		}
		if gravity(r.Severity) < 0 {
			t.Errorf("rule %s: severity %q", r.ID, r.Severity)
		}
		checkWording(t, r.ID, r.Doc)
	}
}

var argument = regexp.MustCompile(`\{[0-9]+\}`)

// checkForm checks what every finding owes its reader.
func checkForm(t *testing.T, f stat.Finding) {
	t.Helper()
	i := slices.IndexFunc(Rules(), func(r Rule) bool { return r.ID == f.Rule })
	if i < 0 || gravity(f.Severity) < gravity(Rules()[i].Severity) {
		t.Errorf("%s: unknown, or graver (%s) than the rule says", f.Rule, f.Severity)
	}
	if f.Place.File == "" {
		t.Errorf("%s: no place in %+v", f.Rule, f)
	}
	checkWording(t, f.Rule, f.Message)
	for _, message := range []string{f.Message.Hans, f.Message.En} {
		var used []string
		for n := range f.Args {
			used = append(used, fmt.Sprintf("{%d}", n))
		}
		found := argument.FindAllString(message, -1)
		slices.Sort(found)
		if diff := cmp.Diff(used, slices.Compact(found)); diff != "" {
			t.Errorf("%s: message %q does not use its arguments (-arguments +used):\n%s", f.Rule, message, diff)
		}
	}
	for _, a := range f.Args {
		switch a.(type) {
		case stat.Quantity, stat.Text, stat.Date, stat.Period, stat.Step, stat.ProjectStatus, decimal.Decimal, int, string:
		default:
			t.Errorf("%s: argument %v of type %T cannot be worded", f.Rule, a, a)
		}
	}
}

func checkWording(t *testing.T, id string, text stat.Text) {
	t.Helper()
	if !hasHan(text.Hans) || hasHan(text.En) || !hasWords(text.En) {
		t.Errorf("%s: not worded in both languages: %q, %q", id, text.Hans, text.En)
	}
	for lang, s := range map[stat.Lang]string{stat.Hans: text.Hans, stat.En: text.En} {
		if passage, bad := wrongMark(lang, s); bad {
			t.Errorf("%s: punctuation of the other language in %q", id, passage)
		}
	}
}

// broken is a dataset with many findings of several rules, severities and files.
func broken() *scene {
	s := base()
	s.set("retail.level", "15.31")
	s.set("assessed.level", "8")
	s.set("assessed-top.level", "6")
	s.set("assessed-first.level", "0")
	s.set("sites-rate.ratio", "277.5")
	s.set("requests.level", "400")
	s.set("output.growth", "9.8")
	s.set("plant.investment", "15.31")
	s.vary("works.level", "21").Quantity.Unit = "SITE"
	s.vary("output.rank", "5").Status = stat.Forecast
	s.fact("grade.score").From[0].Printed = "4.14 0 SCORE"
	twin := observed("output", stat.Level, "2023", stat.Qty("15.13", 8, "CNY"))
	twin.ID = "output.level-again@2023"
	s.add(twin)
	s.d.Area.Scopes[0].Of = 0
	s.d.Area.Scopes = append(s.d.Area.Scopes, stat.Scope{Code: "province", Name: bilingual("全省𠮷", ""), Place: at("area.yaml", "scopes.province")})
	s.indicator("share").Name = bilingual("覆盖率(名义)", "Coverage，nominal")
	s.data().Projects[0].Milestones[2].Date = day("2024-05-01")
	s.data().Projects = append(s.data().Projects, stat.Project{Code: "road", Place: at("projects.yaml", "projects.road")})
	s.data().Sentences = append(s.data().Sentences, stat.Sentence{
		ID: "second", Period: year2023, Place: at("2023.text.yaml", "sentences[1]"),
		Text: bilingual("第1，{output.level}，{output.level@2022}。", "First {nothing.level}."),
	})
	s.data().Accepted = []stat.Acceptance{accepting("tally", "assessed-first.level"), accepting("tally", "works.level")}
	return s
}

func TestFindingsAreSorted(t *testing.T) {
	s := broken()
	found := Check(s.d, year2023, s.opt)
	if len(found) < 15 {
		t.Fatalf("only %d findings to sort", len(found))
	}
	if !slices.IsSortedFunc(found, compareFindings) {
		t.Error("findings are not sorted")
	}
	severities := ""
	for _, f := range found {
		severities += string(f.Severity[0])
	}
	if !regexp.MustCompile(`^e+w+n+$`).MatchString(severities) {
		t.Errorf("severities come as %s", severities)
	}
}

func TestInputOrderDoesNotMatter(t *testing.T) {
	s := broken()
	want := Check(s.d, year2023, s.opt)
	rng := rand.New(rand.NewPCG(1, 2))
	for range 20 {
		data := s.data()
		shuffle(rng, data.Facts)
		shuffle(rng, data.Sentences)
		shuffle(rng, data.Projects)
		shuffle(rng, data.Initiatives)
		shuffle(rng, s.d.Indicators)
		shuffle(rng, s.d.Area.Scopes)
		if diff := cmp.Diff(want, Check(s.d, year2023, s.opt)); diff != "" {
			t.Fatalf("findings depend on the order of the input (-want +got):\n%s", diff)
		}
	}
}

func shuffle[T any](rng *rand.Rand, list []T) {
	rng.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
}

func TestDatasetIsOnlyRead(t *testing.T) {
	s, untouched := broken(), broken()
	Check(s.d, year2023, s.opt)
	if diff := cmp.Diff(untouched.d, s.d, cmp.Comparer(func(a, b stat.Unit) bool { return fmt.Sprint(a) == fmt.Sprint(b) })); diff != "" {
		t.Errorf("the check changed the dataset:\n%s", diff)
	}
}
