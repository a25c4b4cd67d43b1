package stat

// OfficeNote is a note that the office writes (注释): on the edition as a whole, on a theme or on an indicator.
type OfficeNote struct {
	ID        string   // area.1, period.2: the file it stands in, and its place there
	Text      Text     // a template, as that of a sentence
	Indicator string   // code of the indicator it is on; "" for none
	Theme     string   // code of the theme it is on; "" for none
	Compares  []Period // the periods that its references name
	Place     Place
}

// Sentence is the note as a sentence, whose references are those of the edition's period.
func (n *OfficeNote) Sentence() Sentence {
	return Sentence{ID: n.ID, Theme: n.Theme, Compares: n.Compares, Text: n.Text, Place: n.Place}
}
