package tagpdf

import (
	"bytes"

	"nianbao/internal/deflate"
	"nianbao/internal/message"
)

// Memory per byte read: objects take growth times their size, and tokenGrowth times if they are only read as tokens.
// Inflated streams take their own size.
const growth, tokenGrowth = 16, 4

// Limits of the memory used to read a file, roughly: 64 MiB, or many times the size of a larger file, as documents of
// thousands of pages need.
const (
	maxRead  = 64 << 20
	maxRatio = 64
	mostRead = 3 << 29
)

// budgetOf is the read budget for a file of the given size.
func budgetOf(size int) int { return min(max(maxRead, maxRatio*size), mostRead) }

// file is a PDF file whose objects are read on demand.
type file struct {
	data    []byte
	text    string // the same, to read objects from
	trailer dict
	where   map[int]place
	objects map[int]object        // those read so far
	packs   map[int]*objectStream // object streams read so far
	budget  int
	inflate deflate.Inflater
}

// place is the location of an object: an offset in the file, or a position in an object stream.
type place struct {
	offset int
	in     int // number of the object stream; 0: none
}

// open reads the cross-reference table or stream at the end of a file (7.5.4, 7.5.5, 7.5.8). It refuses encrypted files
// and files with incremental updates.
func open(pdf []byte) (*file, error) {
	if !bytes.HasPrefix(pdf, []byte("%PDF-")) {
		return nil, message.Errorf("not a PDF file")
	}
	if !bytes.HasSuffix(bytes.TrimRight(pdf, "\r\n "), []byte("%%EOF")) {
		return nil, errCutShort
	}
	f := &file{data: pdf, text: string(pdf), objects: map[int]object{}, packs: map[int]*objectStream{}, budget: budgetOf(len(pdf))}
	at := bytes.LastIndex(pdf, []byte("startxref"))
	if at < 0 {
		return nil, message.Errorf("it has no startxref")
	}
	s := &scanner{buf: f.text, pos: at + len("startxref")}
	start, err := s.integer()
	if err != nil || start >= len(pdf) {
		return nil, message.Errorf("startxref leads nowhere")
	}
	if err := f.readXref(start); err != nil {
		return nil, message.Errorf("cross-reference table: %w", err)
	}
	for _, key := range []name{"Encrypt", "Prev", "XRefStm"} {
		if _, ok := f.trailer[key]; ok {
			return nil, message.Errorf("the trailer has /%s, which is not understood", key)
		}
	}
	return f, nil
}

func (f *file) readXref(start int) error {
	if bytes.HasPrefix(f.data[start:], []byte("xref")) {
		return f.readTable(start + len("xref"))
	}
	return f.readXrefStream(start)
}

// readTable reads the subsections of a cross-reference table and the trailer after it.
func (f *file) readTable(start int) error {
	f.where = map[int]place{}
	s := &scanner{buf: f.text, pos: start, refs: true}
	for {
		o, err := s.next(0)
		if err != nil {
			return err
		}
		if o == keyword("trailer") {
			break
		}
		n, ok := o.(number)
		if !ok {
			return message.Errorf("unexpected %s", kindOf(o))
		}
		if err := f.readSubsection(s, n); err != nil {
			return err
		}
	}
	o, err := s.value(0)
	if err != nil {
		return message.Errorf("trailer: %w", err)
	}
	d, ok := o.(dict)
	if !ok {
		return message.Errorf("the trailer is %s", kindOf(o))
	}
	f.trailer = d
	return nil
}

func (f *file) readSubsection(s *scanner, n number) error {
	first, err := n.int()
	if err != nil {
		return err
	}
	count, err := s.integer()
	if err != nil {
		return err
	}
	for num := first; num < first+count; num++ {
		offset, err := s.integer()
		if err != nil {
			return err
		}
		if _, err := s.integer(); err != nil {
			return err
		}
		use, err := s.next(0)
		if err != nil {
			return err
		}
		switch use {
		case keyword("n"):
			f.where[num] = place{offset: offset}
		case keyword("f"):
		default:
			return message.Errorf("entry of object %d is neither n nor f", num)
		}
	}
	return nil
}

func (s *scanner) integer() (int, error) {
	if back := s.pos; !s.end() {
		if w, numeric := s.regular(); numeric {
			return number(w).int()
		}
		s.pos = back
	}
	refs := s.refs
	s.refs, s.read = false, 0
	o, err := s.next(0)
	s.refs = refs
	if err != nil {
		return 0, err
	}
	n, ok := o.(number)
	if !ok {
		return 0, message.Errorf("%s in place of a number", kindOf(o))
	}
	return n.int()
}

// spend reduces the remaining read budget.
func (f *file) spend(n int) error {
	if f.budget -= n; f.budget < 0 {
		return message.Errorf("it holds more than %d MiB", budgetOf(len(f.data))>>20)
	}
	return nil
}
