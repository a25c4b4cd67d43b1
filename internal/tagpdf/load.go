package tagpdf

import (
	"strings"

	"nianbao/internal/message"
)

// resolve follows a reference to the object it names.
func (f *file) resolve(o object) (object, error) {
	r, ok := o.(ref)
	if !ok {
		return o, nil
	}
	if got, ok := f.objects[r.num]; ok {
		if got == errBeingRead {
			return nil, message.Errorf("object %d: it needs itself to be read", r.num)
		}
		return got, nil
	}
	f.objects[r.num] = errBeingRead
	got, err := f.read(r.num)
	if err != nil {
		delete(f.objects, r.num)
		return nil, message.Errorf("object %d: %w", r.num, err)
	}
	f.objects[r.num] = got
	return got, nil
}

// errBeingRead marks an object while it is being read.
var errBeingRead = message.Errorf("being read")

func (f *file) read(num int) (object, error) {
	at, ok := f.where[num]
	if !ok {
		return nil, message.Errorf("the file has no such object")
	}
	if at.in != 0 {
		return f.readPacked(num, at.in)
	}
	got, o, err := f.readAt(at.offset)
	if err != nil {
		return nil, err
	}
	if got != num {
		return nil, message.Errorf("object %d stands in its place", got)
	}
	return o, nil
}

// readAt reads "7 0 obj … endobj" (7.3.10).
func (f *file) readAt(offset int) (int, object, error) {
	num, s, err := f.begin(offset)
	if err != nil {
		return 0, nil, err
	}
	start := s.pos
	o, err := s.value(0)
	if err != nil {
		return 0, nil, err
	}
	if err = f.spend(growth * (s.pos - start)); err != nil {
		return 0, nil, err
	}
	word, err := s.next(0)
	switch {
	case err != nil:
		return 0, nil, err
	case word == keyword("endobj"):
		return num, o, nil
	case word != keyword("stream"):
		return 0, nil, message.Errorf("%s where endobj should be", kindOf(word))
	}
	d, ok := o.(dict)
	if !ok {
		return 0, nil, message.Errorf("a stream follows %s", kindOf(o))
	}
	o, err = f.readStream(&s, d)
	return num, o, err
}

// begin reads "7 0 obj" and returns a scanner positioned after it.
func (f *file) begin(offset int) (num int, s scanner, err error) {
	if offset < 0 || offset >= len(f.data) {
		return 0, s, message.Errorf("its place is outside of the file")
	}
	s = scanner{buf: f.text, pos: offset, refs: true}
	if num, err = s.integer(); err != nil {
		return 0, s, err
	}
	if _, err = s.integer(); err != nil {
		return 0, s, err
	}
	err = s.expect("obj")
	return num, s, err
}

// tokens reads an object other than a stream into a list, without building it.
func (f *file) tokens(num int, list tokens) (tokens, error) {
	at, ok := f.where[num]
	if !ok {
		return nil, message.Errorf("the file has no such object")
	}
	s, err := f.scannerAt(num, at)
	if err != nil {
		return nil, err
	}
	if s.end() {
		return nil, errCutShort
	}
	start := s.pos
	if list, err = s.scan(list[:0], 0); err != nil {
		return nil, err
	}
	if list[0].kind == isKeyword {
		return nil, unexpected(list[0].text)
	}
	if err := f.spend(tokenGrowth * (s.pos - start)); err != nil || at.in != 0 {
		return list, err
	}
	return list, s.expect("endobj")
}

// scannerAt returns a scanner positioned at an object.
func (f *file) scannerAt(num int, at place) (scanner, error) {
	if at.in != 0 {
		return f.packedAt(num, at.in)
	}
	got, s, err := f.begin(at.offset)
	if err == nil && got != num {
		err = message.Errorf("object %d stands in its place", got)
	}
	return s, err
}

// readStream reads the bytes between stream and endstream (7.3.8).
func (f *file) readStream(s *scanner, d dict) (*stream, error) {
	length, err := f.int(d["Length"])
	if err != nil {
		return nil, message.Errorf("length of the stream: %w", err)
	}
	switch rest := s.buf[s.pos:]; {
	case strings.HasPrefix(rest, "\r\n"):
		s.pos += 2
	case strings.HasPrefix(rest, "\n"):
		s.pos++
	default:
		return nil, message.Errorf("no end of line after stream")
	}
	if length > len(s.buf)-s.pos {
		return nil, errCutShort
	}
	data := f.data[s.pos : s.pos+length]
	s.pos += length
	if err := s.expect("endstream"); err != nil {
		return nil, err
	}
	if err := s.expect("endobj"); err != nil {
		return nil, err
	}
	return &stream{d, data}, nil
}

func (s *scanner) expect(word keyword) error {
	o, err := s.next(0)
	if err == nil && o != word {
		err = message.Errorf("%s where %s should be", kindOf(o), word)
	}
	return err
}

// as resolves an object and checks its type.
func as[T object](f *file, o object) (T, error) {
	got, err := f.resolve(o)
	if err != nil {
		var none T
		return none, err
	}
	t, ok := got.(T)
	if !ok {
		err = message.Errorf("%s where %s should be", at(o, got), kindOf(object(t)))
	}
	return t, err
}

func at(o, got object) *message.Text {
	if r, ok := o.(ref); ok {
		return message.Of("object %d is %s", r.num, kindOf(got))
	}
	return kindOf(got)
}

func (f *file) int(o object) (int, error) {
	n, err := as[number](f, o)
	if err != nil {
		return 0, err
	}
	return n.int()
}
