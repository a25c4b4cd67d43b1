package cli

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"nianbao/internal/areafile"
	"nianbao/internal/config"
	"nianbao/internal/dataset"
	"nianbao/internal/file"
	"nianbao/internal/form"
	"nianbao/internal/locale"
	"nianbao/internal/message"
	"nianbao/internal/scaffold"
	"nianbao/internal/stat"

	"github.com/spf13/cobra"
)

// beginning is what the command init is told.
type beginning struct {
	scaffold.Area
	period    string
	languages []string
	themes    []string
	codes     []string
	noForm    bool

	areas    string // the folder of all areas
	lastYear string // the period if none is given
}

// form is the name of the form that is written.
func (b *beginning) form() string { return b.Code + "-" + b.Period.String() + "-form.xlsx" }

func (a *app) initCommand() *cobra.Command {
	var b beginning
	c := &cobra.Command{
		Use:   "init [CODE]",
		Short: "Start a new area: its files, and a form for its figures",
		Long: `Write the files of a new area: its name, its place, its source, and a first period with the indicators that a county
usually reports, each marked as missing. What is not given by flags is asked for. The area can be exported at once, and its
figures come in with the form that is written too: fill it in, then run "nianbao import FORM --write" and "nianbao export".

CODE is the name of the area's folder, lower-case letters, digits and dashes; it is made of the English name unless given.`,
		Example: `  nianbao init
  nianbao init little --name-zh 小城区 --name-en "Little District" --within-zh 某省某市 --within-en "Some City, Some Province"`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error { return a.initArea(c, args, b) },
	}
	config.AreaFlags(c.Flags())
	flags := c.Flags()
	flags.StringVar(&b.Name.Hans, "name-zh", "", "name of the area in Chinese, as 小城区")
	flags.StringVar(&b.Name.En, "name-en", "", "name of the area in English, as Little District")
	flags.StringVar(&b.Within.Hans, "within-zh", "", "province and city in Chinese, as 某省某市")
	flags.StringVar(&b.Within.En, "within-en", "", "city and province in English, as Some City, Some Province")
	flags.StringVar(&b.Source.Hans, "source-zh", "", "title of the bulletin in Chinese; default: made of the name")
	flags.StringVar(&b.Source.En, "source-en", "", "title of the bulletin in English; default: made of the name")
	flags.StringVar(&b.Publisher.Hans, "publisher-zh", "", "who publishes it, in Chinese; default: the statistics office")
	flags.StringVar(&b.Publisher.En, "publisher-en", "", "who publishes it, in English; default: the statistics office")
	flags.StringVar(&b.Official, "official-code", "", "the area's official code of GB/T 2260")
	flags.StringVar(&b.period, "period", "", "first period, as 2024 or 2024-Q1; default: last year")
	flags.StringSliceVar(&b.languages, "lang", nil, "languages of its editions, written to config/exporter.yaml if there is none; default: zh-Hans,en")
	flags.StringSliceVar(&b.themes, "themes", nil, "take all indicators of these chapters of the catalogue; default: the usual ones of all chapters")
	flags.StringSliceVar(&b.codes, "indicators", nil, "codes of the catalogue to take, in place of the usual ones or beside those of --themes")
	flags.BoolVar(&b.noForm, "no-form", false, "write no form")
	return c
}

func (a *app) initArea(c *cobra.Command, args []string, b beginning) error {
	settings, err := config.LoadForArea(c.Flags(), a.Env, config.DefaultFile)
	if err != nil {
		return err
	}
	b.Code, b.areas, b.lastYear = strings.Join(args, ""), settings.AreasDir, fmt.Sprint(a.Now().Year()-1)
	if err := b.Check(); err != nil {
		return usageError{err}
	}
	if _, err := scaffold.Indicators(nil, b.codes, b.Period); err != nil {
		return usageError{err}
	}
	if err := a.ask(c.Context(), &b); err != nil {
		return err
	}
	for _, q := range b.questions() {
		if err := q.check(); err != nil {
			return usageError{err}
		}
	}
	b.Area = b.Complete()
	codes, err := scaffold.Indicators(b.themes, b.codes, b.Period)
	if err != nil {
		return usageError{err}
	}
	files, err := scaffold.Files(b.Area, codes)
	if err != nil {
		return usageError{err}
	}
	if _, err := os.Lstat(b.form()); err == nil && !b.noForm {
		return usageError{message.Errorf("%s exists already and may be filled in: move it away, or add --no-form", b.form())}
	}
	if err := areafile.Create(filepath.Join(settings.AreasDir, b.Code), files); err != nil {
		return err
	}
	settingsFile, err := config.Begin(config.DefaultFile, b.Code, b.languages)
	if err != nil {
		return err
	}
	return a.began(b, settings.AreasDir, files, settingsFile, len(codes))
}

// began writes the form, and says what to do next.
func (a *app) began(b beginning, areas string, files []dataset.Input, settingsFile string, indicators int) error {
	var written []string
	for _, f := range files {
		written = append(written, filepath.Join(areas, b.Code, f.Name))
	}
	if settingsFile != "" {
		written = append(written, settingsFile)
	}
	if !b.noForm {
		name, err := a.firstForm(b, files)
		if err != nil {
			return err
		}
		written = append(written, name)
	}
	if a.json {
		return a.printJSON(struct {
			Area  string   `json:"area"`
			Files []string `json:"files"`
		}{b.Code, written})
	}
	if a.quiet {
		return nil
	}
	w := a.lines()
	for _, name := range written {
		w.say("wrote %s", name)
	}
	w.say("%s · %s: %d indicators, all marked as missing", bilingual(b.Name), b.Period, indicators)
	if !b.noForm {
		w.say("next: fill in %[1]s, then run: nianbao import %[1]s --write", written[len(written)-1])
	}
	w.say("then: nianbao export --area %s", b.Code)
	return w.err
}

func (a *app) firstForm(b beginning, files []dataset.Input) (string, error) {
	ds, err := dataset.Parse(files, b.Code)
	if err != nil {
		return "", err
	}
	f, err := form.New(ds, b.Period, "")
	if err != nil {
		return "", err
	}
	words, err := locale.For(a.fileLang(), ds.Units)
	if err != nil {
		return "", err
	}
	data, err := f.Write(words)
	if err != nil {
		return "", err
	}
	return b.form(), writeNew(b.form(), data)
}

// configured reports whether there is a configuration, which says the languages.
func configured() bool {
	_, err := os.Lstat(config.DefaultFile)
	return err == nil
}

// checkLanguages holds the languages of a new area's editions against those there are.
func (b *beginning) checkLanguages() error {
	if len(b.languages) > 0 && configured() {
		return message.Errorf("%s exists: set the languages there", config.DefaultFile)
	}
	for _, l := range b.languages {
		if _, err := stat.ParseLang(l); err != nil || len(b.languages) > 2 {
			return message.Errorf("languages %q: want one or two of zh-Hans, zh-Hant, en", strings.Join(b.languages, ","))
		}
	}
	return nil
}

// checkPeriod takes the first period.
func (b *beginning) checkPeriod() (err error) {
	period := cmp.Or(b.period, b.lastYear)
	if b.Period, err = stat.ParsePeriod(period); err != nil {
		return message.Errorf("period %q: %w", period, err)
	}
	return nil
}

// checkCode holds the name of the folder, given or made, against the folders there are.
func (b *beginning) checkCode() error {
	code := b.Complete().Code
	if !stat.IsCode(code) {
		return message.Errorf("code %q: want lower-case letters, digits and dashes, a letter first: nianbao init CODE", code)
	}
	return vacant(filepath.Join(b.areas, code))
}

func (b *beginning) checkThemes() error {
	_, err := scaffold.Indicators(b.themes, nil, b.Period)
	return err
}

// question is something that is asked if the flags do not say it.
type question struct {
	text   *message.Text
	needed bool
	given  func() bool
	take   func(answer string)
	check  func() error
}

func right() error { return nil }

// ofText is a question for a text.
func ofText(into *string, needed bool, check func() error, text *message.Text) question {
	return question{text, needed, func() bool { return *into != "" }, func(answer string) { *into = answer }, check}
}

// ofList is a question for texts with commas between.
func ofList(into *[]string, check func() error, text *message.Text) question {
	take := func(answer string) {
		*into = strings.FieldsFunc(answer, func(r rune) bool { return strings.ContainsRune(" ,，、", r) })
	}
	return question{text, false, func() bool { return len(*into) > 0 }, take, check}
}

func (b *beginning) questions() []question {
	list := []question{
		ofText(&b.Name.Hans, true, right, message.Plain("Name of the area in Chinese, as 小城区:")),
		ofText(&b.Name.En, true, right, message.Plain("Name of the area in English, as Little District:")),
		ofText(&b.Within.Hans, true, right, message.Plain("Province and city in Chinese, as 某省某市:")),
		ofText(&b.Within.En, true, right, message.Plain("City and province in English, as Some City, Some Province:")),
		ofText(&b.Code, false, b.checkCode, message.Plain("Name of its folder, in lower-case letters and dashes; empty: made of the English name:")),
		ofText(&b.Source.Hans, false, right, message.Plain("Title of the bulletin in Chinese; empty: made of the name:")),
		ofText(&b.Source.En, false, right, message.Plain("Title of the bulletin in English; empty: made of the name:")),
		ofText(&b.period, false, b.checkPeriod, message.Plain("First period, as 2024 or 2024-Q1; empty: last year:")),
		ofList(&b.themes, b.checkThemes, message.Of("Chapters to take in whole, of %s; empty: the usual indicators of all:", strings.Join(scaffold.Themes(), ", "))),
	}
	languages := ofList(&b.languages, b.checkLanguages, message.Plain("Languages of its editions, one or two of zh-Hans, zh-Hant, en; empty: zh-Hans,en:"))
	if configured() {
		languages.text = nil
	}
	return append(list, languages)
}

// ask asks for what the flags do not say, each until the answer can be taken. Where nobody can be asked, that is an error.
func (a *app) ask(ctx context.Context, b *beginning) error {
	if len(b.Missing()) == 0 {
		return nil
	}
	if a.In == nil {
		return usageError{message.Errorf("give %s", strings.Join(b.Missing(), ", "))}
	}
	for _, q := range b.questions() { // what the flags say is not asked again
		if err := q.check(); q.given() && err != nil {
			return usageError{err}
		}
	}
	in := bufio.NewScanner(a.In)
	w := &lines{to: a.Err, lang: a.lang}
	for _, q := range b.questions() {
		if q.text == nil || q.given() {
			continue
		}
		more, err := q.put(ctx, in, w)
		switch {
		case errors.Is(err, context.Canceled):
			return err
		case err != nil:
			return usageError{err}
		case !more && q.needed:
			return usageError{message.Errorf("give %s", strings.Join(b.Missing(), ", "))}
		}
	}
	return w.err
}

// put asks until an answer can be taken, or there are no more; then the last one that could not be taken is the error.
func (q question) put(ctx context.Context, in *bufio.Scanner, w *lines) (more bool, err error) {
	for {
		w.put(message.In(w.lang, q.text))
		more, ended := until(ctx, func() (bool, error) { return in.Scan(), nil })
		if ended != nil {
			return false, ended
		}
		q.take(strings.TrimSpace(in.Text()))
		if !more && (err != nil || q.needed) {
			return false, err
		}
		if q.needed && !q.given() {
			continue
		}
		if err = q.check(); err == nil {
			return more, nil
		}
		w.say("%v", err)
		q.take("")
	}
}

// vacant says what is wrong with a folder for a new area: that it is there.
func vacant(folder string) error {
	_, err := os.Lstat(folder)
	if file.Reserved(filepath.Base(folder)) {
		return nil // the code is refused, with the reason; to Windows the folder is a device
	}
	if err == nil {
		return message.Errorf("%s exists already: choose another code, or add a period with nianbao form", folder)
	}
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}
