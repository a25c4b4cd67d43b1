package check

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"nianbao/internal/stat"
)

// sentenceRoles finds figures of two things that are exchanged in one language only: each stands with the name of the other
// one there, and with its own in another language. A sentence that names neither, or names them apart from their figures, is
// not judged.
func sentenceRoles(in *inspection) {
	for _, s := range in.sentences {
		for _, p := range in.pairs(s) {
			in.judgeRoles(s, p)
		}
	}
}

// pair is two facts of one kind on different things.
type pair [2]*stat.Fact

// pairs lists the facts of a sentence that could be exchanged.
func (in *inspection) pairs(s sentence) []pair {
	var facts []*stat.Fact
	for _, t := range s.tokens(stat.Hans) {
		if f := in.figureOf(t, s.period); f != nil {
			facts = append(facts, f)
		}
	}
	var list []pair
	for i, f := range facts {
		for _, g := range facts[i+1:] {
			if thing(f) != thing(g) && kindOf(f) == kindOf(g) {
				list = append(list, pair{f, g})
			}
		}
	}
	return list
}

// judgeRoles holds the languages of a sentence against each other for one pair.
func (in *inspection) judgeRoles(s sentence, p pair) {
	var readings []roleReading
	for _, w := range s.wording {
		if w.comparable(s) {
			readings = append(readings, in.readRoles(s, p, w.lang))
		}
	}
	for _, bad := range readings {
		for _, good := range readings {
			if bad.crossed() && good.right() {
				in.find(stat.Finding{
					Message: say("Sentence {0} exchanges figures in {1}: {2} stands with the name of what {3} is about, and the other way round; in {4} each stands with its own. Exchange them."),
					Args:    []any{s.ID, langName(bad.lang), in.name(p[0]), in.name(p[1]), langName(good.lang)},
					Facts:   []string{p[0].ID, p[1].ID},
					Place:   s.Place,
				})
				return
			}
		}
	}
}

// role is a reference, with the thing that is named next before it in its sentence, and next behind it in its clause.
type role struct {
	id, subject   string // of the fact
	before, after string // subjects; "" for none
	near          bool   // nothing stands between it and the one before but figures of its own thing
}

// roleReading is a sentence in one language as the roles of a pair.
type roleReading struct {
	lang  stat.Lang
	roles []role
}

// readRoles reads which of two things is named beside each of their figures in a sentence.
func (in *inspection) readRoles(s sentence, p pair, l stat.Lang) roleReading {
	r := roleReader{things: [2]string{thing(p[0]), thing(p[1])}, roleReading: roleReading{lang: l}}
	r.keys = distinguishing(in.thingName(r.things[0]).In(l), in.thingName(r.things[1]).In(l), l)
	for _, t := range s.tokens(l) {
		if code, isName := t.Name(); isName && slices.Contains(r.things[:], code) {
			r.mention(code)
		} else if t.Ref == "" {
			mentioned(t.Text, l, r.piece, r.pause)
		} else if f := in.figureOf(t, s.period); f != nil {
			r.figure(f, p)
		}
	}
	return r.roleReading
}

// roleReader reads a sentence from its beginning.
type roleReader struct {
	roleReading
	things  [2]string
	keys    [2][]string // that tell the names of the things apart
	named   string      // the thing that was named last in the sentence
	near    bool        // and nothing has stood since but figures of one thing
	told    string      // that thing
	waiting int         // the first of the roles in this clause without a name behind
}

func (r *roleReader) mention(subject string) {
	for ; r.waiting < len(r.roles); r.waiting++ {
		r.roles[r.waiting].after = subject
	}
	r.named, r.near, r.told = subject, true, ""
}

func (r *roleReader) piece(piece string) {
	for i, list := range r.keys {
		if slices.Contains(list, piece) {
			r.mention(r.things[i])
		}
	}
}

// pause takes a punctuation mark, behind which names belong to other figures.
func (r *roleReader) pause(mark string) {
	r.near, r.waiting = false, len(r.roles)
	if strings.ContainsAny(mark, ".;。；") {
		r.named = ""
	}
}

func (r *roleReader) figure(f *stat.Fact, p pair) {
	r.waiting = len(r.roles)
	r.near = r.near && (r.told == "" || r.told == thing(f))
	r.told = thing(f)
	if f == p[0] || f == p[1] {
		r.roles = append(r.roles, role{f.ID, thing(f), r.named, "", r.near})
	}
}

// figureOf is the fact that a token refers to, if it has a figure with a name of its own: nil for a share.
func (in *inspection) figureOf(t stat.Token, usual stat.Period) *stat.Fact {
	if t.Ref == "" {
		return nil
	}
	r := in.resolve(t, "@"+usual.String())
	if r.kind != refFact || r.fact.Part != "" {
		return nil
	}
	return r.fact
}

// thing is the code of what a fact is about: an indicator or a project.
func thing(f *stat.Fact) string {
	code, _, _ := strings.Cut(f.Subject, ".")
	return code
}

func (in *inspection) thingName(code string) stat.Text {
	if p := in.projects[code]; p != nil {
		return p.Name
	}
	return in.subjectName(code)
}

// kindOf is the measure of a fact, with its sort and period: what the ID says beside the thing.
func kindOf(f *stat.Fact) string { return strings.TrimPrefix(f.ID, thing(f)) }

// distinguishing lists the pieces of each of two names that the other has not.
func distinguishing(a, b string, l stat.Lang) [2][]string {
	of := [2][]string{pieces(a, l), pieces(b, l)}
	var keys [2][]string
	for i := range of {
		for _, piece := range of[i] {
			if !slices.Contains(of[1-i], piece) {
				keys[i] = append(keys[i], piece)
			}
		}
	}
	return keys
}

// pieces takes a text apart into English words in small letters, without the s of several, or pairs of Chinese characters.
func pieces(text string, l stat.Lang) []string {
	var list []string
	if l.Chinese() {
		for i, r := range text {
			_, next := utf8.DecodeRuneInString(text[i+utf8.RuneLen(r):])
			if pair := text[i : i+utf8.RuneLen(r)+next]; next > 0 && strings.IndexFunc(pair, func(r rune) bool { return !unicode.Is(unicode.Han, r) }) < 0 {
				list = append(list, pair)
			}
		}
		return list
	}
	for _, word := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if len(word) > 2 && !slices.Contains(littleWords(), word) {
			list = append(list, strings.TrimSuffix(word, "s"))
		}
	}
	return list
}

// littleWords are English words of three letters that do not tell names apart, as oil and tea do. Shorter ones never do.
func littleWords() []string {
	return []string{"all", "and", "any", "are", "but", "for", "had", "has", "its", "new", "non", "nor", "not", "one", "out", "own", "per", "the", "two", "was"}
}

// mentioned calls the pieces of a text, and its punctuation, in order.
func mentioned(text string, l stat.Lang, mention, pause func(string)) {
	for text != "" {
		i := strings.IndexFunc(text, unicode.IsPunct)
		if i < 0 {
			i = len(text)
		}
		for _, piece := range pieces(text[:i], l) {
			mention(piece)
		}
		text = text[i:]
		if r, n := utf8.DecodeRuneInString(text); n > 0 {
			if !strings.ContainsRune("-'’“”（）()《》", r) {
				pause(text[:n])
			}
			text = text[n:]
		}
	}
}

// crossed reports whether each of two figures stands with the other's name: behind it, or in its clause before it. Where the
// first name stands before its figure and the last figure has no name behind, each name is that of the figure behind it.
func (r roleReading) crossed() bool {
	if len(r.roles) != 2 || r.roles[0].id == r.roles[1].id {
		return false
	}
	x, y := r.roles[0], r.roles[1]
	behind := x.before == y.subject && y.before == x.subject && y.after != y.subject && (x.after != x.subject || x.near && y.after == "")
	ahead := x.after == y.subject && y.after == x.subject && !x.close() && !y.close()
	return behind || ahead
}

// close reports whether a figure stands directly behind its own name.
func (r role) close() bool { return r.near && r.before == r.subject }

// right reports whether both figures stand behind their own names, or both before them.
func (r roleReading) right() bool {
	if len(r.roles) != 2 || r.roles[0].id == r.roles[1].id {
		return false
	}
	x, y := r.roles[0], r.roles[1]
	return x.before == x.subject && y.before == y.subject || x.after == x.subject && y.after == y.subject
}
