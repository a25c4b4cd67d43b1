package config

import (
	"sort"
	"strings"

	"nianbao/internal/message"
)

// fileVariable names the configuration file, as --config does.
const fileVariable = prefix + "CONFIG"

// environ gives the values of an environment ("NAME=value" each) by key and the file it names, and a problem
// for each NIANBAO_ variable that is not known, because it would be a slip of the keyboard. As with viper, a
// variable that is empty counts as not set.
func environ(env []string, ks []key) (map[string]written, string, []Problem) {
	byVariable, known := map[string]key{}, []string{"CONFIG"}
	for _, k := range ks {
		byVariable[k.variable()] = k
		known = append(known, strings.TrimPrefix(k.variable(), prefix))
	}
	values, named := map[string]written{}, ""
	var problems []Problem
	for _, line := range env {
		name, value, _ := strings.Cut(line, "=")
		k, isKey := byVariable[name]
		switch {
		case !strings.HasPrefix(name, prefix) || value == "":
		case name == fileVariable:
			named = value
		case isKey:
			values[k.name] = written{value: k.split(value), origin: "environment " + name}
		default:
			hint := didYouMean(prefix, strings.TrimPrefix(name, prefix), known)
			problems = append(problems, Problem{Origin: "environment " + name, Fault: message.Of("unknown variable%s", hint)})
		}
	}
	sort.Slice(problems, func(i, j int) bool { return problems[i].Origin < problems[j].Origin })
	return values, named, problems
}

// split reads a value of the environment.
func (k key) split(s string) []string {
	if !k.many() {
		return []string{s}
	}
	return trim(strings.Split(s, ","))
}

func trim(items []string) []string {
	out := make([]string, len(items))
	for i, item := range items {
		out[i] = strings.TrimSpace(item)
	}
	return out
}
