package tidy

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

// wordsOf are the words of the columns in Chinese and in English.
func (s sample) wordsOf(t testing.TB) (zh, en *locale.Words) {
	t.Helper()
	for _, w := range s.speakers {
		switch w.Lang() {
		case stat.ChineseOf(s.e.Langs):
			zh = w
		case stat.En:
			en = w
		}
	}
	return zh, en
}

func (s sample) tables(t testing.TB) map[string]Table {
	t.Helper()
	zh, en := s.wordsOf(t)
	list, err := Tables(s.e, s.rows, zh, en)
	if err != nil {
		t.Fatal(err)
	}
	tables := map[string]Table{}
	for _, table := range list {
		tables[table.Kind] = table
	}
	return tables
}

// Every table is what its columns say: keys tell rows apart, references lead somewhere, values are of their type,
// codes are known; and it comes back from CSV as it was.
func TestTablesAreSound(t *testing.T) {
	eachShipped(t, func(t *testing.T, s sample) {
		tables := s.tables(t)
		for _, table := range tables {
			for i, row := range table.Rows {
				for j, c := range table.Columns {
					checkValue(t, tables, table, c, row[j])
				}
				if slices.ContainsFunc(table.Rows[:i], func(r []string) bool { return r[table.index(table.Key)] == row[table.index(table.Key)] }) {
					t.Errorf("%s: %q stands twice", table.Kind, row[0])
				}
			}
			data, err := table.CSV(false)
			if err != nil {
				t.Fatal(err)
			}
			again, err := readTable(table.Kind, data)
			if err != nil {
				t.Fatal(err)
			}
			if len(table.Rows) == 0 {
				continue
			}
			if d := cmp.Diff(table, again); d != "" {
				t.Errorf("%s came back otherwise:\n%s", table.Kind, d)
			}
		}
	})
}

func checkValue(t *testing.T, tables map[string]Table, table Table, c Column, value string) {
	t.Helper()
	wrong := func(want string) { t.Errorf("%s.%s is %q, want %s", table.Kind, c.Name, value, want) }
	if value == "" {
		if c.Required {
			wrong("a value")
		}
		return
	}
	if pattern := map[string]string{
		typeNumber: `^-?[0-9]+(\.[0-9]+)?$`, typeInteger: `^-?[0-9]+$`, typeBoolean: `^(true|false)$`, typeDate: `^[0-9]{4}-[0-9]{2}-[0-9]{2}$`,
	}[c.Type]; pattern != "" && !regexp.MustCompile(pattern).MatchString(value) {
		wrong("a " + c.Type)
	}
	if c.Pattern != "" && !regexp.MustCompile(c.Pattern).MatchString(value) {
		wrong(c.Pattern)
	}
	if c.Codes != "" && !slices.Contains(locale.CodeList(c.Codes), value) {
		wrong("a code of " + c.Codes)
	}
	if c.Source != "" {
		kind, column, named := strings.Cut(c.Source, ".")
		if !named {
			kind, column = "data", c.Source
		}
		target := tables[kind]
		if !slices.ContainsFunc(target.Rows, func(r []string) bool { return r[target.index(column)] == value }) {
			wrong("one of " + c.Source)
		}
	}
}

// The figures of the tables are those of the data, and every figure that belongs into a table is there.
func TestTablesRepeatTheData(t *testing.T) {
	eachShipped(t, func(t *testing.T, s sample) {
		tables := s.tables(t)
		figures, err := tables["data"].Figures()
		if err != nil {
			t.Fatal(err)
		}
		known := map[string]Figure{}
		for _, f := range figures {
			known[f.Fact] = f
		}
		shown := map[string]bool{}
		for kind, table := range tables {
			list, err := table.Figures()
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range list {
				shown[f.Fact] = shown[f.Fact] || kind != "data"
				if want := known[f.Fact]; !f.Base.Equal(want.Base) || (f.Value == "") != (want.Value == "") {
					t.Errorf("%s: %s is %s, want %s", kind, f.Fact, f.Value, want.Value)
				}
			}
		}
		for _, f := range s.e.Facts {
			if !strings.Contains(f.Subject, ".") && !shown[f.ID] {
				t.Errorf("%s is in no table", f.ID)
			}
		}
	})
}

func TestTablesOfSaibei(t *testing.T) {
	tables := shipped(t, "saibei", stat.Hans, stat.En).tables(t)
	for _, tt := range []struct{ kind, key, column, want string }{
		{"indicators", "tax-relief@2023", "value", "1576.62"},
		{"indicators", "trade@2023", "growth", "277.28"},
		{"indicators", "gdp@2023", "position", "5"},
		{"projects", "israel-project", "total_investment", "668000000"},
		{"projects", "israel-project", "foreign_capital_currency", "USD"},
		{"projects", "shajingzi-river", "investment", "20090000"},
		{"projects", "haotai-fries", "first_date", "2023-02-04"},
		{"projects", "haotai-fries", "last_milestone", "haotai-fries.in_production"},
		{"projects", "shengxin-beef", "first_date", ""},
		{"milestones", "shengxin-beef.started", "date_known", "2023"},
		{"targets", "fixed-asset-investment.target_growth@2024", "implied_level", "2.47"},
		{"catalogue", "gdp", "unit_measure", "CNY"},
		{"catalogue", "gdp", "price_basis", "real"},
		{"catalogue", "gdp", "timing", "flow"},
		{"catalogue", "gdp", "known", "any"},
		{"catalogue", "gdp", "headline", "true"},
		{"codes", "status.P", "label_en", "Provisional"},
		{"codes", "unit.CNY", "label_zh", "元"},
		{"codes", "scope.city", "label_en", "the city"},
		{"codes", "area.saibei", "label_zh", "塞北管理区"},
		{"codes", "operator.at_least", "label_en", "at least"},
		{"codes", "growth-kind.year_on_year", "label_en", "On a year earlier"},
		{"targets", "gdp.target_growth@2024", "no_implied_level", "real_growth"},
	} {
		table := tables[tt.kind]
		i := slices.IndexFunc(table.Rows, func(r []string) bool { return r[table.index(table.Key)] == tt.key })
		if i < 0 {
			t.Errorf("%s has no row %s", tt.kind, tt.key)
		} else if got := cell(table, i, tt.column); got != tt.want {
			t.Errorf("%s, %s: %s is %q, want %q", tt.kind, tt.key, tt.column, got, tt.want)
		}
	}
}

func TestReadTableFails(t *testing.T) {
	for name, tt := range map[string]struct{ kind, data, want string }{
		"unknown kind": {"figures", "a\n", "no table"},
		"no header":    {"targets", "", "row 1"},
		"other header": {"targets", "a,b\n", "row 1"},
		"ragged":       {"targets", strings.Join(columnsOf("targets"), ",") + "\na,b\n", "wrong number of fields"},
	} {
		if _, err := readTable(tt.kind, []byte(tt.data)); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v, want an error with %q", name, err, tt.want)
		}
	}
	table := emptyTable("rankings")
	row := make([]string, len(table.Columns))
	row[table.index("fact_id")], row[table.index("position")] = "x.rank@2023", "first"
	table.Rows = [][]string{row}
	if _, err := table.Figures(); err == nil || !strings.Contains(err.Error(), "position") {
		t.Errorf("a position that is no number: %v", err)
	}
}

// described is the data package of an edition with its tables.
func (s sample) described(t *testing.T) (data []byte, tables []Table) {
	t.Helper()
	zh, en := s.wordsOf(t)
	tables, err := Tables(s.e, s.rows, zh, en)
	if err != nil {
		t.Fatal(err)
	}
	var files []TableFile
	for i, table := range tables {
		files = append(files, TableFile{Table: table, Name: table.Kind + ".csv", Bytes: int64(i), SHA256: strconv.Itoa(i)})
	}
	if data, err = DataPackage(s.e, files, PackageOptions{Zh: zh, En: en, Created: time.Unix(0, 0), Version: "r2", Program: "nianbao test"}); err != nil {
		t.Fatal(err)
	}
	return data, tables
}

// What is read back and written anew is the same text.
func TestDataPackageRoundTrip(t *testing.T) {
	eachShipped(t, func(t *testing.T, s sample) {
		data, _ := s.described(t)
		p, err := readDataPackage(data)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(encoded(t, p), string(data)); d != "" {
			t.Error(d)
		}
	})
}

func TestDataPackage(t *testing.T) {
	data, tables := shipped(t, "saibei", stat.Hans, stat.En).described(t)
	p, err := readDataPackage(data)
	if err != nil {
		t.Fatal(err)
	}
	if p.Name != "saibei-2023" || p.Version != "r2" || p.Created != "1970-01-01T00:00:00Z" || len(p.Sources) != 1 || len(p.Resources) != 8 || p.Sample {
		t.Errorf("package %+v", p)
	}
	for i, r := range p.Resources {
		if !slices.Equal(r.Schema.Names(), tables[i].Names()) || r.Hash != "sha256:"+strconv.Itoa(i) {
			t.Errorf("resource %s: %v, %s", r.Name, r.Schema.Names(), r.Hash)
		}
		for _, f := range r.Schema.Fields {
			if f.Description == "" || f.DescriptionZh == "" || f.Type == typeNumber && f.Unit == "" {
				t.Errorf("%s.%s: %+v", r.Name, f.Name, f)
			}
		}
	}
	if _, err := readDataPackage([]byte(`{"more": 1}`)); err == nil {
		t.Error("an unknown property is accepted")
	}
}

// A data package names its publisher, and a licence that it can point to.
func TestDataPackageLicence(t *testing.T) {
	address := "https://creativecommons.org/licenses/by/4.0/"
	title := PackageLicense{Title: "Creative Commons Attribution 4.0 International", TitleZh: "知识共享署名4.0国际许可协议"}
	for _, tt := range []struct{ code, url string }{{"CC-BY-4.0", address}, {"CC-BY-4.0", ""}, {"", address}, {"", ""}} {
		s := shipped(t, "example", stat.Hans, stat.En)
		s.e.Area.Licence.Code, s.e.Area.Licence.URL = tt.code, tt.url
		data, _ := s.described(t)
		p, err := readDataPackage(data)
		if err != nil {
			t.Fatal(err)
		}
		var want []PackageLicense
		if tt.code != "" || tt.url != "" {
			want = []PackageLicense{{tt.code, tt.url, title.Title, title.TitleZh}}
		}
		if d := cmp.Diff(want, p.Licenses); d != "" {
			t.Errorf("code %q, address %q: licences (-want +got):\n%s", tt.code, tt.url, d)
		}
		publisher := []PackageContributor{
			{"Example District Statistics Office (fictitious)", "示例区统计局（虚构）", []string{"publisher"}},
			{"General Statistics Section (fictitious), e-mail statistics@example.org", "综合统计科（虚构），电子邮箱 statistics@example.org", []string{"contact"}},
		}
		if d := cmp.Diff(publisher, p.Contributors); d != "" {
			t.Errorf("contributors (-want +got):\n%s", d)
		}
	}
	data, _ := shipped(t, "saibei", stat.Hans, stat.En).described(t)
	if p, err := readDataPackage(data); err != nil || p.Licenses != nil {
		t.Errorf("an area without a licence has %v, %v", p.Licenses, err)
	}
}
