// Package script turns Chinese in simplified characters into Chinese in traditional characters, in the forms
// of the Taiwan standard and without changing vocabulary, as the chain s2tw of OpenCC does (its plain s2t writes
// characters no longer in use, as 羣衆 for 群眾). The dictionaries in the folder opencc are OpenCC's, under the
// Apache License 2.0; the README there says what was left out of them.
//
// In: any text. Out: the text with its Chinese converted, character for character; everything else, invalid
// UTF-8 included, is unchanged.
//
// It must not know languages, texts or areas, and knows no wording that the dictionaries lack: who needs
// another one writes it out.
//
// The dictionaries are plain, sorted text (1 MB), searched where it lies in the program; only an index of first
// characters is made, once and when first asked for. That takes 1 ms and 0.7 MB. Unpacking the same text from
// 0.4 MB of gzip took 6 ms and 2.2 MB, and a map of all entries 3 ms and 2.9 MB; and plain text can be compared
// with the next release of OpenCC line by line. Converting takes about 0.2 µs a character.
package script
