package xlsx

import (
	"encoding/xml"
	"fmt"
	"regexp"
	"strings"
)

// sharedTexts holds the shared strings of a workbook (ECMA-376 part 1, 18.4): the file has each text once, and cells
// refer to it by number.
type sharedTexts struct {
	numbers map[string]int
	items   []byte
	uses    int
}

// headRoom is an upper bound for the size of the part's head, which has the number of texts.
const headRoom = 256

func newSharedTexts() sharedTexts {
	return sharedTexts{numbers: map[string]int{}, items: make([]byte, headRoom)}
}

// number returns the number of a text, adding a new text. A text that no cell can hold is an error.
func (t *sharedTexts) number(s string) (int, error) {
	t.uses++
	if n, ok := t.numbers[s]; ok {
		return n, nil
	}
	if err := inspectText(s); err != nil {
		return 0, err
	}
	n := len(t.numbers)
	t.numbers[s] = n
	t.items = append(t.items, "<si><t"...)
	if strings.Trim(s, " \t\r\n") != s {
		t.items = append(t.items, ` xml:space="preserve"`...)
	}
	t.items = append(appendXML(append(t.items, '>'), escape(s)), "</t></si>"...)
	return n, nil
}

// part returns the part with the texts. It must be called last.
func (t *sharedTexts) part() []byte {
	head := fmt.Sprintf(`%s<sst xmlns="%s" count="%d" uniqueCount="%d">`, xml.Header, mainSchema, t.uses, len(t.numbers))
	t.items = append(t.items, "</sst>"...)
	first := headRoom - len(head)
	copy(t.items[first:], head)
	return t.items[first:]
}

var escaped = regexp.MustCompile(`^_x[0-9A-Fa-f]{4}_`)

// escape keeps a text that looks like an escaped character (ECMA-376, 22.9.2.19 ST_Xstring) from being read as that
// character.
func escape(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var b strings.Builder
	for i := range len(s) {
		if s[i] == '_' && escaped.MatchString(s[i:]) {
			b.WriteString("_x005F")
		}
		b.WriteByte(s[i])
	}
	return b.String()
}
