// Package bucket publishes releases in an S3-compatible store, and reads them there. It is the only importer of the S3
// library.
//
// In: the address of a bucket, and the finished files of an edition with their manifest. Out: the release's objects,
// or an error and the release published before as it was. It must not know what the files contain.
//
// # What a reader may rely on
//
// Below the prefix, <area>/<period>/manifest.json is the manifest of the release that is published. Its files stand in
// <area>/releases/<period>/<name>-<first twelve digits of its build digest>/, where the name is that of the build, as r3
// or r3.2, together with the same manifest, and so do those of every build before it. Objects in these folders are
// written before the manifest that points to them, and stay as they are after that: only a release that was damaged is
// written there again.
//
// So a reader that takes the manifest first, and then the files it lists from the folder it points to, has one whole
// release, whatever is published meanwhile: one object changes, in one step.
//
// A draft is no release. Its manifest is <area>/<period>.draft/manifest.json, and its files stand in
// <area>/<period>.draft/<first twelve digits of its build digest>/. They are removed when the next draft has taken its
// place, so a reader that does not find one of them takes the manifest anew.
//
// A store has no lock. The manifest is replaced only if it still is the one that was read before (If-Match,
// If-None-Match), and a run that comes second fails with [ErrOvertaken], unless both have made the same, down to the
// last byte. A store that ignores these conditions still has whole releases only, but of two runs for one edition at
// the same moment the last one wins.
//
// # What is removed
//
// A run that is overtaken, or whose writes fail, removes the folder that it has written, unless a manifest points to
// it, or may point to it yet. One that is killed leaves its folder. The next run that publishes this edition removes
// such folders: those that neither the published manifest nor one before it points to, and of which every object is
// older than a day. The age is that between the store's clock, which stamps objects, and [Options.Now]: a machine whose
// clock is a day ahead can remove what another one is writing. What has another name than a folder of a build stays, and
// so do folders with a lower number than the oldest release that is known, where someone has cleared away releases, and
// those with a higher number than the published one. To remove objects is asked for and not relied upon: a key that may
// not do so leaves them where they are, and nothing reads them.
package bucket
