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

// In says a text, an error or another value in a language. Of an error that wraps others each part is said in it; what
// the catalogue does not have, as most errors of libraries, stays as it is.
func In(lang Lang, v any) string {
	if lang != Chinese {
		return fmt.Sprint(v)
	}
	switch v := v.(type) {
	case *Text:
		return v.chinese()
	case Messenger:
		return v.Message().chinese()
	case error:
		return others(v)
	default:
		return fmt.Sprint(v)
	}
}

func (t *Text) chinese() string {
	format, known := catalogue()[t.format]
	if t.args == nil {
		if !known {
			return library(t.Error())
		}
		return format
	}
	if !known {
		format = t.format
	}
	args := make([]any, len(t.args))
	for i, a := range t.args {
		args[i] = argument{a}
	}
	return fmt.Sprintf(strings.ReplaceAll(format, "%w", "%v"), args...)
}

// others says an error of another package: by its form, or the part that it wraps.
func others(err error) string {
	text := err.Error()
	if many, ok := err.(interface{ Unwrap() []error }); ok && errors.Join(many.Unwrap()...).Error() == text {
		var all []string
		for _, one := range many.Unwrap() {
			all = append(all, In(Chinese, one))
		}
		return strings.Join(all, "\n")
	}
	said, inner := library(text), errors.Unwrap(err)
	if inner == nil || said != text && text != inner.Error() {
		return said
	}
	if before, ok := strings.CutSuffix(text, inner.Error()); ok {
		return before + In(Chinese, inner)
	}
	return said
}

// argument is an argument of a Chinese text.
type argument struct{ value any }

// Format says texts and errors in Chinese, and puts what is quoted into the quotation marks of Chinese.
func (a argument) Format(s fmt.State, verb rune) {
	switch a.value.(type) {
	case error, Messenger:
		a.value = In(Chinese, a.value)
	}
	text := fmt.Sprintf(fmt.FormatString(s, verb), a.value)
	if verb == 'q' && strings.HasPrefix(text, `"`) {
		text = "“" + strings.ReplaceAll(text[1:len(text)-1], `\"`, `"`) + "”"
	}
	_, _ = s.Write([]byte(text)) // into memory
}
