package cli

import (
	"context"
	"strings"

	"nianbao/internal/audit"
	"nianbao/internal/bucket"
	"nianbao/internal/config"
	"nianbao/internal/export"
	"nianbao/internal/publish"
)

// store gives the release stores of the store that editions go to; nil if they go to a folder.
func (a *app) store(c *config.Config) (func(area, period string) export.ReleaseStore, error) {
	if !bucket.IsAddress(c.Output.Dir) {
		return nil, nil
	}
	store, err := a.openStore(c.Output.Dir)
	if err != nil {
		return nil, err
	}
	return func(area, period string) export.ReleaseStore { return store.ReleaseStore(area, period) }, nil
}

// openStore opens a place in a store. Key, address and region are those that other programs for S3 read from the
// environment.
func (a *app) openStore(at string) (*bucket.Store, error) {
	address, err := bucket.ParseAddress(at)
	if err != nil {
		return nil, usageError{err}
	}
	store, err := bucket.Open(address, bucket.Options{
		Endpoint:     a.variable("AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL"),
		Region:       a.variable("AWS_REGION", "AWS_DEFAULT_REGION"),
		AccessKey:    a.variable("AWS_ACCESS_KEY_ID"),
		SecretKey:    a.variable("AWS_SECRET_ACCESS_KEY"),
		SessionToken: a.variable("AWS_SESSION_TOKEN"),
		Now:          a.Now(),
	})
	if err != nil {
		return nil, usageError{err}
	}
	return store, nil
}

// place is where published editions are looked for: a folder, or a place in a store.
func (a *app) place(at string) (audit.Place, error) {
	if !bucket.IsAddress(at) {
		return audit.Folder(at), nil
	}
	store, err := a.openStore(at)
	if err != nil {
		return nil, err
	}
	return inStore{store}, nil
}

// inStore is a place in a store. The folders of releases never change there, so that none moves while it is read.
type inStore struct{ store *bucket.Store }

// String is the place's address.
func (s inStore) String() string { return s.store.String() }

// Editions implements [audit.Place].
func (s inStore) Editions(ctx context.Context, below string) ([]string, error) {
	return s.store.Editions(ctx, below)
}

// Releases implements [audit.Place].
func (s inStore) Releases(ctx context.Context, edition string) ([]publish.Past, error) {
	return s.store.Edition(edition).Releases(ctx)
}

// Pruned implements [audit.Place]: in a store nothing is said of what was removed.
func (s inStore) Pruned(string) publish.Past { return publish.Past{} }

// Open implements [audit.Place].
func (s inStore) Open(ctx context.Context, p publish.Past) (audit.Opened, error) {
	files, err := s.store.Files(ctx, p)
	return audit.Opened{Files: files}, err
}

// variable is the first of some environment variables that is set.
func (a *app) variable(names ...string) string {
	for _, name := range names {
		for _, e := range a.Env {
			if value, ok := strings.CutPrefix(e, name+"="); ok && value != "" {
				return value
			}
		}
	}
	return ""
}
