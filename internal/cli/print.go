package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"strconv"
)

// outputError says that what was done could not be said.
type outputError struct{ error }

func (e outputError) Unwrap() error { return e.error }

// lines writes lines until one cannot be written, as on a full disk or a closed pipe.
type lines struct {
	to  io.Writer
	err error
}

func (l *lines) say(format string, args ...any) {
	if l.err != nil {
		return
	}
	if _, err := fmt.Fprintf(l.to, format+"\n", args...); err != nil {
		l.err = outputError{fmt.Errorf("write to stdout: %w", err)}
	}
}

func (a *app) printJSON(v any) error {
	enc := json.NewEncoder(a.Out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(v); err != nil {
		return outputError{fmt.Errorf("write to stdout: %w", err)}
	}
	return nil
}

// grouped writes a count of bytes with commas.
func grouped(n int64) string {
	s := strconv.FormatInt(n, 10)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// count gives "1 file", "2 files".
func count(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return grouped(int64(n)) + " " + noun
}

// progressLine is one line on a terminal that says what is being done; nothing where there is no terminal.
type progressLine struct{ to io.Writer }

func (a *app) progress() progressLine {
	if !a.Terminal || a.quiet || a.logFormat == "json" {
		return progressLine{io.Discard}
	}
	return progressLine{a.Err}
}

// clearLine returns to the start of the line and erases it (ECMA-48 EL).
const clearLine = "\r\x1b[K"

func (p progressLine) show(step string) { fmt.Fprintf(p.to, "%snianbao: %s …", clearLine, step) }

func (p progressLine) clear() { fmt.Fprint(p.to, clearLine) }
