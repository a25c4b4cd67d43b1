package merge

import (
	"fmt"
	"strconv"
	"strings"

	"nianbao/internal/dataset"
	"nianbao/internal/stat"
	"nianbao/internal/yamledit"
)

// AddIndicator plans that an area has one more indicator of its own, behind the others, in its file of indicators, which is made
// if there is none. Its code is made of the English name, and returned.
func AddIndicator(before *stat.Dataset, inputs []dataset.Input, ind stat.Indicator) (plan *Plan, code string, err error) {
	const name = "indicators.yaml"
	p := planner{before: before}
	base := codeOf(ind.Name.En)
	code = base
	for n := 2; p.known(code); n++ {
		code = fmt.Sprintf("%s-%d", base, n)
	}
	f, err := yamledit.Parse(dataset.Contents(inputs, name))
	if err != nil {
		return nil, "", err
	}
	text := "{theme: " + ind.Theme + ", name: " + note(ind.Name) + ", unit: " + ind.Unit
	if ind.Mult != 0 {
		text += ", mult: " + strconv.Itoa(ind.Mult)
	}
	if err := addEntry(f, "indicators", code, text+"}", ""); err != nil {
		return nil, "", err
	}
	plan, err = replaced(before, inputs, name, f.Bytes())
	return plan, code, err
}

// codeOf makes a code of an English name: Model Villages becomes model-villages.
func codeOf(name string) string {
	words := stat.CodeWords(name)
	if code := strings.Join(words, "-"); stat.IsCode(code) {
		return code
	}
	return strings.Join(append([]string{"own"}, words...), "-")
}
