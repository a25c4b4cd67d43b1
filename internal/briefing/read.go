package briefing

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf16"
)

var streamStart = regexp.MustCompile(`<<([^<>]*)/Length ([0-9]+)\s*>>\s*stream\r?\n`)

// maxContent bounds what one content stream may inflate to.
const maxContent = 16 << 20

// Read returns the text a briefing shows, in the order in which it was drawn, page after page. It reads files
// this program wrote (Flate streams, text strings in UTF-16) and says so if a file is not one.
func Read(pdf []byte) (string, error) {
	if !bytes.HasPrefix(pdf, []byte("%PDF-")) {
		return "", errors.New("not a PDF file")
	}
	if !bytes.HasSuffix(bytes.TrimRight(pdf, "\r\n "), []byte("%%EOF")) {
		return "", errors.New("the PDF file is cut short")
	}
	var text strings.Builder
	for len(pdf) > 0 {
		m := streamStart.FindSubmatchIndex(pdf)
		if m == nil {
			break
		}
		dict := string(pdf[m[2]:m[3]])
		n, err := strconv.Atoi(string(pdf[m[4]:m[5]]))
		if err != nil || n > len(pdf)-m[1] {
			return "", errors.New("a stream of the PDF file is cut short")
		}
		body := pdf[m[1] : m[1]+n]
		pdf = pdf[m[1]+n:]
		if strings.TrimSpace(dict) != "/Filter /FlateDecode" { // fonts and maps have more keys
			continue
		}
		content, err := inflate(body)
		if err != nil {
			return "", err
		}
		if err := shown(content, &text); err != nil {
			return "", err
		}
	}
	if text.Len() == 0 {
		return "", errors.New("the PDF file holds no text this program could have written")
	}
	return text.String(), nil
}

func inflate(body []byte) ([]byte, error) {
	r, err := zlib.NewReader(bytes.NewReader(body))
	if err != nil {
		return nil, fmt.Errorf("inflate a stream of the PDF file: %w", err)
	}
	content, err := io.ReadAll(io.LimitReader(r, maxContent+1))
	if err != nil {
		return nil, fmt.Errorf("inflate a stream of the PDF file: %w", err)
	}
	if len(content) > maxContent {
		return nil, fmt.Errorf("a stream of the PDF file is larger than %d MB", maxContent>>20)
	}
	return content, nil
}

// shown collects the strings that the operator Tj shows (ISO 32000-1, 9.4.3).
func shown(content []byte, text *strings.Builder) error {
	for len(content) > 0 {
		open := bytes.IndexByte(content, '(')
		if open < 0 {
			return nil
		}
		str, rest, err := literal(content[open+1:])
		if err != nil {
			return err
		}
		content = rest
		if !bytes.HasPrefix(bytes.TrimLeft(content, " "), []byte("Tj")) {
			continue
		}
		units := make([]uint16, len(str)/2)
		for i := range units {
			units[i] = uint16(str[2*i])<<8 | uint16(str[2*i+1])
		}
		text.WriteString(string(utf16.Decode(units)))
	}
	return nil
}

// literal reads a string literal up to its closing parenthesis (ISO 32000-1, 7.3.4.2).
func literal(b []byte) (str, rest []byte, err error) {
	depth := 1
	for i := 0; i < len(b); i++ {
		switch b[i] {
		case '\\':
			if i++; i == len(b) {
				return nil, nil, errors.New("a string of the PDF file is cut short")
			}
			switch b[i] {
			case 'n':
				str = append(str, '\n')
			case 'r':
				str = append(str, '\r')
			case 't':
				str = append(str, '\t')
			default:
				str = append(str, b[i])
			}
			continue
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return str, b[i+1:], nil
			}
		}
		str = append(str, b[i])
	}
	return nil, nil, errors.New("a string of the PDF file is cut short")
}
