package chart

import (
	"fmt"
	"strings"
	"testing"
)

// eventsOn returns points at days, each with words of some length.
func eventsOn(words string, days ...int) []Point {
	var points []Point
	for _, day := range days {
		points = append(points, Point{Step: day, When: Words{fmt.Sprintf("%d日", day), fmt.Sprintf("Day %d", day)}, Words: Words{words, words}})
	}
	return points
}

// Labels never touch and never leave the figure, however close the days and however long the words.
func TestTimelineLabels(t *testing.T) {
	for _, words := range []string{"x", "began work", "production started at the second plant"} {
		for _, days := range [][]int{{5}, {1, 2, 3, 4, 5}, {1, 90, 91, 92, 100}, {7, 7, 7}} {
			for _, width := range []float64{150, 400} {
				look := testLook(width)
				name := Words{"项目", "Project"}
				d := drawn(Chart{Kind: Timeline, Rows: []Row{{Name: name, Points: eventsOn(words, days...)}, {Name: name, Points: eventsOn(words, 3)}}}, look)
				for _, f := range faults(d, look) {
					t.Errorf("%q on %v in %.0f: %s", words, days, width, f)
				}
				if n := strings.Count(saidBy(d), squeeze(words)); n < 2*(len(days)+1) {
					t.Errorf("%q on %v in %.0f is said %d times", words, days, width, n)
				}
			}
		}
	}
}

// The distance of a day from the left is proportional to its distance from the first day of all lanes.
func TestTimelineScale(t *testing.T) {
	d := drawn(Chart{Kind: Timeline, Rows: []Row{{Points: eventsOn("x", 100, 150)}, {Points: eventsOn("x", 200)}}}, testLook(416))
	var at []float64
	for _, s := range d.Shapes {
		if s.Form == Diamond {
			at = append(at, s.X+s.W/2)
		}
	}
	if fmt.Sprint(at) != "[8 208 408]" {
		t.Errorf("days at %v", at)
	}
}

// Words that would take much of the width are replaced by shorter ones, if there are any, in each language separately.
func TestTimelineShortWords(t *testing.T) {
	p := eventsOn("", 1)[0]
	p.Words, p.Short = Words{"很短", "long " + strings.Repeat("and longer ", 4)}, Words{"事件", "Event"}
	c := Chart{Kind: Timeline, Rows: []Row{{Points: []Point{p}}}}
	for width, want := range map[float64]string{400: "1日很短Day1Event", 2000: "1日很短Day1" + squeeze(p.Words[1])} {
		if said := saidBy(drawn(c, testLook(width))); said != want {
			t.Errorf("in %.0f: %q, want %q", width, said, want)
		}
	}
	c.Rows[0].Points[0].Short = nil
	if said := saidBy(drawn(c, testLook(400))); !strings.Contains(said, squeeze(p.Words[1])) {
		t.Errorf("words without shorter ones are lost: %q", said)
	}
}
