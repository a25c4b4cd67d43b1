package message

import (
	"errors"
	"fmt"
	"strings"
)

// Lang is a language of the user interface.
type Lang string

// The languages.
const (
	English Lang = "en"
	Chinese Lang = "zh"
)

// voice is how something is said.
type voice struct {
	lang  Lang
	shown bool // to a person, on a terminal
}

// In says a text, an error or another value in a language. Of an error that wraps others each part is said in it; what
// the catalogue does not have, as most errors of libraries, stays as it is.
func In(lang Lang, v any) string { return voice{lang: lang}.say(v) }

// Shown says the same for a terminal. What does not come from the program itself, as the name of a folder or a key of a file,
// has its control characters escaped: it cannot pretend to be another line, or move the cursor.
func Shown(lang Lang, v any) string { return voice{lang, true}.say(v) }

func (o voice) say(v any) string {
	if o.lang != Chinese && !o.shown {
		return fmt.Sprint(v)
	}
	switch v := v.(type) {
	case *Text:
		return o.text(v)
	case Messenger:
		return o.text(v.Message())
	case error:
		return o.others(v)
	default:
		return o.safe(fmt.Sprint(v))
	}
}

// safe escapes what others say where that is needed.
func (o voice) safe(s string) string {
	if o.shown {
		return Escaped(s)
	}
	return s
}

// text says a text. One without arguments that the catalogue does not have is of others, unless it is white space.
func (o voice) text(t *Text) string {
	format := t.format
	chinese, known := catalogue()[format]
	if known && o.lang == Chinese {
		format = chinese
	}
	switch {
	case t.args != nil:
		args := make([]any, len(t.args))
		for i, a := range t.args {
			args[i] = argument{a, o}
		}
		return fmt.Sprintf(strings.ReplaceAll(format, "%w", "%v"), args...)
	case known || strings.TrimSpace(format) == "":
		return format
	case o.lang == Chinese:
		return o.safe(library(t.Error()))
	default:
		return o.safe(t.Error())
	}
}

// others says an error of another package: by its form, or the part that it wraps.
func (o voice) others(err error) string {
	text := err.Error()
	if many, ok := err.(interface{ Unwrap() []error }); ok && errors.Join(many.Unwrap()...).Error() == text {
		var all []string
		for _, one := range many.Unwrap() {
			all = append(all, o.say(one))
		}
		return strings.Join(all, "\n")
	}
	said, inner := text, errors.Unwrap(err)
	if o.lang == Chinese {
		said = library(text)
	}
	if inner == nil || said != text && text != inner.Error() {
		return o.safe(strings.TrimRight(said, "\n"))
	}
	if before, ok := strings.CutSuffix(text, inner.Error()); ok {
		return o.safe(before) + o.say(inner)
	}
	return o.safe(said)
}

// argument is an argument of a text.
type argument struct {
	value any
	voice voice
}

// Format says texts and errors, and puts what is quoted into the quotation marks of Chinese.
func (a argument) Format(s fmt.State, verb rune) {
	own := false
	switch a.value.(type) {
	case error, Messenger:
		a.value, own = a.voice.say(a.value), true
	}
	text := fmt.Sprintf(fmt.FormatString(s, verb), a.value)
	if verb == 'q' && a.voice.lang == Chinese && strings.HasPrefix(text, `"`) {
		text = "“" + strings.ReplaceAll(text[1:len(text)-1], `\"`, `"`) + "”"
	}
	if !own {
		text = a.voice.safe(text)
	}
	_, _ = s.Write([]byte(text)) // into memory
}
