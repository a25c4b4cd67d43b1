package stat

import "fmt"

// Place says where in the dataset something is declared, for messages to people who mend it.
type Place struct {
	File string `json:"file,omitempty"` // file name relative to the area's folder
	Line int    `json:"line,omitempty"` // counted from 1; 0 if unknown
	Path string `json:"path,omitempty"` // path of keys, as in observations.gdp.level
}

// String gives "2023.yaml:14: observations.gdp.level", leaving out what is unknown.
func (p Place) String() string {
	s := p.File
	if p.Line > 0 {
		s = fmt.Sprintf("%s:%d", s, p.Line)
	}
	if p.Path == "" {
		return s
	}
	if s == "" {
		return p.Path
	}
	return s + ": " + p.Path
}

// Child returns the place of a key below p, on the same line.
func (p Place) Child(key string) Place {
	if p.Path != "" {
		key = p.Path + "." + key
	}
	p.Path = key
	return p
}
