package reading

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"nianbao/internal/stat"
)

// The characters a Chinese numeral is made of.
const (
	numeralDigits = "零〇一二两三四五六七八九"
	numeralPowers = "十百千万亿"
	numeralRunes  = numeralDigits + numeralPowers
)

var (
	printedNumber = regexp.MustCompile(`[0-9]{1,3}(?:[,，][0-9]{3})+(?:[.·][0-9]+)?|[0-9]+(?:[.·][0-9]+)?|[` + numeralDigits + `十][` + numeralRunes +
		`]*(?:点[` + numeralDigits + `]+)?|[①-⑳]|\b(?i:` + strings.Join(englishNumerals[1:], "|") + `|(?:` + strings.Join(englishTens, "|") + `)(?:-[a-z]+)?)\b`)
	printedPiece = regexp.MustCompile(`^([` + numeralPowers + `]+)(零?)([0-9]+(?:\.[0-9]+)?)`)
	printedRest  = regexp.MustCompile(`^(?:[` + numeralRunes + `0-9]|[.,，。eE'’]+ ?[0-9])+`)
	pointBefore  = regexp.MustCompile(`(?:^|[^A-Za-z0-9.)）])\.$`) // .5
	printedMixed = regexp.MustCompile(`^[` + numeralPowers + `]*[` + numeralDigits + `0-9]`)
)

var (
	englishNumerals = strings.Fields("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
	englishTens     = strings.Fields("twenty thirty forty fifty sixty seventy eighty ninety")
)

// groups are the marks between the digits of a number, and another decimal point.
var groups = strings.NewReplacer(",", "", "，", "", "·", ".")

// number is a number as it is printed.
type number struct {
	value      decimal.Decimal // of its last piece
	earlier    decimal.Decimal // the pieces before, as 1亿 of 1亿2500万
	lowest     int             // the power of ten of the piece before
	mixed      bool            // there are pieces before
	zero       bool            // a zero stands before it, as in 1万零5
	inWords    bool            // and not in digits
	understood bool
	end        int // in the text
}

// numberAt reads the number at a place of a text, with the pieces that follow it.
func numberAt(s string, at []int) number {
	text := s[at[0]:at[1]]
	n := number{end: at[1], understood: true}
	if text[0] < '0' || text[0] > '9' {
		n.inWords = true
		n.value, n.understood = worded(text)
		return n.whole(s, startsDigit(s[n.end:]))
	}
	n.value = decimal.RequireFromString(groups.Replace(text))
	for {
		piece := printedPiece.FindStringSubmatch(s[n.end:])
		if piece == nil {
			break
		}
		power, _ := leadingPower(piece[1])
		n.understood = n.understood && n.below(0)
		n.earlier = n.earlier.Add(n.value.Shift(int32(power)))
		n.understood = n.understood && (!n.mixed || power < n.lowest)
		n.value, n.lowest, n.mixed, n.zero = decimal.RequireFromString(piece[3]), power, true, piece[2] != ""
		n.end += len(piece[0])
	}
	n.understood = n.understood && !pointBefore.MatchString(s[:at[0]])
	rest := s[n.end:]
	return n.whole(s, printedMixed.MatchString(rest) || malformed(text, rest))
}

// whole is a number, or if it goes on in a way that is not understood, all of it.
func (n number) whole(s string, goesOn bool) number {
	if goesOn {
		n.understood = false
		n.end += len(printedRest.FindString(s[n.end:]))
	}
	return n
}

// malformed reports whether a number goes on in a way that none does: 1.2.3, 1,2345, 3. 3, 1'000.
func malformed(text, rest string) bool {
	r, size := utf8.DecodeRuneInString(rest)
	switch r {
	case '.', 'e', 'E':
		if strings.ContainsAny(text, ".·") {
			return startsDigit(strings.TrimLeft(rest[size:], ".")) // a sentence may end here
		}
		return startsDigit(strings.TrimLeft(rest[size:], ". "))
	case '\'', '’':
		return startsDigit(rest[size:])
	case ',', '，', '。':
		return startsDigit(rest[size:]) && !strings.ContainsAny(text, ".·")
	}
	return false
}

func startsDigit(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }

// below reports whether the last piece, times a power of ten, is less than one of the piece before, and fills its place.
func (n number) below(mult int) bool {
	if !n.mixed {
		return true
	}
	last, power := n.value.Shift(int32(mult)), decimal.New(1, int32(n.lowest))
	return last.LessThan(power) && (mult > 0 || n.zero || last.Shift(1).GreaterThanOrEqual(power))
}

// times is the number times a power of ten, and whether it is understood.
func (n number) times(mult int) (stat.Quantity, bool) {
	if !n.mixed {
		return stat.Quantity{Value: n.value, Mult: mult}, n.understood
	}
	all := n.earlier.Add(n.value.Shift(int32(mult)))
	return stat.Quantity{Value: all.Shift(int32(-n.lowest)), Mult: n.lowest}, n.understood && n.below(mult)
}

// Numeral reads a number in Chinese numerals, as 一百二十, or in an English word in small letters, as thirty-five.
func Numeral(text string) (decimal.Decimal, bool) {
	if text == "" {
		return decimal.Decimal{}, false
	}
	return worded(text)
}

// worded reads a number in Chinese numerals, with decimals or without, in an English word, or in a circle.
func worded(text string) (decimal.Decimal, bool) {
	if r, _ := utf8.DecodeRuneInString(text); r >= '①' && r <= '⑳' {
		return decimal.NewFromInt(int64(r - '①' + 1)), true
	}
	if isLatin(text[0]) {
		return wordedInEnglish(strings.ToLower(text))
	}
	whole, decimals, point := strings.Cut(text, "点")
	n, ok := readNumeral(whole)
	value := decimal.NewFromInt(int64(n))
	digits := []rune(decimals)
	for i, r := range digits {
		value = value.Add(decimal.New(int64(digitOf(r)), int32(-i-1)))
	}
	return value, ok && point == (len(digits) > 0)
}

// wordedInEnglish reads twelve, thirty and forty-two.
func wordedInEnglish(text string) (decimal.Decimal, bool) {
	ten, one, compound := strings.Cut(text, "-")
	tens := slices.Index(englishTens, ten)
	if tens < 0 {
		one = ten
	}
	ones := slices.Index(englishNumerals, one)
	if ones < 0 && !compound {
		ones = 0
	}
	return decimal.NewFromInt(int64(10*(tens+2)*min(tens+1, 1) + ones)), ones >= 0 && (tens < 0 || ones < 10)
}

// readNumeral reads a whole number in Chinese numerals or in plain digits. Numerals that are only digits in a
// row, as years are written, are refused.
func readNumeral(s string) (int, bool) {
	if n, err := strconv.Atoi(s); err == nil {
		return n, n >= 0 && s[0] != '+' && s[0] != '-'
	}
	var read numeral
	for _, r := range s {
		if !read.add(r) {
			return 0, false
		}
	}
	return read.total + read.section + read.digit, s != "" && !read.short()
}

// numeral is a Chinese numeral as far as it was read: whole myriads, what was read since, and the last digit.
type numeral struct {
	total, section, digit int
	open                  bool // a digit waits for its power
	power                 int  // the last one
	zero                  bool // after the last power, as in 一百零五
}

// short reports whether a numeral leaves its last power out: 三万五 is 35,000, and not 30,005.
func (n *numeral) short() bool { return n.open && n.digit > 0 && n.power > 10 && !n.zero }

func (n *numeral) add(r rune) bool {
	const largest = 10_000_000_000
	if d := digitOf(r); d >= 0 {
		ok := !n.open || n.digit == 0
		n.digit, n.open, n.zero = d, true, n.zero || d == 0
		return ok
	}
	power, large := powerOf(r)
	switch {
	case power == 0 || n.total > largest && (power > 10000 || n.total > largest*1000):
		return false
	case large:
		n.total, n.section = closeSection(n.total, n.section+n.digit, power), 0
	case !n.open || n.digit == 0:
		n.section += power // 十 alone is ten
	default:
		n.section += n.digit * power
	}
	alone := !n.open && !large && n.power > 0 && n.power <= power // 十千
	n.digit, n.open, n.power, n.zero = 0, false, power, false
	return !alone
}

// closeSection counts a section that 万 or 亿 ends; 亿 multiplies what came before as well, as in 三万亿.
func closeSection(total, section, power int) int {
	if power > 10000 {
		return (total + section) * power
	}
	return total + section*power
}

// digitOf is the digit that a character stands for; -1 for none.
func digitOf(r rune) int {
	switch r {
	case '〇':
		return 0
	case '两':
		return 2
	}
	return slices.Index([]rune("零一二三四五六七八九"), r)
}

func powerOf(r rune) (power int, large bool) {
	switch r {
	case '十':
		return 10, false
	case '百':
		return 100, false
	case '千':
		return 1000, false
	case '万':
		return 10000, true
	case '亿':
		return 100000000, true
	}
	return 0, false
}
