// Package bucket publishes releases to an S3-compatible store and reads them back. It is the only importer of the S3
// library.
//
// In: the address of a bucket, and the finished files of an edition with their manifest. Out: the release's objects, or
// an error, with the previously published release unchanged. It must not know what the files contain.
//
// # What a reader may rely on
//
// Below the prefix, <area>/<period>/manifest.json is the manifest of the published release. The files of the release
// are in <area>/releases/<period>/<name>-<first twelve digits of its build digest>/, together with a copy of the
// manifest; name is that of the build, r3 or r3.2. All earlier builds are stored the same way. Objects in these folders
// are written before the manifest that points to them, and do not change afterwards; only a damaged release is written
// again.
//
// So a reader that takes the manifest first, and then the files it lists from the folder it points to, always has one
// whole release: publishing changes one object, in one step.
//
// A draft is not a release. Its manifest is <area>/<period>.draft/manifest.json, and its files are in
// <area>/<period>.draft/<first twelve digits of its build digest>/. They are removed once the next draft is in place,
// so a reader that misses one of them reads the manifest again.
//
// A store has no lock. The manifest is replaced only if it is still the one that was read before (If-Match,
// If-None-Match). A run that comes second fails with [ErrOvertaken], unless both have made the same bytes. A store that
// ignores these conditions still holds only whole releases, but of two simultaneous runs for one edition the last one
// wins.
//
// # What is removed
//
// A run that is overtaken, or whose writes fail, removes the folder it has written, unless a manifest points to it or
// may yet point to it. A killed run leaves its folder behind. The next run that publishes the edition removes every
// folder that no published or earlier manifest points to and whose objects are all older than a day. The age is the
// difference between the store's timestamps and [Options.Now], so a machine whose clock is a day ahead can remove what
// another one is writing. These folders stay: any that is not named like the folder of a build; any with a lower number
// than the oldest known release, because someone has cleared away releases; and any with a higher number than the
// published one. Removal is best effort: if the key may not remove objects, they stay, and nothing reads them.
package bucket
