#!/bin/sh
# Makes the dictionaries of this folder from those of OpenCC; see README.md.
# Usage: sh trim.sh <folder of the dictionaries> <their version>
set -eu
export LC_ALL=C
from=$(cd "$1" && pwd)
version=$2

# notices <what was changed> <file>...: the notices of a dictionary, up to its first blank line.
notices() {
	changed=$1
	shift
	echo '# Open Chinese Convert (OpenCC) Dictionary'
	echo "# Made from $* of OpenCC $version by trim.sh:"
	echo "# $changed."
	echo '# License: Apache-2.0 (see LICENSE)'
	echo '# Source: https://github.com/BYVoid/OpenCC'
	echo
}

# entries <file>...: key, tab, first value; no notes, sorted by bytes. Of two entries for a key the earlier counts.
entries() {
	cat "$@" | grep -v -e '^#' -e '^$' | sed 's/ .*//' | sort -s -u -t "$(printf '\t')" -k 1,1
}

cd "$(dirname "$0")"
common='notes and all values but the first left out, sorted by bytes'
{
	notices "$common" STPhrases.txt, STPhrases_GeneratedFromRegionalPhrases.txt
	entries "$from/STPhrases.txt" "$from/STPhrases_GeneratedFromRegionalPhrases.txt"
} >phrases.txt
{
	notices "$common, characters that stay as they are left out" STCharacters.txt
	entries "$from/STCharacters.txt" | awk -F '\t' '$1 != $2'
} >characters.txt
{
	notices "$common" TWVariants.txt, TWVariantsPhrases.txt
	entries "$from/TWVariants.txt" "$from/TWVariantsPhrases.txt"
} >variants.txt
{
	notices "$common, characters that are ordinary in simplified texts too left out" TSCharacters.txt
	# What people write in simplified texts all the same: 噁 in 二噁英, and where few fonts have the simplified form.
	grep -v -e '^#' -e '^$' -e '^拚' -e '^捱' -e '^摺' -e '^苧' -e '^薳' -e '^噁' "$from/TSCharacters.txt" |
		awk -F '\t' 'index($2, $1) == 0 && index($2, " ") < 5 && length($2) != 4' | entries -
} >simplified.txt
