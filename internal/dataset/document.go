package dataset

import (
	"bytes"
	"errors"
	"io"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"nianbao/internal/message"
	"nianbao/internal/stat"
)

// document reads the one YAML document of a file. Faults of the file as a whole are added to f, and nil is
// returned if there is nothing to go on with.
func document(in Input, f *faults) *yaml.Node {
	if in.Root != nil {
		return in.Root
	}
	at := stat.Place{File: in.Name}
	data := bytes.TrimPrefix(in.Data, []byte("\ufeff"))
	if line := invalidUTF8(data); line > 0 {
		at.Line = line
		f.add(at, "is not UTF-8: save the file in that encoding")
		return nil
	}
	dec := yaml.NewDecoder(bytes.NewReader(data))
	var doc, more yaml.Node
	err := dec.Decode(&doc)
	if err == nil {
		if err = dec.Decode(&more); err == nil {
			at.Line = more.Line
			f.add(at, "a second YAML document: a file holds one, without ---")
			return nil
		}
	}
	if !errors.Is(err, io.EOF) {
		at.Line, err = syntaxLine(err)
		f.add(at, "is not YAML: %v", err)
		return nil
	}
	if len(doc.Content) == 0 || doc.Content[0].ShortTag() == "!!null" && doc.Content[0].Value == "" {
		f.add(at, "the file is empty")
		return nil
	}
	return doc.Content[0]
}

// invalidUTF8 is the line of the first byte that is not UTF-8, or 0.
func invalidUTF8(data []byte) int {
	if utf8.Valid(data) {
		return 0
	}
	line := 1
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		if r == utf8.RuneError && size == 1 {
			break
		}
		if r == '\n' {
			line++
		}
		data = data[size:]
	}
	return line
}

var (
	syntaxForm = regexp.MustCompile(`(?s)^yaml: (?:line ([0-9]+): )?(.*)$`)
	// The parser, unlike the scanner below it, counts lines from 0, and leaves line 0 out.
	parserForm = regexp.MustCompile(`^did not find expected (<|node content|'-'|key|',')`)
)

// syntaxLine takes the line number, which is 0 if unknown, out of the message of the YAML library, which has
// it nowhere else.
func syntaxLine(err error) (int, error) {
	m := syntaxForm.FindStringSubmatch(err.Error())
	if m == nil {
		return 0, err
	}
	line, _ := strconv.Atoi(m[1])
	if parserForm.MatchString(m[2]) {
		line++
	}
	return line, message.Plain(strings.TrimSpace(m[2]))
}
