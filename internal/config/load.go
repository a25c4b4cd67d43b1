package config

import (
	"context"
	"errors"
	"io/fs"
	"slices"
	"strings"

	"github.com/go-viper/mapstructure/v2"
	"github.com/spf13/pflag"
	"github.com/spf13/viper"

	"nianbao/internal/file"
	"nianbao/internal/message"
)

// configFlag names the configuration file.
const configFlag = "config"

// Flags adds a flag for each key that has one, and --config. Lists are separated by commas.
func Flags(flags *pflag.FlagSet) {
	flags.String(configFlag, "", "configuration file; default: config/exporter.yaml if it exists")
	for _, k := range keys() {
		switch {
		case k.flag == "":
		case k.many():
			flags.StringSlice(k.flag, k.fallback, k.usage)
		default:
			flags.String(k.flag, k.fallback[0], k.usage)
		}
	}
}

// AreaFlags defines the flags of commands that only read an area's data.
func AreaFlags(flags *pflag.FlagSet) { some(flags, configFlag, "areas-dir") }

// OutputFlags defines the flags of commands that only look after what was written.
func OutputFlags(flags *pflag.FlagSet) { some(flags, configFlag, "output") }

// PlaceFlags defines the flags of commands that take all but the places from the configuration file.
func PlaceFlags(flags *pflag.FlagSet) { some(flags, configFlag, "areas-dir", "output") }

// FileFlag defines the flag that names the configuration file.
func FileFlag(flags *pflag.FlagSet) { some(flags, configFlag) }

func some(flags *pflag.FlagSet, names ...string) {
	all := pflag.NewFlagSet("", pflag.ContinueOnError)
	Flags(all)
	for _, name := range names {
		flags.AddFlag(all.Lookup(name))
	}
}

// LoadForArea is [Load] for a command with [AreaFlags], whose other flags are no settings.
func LoadForArea(flags *pflag.FlagSet, env []string, file string) (*Config, error) {
	return loadWith(flags, env, file, configFlag, "areas-dir")
}

// LoadForPlaces is [Load] for a command with [PlaceFlags], whose other flags are no settings.
func LoadForPlaces(flags *pflag.FlagSet, env []string, file string) (*Config, error) {
	return loadWith(flags, env, file, configFlag, "areas-dir", "output")
}

func loadWith(flags *pflag.FlagSet, env []string, file string, names ...string) (*Config, error) {
	own := pflag.NewFlagSet("", pflag.ContinueOnError)
	for _, name := range names {
		own.AddFlag(flags.Lookup(name))
	}
	return Load(own, env, file)
}

// Load works out the effective configuration: flags win over NIANBAO_ variables, these over the file, and the
// file over the defaults. The flags are those of [Flags], or some of them, or nil; env is as [os.Environ] gives
// it. The file, usually [DefaultFile], is read if it exists; one that --config or NIANBAO_CONFIG names must
// exist. Paths are relative to the working directory, those in the file to the file's folder.
//
// What is wrong with the values is returned as one [*Error] that lists all of it; other errors come from
// reading the file.
func Load(flags *pflag.FlagSet, env []string, file string) (*Config, error) {
	l := &loader{v: viper.New(), keys: keys(), origins: map[string]string{}}
	for _, k := range l.keys {
		l.v.SetDefault(k.name, k.fallbackValue())
		l.origins[k.name] = "default"
	}
	vars, named, problems := environ(env, l.keys)
	name, err := l.file(flags, named, file)
	if err != nil {
		return nil, err
	}
	l.problems = append(l.problems, problems...)
	if err := l.merge(vars); err != nil {
		return nil, err
	}
	if err := l.flags(flags); err != nil {
		return nil, err
	}
	c, err := l.config()
	if err != nil {
		return nil, err
	}
	if len(l.problems) > 0 {
		return nil, &Error{Problems: l.problems}
	}
	c.File = name
	return c, nil
}

type loader struct {
	v        *viper.Viper
	keys     []key
	origins  map[string]string
	problems []Problem
}

// file merges the configuration file and returns its name, "" if there is none.
func (l *loader) file(flags *pflag.FlagSet, fromEnv, usual string) (string, error) {
	name, origin := usual, ""
	if fromEnv != "" {
		name, origin = fromEnv, "environment "+fileVariable
	}
	if f := changed(flags, configFlag); f != nil {
		name, origin = f.Value.String(), "flag --"+configFlag
	}
	if name == "" && origin == "" {
		return "", nil
	}
	data, err := file.Read(context.Background(), name, file.Config)
	switch {
	case errors.Is(err, fs.ErrNotExist) && origin == "":
		return "", nil
	case errors.Is(err, fs.ErrNotExist):
		l.problems = append(l.problems, Problem{Origin: origin, Fault: message.Of("file %q does not exist", name)})
		return "", nil
	case err != nil:
		return "", message.Errorf("read configuration: %w", err)
	}
	values, problems := readFile(name, data, l.keys)
	l.problems = append(l.problems, problems...)
	return name, l.merge(values)
}

// merge lays values over those merged before.
func (l *loader) merge(values map[string]written) error {
	tree := map[string]any{}
	for _, k := range l.keys {
		if w, ok := values[k.name]; ok {
			plant(tree, strings.Split(k.name, "."), k.value(w.value))
			l.origins[k.name] = w.origin
		}
	}
	return l.v.MergeConfigMap(tree)
}

func plant(tree map[string]any, at []string, value any) {
	for _, name := range at[:len(at)-1] {
		if tree[name] == nil {
			tree[name] = map[string]any{}
		}
		tree = tree[name].(map[string]any)
	}
	tree[at[len(at)-1]] = value
}

func (l *loader) flags(flags *pflag.FlagSet) error {
	for _, k := range l.keys {
		f := changed(flags, k.flag)
		if f == nil {
			continue
		}
		if err := l.v.BindPFlag(k.name, f); err != nil {
			return err
		}
		l.origins[k.name] = "flag --" + k.flag
	}
	return nil
}

// config reads the values back, checks them and freezes them.
func (l *loader) config() (*Config, error) {
	c := &Config{}
	for _, k := range l.keys {
		value := l.value(k)
		for _, fault := range k.faults(value) {
			l.problems = append(l.problems, Problem{Origin: l.origins[k.name], Key: k.name, Fault: fault})
		}
		l.v.Set(k.name, k.value(value))
		c.settings = append(c.settings, Setting{
			Key: k.name, Value: strings.Join(value, ","), Origin: l.origins[k.name], Local: k.form == path || k.apart,
		})
	}
	exact := func(d *mapstructure.DecoderConfig) { d.WeaklyTypedInput = false }
	if err := l.v.UnmarshalExact(c, exact); err != nil {
		return nil, err
	}
	c.Schedule.Set = l.scheduled()
	l.problems = append(l.problems, c.pairs()...)
	l.problems = append(l.problems, l.contrasts(c.Theme.Colors)...)
	return c, nil
}

// scheduled reports whether some key of the schedule has another value than its default.
func (l *loader) scheduled() bool {
	return slices.ContainsFunc(scheduleKeys(), func(k key) bool { return !slices.Equal(l.value(k), k.fallback) })
}

func (l *loader) value(k key) []string {
	if k.many() {
		return trim(l.v.GetStringSlice(k.name))
	}
	return []string{l.v.GetString(k.name)}
}

func changed(flags *pflag.FlagSet, name string) *pflag.Flag {
	if flags == nil || name == "" {
		return nil
	}
	if f := flags.Lookup(name); f != nil && f.Changed {
		return f
	}
	return nil
}
