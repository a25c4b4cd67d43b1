package cli

import (
	"strings"

	"nianbao/internal/bucket"
	"nianbao/internal/config"
	"nianbao/internal/export"
)

// store gives the shelves of the store that editions go to; nil if they go to a folder. Key, address and region are
// those that other programs for S3 read from the environment.
func (a *app) store(c *config.Config) (func(area, period string) export.Shelf, error) {
	if !bucket.IsAddress(c.Output.Dir) {
		return nil, nil
	}
	address, err := bucket.ParseAddress(c.Output.Dir)
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
	return func(area, period string) export.Shelf { return store.Shelf(area, period) }, nil
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
