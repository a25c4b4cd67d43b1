package message

import (
	"fmt"
	"strings"
)

// Text is an English format with its arguments, which [In] can say in another language. It is an error where it tells
// of one.
type Text struct {
	english error // as fmt.Errorf makes it
	format  string
	args    []any
}

// Of makes a text of a format as [fmt.Errorf] takes it. The format is looked up in the catalogue as it is written.
func Of(format string, args ...any) *Text {
	return &Text{fmt.Errorf(format, args...), format, args}
}

// Errorf makes an error as [fmt.Errorf] does, which can be said in other languages too.
func Errorf(format string, args ...any) error { return Of(format, args...) }

// Caught makes a panic of the function that defers it an error.
func Caught(err *error) {
	if p := recover(); p != nil {
		*err = Errorf("fault of the program: %v", p)
	}
}

// Plain makes a text without arguments of words that are in the catalogue, or of others', which it has by their form.
func Plain(words string) *Text { return &Text{plain(words), words, nil} }

// plain is a text in which nothing stands for an argument.
type plain string

func (p plain) Error() string { return string(p) }

// Error gives the text in English.
func (t *Text) Error() string { return t.english.Error() }

// Unwrap gives what the text wraps with %w.
func (t *Text) Unwrap() error { return t.english }

// MarshalText gives the text in English, for machines.
func (t *Text) MarshalText() ([]byte, error) { return []byte(t.Error()), nil }

// Messenger is an error, or another value, whose words are a text.
type Messenger interface{ Message() *Text }

// Most is how many entries a list has that is shown to people.
const Most = 100

// List puts a separator between texts, as [Join] does, but shows the first [Most] alone, and how many more there are. Each
// text is made when it is shown.
func List(n int, separator string, text func(int) *Text) *Text {
	var shown []*Text
	for i := range min(n, Most) {
		shown = append(shown, text(i))
	}
	if n > Most {
		shown = append(shown, Of("and %d more", n-Most))
	}
	return Join(shown, separator)
}

// Join puts a separator, which the catalogue may have, between texts.
func Join(texts []*Text, separator string) *Text {
	var parts []any
	for i, t := range texts {
		if i > 0 {
			parts = append(parts, Plain(separator))
		}
		parts = append(parts, t)
	}
	return Of(strings.Repeat("%v", len(parts)), parts...)
}
