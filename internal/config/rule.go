package config

import (
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"

	"nianbao/internal/file"
	"nianbao/internal/message"
)

// rule says which values a key allows.
type rule struct {
	want *message.Text // completes "want …"
	ok   func(string) bool
}

func oneOf(allowed ...string) rule {
	return rule{message.Of("%s", strings.Join(allowed, ", ")), func(s string) bool { return slices.Contains(allowed, s) }}
}

func matching(want, pattern string) rule {
	return rule{message.Plain(want), regexp.MustCompile(pattern).MatchString}
}

// areaRule keeps to the form of codes in docs/dataset.md, which is safe in paths.
func areaRule() rule {
	return matching("lower-case letters, digits and dashes, starting with a letter", `^([a-z][a-z0-9-]*)?$`)
}

// periodRule keeps to the forms of a period; whether the area has it is for the dataset to say.
func periodRule() rule {
	return matching("a year (2023), half-year (2024-H1), quarter (2024-Q3) or month (2024-03), or \"\" for the latest",
		`^((19|2\d)\d\d(-(H1|Q[1-4]|0[1-9]|1[0-2]))?)?$`)
}

func colorRule() rule {
	return matching(`a colour in quotes, as "#1F4E79"`, `^#[0-9A-Fa-f]{6}$`)
}

func dayRule() rule {
	return rule{message.Plain(`a day that exists, as 2024-01-20, or "" to derive it`), func(s string) bool {
		_, err := time.Parse(time.DateOnly, s)
		return s == "" || err == nil
	}}
}

func folderRule() rule {
	return rule{message.Plain("the path of a folder"), func(s string) bool { return s != "" && printable(s) }}
}

// storeScheme is how the address of a place in an S3-compatible store begins.
const storeScheme = "s3://"

func outputRule() rule {
	return rule{message.Plain("the path of a folder, or s3://BUCKET/PREFIX"), folderRule().ok}
}

func fontRule() rule {
	return rule{message.Plain(`the path of a .ttf or .ttc file, or "" for the embedded font`), func(s string) bool {
		return s == "" || printable(s) && slices.Contains([]string{".ttf", ".ttc"}, strings.ToLower(filepath.Ext(s)))
	}}
}

func lineRule() rule {
	return rule{message.Plain(`one line of text, or "" for the area's own`), func(s string) bool {
		return printable(s) && (s == "" || strings.TrimSpace(s) != "")
	}}
}

// nameRule demands {kind}, because it is what makes the names of one edition differ, and refuses what Windows,
// the strictest of file systems, does not take: <https://learn.microsoft.com/windows/win32/fileio/naming-a-file>.
func nameRule() rule {
	want := message.Plain("a file name without folder and extension that holds {kind}, and may hold {area} and {period}, " +
		`but none of / \ : * ? " < > |, and neither starts with a dot or dash nor ends with a dot or space, and is no name that Windows has taken, as con or nul`)
	return rule{want, func(s string) bool {
		rest := strings.NewReplacer("{area}", "", "{period}", "", "{kind}", "").Replace(s)
		return strings.Contains(s, "{kind}") && printable(s) && len(s) <= 120 && !file.Reserved(s) &&
			!strings.ContainsAny(rest, `/\:*?"<>|{}`) &&
			!strings.HasPrefix(s, ".") && !strings.HasPrefix(s, "-") && !strings.HasPrefix(s, " ") &&
			!strings.HasSuffix(s, ".") && !strings.HasSuffix(s, " ")
	}}
}

func printable(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsGraphic(r) })
}

// cased is the end of a message about a value that would do in capitals, or in small letters.
func (r rule) cased(value string) *message.Text {
	for _, other := range []string{strings.ToUpper(value), strings.ToLower(value)} {
		if other != value && r.ok(other) {
			return message.Of("; did you mean %s?", other)
		}
	}
	return message.Plain("")
}

// faults says what is wrong with the value of a key, one message for each fault.
func (k key) faults(value []string) []*message.Text {
	if !k.many() {
		if k.rule.ok(value[0]) {
			return nil
		}
		return []*message.Text{message.Of("%q is not allowed: want %s%s", value[0], k.rule.want, k.rule.cased(value[0]))}
	}
	var faults []*message.Text
	for i, item := range value {
		switch {
		case !k.rule.ok(item):
			faults = append(faults, message.Of("%q is not allowed: want %s", item, k.wantItems()))
		case slices.Index(value, item) < i:
			faults = append(faults, message.Of("%q stands there twice: want %s", item, k.wantItems()))
		}
	}
	if len(faults) == 0 && (len(value) == 0 && !k.none || k.most > 0 && len(value) > k.most) {
		faults = append(faults, message.Of("%d values given: want %s", len(value), k.wantItems()))
	}
	return faults
}

func (k key) wantItems() *message.Text {
	if k.none {
		return k.rule.want
	}
	if k.most > 0 {
		return message.Of("1 to %d different of %s", k.most, k.rule.want)
	}
	return message.Of("one or more different of %s", k.rule.want)
}

// pairs finds faults that only show between keys.
func (c *Config) pairs() []Problem {
	var ps []Problem
	if (c.Fonts.Regular == "") != (c.Fonts.Bold == "") {
		ps = append(ps, Problem{Key: "fonts", Fault: message.Plain("want both regular and bold, or neither: one family cannot be mixed with another")})
	}
	if c.Issuer != (Issuer{}) && (c.Issuer.Hans == "" || c.Issuer.En == "") {
		ps = append(ps, Problem{Key: "issuer", Fault: message.Plain("want both zh-Hans and en, or neither")})
	}
	return ps
}
