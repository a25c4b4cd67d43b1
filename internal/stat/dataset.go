package stat

// Dataset is all that is known of one area.
type Dataset struct {
	Area       Area
	Units      map[string]Unit // known to the program, and the area's own
	Themes     []Theme
	Indicators []Indicator
	Periods    []PeriodData // in order of time
}

// PeriodData is what the dataset holds of one period's edition.
type PeriodData struct {
	Period       Period
	Title        Text   // of the edition, as [Area.Title]; empty for that of the area
	Source       string // of figures that name none; "" if the file has none
	Status       Status // of figures of the period that name none
	Facts        []Fact // in the order of the file
	Projects     []Project
	Recognitions []Recognition
	Initiatives  []Initiative
	Sentences    []Sentence
	Prose        Prose        // which chapters have composed sentences beside these
	Notes        []OfficeNote // of the area for this period, then of the period
	Accepted     []Acceptance
	Place        Place
}

// Files lists the data of the periods, in order of time.
func (d *Dataset) Files() []*PeriodData {
	files := make([]*PeriodData, len(d.Periods))
	for i := range d.Periods {
		files[i] = &d.Periods[i]
	}
	return files
}

// Indicator is the indicator of a code.
func (d *Dataset) Indicator(code string) (*Indicator, bool) {
	for i := range d.Indicators {
		if d.Indicators[i].Code == code {
			return &d.Indicators[i], true
		}
	}
	return nil, false
}

// Data finds the data of a period.
func (d *Dataset) Data(p Period) (*PeriodData, bool) {
	for i := range d.Periods {
		if d.Periods[i].Period == p {
			return &d.Periods[i], true
		}
	}
	return nil, false
}
