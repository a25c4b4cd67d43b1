package tagpdf

import (
	"math"
	"strconv"

	"nianbao/internal/message"
)

// textReader reads the text of pages in drawing order, with a line feed where the baseline changes and a form feed
// after each page. Fonts must be composite, with two-byte codes and a map to Unicode.
type textReader struct {
	f    *file
	maps map[int]codeTexts // by the number of the font's object
	out  []byte
	told markedText // the text of each mark

	fonts dict   // of the page
	font  name   // selected
	saved []name // saved by q
	y     float64
	shown float64 // y of the last text shown
	begun bool    // whether the page has shown text
}

// sameLine is the tolerance for heights on one baseline: they are sums of moves.
const sameLine = 0.001

// maxNested bounds the nesting of q and Q, and of elements, in a file that is only read.
const maxNested = 1000

func (t *textReader) page(p page) error {
	t.font, t.saved, t.y, t.begun, t.fonts = "", nil, 0, false, dict{}
	resources, err := t.optional(p.dict["Resources"])
	if err != nil {
		return message.Errorf("resources: %w", err)
	}
	if t.fonts, err = t.optional(resources["Font"]); err != nil {
		return message.Errorf("fonts: %w", err)
	}
	t.told.turn()
	if err := operators(string(p.content), t.operator); err != nil {
		return err
	}
	t.out = append(t.out, '\f')
	return t.told.end()
}

// optional returns a dictionary that may be absent.
func (t *textReader) optional(o object) (dict, error) {
	if o == nil {
		return dict{}, nil
	}
	return as[dict](t.f, o)
}

func (t *textReader) operator(op keyword, operands tokens) error {
	switch op {
	case "q":
		if len(t.saved) == maxNested {
			return message.Errorf("it nests too deep")
		}
		t.saved = append(t.saved, t.font)
	case "Q":
		if len(t.saved) == 0 {
			return message.Errorf("nothing was saved")
		}
		t.font = t.saved[len(t.saved)-1]
		t.saved = t.saved[:len(t.saved)-1]
	case "Tf":
		var err error
		t.font, err = fontOf(operands)
		return err
	case "BI":
		return message.Errorf("images in the content are not understood")
	case "BT":
		t.y = 0
	case "BMC", "BDC", "EMC":
		return t.told.follow(t.f, op, operands)
	case "Td", "TD", "Tm", "T*", "'", "\"", "Tj", "TJ":
		return t.text(op, operands)
	}
	return nil
}

// text processes operators that move the line or show strings. It uses heights only to separate lines.
func (t *textReader) text(op keyword, operands tokens) error {
	switch op {
	case "Td", "TD", "Tm":
		height, err := heightOf(op, operands)
		if err != nil {
			return err
		}
		y, _ := strconv.ParseFloat(height, 64) // overflow gives infinity
		if op == "Tm" {
			t.y = 0
		}
		t.y += y
		return nil
	case "T*":
		t.feed()
		return nil
	case "'", "\"":
		t.feed()
	}
	return shownStrings(op, operands, t.show)
}

// heightOf is the height operand of Td, TD or Tm.
func heightOf(op keyword, operands tokens) (string, error) {
	want := 2
	if op == "Tm" {
		want = 6
	}
	if err := operands.must(want); err != nil {
		return "", err
	}
	height := operands.last()
	if height[0].kind != isNumeric {
		return "", message.Errorf("a height is %s", height.kind())
	}
	return height[0].text, nil
}

func (t *textReader) feed() { t.out = append(t.out, '\n') }

func (t *textReader) show(s str) error {
	if t.font == "" {
		return message.Errorf("no font is selected")
	}
	texts, err := t.texts(t.fonts[t.font])
	if err != nil {
		return message.Errorf("font /%s: %w", t.font, err)
	}
	if t.begun && math.Abs(t.y-t.shown) > sameLine {
		t.feed()
	}
	before := len(t.out)
	if t.out, err = texts.decode(t.out, s); err != nil {
		return message.Errorf("font /%s: %w", t.font, err)
	}
	t.begun, t.shown = true, t.y
	t.told.show(before, len(t.out))
	return t.f.spend(len(t.out) - before)
}

// texts returns the Unicode map of a font, reading it once.
func (t *textReader) texts(o object) (codeTexts, error) {
	r, ok := o.(ref)
	if !ok {
		return nil, message.Errorf("it is %s, not a font", kindOf(o))
	}
	if got, ok := t.maps[r.num]; ok {
		return got, nil
	}
	font, err := as[dict](t.f, r)
	if err != nil {
		return nil, err
	}
	if font["Subtype"] != name("Type0") || font["Encoding"] != name("Identity-H") {
		return nil, message.Errorf("its codes are not of two bytes (Type0, Identity-H)")
	}
	s, err := as[*stream](t.f, font["ToUnicode"])
	if err != nil {
		return nil, message.Errorf("map to Unicode: %w", err)
	}
	b, err := t.f.content(s)
	if err != nil {
		return nil, message.Errorf("map to Unicode: %w", err)
	}
	texts, err := readCMap(b)
	if err != nil {
		return nil, message.Errorf("map to Unicode: %w", err)
	}
	t.maps[r.num] = texts
	const textBytes = 16 // besides the text
	return texts, t.f.spend(textBytes * len(texts))
}
