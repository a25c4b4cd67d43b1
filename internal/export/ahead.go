package export

import (
	"context"
	"runtime"

	"nianbao/internal/message"
)

// ahead does something for each area on all cores, a few areas ahead of whoever takes the results, which are in the order
// of the areas. It ends when the context does.
func ahead[T any](ctx context.Context, areas []string, do func(area string) T) <-chan chan T {
	queue := make(chan chan T, runtime.GOMAXPROCS(0))
	go func() {
		defer close(queue)
		for _, area := range areas {
			result := make(chan T, 1)
			select {
			case queue <- result:
				go func() { result <- do(area) }()
			case <-ctx.Done():
				return
			}
		}
	}()
	return queue
}

// CheckAll checks the data of areas, see [Check], and tells of each in their order. The error is that of tell, or of an
// interrupted context.
func CheckAll(ctx context.Context, job Job, areas []string, tell func(area string, c *Checked, err error) error) error {
	type checked struct {
		area string
		*Checked
		err error
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	for result := range ahead(ctx, areas, func(area string) (c checked) {
		c.area = area
		defer message.Caught(&c.err)
		one, settings := job, *job.Config
		settings.Area = area
		one.Config = &settings
		c.Checked, c.err = Check(ctx, one)
		return c
	}) {
		c := <-result
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := tell(c.area, c.Checked, c.err); err != nil {
			return err
		}
	}
	return ctx.Err()
}
