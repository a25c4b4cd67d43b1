//go:build !unix

package file

// unwaiting is nothing: no file of a folder makes opening wait.
const unwaiting = 0
