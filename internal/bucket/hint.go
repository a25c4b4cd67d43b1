package bucket

import (
	"errors"
	"net"

	"github.com/minio/minio-go/v7"
)

// Hint says what a person can do about an error of this package, in English, lower case and without full stop; "" if
// there is nothing to say.
func Hint(err error) string {
	var (
		ours  *Error
		reply minio.ErrorResponse
		wire  net.Error
	)
	switch {
	case errors.Is(err, ErrOvertaken):
		return "run again: what is published now is looked at anew"
	case !errors.As(err, &ours):
		return ""
	case errors.As(err, &reply):
		return hintFor(reply.Code)
	case errors.As(err, &wire):
		return "check the address of the store in AWS_ENDPOINT_URL, and that it can be reached from here"
	}
	return ""
}

// hintFor knows the store's own codes of errors.
func hintFor(code string) string {
	switch code {
	case minio.NoSuchBucket:
		return "make the bucket first, or name another one with --output"
	case minio.AccessDenied, "InvalidAccessKeyId", "SignatureDoesNotMatch", "ExpiredToken":
		return "check AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, and that this key may read, list and write below the prefix"
	case "AuthorizationHeaderMalformed", "PermanentRedirect":
		return "name the region of the bucket in AWS_REGION"
	}
	return ""
}
