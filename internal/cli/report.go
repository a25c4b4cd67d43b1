package cli

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"log/slog"

	"nianbao/internal/audit"
	"nianbao/internal/batch"
	"nianbao/internal/bucket"
	"nianbao/internal/dataset"
	"nianbao/internal/export"
	"nianbao/internal/message"
	"nianbao/internal/publish"
)

// report says on stderr what went wrong, and what to do where that is known.
func (a *app) report(err error) {
	if errors.As(err, new(reported)) {
		return
	}
	a.complain(told(err), hint(err), "exit_code", exitCode(err))
}

// also adds to how a run ended that something else went wrong, which is said at once unless it is all there is to say.
func (a *app) also(err, second error) error {
	if err == nil || second == nil {
		return errors.Join(err, second)
	}
	a.report(second)
	return err
}

// warn says on stderr what a person should see to, though nothing failed.
func (a *app) warn(text *message.Text) {
	if a.logFormat == "json" {
		a.logger().Warn(text.Error())
		return
	}
	(&lines{to: a.Err, lang: a.lang}).say("nianbao: warning: %s", text)
}

// complain says on stderr what is wrong, and what to do unless help is empty; attrs are names and values for machines.
func (a *app) complain(err error, help string, attrs ...any) {
	if a.logFormat == "json" {
		if help != "" {
			attrs = append(attrs, "hint", help)
		}
		a.logger().Error(reason(err), attrs...)
		return
	}
	w := &lines{to: a.Err, lang: a.lang}
	w.say("nianbao: error: %s", err)
	if help != "" {
		w.say("nianbao: hint: %s", message.Plain(help))
	}
}

func dropTime(_ []string, attr slog.Attr) slog.Attr {
	if attr.Key == slog.TimeKey {
		return slog.Attr{}
	}
	return attr
}

// told is what is told of an error: the error itself, unless a person has ended the run.
func told(err error) error {
	if errors.As(err, new(stopped)) {
		return message.Errorf("interrupted; what was published before is whole, and the next run goes on")
	}
	if errors.Is(err, context.Canceled) && !errors.As(err, new(*batch.StoppedError)) {
		return message.Errorf("interrupted; nothing was published, the edition published before stands as it was")
	}
	return err
}

// hint says what to do about an error, "" if that is not known.
func hint(err error) string {
	switch {
	case errors.As(err, new(*batch.StoppedError)):
		return "run again to do the areas that are left; what is published already is skipped"
	case errors.As(err, new(*batch.PartialError)):
		return "mend what the reasons point to and run again, with --replace if files or languages may vanish; what is published already is skipped"
	case errors.Is(err, context.Canceled):
		return ""
	case errors.As(err, new(unknownRuleError)):
		return "run nianbao explain for the list of all rules"
	case errors.As(err, new(usageError)):
		return "run nianbao --help, or nianbao COMMAND --help, for the flags and arguments there are"
	case errors.As(err, new(*export.NoAreaError)):
		return "name one with --area, or with area: in the configuration"
	case errors.As(err, new(*export.CheckError)):
		return "mend the data where the findings point to, or accept a finding by naming it, with a reason, under accepted: in the period's file; nianbao check lists them all"
	case errors.As(err, new(dataset.Errors)):
		return "mend the files at the lines named; docs/dataset.md describes the format"
	case errors.As(err, new(*export.NoDataError)):
		return "choose another --period, or add the period's file to the area's folder"
	case errors.As(err, new(noSystemError)):
		return "run it as root where systemd runs; nianbao schedule show prints what it would install, and docs/scheduling.md has a line for cron"
	case errors.As(err, new(outputError)):
		return "make room where the output goes; files that were to be published are published, only what there is to say could not be written"
	case errors.As(err, new(*audit.NoReleaseError)):
		return "name a release folder, or AREA/PERIOD with a number, as example/2024/r1 or r1.2, in the folder of --output; nianbao history AREA lists them"
	case errors.As(err, new(*audit.NoHistoryError)):
		return "choose another area or another folder with --output; nianbao export writes releases, and a draft is none"
	case errors.As(err, new(*export.LossError)):
		return "write elsewhere with --output, make a draft with --status draft, or say with --replace that they may go"
	case errors.As(err, new(*export.PublishError)), errors.As(err, new(*bucket.Error)), errors.Is(err, publish.ErrNoManifest), errors.Is(err, publish.ErrManifest):
		return cmp.Or(bucket.Hint(err), publish.Hint(err))
	case errors.As(err, new(*export.AreasError)) && errors.Is(err, fs.ErrNotExist):
		return "run nianbao in the project's folder, or name the folder of areas with --areas-dir or its configuration with --config"
	case errors.Is(err, fs.ErrPermission):
		return "make the file readable for the user nianbao runs as"
	default:
		return ""
	}
}
