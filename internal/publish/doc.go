// Package publish makes files a release: a folder with a manifest that vouches for them, all or nothing.
//
// In: the finished files of an edition in memory, and what is to be said of them. Out: the release's folder,
// replaced in one step; and, for a folder given back, whether its files are those of its manifest.
//
// Whatever fails, the edition published before stays as it was, and nothing half-written is left. Files that
// people put into the folder stay there. The package must not know what the files contain, word anything for
// the readers of an edition, or know a clock.
//
// A program that reads a release while another is published opens the folder once and reads all files through
// that handle ([os.OpenRoot]): it then sees files of one release only. If one of them has gone, the release was
// superseded, and opening the folder anew gives the whole of the new one.
package publish
