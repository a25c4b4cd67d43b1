package audit

import (
	"context"
	"io/fs"
	"slices"
	"strings"

	"nianbao/internal/file"
	"nianbao/internal/message"
	"nianbao/internal/publish"
)

// Verification is what became of a release since it was published.
type Verification struct {
	Dir       string
	Number    int // 0 for a draft, and where the manifest cannot be believed
	Build     int
	Draft     bool
	Digest    string            // of the build; "" where the manifest cannot be believed
	Files     int               // files that the manifest lists
	Problems  []publish.Problem // files against the manifest
	Disagrees []*message.Text   // figures and words that differ between files
	Compared  []string          // names of the files whose figures were compared
	Skipped   []*message.Text   // names of the files whose figures could not be, with the reason
	Figures   int               // figures compared, variants included
}

// Sound reports whether nothing is wrong.
func (v *Verification) Sound() bool {
	return len(v.Disagrees) == 0 && !slices.ContainsFunc(v.Problems, publish.Problem.Fault)
}

// Name names the release, as r1.2, or says that it is a draft.
func (v *Verification) Name() string {
	if v.Draft {
		return publish.Draft
	}
	return publish.Name(v.Number, v.Build)
}

// attempts is how often a release is looked at anew that was superseded meanwhile.
const attempts = 50

// verifyIn holds the files of a build against their manifest, and against each other. All of them are read through one
// open folder, so that they are of one release also while another is published; where that has taken files away, the
// folder is opened anew. The error is that of a folder without a manifest that can be believed.
func verifyIn(ctx context.Context, place Place, p publish.Past) (*Verification, error) {
	for n := 1; ; n++ {
		v, moved, err := verifyOpen(ctx, place, p)
		if !moved || n == attempts {
			return v, err
		}
	}
}

// verifyOpen reports besides whether something is wrong and what was opened is no longer what stands there.
func verifyOpen(ctx context.Context, place Place, p publish.Past) (v *Verification, moved bool, err error) {
	o, err := place.Open(ctx, p)
	if err != nil {
		return nil, false, message.Errorf("verify release: %w", err)
	}
	defer o.close()
	v, err = verifyFiles(p, o.Files)
	if err == nil && v.Sound() {
		return v, false, nil
	}
	return v, o.moved(), err
}

// verifyFiles verifies the files of a build, wherever they stand.
func verifyFiles(p publish.Past, files fs.FS) (*Verification, error) {
	m, problems, err := p.Verify(files)
	if err != nil {
		return nil, message.Errorf("verify release %q: %w", p.Dir, err)
	}
	v := &Verification{
		Dir: p.Dir, Number: m.Number, Build: m.Build, Draft: m.Draft(), Digest: m.BuildDigest, Files: len(m.Outputs), Problems: problems,
	}
	j := &judge{Verification: v, manifest: m, files: files, unread: map[string]bool{}}
	if err := j.all(); err != nil {
		return nil, message.Errorf("verify release %q: %w", p.Dir, err)
	}
	return v, nil
}

// judge holds the files of one release against each other.
type judge struct {
	*Verification
	manifest publish.Manifest
	files    fs.FS
	unread   map[string]bool           // files that are wrong, and those that are not
	doc      *document                 // edition.json; nil if the release has none that can be read
	pack     *dataPackage              // nil if the release has none that can be read
	figures  *table                    // what all figures are held against; nil until a file has given it
	tables   map[string]table          // the CSV files beside the data, by kind
	pdfs     map[string]<-chan readPDF // of the briefings, by kind

	units   map[unit]map[string]bool       // their words; nil until a briefing or a page is held against the document
	numbers map[string]map[string][]string // by fact, see [judge.numbersOf]
}

func (j *judge) all() error {
	j.pdfs = map[string]<-chan readPDF{}
	for _, kind := range briefings {
		j.pdfs[kind] = j.readBriefing(kind)
	}
	steps := []struct {
		suffix string // of the name of the file, after the pattern of names
		hold   func([]byte) error
	}{
		{kindEdition, j.edition}, {kindPackage, j.dataPackage}, {kindData, j.data},
	}
	for _, s := range steps {
		if err := j.file(s.suffix, s.hold); err != nil {
			return err
		}
	}
	j.content()
	if err := j.allTables(); err != nil {
		return err
	}
	if err := j.file(kindSDMX, j.sdmx); err != nil {
		return err
	}
	if err := j.file(kindWorkbook, j.workbook); err != nil {
		return err
	}
	for _, kind := range briefings {
		if err := j.file(kind, func([]byte) error { return j.briefing(kind, <-j.pdfs[kind]) }); err != nil {
			return err
		}
	}
	if err := j.file(kindDataset, j.dataset); err != nil {
		return err
	}
	return j.file(kindPage, j.webpage)
}

// The kinds of files in the names of a release's files.
const (
	kindEdition  = "edition"
	kindPackage  = "datapackage"
	kindData     = "data"
	kindWorkbook = "workbook"
	kindBriefing = "briefing"
	kindBrief    = "brief"
	kindFull     = "full"
	kindSDMX     = "sdmx"
	kindPage     = "page"
	kindDataset  = "dataset"
)

// briefings are the kinds of briefings. Until output version 5 the one that there was had everything.
var briefings = []string{kindBriefing, kindBrief, kindFull}

// extensions are those of the kinds that are no CSV file.
var extensions = map[string]string{kindEdition: ".json", kindPackage: ".json", kindWorkbook: ".xlsx", kindBriefing: ".pdf", kindBrief: ".pdf", kindFull: ".pdf", kindPage: ".html", kindDataset: ".jsonld"}

// name is what the release calls its file of a kind, after the pattern that its manifest tells.
func (j *judge) name(kind string) string {
	pattern := "{area}-{period}-{kind}"
	for _, s := range j.manifest.Configuration {
		if s.Key == "output.name" {
			pattern = s.Value
		}
	}
	extension, ok := extensions[kind]
	if !ok {
		extension = ".csv"
	}
	fill := strings.NewReplacer("{area}", j.manifest.Area, "{period}", j.manifest.Period, "{kind}", kind)
	return fill.Replace(pattern) + extension
}

// lists reports whether the release has a file.
func (j *judge) lists(name string) bool {
	return slices.ContainsFunc(j.manifest.Outputs, func(d publish.Digest) bool { return d.Name == name })
}

// skip says why the figures of a file could not be compared.
type skip string

func (s skip) Error() string { return string(s) }

// Message implements [message.Messenger].
func (s skip) Message() *message.Text { return message.Plain(string(s)) }

// file holds the release's file of a kind, if it has one that can be read. A file of another size than published is
// found wrong already, and not read: it can be of any size. So is one that is too large.
func (j *judge) file(kind string, hold func([]byte) error) error {
	name := j.name(kind)
	if !j.lists(name) || j.wrong(name) {
		return nil
	}
	data, err := file.ReadIn(j.files, name, publish.MostBytes)
	if err != nil {
		return err
	}
	before := len(j.Disagrees)
	switch err := hold(data).(type) {
	case nil:
	case skip:
		j.Skipped = append(j.Skipped, message.Of("%s: %v", name, err))
		return nil
	default:
		j.Disagrees = append(j.Disagrees, message.Of("%v", err))
	}
	for i := before; i < len(j.Disagrees); i++ {
		j.Disagrees[i] = message.Of("%s: %v", name, j.Disagrees[i])
	}
	j.Compared = append(j.Compared, name)
	return nil
}

// wrong reports whether a file is not to be read: it is missing, no file, of another size than published, or too large. It
// says the same each time, also where the file changes meanwhile.
func (j *judge) wrong(name string) bool {
	wrong, known := j.unread[name]
	if !known {
		wrong = j.notRead(name)
		j.unread[name] = wrong
	}
	return wrong
}

func (j *judge) notRead(name string) bool {
	info, err := fs.Lstat(j.files, name)
	if err != nil || !info.Mode().IsRegular() || info.Size() > publish.MostBytes {
		return true
	}
	return slices.ContainsFunc(j.manifest.Outputs, func(d publish.Digest) bool { return d.Name == name && d.Bytes != info.Size() })
}

func (j *judge) disagree(format string, args ...any) {
	j.Disagrees = append(j.Disagrees, message.Of(format, args...))
}
