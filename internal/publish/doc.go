// Package publish turns files into a release: a folder with a manifest of checksums, written all or nothing.
//
// In: the finished files of an edition in memory, and the content of its manifest. Out: the release's folder, replaced
// in one step. For an existing folder, it tells whether the files match the manifest.
//
// If anything fails, the previously published edition is unchanged and no partial files are left. Files that people add
// to the folder stay there. The package must not know what the files contain, write text for the readers of an
// edition, or use a clock.
//
// A program that reads a release while another is being published must open the folder once and read all files through
// that handle ([os.OpenRoot]); it then sees files of one release only. If a file is missing, the release was
// superseded; reopening the folder gives the whole new release.
package publish
