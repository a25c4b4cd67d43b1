// Package bucket publishes releases in an S3-compatible store. It is the only importer of the S3 library.
//
// In: the address of a bucket, and the finished files of an edition with their manifest. Out: the release's objects,
// or an error and the release published before as it was. It must not know what the files contain.
//
// # What a reader may rely on
//
// Below the prefix, <area>/<period>/manifest.json is the manifest of the release that is published. Its files stand in
// <area>/releases/<period>/r<number>-<first twelve digits of its release digest>/, together with the same manifest,
// and so do those of every release before it. Objects in these folders are written once, before the manifest that
// points to them, and never changed after that.
//
// So a reader that takes the manifest first, and then the files it lists from the folder it points to, has one whole
// release, whatever is published meanwhile: one object changes, in one step. Folders that no manifest points to are
// left by runs that died or came second; nothing reads them.
//
// A store has no lock. The manifest is replaced only if it still is the one that was read before (If-Match,
// If-None-Match), and a run that comes second fails with [ErrOvertaken]. A store that ignores these conditions still
// has whole releases only, but of two runs for one edition at the same moment the last one wins.
package bucket
