package bucket

import (
	"regexp"
	"strings"

	"nianbao/internal/message"
)

// scheme is how the address of a place in a store begins.
const scheme = "s3://"

// IsAddress reports whether a place to write to is meant as one in a store, and not as a folder.
func IsAddress(s string) bool { return strings.HasPrefix(s, scheme) }

// Address is a place in a store.
type Address struct {
	Bucket string
	Prefix string // without slashes at its ends; "" for the whole bucket
}

// bucketForm is that of a bucket's name: <https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html>.
var bucketForm = regexp.MustCompile(`^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$`)

// ParseAddress reads s3://bucket or s3://bucket/prefix.
func ParseAddress(s string) (Address, error) {
	rest, ok := strings.CutPrefix(s, scheme)
	bucket, prefix, _ := strings.Cut(rest, "/")
	if !ok || !bucketForm.MatchString(bucket) {
		return Address{}, message.Errorf("%q: want s3://BUCKET or s3://BUCKET/PREFIX, the bucket of 3 to 63 lower-case letters, digits, dots and dashes", s)
	}
	prefix = strings.TrimSuffix(prefix, "/")
	for part := range strings.SplitSeq(prefix, "/") {
		if prefix != "" && (part == "" || part == "." || part == "..") {
			return Address{}, message.Errorf("%q: a prefix has no empty parts, and none of dots alone", s)
		}
	}
	return Address{bucket, prefix}, nil
}

// String gives s3://bucket/prefix.
func (a Address) String() string { return a.url("") }

// url names an object for a person.
func (a Address) url(key string) string {
	return strings.TrimSuffix(scheme+a.Bucket+"/"+a.key(key), "/")
}

// key is that of an object below the prefix.
func (a Address) key(name string) string {
	return strings.Trim(a.Prefix+"/"+name, "/")
}

// within is how the keys of all objects in a folder begin.
func (a Address) within(folder string) string {
	if key := a.key(folder); key != "" {
		return key + "/"
	}
	return ""
}
