package main

import (
	"encoding/csv"
	"go/ast"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// composedKeys are the keys of phrases that are put together when the program runs: what each prefix can be followed by.
// A prefix of the code that is not here fails TestPhrasesAreUsed.
var composedKeys = map[string]string{
	"absent.":                "O M L",
	"section.":               "points preface summary glance rankings projects targets notes",
	"basis.":                 "nominal real comparable chained two_year nominal.short real.short comparable.short chained.short two_year.short",
	"sheet.basis.":           "nominal real comparable chained two_year",
	"only.":                  "month quarter",
	"growth.":                "nominal real comparable two_year chained.month chained.quarter",
	"acceleration.":          "more less none",
	"margin.":                "more less none",
	"aside.":                 "acceleration contribution contribution_rate",
	"aside.margin.":          "growth level score ratio",
	"compared.":              "year year.down year.flat end end.down end.flat part part.down part.flat faster faster.flat faster.part faster.part.flat more.year more.end more.part fewer.year fewer.end fewer.part",
	"quarter.":               "1 2 3 4",
	"column.amount.":         "en zh-Hans zh-Hant",
	"unit.short.":            "PP PERMILLE_POINT",
	"span.":                  "year half quarters quarter month months",
	"chart.":                 "growth targets parts progress positions money trend bump",
	"codebook.list.":         "measure status qualifier basis growth-kind only accumulation frequency operator project step honour tier kind project-figure implied standing yardstick why turn revision-kind timing known direction unit rule area scope source theme indicator recognition initiative group shorthand project.own",
	"codebook.column.money.": "investment total-investment foreign-capital",
	"timing.":                "flow stock",
	"known.":                 "any annual",
	"accumulation.":          "ytd period point",
	"frequency.":             "A Q M",
	"growth-kind.":           "year_on_year previous_period two_year_average",
	"column.growth.percent":  ".real",
	"note.trend":             ".year",
	"series.":                "growth.year years.year",
	"chart.trend.title":      ".year",
	"figure.chart.trend":     ".year .sub.year .points.year",
	"figure.chart.growth":    ".sub .sub.year .real.sub .real.sub.year",
	"direction.":             "up down neutral",
	"honour.":                "awarded nominated listed",
	"implied.":               "real_growth other_basis no_baseline is_level is_ratio is_value is_index other_unit range no_number base_loss",
	"judgement.":             "share path",
	"kind.":                  "strategy campaign reform principle work facility event",
	"language.":              "zh-Hans zh-Hant en",
	"measure.":               "level score ratio share growth change acceleration contribution contribution_rate margin rank target_level target_growth target_ratio target_change target_words",
	"note.":                  "compared compared.year comparable chained two_year basis rounding cumulative mu forecast variants real scale status status.shared.B status.shared.E status.shared.F status.shared.P progress progress.final revised revised.since",
	"operator.":              "equal at_least at_most about range",
	"page.file.":             "briefing brief full workbook edition datapackage sdmx dataset manifest",
	"progress.":              "awaited unjudged",
	"progress.count.":        "ahead on_track behind met not_met",
	"project-figure.":        "investment total-investment foreign-capital length area voltage",
	"project.":               "planned approved preparation signed under_construction completed in_production stopped",
	"qualifier.":             "about more_than less_than",
	"revision-kind.":         "changed added withdrawn",
	"severity.":              "error warning note",
	"sheet.note.":            "indicator fact variant office",
	"form.column.":           "code name unit year_before last value growth growth_unit rank status source ref printed note_zh note_en part_of against",
	"form.help.":             "fill unit growth status words red rows read",
	"standing.":              "met not_met ahead on_track behind awaited unjudged",
	"status.":                "A B E F P O M L",
	"status.meaning.":        "B E F P O M L",
	"step.":                  "signed started completed in_production agreement approval fair meeting on_site_from event",
	"table.":                 "data indicators rankings projects milestones targets progress history revisions catalogue codes",
	"target.flat.":           "at_least at_most",
	"target.level.":          "equal at_least at_most about",
	"tier.":                  "national provincial municipal",
	"turn.":                  "to_profit to_loss wider narrower same",
	"why.":                   "no_figure no_tolerance no_start no_direction no_share other_unit no_levels real_growth other_basis no_number base_loss is_stock year_over reached",
	"yardstick.":             "growth share path limit change target",
	"target.either.":         "decline fall decrease",
	"target.growth.":         "equal at_least at_most about range",
	"target.decline.":        "equal at_least at_most about range",
	"target.increase.":       "equal at_least at_most about range",
	"target.decrease.":       "equal at_least at_most about range",
	"target.rise.":           "equal at_least at_most about range",
	"target.fall.":           "equal at_least at_most about range",
}

// suffixes are what names of columns are put together with.
var suffixes = regexp.MustCompile(`\.about$|_(zh|en|mult|currency|status|qualifier|milestone)$`)

// TestPhrasesAreUsed holds that every key the code can ask for has a phrase, and every phrase a place that asks for it.
func TestPhrasesAreUsed(t *testing.T) {
	said, prefixes := saidInCode(t)
	phrases := phraseKeys(t)
	used := map[string]bool{}
	for key := range phrases {
		used[key] = said[key]
	}
	want := func(key string) {
		if !phrases[key] {
			t.Errorf("the code can ask for %s, which is no phrase", key)
		}
		used[key] = true
	}
	want("qualifier.") // of a figure without one
	for _, key := range []string{"revision.release.dated", "revision.this.dated"} {
		want(key)
	}
	for prefix, codes := range composedKeys {
		for _, code := range strings.Fields(codes) {
			want(prefix + code)
		}
	}
	for key := range phrases { // columns, tables and sheets, whose tests hold that none is missing
		for _, prefix := range []string{"field.", "sheet.", "codebook."} {
			name, ok := strings.CutPrefix(key, prefix)
			base := suffixes.ReplaceAllString(name, "")
			if ok && (said[name] || said[base] || used[name] || phrases[base]) {
				used[key] = true
			}
		}
	}
	for key, is := range used {
		if !is {
			t.Errorf("nothing asks for the phrase %s", key)
		}
	}
	for prefix := range prefixes {
		begins := false
		for key := range phrases {
			begins = begins || strings.HasPrefix(key, prefix)
		}
		if _, known := composedKeys[prefix]; begins && !known && prefix != "field." && prefix != "sheet." && prefix != "codebook." && prefix != "target." {
			t.Errorf("keys that begin with %s are put together; say in composedKeys what they can become", prefix)
		}
	}
}

// phraseKeys are the keys of the tables of phrases.
func phraseKeys(t *testing.T) map[string]bool {
	t.Helper()
	files, err := filepath.Glob("../../internal/locale/phrases/*.tsv")
	if err != nil || len(files) == 0 {
		t.Fatal("no phrases", err)
	}
	keys := map[string]bool{}
	for _, path := range files {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		r := csv.NewReader(strings.NewReader(string(data)))
		r.Comma, r.Comment, r.LazyQuotes = '\t', '#', true
		lines, err := r.ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range lines {
			keys[l[0]] = true
		}
	}
	return keys
}

// saidInCode are the texts that stand in the code, and those that something is put behind, with the kinds of CodeWord.
func saidInCode(t *testing.T) (said, prefixes map[string]bool) {
	t.Helper()
	said, prefixes = map[string]bool{}, map[string]bool{}
	text := func(e ast.Expr) (string, bool) {
		lit, ok := e.(*ast.BasicLit)
		if !ok || lit.Kind != token.STRING {
			return "", false
		}
		s, err := strconv.Unquote(lit.Value)
		return s, err == nil
	}
	for _, p := range listPackages(t) {
		eachFile(t, p, 0, func(_ string, file *ast.File) {
			ast.Inspect(file, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.BasicLit:
					if s, ok := text(n); ok {
						said[s] = true
					}
				case *ast.BinaryExpr:
					if s, ok := text(n.X); ok && n.Op == token.ADD && strings.HasSuffix(s, ".") {
						prefixes[s] = true
					}
				case *ast.CallExpr:
					if f, ok := n.Fun.(*ast.SelectorExpr); ok && f.Sel.Name == "CodeWord" && len(n.Args) > 0 {
						if s, ok := text(n.Args[0]); ok {
							prefixes[s+"."] = true
						}
					}
				}
				return true
			})
		})
	}
	return said, prefixes
}
