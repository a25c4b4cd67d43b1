package cli

import (
	"runtime"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"time"

	"nianbao/internal/export"
	"nianbao/internal/message"
	"nianbao/internal/publish"

	"github.com/spf13/cobra"
)

// fallbackVersion is that of CHANGELOG.md, for a program that was built without knowing its own.
const fallbackVersion = "0.1.0"

func (a *app) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the versions of the program, its output and its build tools",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			all := append([]publish.Tool{
				{Name: "nianbao", Version: buildVersion()}, {Name: "output", Version: strconv.Itoa(export.OutputVersion)},
			}, tools()...)
			if a.json {
				return a.printJSON(all)
			}
			w := a.lines()
			w.say("%s %s", all[0].Name, all[0].Version)
			for _, t := range all[1:] {
				w.say("  %s %s", t.Name, t.Version)
			}
			return w.err
		},
	}
}

// buildVersion is the version of the program, which Go takes from the version control it was built in. It stands in no
// file that the program writes: what decides about their bytes is the output version.
func buildVersion() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" || info.Main.Version == "(devel)" {
		return fallbackVersion
	}
	return strings.TrimPrefix(info.Main.Version, "v")
}

// tools lists what the program was built with that has a hand in its files.
func tools() []publish.Tool {
	list := []publish.Tool{{Name: "go", Version: strings.TrimPrefix(runtime.Version(), "go")}}
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, d := range info.Deps {
			if slices.Contains([]string{"github.com/go-pdf/fpdf", "github.com/go-text/typesetting", "github.com/xuri/excelize/v2", "golang.org/x/image"}, d.Path) {
				list = append(list, publish.Tool{Name: d.Path, Version: d.Version})
			}
		}
	}
	return list
}

// sourceDateEpoch reads SOURCE_DATE_EPOCH, the moment that reproducible builds give to their files: seconds
// since 1970. The zero time means that it is not set.
func sourceDateEpoch(env []string) (time.Time, error) {
	for _, e := range env {
		value, ok := strings.CutPrefix(e, "SOURCE_DATE_EPOCH=")
		if !ok || value == "" {
			continue
		}
		n, err := strconv.ParseInt(value, 10, 64)
		const latest = 32503679999 // the end of 2999
		if err != nil || n < 0 || n > latest {
			return time.Time{}, usageError{message.Errorf("SOURCE_DATE_EPOCH %q: want seconds since 1970, up to the year 2999", value)}
		}
		return time.Unix(n, 0).UTC(), nil
	}
	return time.Time{}, nil
}
