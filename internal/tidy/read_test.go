package tidy

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// readJSON reads back what JSON wrote, and nothing else. Numbers keep the digits they were written with.
func readJSON(data []byte) (*Document, error) {
	doc := new(Document)
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if err := dec.Decode(doc); err != nil {
		return nil, fmt.Errorf("read json: %w", err)
	}
	if _, err := dec.Token(); err != io.EOF {
		return nil, errors.New("read json: something follows the document")
	}
	return doc, nil
}

// Names lists the columns.
func (s Schema) Names() []string {
	var names []string
	for _, f := range s.Fields {
		names = append(names, f.Name)
	}
	return names
}

// readDataPackage reads back what DataPackage wrote.
func readDataPackage(data []byte) (*Package, error) {
	p := new(Package)
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if err := dec.Decode(p); err != nil {
		return nil, fmt.Errorf("read data package: %w", err)
	}
	return p, nil
}
