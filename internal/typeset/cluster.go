package typeset

import (
	"sync"
	"unicode"

	"github.com/go-text/typesetting/segmenter"
)

// findClusters finds the grapheme clusters (UAX #29). In plain text every character is one.
func (p *paragraph) findClusters() {
	p.level(never)
	p.segment()
}

// level sets the level of every break.
func (p *paragraph) level(l level) {
	for i := range p.len() {
		p.g[i].before = l
	}
}

// segmenting is the memory used to find breaks.
type segmenting struct {
	runes []rune
	seg   segmenter.Segmenter
}

var segmentings = sync.Pool{New: func() any { return new(segmenting) }}

// segment finds the breaks of UAX #14 and, unless every character is plain, the clusters of UAX #29.
func (p *paragraph) segment() {
	s := segmentings.Get().(*segmenting)
	defer segmentings.Put(s)
	s.runes = s.runes[:0]
	for i := range p.len() {
		s.runes = append(s.runes, p.g[i].r)
	}
	seg := &s.seg
	seg.Init(s.runes)
	if !p.plain {
		for it := seg.GraphemeIterator(); it.Next(); {
			p.g[it.Grapheme().Offset].before = anywhere
		}
	}
	for it := seg.LineIterator(); it.Next(); {
		l := it.Line()
		if start := &p.g[l.Offset]; !p.plain || start.before != never {
			start.before = max(start.before, free)
		}
		if end := l.Offset + len(l.Text); l.IsMandatoryBreak && end < p.len() {
			p.g[end].before = must
		}
	}
}

// single reports whether r is a cluster of its own next to any other such character (UAX #29) and ends no line: common
// letters, digits, marks and symbols. The segmenter decides about all others.
func single(r rune) bool {
	switch {
	case r < 0x20, r == 0x7f, r == '\u00ad':
		return false
	case r < 0x7f, 0x4e00 <= r && r <= 0x9fff:
		return true
	}
	return unicode.Is(singles, r)
}

// singles is the set of single characters beyond ASCII and the most frequent ideographs.
var singles = &unicode.RangeTable{R16: []unicode.Range16{
	{0xa0, 0x2ff, 1}, {0x2010, 0x2027, 1}, {0x2030, 0x205e, 1}, {0x2070, 0x20bf, 1}, {0x2100, 0x23ff, 1},
	{0x2460, 0x25ff, 1}, {0x3000, 0x3029, 1}, {0x3200, 0x33ff, 1}, {0x3400, 0x4dbf, 1}, {0xff01, 0xff60, 1},
}}
