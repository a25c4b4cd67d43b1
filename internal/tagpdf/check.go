package tagpdf

import (
	"maps"
	"mime"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/internal/message"
)

// langTag matches the form of a BCP 47 tag (14.9.2).
var langTag = regexp.MustCompile(`^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$`)

// check checks the document against the clauses that do not concern pages.
func (d *Document) check(pages int) error {
	switch {
	case d.Root == nil || d.Root.Type != "Document":
		return message.Errorf("the root of the tree is not a Document")
	case d.Title == "":
		return message.Errorf("it has no title") // ISO 14289-1, 7.1
	case !langTag.MatchString(d.Lang):
		return message.Errorf("%q is not a language tag", d.Lang)
	case d.Created.IsZero():
		return message.Errorf("it has no date of creation")
	}
	for _, s := range []string{d.Title, d.Author, d.Subject, d.Keywords, d.Creator} {
		if err := plain(s); err != nil {
			return err
		}
	}
	for _, n := range slices.Sorted(maps.Keys(d.Fonts)) {
		font := d.Fonts[n]
		if err := font.check(); err != nil {
			return message.Errorf("font /%s: %w", n, err)
		}
	}
	return checkBookmarks(d.Bookmarks, pages)
}

func privateUse(r rune) bool {
	return r >= firstPrivate && r <= lastPrivate || r >= 0xF0000
}

// maxString is the longest string in a conforming file, in bytes (ISO 19005-3, 6.1.13).
const maxString = 32767

// plain refuses text that cannot be in the file and in its XMP metadata.
func plain(s string) error {
	if s == "" {
		return nil
	}
	if !utf8.ValidString(s) {
		return message.Errorf("%.40q is not valid text", s)
	}
	if i := strings.IndexFunc(s, func(r rune) bool { return r < ' ' || r == 0x7F || r == 0xFFFE || r == 0xFFFF }); i >= 0 {
		return message.Errorf("%.40q has a control character", s)
	}
	if i := strings.IndexFunc(s, privateUse); i >= 0 {
		return message.Errorf("%.40q has a private-use character", s)
	}
	if 2*len(s)+2 > maxString && len(textString(s)) > maxString { // the encoding at most doubles the length
		return message.Errorf("%.40q… is longer than a string may be", s)
	}
	return nil
}

func checkBookmarks(list []Bookmark, pages int) error {
	for _, b := range list {
		if err := plain(b.Title); err != nil {
			return message.Errorf("bookmark: %w", err)
		}
		if b.Title == "" || b.Page < 1 || b.Page > pages {
			return message.Errorf("bookmark %q leads to page %d of %d", b.Title, b.Page, pages)
		}
		if err := checkBookmarks(b.Kids, pages); err != nil {
			return err
		}
	}
	return nil
}

func checkAttachments(list []Attachment) error {
	relationships := []string{"Source", "Data", "Alternative", "Supplement", "Unspecified"}
	seen := map[string]bool{}
	for _, a := range list {
		media, _, err := mime.ParseMediaType(a.Media)
		switch {
		case a.Name == "" || strings.ContainsAny(a.Name, `/\`) || plain(a.Name) != nil:
			return message.Errorf("attachment %q: not a file name", a.Name)
		case seen[a.Name]:
			return message.Errorf("attachment %q: there are two of that name", a.Name)
		case err != nil || media != a.Media || !strings.Contains(media, "/"):
			return message.Errorf("attachment %q: %q is not a media type", a.Name, a.Media)
		case !slices.Contains(relationships, a.Relationship):
			return message.Errorf("attachment %q: relationship %q is none of %s", a.Name, a.Relationship, strings.Join(relationships, ", "))
		case a.Modified.IsZero():
			return message.Errorf("attachment %q: it has no date of modification", a.Name)
		}
		if err := plain(a.Description); err != nil {
			return message.Errorf("attachment %q: %w", a.Name, err)
		}
		seen[a.Name] = true
	}
	return nil
}
