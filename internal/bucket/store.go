package bucket

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/minio/minio-go/v7"
	"github.com/minio/minio-go/v7/pkg/credentials"

	"nianbao/internal/message"
	"nianbao/internal/publish"
)

// Options say how to reach a store.
type Options struct {
	Endpoint string // URL of the store; "" for Amazon S3
	Region   string // "" to ask the store
	// The key to sign with. If they are empty the shared credentials file, a web identity and the machine's role are
	// tried, as other programs for S3 do.
	AccessKey, SecretKey, SessionToken string
	// Now is the moment of the run. What runs that died have left is removed if the store's clock says that it is a day
	// older; none is if Now is zero.
	Now time.Time
}

// Store is a place in a store, ready to be used. Several goroutines may use it.
type Store struct {
	Address
	client *minio.Client
	now    time.Time
}

// Open prepares the use of a store; it does not speak with it yet.
func Open(a Address, opt Options) (*Store, error) {
	host, secure := "s3.amazonaws.com", true
	if opt.Endpoint != "" {
		u, err := url.Parse(opt.Endpoint)
		if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" || strings.Trim(u.Path, "/") != "" {
			return nil, message.Errorf("endpoint %q: want http://HOST or https://HOST", opt.Endpoint)
		}
		host, secure = u.Host, u.Scheme == "https"
	}
	client, err := minio.New(host, &minio.Options{Creds: signer(opt), Secure: secure, Region: opt.Region})
	if err != nil {
		return nil, message.Errorf("open %s: %w", a, err)
	}
	return &Store{a, client, opt.Now}, nil
}

// signer finds the key to sign with.
func signer(opt Options) *credentials.Credentials {
	if opt.AccessKey != "" {
		return credentials.NewStaticV4(opt.AccessKey, opt.SecretKey, opt.SessionToken)
	}
	return credentials.NewChainCredentials([]credentials.Provider{
		&credentials.FileAWSCredentials{}, &credentials.IAM{},
	})
}

// ErrOvertaken says that another run published the edition at the same moment.
var ErrOvertaken = message.Errorf("another run published this edition meanwhile")

// object is what there is at a key.
type object struct {
	data []byte
	etag string // "" if there is nothing
}

// get reads a manifest; one that is not there has no ETag. Of one that is too large there is one byte too much.
func (s *Store) get(ctx context.Context, name string) (object, error) {
	o, err := s.client.GetObject(ctx, s.Bucket, s.key(name), minio.GetObjectOptions{})
	if err == nil {
		defer o.Close()
		var data []byte
		if data, err = io.ReadAll(io.LimitReader(o, publish.MostManifest+1)); err == nil {
			info, statErr := o.Stat()
			return object{data, info.ETag}, s.fault("read", name, statErr)
		}
	}
	if minio.ToErrorResponse(err).Code == minio.NoSuchKey {
		return object{}, nil
	}
	return object{}, s.fault("read", name, err)
}

// put writes an object. The store checks that it got what was sent.
func (s *Store) put(ctx context.Context, name, media string, data []byte) error {
	return s.write(ctx, name, data, minio.PutObjectOptions{ContentType: media, SendContentMd5: true})
}

// swap writes an object if what is there still is what was read, or nothing if nothing was.
func (s *Store) swap(ctx context.Context, name string, was object, data []byte) error {
	opt := minio.PutObjectOptions{ContentType: jsonMedia, SendContentMd5: true, CacheControl: "no-cache"}
	if was.etag == "" {
		opt.SetMatchETagExcept("*")
	} else {
		opt.SetMatchETag(was.etag)
	}
	return s.write(ctx, name, data, opt)
}

const jsonMedia = "application/json"

func (s *Store) write(ctx context.Context, name string, data []byte, opt minio.PutObjectOptions) error {
	opt.DisableMultipart = true // an edition's files are small, and one request is all or nothing
	_, err := s.client.PutObject(ctx, s.Bucket, s.key(name), bytes.NewReader(data), int64(len(data)), opt)
	// Amazon says 409 if two conditional writes meet at the same moment.
	if status := minio.ToErrorResponse(err).StatusCode; status == http.StatusPreconditionFailed || status == http.StatusConflict {
		err = ErrOvertaken
	}
	return s.fault("write", name, err)
}

// listed is an object as a list tells of it.
type listed struct {
	size    int64
	written time.Time // by the store's clock
}

// list lists the objects below a folder by name, with the folders they are in.
func (s *Store) list(ctx context.Context, folder string) (map[string]listed, error) {
	at := s.within(folder)
	found := map[string]listed{}
	for o := range s.client.ListObjects(ctx, s.Bucket, minio.ListObjectsOptions{Prefix: at, Recursive: true}) {
		if o.Err != nil {
			return nil, s.fault("list", folder, o.Err)
		}
		found[strings.TrimPrefix(o.Key, at)] = listed{o.Size, o.LastModified}
	}
	return found, nil
}

// folders lists the names of the folders in a folder.
func (s *Store) folders(ctx context.Context, folder string) ([]string, error) {
	at := s.within(folder)
	var names []string
	for o := range s.client.ListObjects(ctx, s.Bucket, minio.ListObjectsOptions{Prefix: at}) {
		if o.Err != nil {
			return nil, s.fault("list", folder, o.Err)
		}
		if name, ok := strings.CutSuffix(strings.TrimPrefix(o.Key, at), "/"); ok {
			names = append(names, name)
		}
	}
	return names, nil
}

// fault says what was being done to which object.
func (s *Store) fault(doing, name string, err error) error {
	if err == nil {
		return nil
	}
	return &Error{doing, s.url(name), err}
}

// Error says what could not be done to an object.
type Error struct {
	Doing string // read, write or list
	URL   string // s3://bucket/key
	Err   error
}

// Error gives the message in English.
func (e *Error) Error() string { return e.Message().Error() }

// Message names bucket and key.
func (e *Error) Message() *message.Text { return message.Of("%s %s: %v", e.Doing, e.URL, e.Err) }

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }
