package cli

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"time"

	"nianbao/internal/publish"

	"github.com/spf13/cobra"
)

// Version is the version of the program, as CHANGELOG.md counts it. It stands in every file the program
// writes, so it changes whenever what is written does.
const Version = "0.1.0"

func (a *app) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version of the program and of what its files depend on",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			program, tools := versions()
			if a.json {
				return a.printJSON(append([]publish.Tool{program}, tools...))
			}
			w := &lines{to: a.Out}
			w.say("%s %s", program.Name, program.Version)
			for _, t := range tools {
				w.say("  %s %s", t.Name, t.Version)
			}
			return w.err
		},
	}
}

// versions lists the program and what the bytes of its files depend on besides.
func versions() (program publish.Tool, tools []publish.Tool) {
	tools = []publish.Tool{{Name: "go", Version: strings.TrimPrefix(runtime.Version(), "go")}}
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, d := range info.Deps {
			if slices.Contains([]string{"github.com/go-pdf/fpdf", "github.com/go-text/typesetting", "github.com/xuri/excelize/v2", "golang.org/x/image"}, d.Path) {
				tools = append(tools, publish.Tool{Name: d.Path, Version: d.Version})
			}
		}
	}
	return publish.Tool{Name: "nianbao", Version: Version}, tools
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
			return time.Time{}, usageError{fmt.Errorf("SOURCE_DATE_EPOCH %q: want seconds since 1970, up to the year 2999", value)}
		}
		return time.Unix(n, 0).UTC(), nil
	}
	return time.Time{}, nil
}
