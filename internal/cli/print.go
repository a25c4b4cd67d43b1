package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"strconv"

	"nianbao/internal/message"
)

// outputError says that what was done could not be said.
type outputError struct{ error }

func (e outputError) Unwrap() error { return e.error }

// lines writes lines until one cannot be written, as on a full disk or a closed pipe.
type lines struct {
	to   io.Writer
	lang message.Lang
	err  error
}

// lines are those of stdout.
func (a *app) lines() *lines { return &lines{to: a.Out, lang: a.lang} }

// say writes a message in the language of the user interface.
func (l *lines) say(format string, args ...any) {
	l.put(message.Shown(l.lang, message.Of(format, args...)))
}

// some says entries of a list, the first ones if there are many, and how many more there are.
func (l *lines) some(n int, say func(i int)) {
	for i := range min(n, message.Most) {
		say(i)
	}
	if n > message.Most {
		l.say("  %s", message.Of("and %d more", n-message.Most))
	}
}

// put writes a line as it is.
func (l *lines) put(line string) {
	if l.err != nil {
		return
	}
	if _, err := fmt.Fprintln(l.to, line); err != nil {
		l.err = outputError{message.Errorf("write to stdout: %w", err)}
	}
}

func (a *app) printJSON(v any) error {
	enc := json.NewEncoder(jsonTo{a.Out})
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(v); err != nil {
		return outputError{message.Errorf("write to stdout: %w", err)}
	}
	return nil
}

// jsonTo writes JSON in which every control character is escaped: it can be looked at on a terminal too.
type jsonTo struct{ to io.Writer }

// Write implements [io.Writer].
func (j jsonTo) Write(text []byte) (int, error) {
	if _, err := j.to.Write(message.EscapedJSON(text)); err != nil {
		return 0, err
	}
	return len(text), nil
}

// logger writes messages as JSON.
func (a *app) logger() *slog.Logger {
	return slog.New(slog.NewJSONHandler(jsonTo{a.Err}, &slog.HandlerOptions{ReplaceAttr: dropTime}))
}

// grouped writes a count of bytes with commas.
func grouped(n int64) string {
	s := strconv.FormatInt(n, 10)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// count gives "1 file", "2 files" of the formats for one and for several.
func count(n int, one, several string) *message.Text {
	if n == 1 {
		return message.Of(one, "1")
	}
	return message.Of(several, grouped(int64(n)))
}

// progressLine is one line on a terminal that says what is being done; nothing where there is no terminal.
type progressLine struct {
	to   io.Writer
	lang message.Lang
}

func (a *app) progress() progressLine {
	if !a.Terminal || a.quiet || a.logFormat == "json" {
		return progressLine{io.Discard, a.lang}
	}
	return progressLine{a.Err, a.lang}
}

// clearLine returns to the start of the line and erases it (ECMA-48 EL).
const clearLine = "\r\x1b[K"

func (p progressLine) show(step string) {
	fmt.Fprint(p.to, clearLine, message.In(p.lang, message.Of("nianbao: %s …", message.Plain(step))))
}

func (p progressLine) clear() { fmt.Fprint(p.to, clearLine) }
