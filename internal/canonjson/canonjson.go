// Package canonjson writes canonical JSON (RFC 8785, the JSON Canonicalization Scheme) for texts, whole numbers, true,
// false, null, lists and objects.
//
// In: a value, or JSON in any form. Out: its canonical bytes, and their SHA-256. It must not know what is written.
package canonjson

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"regexp"
)

// Marshal writes a value without white space. The members of a struct stand in the order of its fields, so that the
// bytes are canonical only if fields are declared in the order of their JSON names. Maps are sorted.
func Marshal(v any) ([]byte, error) {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	return unescape(bytes.TrimSuffix(out.Bytes(), []byte("\n"))), nil
}

// Transform gives JSON its canonical form. A number that is not whole, or too large for a float to hold exactly, is an
// error: RFC 8785 writes numbers as floats. The names of members are taken to be ASCII, in which all sort orders agree.
func Transform(data []byte) ([]byte, error) {
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.UseNumber()
	var v any
	if err := dec.Decode(&v); err != nil {
		return nil, err
	}
	if _, err := dec.Token(); err != io.EOF {
		return nil, fmt.Errorf("something follows the value")
	}
	if err := wholeNumbers(v); err != nil {
		return nil, err
	}
	return Marshal(v)
}

// Digest is the SHA-256 of bytes in hexadecimal.
func Digest(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// wholeForm is a whole number as RFC 8785 writes it, of at most fifteen digits.
var wholeForm = regexp.MustCompile(`^(0|-?[1-9][0-9]{0,14})$`)

func wholeNumbers(v any) error {
	switch v := v.(type) {
	case json.Number:
		if !wholeForm.MatchString(v.String()) {
			return fmt.Errorf("number %.40s: want a whole number of at most 15 digits", v)
		}
	case []any:
		for _, item := range v {
			if err := wholeNumbers(item); err != nil {
				return err
			}
		}
	case map[string]any:
		for _, member := range v {
			if err := wholeNumbers(member); err != nil {
				return err
			}
		}
	}
	return nil
}

// unescape writes the line and paragraph separators as themselves: encoding/json escapes them, RFC 8785 does not. A
// backslash before one of the escapes is itself escaped, so pairs of them are passed over.
func unescape(data []byte) []byte {
	if !bytes.Contains(data, []byte(`\u202`)) {
		return data
	}
	out := make([]byte, 0, len(data))
	for i := 0; i < len(data); i++ {
		rest := data[i:]
		switch {
		case bytes.HasPrefix(rest, []byte(`\u2028`)):
			out, i = append(out, "\u2028"...), i+5
		case bytes.HasPrefix(rest, []byte(`\u2029`)):
			out, i = append(out, "\u2029"...), i+5
		case rest[0] == '\\' && len(rest) > 1:
			out, i = append(out, rest[0], rest[1]), i+1
		default:
			out = append(out, rest[0])
		}
	}
	return out
}
