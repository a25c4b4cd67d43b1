package cli

import (
	"cmp"
	"fmt"
	"strings"

	"nianbao/internal/catalog"
	"nianbao/internal/message"
	"nianbao/internal/stat"

	"github.com/spf13/cobra"
)

func (a *app) catalogCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "catalog [WORD]",
		Short: "Find the codes of standard indicators by name",
		Long: `List the indicators that an area may use by their codes without defining them: code, name, unit and theme. WORD is a
code or a part of one, or of a name in Chinese or English, as bulletins print it. An indicator of just that name
comes first, with all that the catalogue says of it. If no name has WORD in it, those most like it are listed.`,
		Example: `  nianbao catalog 社消零
  nianbao catalog "floor space" --json`,
		Args: cobra.MaximumNArgs(1),
		ValidArgsFunction: func(_ *cobra.Command, _ []string, start string) ([]string, cobra.ShellCompDirective) {
			var codes []string
			for _, e := range catalog.All() {
				if strings.HasPrefix(e.Code, start) {
					codes = append(codes, e.Code+"\t"+e.Name.Hans+" "+e.Name.En)
				}
			}
			return codes, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(_ *cobra.Command, args []string) error { return a.catalog(strings.Join(args, "")) },
	}
}

func (a *app) catalog(word string) error {
	list := catalog.Search(word)
	if len(list) == 0 {
		return usageError{message.Errorf("the catalogue has nothing like %q; list all of it with: nianbao catalog", word)}
	}
	if a.json {
		all := make([]standard, len(list))
		for i, e := range list {
			all[i] = newStandard(e)
		}
		return a.printJSON(all)
	}
	w := a.lines()
	named, exact := catalog.Find(word)
	if exact {
		a.printStandard(w, named)
	}
	for _, e := range list {
		if !exact || e.Code != named.Code {
			w.put(a.standardLine(e))
		}
	}
	return w.err
}

// standardLine is "retail-sales  社会消费品零售总额  亿元  国内贸易和对外经济".
func (a *app) standardLine(e catalog.Entry) string {
	return fmt.Sprintf("%-24s %s  %s  %s", e.Code, a.inText(e.Name), a.unitOf(e), a.inText(themeOf(e)))
}

// printStandard prints an indicator with all that the catalogue says of it.
func (a *app) printStandard(w *lines, e catalog.Entry) {
	w.put(a.standardLine(e))
	other := e.Name.En
	if a.lang == message.English {
		other = e.Name.Hans
	}
	w.say("  in the other language: %s", message.Plain(other))
	if len(e.Also) > 0 {
		w.say("  also: %s", message.Plain(strings.Join(e.Also, ", ")))
	}
	if whole := e.Whole(); whole != "" {
		w.say("  part of: %s", message.Plain(whole))
	}
	for _, b := range e.Breakdowns {
		w.say("  parts, %s: %s", message.Plain(a.inText(b.Name)), message.Plain(strings.Join(b.Parts, " ")))
	}
	if !e.Usual.Empty() {
		w.say("  sentence: %s", message.Plain(a.inText(e.Usual)))
	}
	w.say("  source of the English: %s", message.Plain(strings.Trim(strings.Join([]string{e.Source.Title, e.Source.Publisher, e.Source.Year, e.Source.URL}, ", "), ", ")))
}

func (a *app) inText(t stat.Text) string {
	if a.lang == message.Chinese {
		return t.Hans
	}
	return t.En
}

func themeOf(e catalog.Entry) stat.Text {
	for _, t := range catalog.Themes() {
		if t.Code == e.Theme {
			return t.Name
		}
	}
	return stat.Text{}
}

// unitOf is the unit in which an indicator is usually given.
func (a *app) unitOf(e catalog.Entry) string {
	u := catalog.AllUnits()[e.Unit]
	if !e.Base.Empty() {
		return a.inText(e.Base)
	}
	if a.lang == message.Chinese {
		return map[int]string{4: "万", 8: "亿"}[e.Mult] + u.Counter.Hans
	}
	return u.Many + map[int]string{4: " × 10,000", 8: " × 100 million"}[e.Mult]
}

// standard is what catalog --json prints of an indicator.
type standard struct {
	Code     string              `json:"code"`
	Name     map[string]string   `json:"name"`
	Also     []string            `json:"also,omitempty"`
	Theme    string              `json:"theme"`
	Unit     string              `json:"unit"`
	Base     string              `json:"base,omitempty"`
	Mult     int                 `json:"mult"`
	Basis    stat.Basis          `json:"basis,omitempty"`
	Timing   stat.Timing         `json:"timing"`
	Better   stat.Direction      `json:"better"`
	Headline bool                `json:"headline"`
	PartOf   string              `json:"part_of,omitempty"`
	Parts    map[string][]string `json:"parts,omitempty"`
	Sentence map[string]string   `json:"sentence,omitempty"`
	Source   string              `json:"source"`
}

func newStandard(e catalog.Entry) standard {
	s := standard{
		Code: e.Code, Name: both(e.Name), Also: e.Also, Theme: e.Theme, Unit: e.Unit, Base: e.Base.En, Mult: e.Mult, Basis: e.Basis,
		Timing: cmp.Or(e.Timing, stat.Flow), Better: cmp.Or(e.Better, stat.Up), Headline: e.Headline, PartOf: e.Whole(), Source: e.Source.Code,
	}
	if !e.Usual.Empty() {
		s.Sentence = both(e.Usual)
	}
	for i, b := range e.Breakdowns {
		if i == 0 {
			s.Parts = map[string][]string{}
		}
		s.Parts[b.Code] = b.Parts
	}
	return s
}

func both(t stat.Text) map[string]string {
	return map[string]string{string(stat.Hans): t.Hans, string(stat.En): t.En}
}
