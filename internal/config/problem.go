package config

import "nianbao/internal/message"

// Problem is one thing that is wrong with what was asked for.
type Problem struct {
	Origin string // flag, variable, or file and line; "" if it is in several
	Key    string // as output.dir; "" if it is about a whole file
	Fault  error
}

// Message gives "config/exporter.yaml:3: languages: …", leaving out what is unknown.
func (p Problem) Message() *message.Text {
	text := message.Of("%v", p.Fault)
	if p.Key != "" {
		text = message.Of("%s: %s", p.Key, text)
	}
	if p.Origin != "" {
		text = message.Of("%s: %s", message.Plain(p.Origin), text)
	}
	return text
}

// Error holds everything that is wrong with a configuration. It is the person's to mend: a usage error.
type Error struct {
	Problems []Problem // at least one
}

// Error gives a single problem as it is, and several as their number and one indented line each.
func (e *Error) Error() string { return e.Message().Error() }

// Message implements [message.Messenger].
func (e *Error) Message() *message.Text {
	list := message.List(len(e.Problems), "\n  ", func(i int) *message.Text { return e.Problems[i].Message() })
	if len(e.Problems) == 1 {
		return message.Of("configuration: %s", list)
	}
	return message.Of("configuration: %d problems:\n  %s", len(e.Problems), list)
}
