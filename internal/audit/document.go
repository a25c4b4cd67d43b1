package audit

import (
	"encoding/json"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"nianbao/internal/message"
)

// document is edition.json, as far as figures and words go. Members that it does not name are of no concern.
type document struct {
	Area struct {
		Code     string `json:"code"`
		Official string `json:"official_code"`
		Sample   bool   `json:"sample"`
	} `json:"area"`
	Period     string      `json:"period"`
	Languages  []string    `json:"languages"`
	Status     string      `json:"status"`
	Sections   []string    `json:"sections"`
	Labels     labels      `json:"labels"`
	Indicators []indicator `json:"indicators"`
	Facts      []fact      `json:"facts"`
	Derived    []fact      `json:"derived"`
	Codes      []listed    `json:"codes"`
	Targets    []target    `json:"targets"`
	Milestones []milestone `json:"milestones"`
	Progress   []members   `json:"progress"`
	Revisions  []revision  `json:"revisions"`
	Sentences  []sentence  `json:"sentences"`

	Release     int    `json:"release"`
	ReleaseDate string `json:"release_date"`

	byID map[string]*fact
	tree object
}

// members are those of an object, by name.
type members map[string]json.RawMessage

// texts are one text by language.
type texts map[string]string

// chinese is a text as columns in Chinese have it: in the first Chinese language of the release.
func (d *document) chinese(t texts) string {
	for _, l := range d.Languages {
		if strings.HasPrefix(l, "zh") {
			return t[l]
		}
	}
	return t["zh-Hans"]
}

// joined is what a text says in some languages, each wording once.
func (t texts) joined(langs []string, between string) string {
	var said []string
	for _, l := range langs {
		if s := t[l]; s != "" && !slices.Contains(said, s) {
			said = append(said, s)
		}
	}
	return strings.Join(said, between)
}

type labels struct {
	Periods []struct {
		Period string `json:"time_period"`
		Words  texts  `json:"words"`
	} `json:"periods"`
	Units []struct {
		Unit  string `json:"unit_measure"`
		Mult  int    `json:"unit_mult"`
		Words texts  `json:"words"`
	} `json:"units"`
}

// indicator is what is measured, with the one that it is a part of, or is contained in.
type indicator struct {
	Code      string `json:"code"`
	PartOf    string `json:"part_of"`
	Breakdown string `json:"breakdown"`

	Name   texts  `json:"name"`
	Theme  string `json:"theme"`
	Unit   string `json:"unit_measure"`
	Mult   int    `json:"unit_mult"`
	Basis  string `json:"price_basis"`
	Timing string `json:"timing"`
	Known  string `json:"known"`
	Better string `json:"better"`
	RateOf string `json:"rate_of"`
	Note   texts  `json:"note"`

	Headline bool `json:"headline"`
}

// listed is a code with its words.
type listed struct {
	List  string `json:"code_list"`
	Code  string `json:"code"`
	Words texts  `json:"words"`
}

type fact struct {
	ID         string       `json:"fact_id"`
	Theme      string       `json:"theme"`
	Indicator  string       `json:"indicator"`
	NameZh     string       `json:"indicator_zh"`
	NameEn     string       `json:"indicator_en"`
	Area       string       `json:"ref_area"`
	Period     string       `json:"time_period"`
	Measure    string       `json:"measure"`
	Basis      string       `json:"price_basis"`
	GrowthKind string       `json:"growth_kind"`
	Start      string       `json:"period_start"`
	End        string       `json:"period_end"`
	Sum        string       `json:"accumulation"`
	Freq       string       `json:"frequency"`
	Revised    bool         `json:"revised"`
	Only       string       `json:"only"`
	Part       string       `json:"part"`
	Value      *json.Number `json:"obs_value"`
	Unit       string       `json:"unit_measure"`
	Mult       int          `json:"unit_mult"`
	Decimals   *int         `json:"decimals"`
	Status     string       `json:"obs_status"`
	Qualifier  string       `json:"qualifier"`
	VariantOf  string       `json:"variant_of"`
	Words      texts        `json:"words"`
	Provenance []origin     `json:"provenance"`
	Ranking    *ranking     `json:"ranking"`
	NoteZh     string       `json:"note_zh"`
	NoteEn     string       `json:"note_en"`
}

type origin struct {
	Source  string `json:"source"`
	Ref     string `json:"ref"`
	Printed string `json:"printed"`
}

type ranking struct {
	Scope string `json:"scope"`
	Of    int    `json:"of"`
	By    string `json:"by"`
	Group string `json:"group"`
	Tied  bool   `json:"tied"`
}

type target struct {
	Fact      string       `json:"fact_id"`
	Indicator string       `json:"indicator"`
	Operator  string       `json:"operator"`
	UpTo      *json.Number `json:"upper_bound"`
	Due       string       `json:"due"`
	Baseline  string       `json:"baseline"`
	Implied   *json.Number `json:"implied_level"`
	Unit      string       `json:"unit_measure"`
	Mult      int          `json:"unit_mult"`
	Tolerance *struct {
		Value json.Number `json:"value"`
		Unit  string      `json:"unit_measure"`
		Mult  int         `json:"unit_mult"`
	} `json:"tolerance"`
}

type milestone struct {
	Project string `json:"project"`
	Code    string `json:"code"`
	Step    string `json:"step"`
	Date    string `json:"date"`
}

type revision struct {
	all      members
	old, new members
}

// UnmarshalJSON takes the two figures apart.
func (r *revision) UnmarshalJSON(data []byte) error {
	if err := json.Unmarshal(data, &r.all); err != nil {
		return err
	}
	for name, side := range map[string]*members{"old": &r.old, "new": &r.new} {
		if raw, ok := r.all[name]; ok {
			if err := json.Unmarshal(raw, side); err != nil {
				return err
			}
		}
	}
	return nil
}

type sentence struct {
	ID       string `json:"id"`
	Template texts  `json:"template"`
	Text     texts  `json:"text"`
	Composed bool   `json:"composed"` // of the figures, by rules
}

// readDocument reads edition.json. Numbers have the bounds that data files have: others can be made to take any time
// and memory.
func readDocument(data []byte) (*document, error) {
	doc := new(document)
	if err := json.Unmarshal(data, doc); err != nil {
		return nil, message.Errorf("read json: %w", err)
	}
	var err error
	if doc.tree, err = readStrict(data, numberMembers); err != nil {
		return nil, err
	}
	doc.byID = make(map[string]*fact, len(doc.Facts))
	for i := range doc.Facts {
		f := &doc.Facts[i]
		if err := f.check(); err != nil {
			return nil, message.Errorf("%s: %w", f.ID, err)
		}
		if doc.byID[f.ID] != nil {
			return nil, message.Errorf("%s: it stands twice", f.ID)
		}
		doc.byID[f.ID] = f
	}
	for i := range doc.Derived {
		if err := doc.Derived[i].check(); err != nil {
			return nil, message.Errorf("%s: %w", doc.Derived[i].ID, err)
		}
	}
	for _, t := range doc.Targets {
		if err := t.check(); err != nil {
			return nil, message.Errorf("%s: %w", t.Fact, err)
		}
	}
	return doc, nil
}

// The bounds of numbers, which are those of data files.
const (
	leastMult = -12
	mostMult  = 18
)

// numberForm is a number in plain digits, of at most 40.
var numberForm = regexp.MustCompile(`^-?[0-9]{1,40}(\.[0-9]{1,40})?$`)

func checkNumber(value string, mult int) error {
	if !numberForm.MatchString(value) {
		return message.Errorf("value %.60q: want plain digits, 40 at most", value)
	}
	if mult < leastMult || mult > mostMult {
		return message.Errorf("power of ten %d: want %d to %d", mult, leastMult, mostMult)
	}
	return nil
}

func (f *fact) check() error {
	if f.Value == nil {
		if f.Decimals != nil {
			return message.Errorf("it has decimals, and no value")
		}
		return nil
	}
	if err := checkNumber(f.Value.String(), f.Mult); err != nil {
		return err
	}
	_, fraction, _ := strings.Cut(f.Value.String(), ".")
	if f.Decimals == nil || *f.Decimals != len(fraction) {
		return message.Errorf("value %s has %d decimals, and others are told", f.Value, len(fraction))
	}
	return nil
}

func (t *target) check() error {
	if t.Tolerance != nil {
		if err := checkNumber(t.Tolerance.Value.String(), t.Tolerance.Mult); err != nil {
			return err
		}
	}
	if t.UpTo != nil {
		if err := checkNumber(t.UpTo.String(), 0); err != nil {
			return err
		}
	}
	if t.Implied != nil {
		return checkNumber(t.Implied.String(), t.Mult)
	}
	return nil
}

// preferred is the fact that a variant is a variant of, or the fact itself.
func (f *fact) preferred() string {
	if f.VariantOf != "" {
		return f.VariantOf
	}
	return f.ID
}

// value is the value in digits, "" if it is missing.
func (f *fact) value() string {
	if f.Value == nil {
		return ""
	}
	return f.Value.String()
}

// scalar is a member that is a text, a number or a truth, as a table has it.
func (m members) scalar(name string) (string, bool) {
	raw, ok := m[name]
	if !ok {
		return "", false
	}
	switch {
	case raw[0] == '"':
		var s string
		err := json.Unmarshal(raw, &s)
		return s, err == nil
	case raw[0] == '{', raw[0] == '[':
		return "", false
	case string(raw) == "null":
		return "", true
	}
	return string(raw), true
}

// some is a scalar member, "" if there is none.
func (m members) some(name string) string {
	s, _ := m.scalar(name)
	return s
}

// count is a number of things as a table has it: "" for none.
func count(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}
