// Package county invents counties, for tests and measurements of many editions: any number of them, each with
// figures, names, projects and sentences of its own, and always the same ones.
//
// In: how many, and how large. Out: the files of an areas' folder, in the format of docs/dataset.md. Everything is
// invented and marked as sample data. The program never calls it.
package county
