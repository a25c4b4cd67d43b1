package export

// OutputVersion counts the changes to the bytes of the files that the program writes from the same data and configuration.
// It is raised with every such change, which TestOutputVersion holds, so that a program that writes the same files
// makes no new build of any release. What was written before the count began has version 1.
const OutputVersion = 9
