package stat

import (
	"fmt"
	"net/url"
	"strings"

	"nianbao/internal/message"
)

// Area is the district that a dataset is about (SDMX REF_AREA).
type Area struct {
	Code     string // folder name, used in paths and in ref_area: lower-case letters, digits, dashes
	Name     Text
	Official OfficialCode // "" if unknown
	Within   Text         // the larger areas, as "Zhangjiakou, Hebei"
	Title    Text         // of every edition that has none of its own: a template with {area}, {period} and {year}; empty for the usual one
	Issuer   Text         // who issues the edition, unless the configuration says otherwise
	Contact  Text         // whom to ask about the figures, as an office with its telephone; empty if unknown
	Licence  Licence
	Sample   bool // invented data: said so wherever the area is printed
	Scopes   []Scope
	Sources  []Source
	Place    Place
	Lines    map[string]int // of the keys of its texts in the file; those unknown are left out
}

// OfficialCode is the code of an area in GB/T 2260, with six digits; of a town or a village that of the county with three or
// six digits more (GB/T 10114 and the statistical divisions).
type OfficialCode string

// UnmarshalText implements encoding.TextUnmarshaler.
func (c *OfficialCode) UnmarshalText(b []byte) error {
	code := string(b)
	if n := len(code); (n != 6 && n != 9 && n != 12) || code[0] == '0' || !consistsOf(code, isDigit) {
		return message.Errorf("official code %q: want the six digits of GB/T 2260, as 110101, or nine or twelve of a town or village", code)
	}
	*c = OfficialCode(code)
	return nil
}

// On is the place of one of the area's keys.
func (a *Area) On(key string) Place {
	at := a.Place.Child(key)
	if line := a.Lines[key]; line > 0 {
		at.Line = line
	}
	return at
}

// Licence says how the figures may be used. The zero Licence means that nothing is known about it.
type Licence struct {
	Code  string // identifier, as CC-BY-4.0 (SPDX); optional
	Name  Text
	URL   string // of its text; optional
	Place Place
}

// URI is an address with only the characters that a URI can have (RFC 3986): any other is written as the bytes of its UTF-8 (%E7).
// Nothing is left out.
func URI(address string) string {
	var b strings.Builder
	for i := range len(address) {
		if c := address[i]; c > ' ' && c < 0x7F && !strings.ContainsRune("\"<>\\^`{|}", rune(c)) {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}

// SafeAddress returns an address of the web that readers may be led to: https, without a name and password. It is "" for any
// other.
func SafeAddress(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "https" || u.Host == "" || u.User != nil {
		return ""
	}
	return u.String()
}

// Scope is a set of areas in which positions are compared.
type Scope struct {
	Code  string
	Name  Text // as 全市 / the city, in running text
	Of    int  // number of areas compared; 0 if unknown
	Place Place
}

// Source is a publication that figures are taken from.
type Source struct {
	Code      string
	Title     Text
	Publisher Text
	Credit    Text   // the credit line its publisher asks for
	Reference Text   // what a reference counts: paragraph, page, cell
	Date      Date   // of publication; zero if unknown
	URL       string // optional
	Place     Place
}

// Scope finds a scope by code.
func (a Area) Scope(code string) (Scope, bool) {
	for _, s := range a.Scopes {
		if s.Code == code {
			return s, true
		}
	}
	return Scope{}, false
}

// Source finds a source by code.
func (a Area) Source(code string) (Source, bool) {
	for _, s := range a.Sources {
		if s.Code == code {
			return s, true
		}
	}
	return Source{}, false
}
