// Package script converts Chinese from simplified to traditional characters, in the forms of the Taiwan standard and
// without changing vocabulary. It follows the chain s2tw of OpenCC (OpenCC's plain s2t writes obsolete characters, such
// as 羣衆 for 群眾). The dictionaries in the folder opencc are OpenCC's, under the Apache License 2.0; the README there
// says what was left out of them.
//
// In: any text. Out: the text with its Chinese converted, character for character; everything else, including invalid
// UTF-8, is unchanged.
//
// The list names.txt goes before the dictionaries: official words and names of places that they have wrong. Callers write
// out any other wording. [Doubtful] and [DoubtfulPlace] tell what the lists leave open. The package must not know languages or
// texts.
//
// The dictionaries are plain, sorted text (1 MB), searched in place in the program. Only an index of first characters
// is built, once, on first use; it takes 1 ms and 0.7 MB. Unpacking the same text from 0.4 MB of gzip took 6 ms and 2.2
// MB, and a map of all entries 3 ms and 2.9 MB. Plain text can also be compared line by line with the next release of
// OpenCC. Converting takes about 0.3 µs per character.
package script
