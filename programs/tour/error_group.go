// Error group: run tasks together, keep the first error, and cancel the rest.
package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
)

type Group struct {
	wg     sync.WaitGroup
	once   sync.Once
	err    error
	cancel context.CancelFunc
}

func WithContext(ctx context.Context) (*Group, context.Context) {
	ctx, cancel := context.WithCancel(ctx)
	return &Group{cancel: cancel}, ctx
}

func (g *Group) Go(task func() error) {
	g.wg.Add(1)
	go func() {
		defer g.wg.Done()
		if err := task(); err != nil {
			g.once.Do(func() {
				g.err = err
				g.cancel()
			})
		}
	}()
}

func (g *Group) Wait() error {
	g.wg.Wait()
	g.cancel()
	return g.err
}

func main() {
	group, ctx := WithContext(context.Background())
	for range 3 {
		group.Go(func() error {
			<-ctx.Done() // would work for ever, but gives up when a sibling fails
			return ctx.Err()
		})
	}
	group.Go(func() error { return errors.New("disk on fire") })
	fmt.Println("failed:", group.Wait())

	group, _ = WithContext(context.Background())
	group.Go(func() error { return nil })
	fmt.Println("fine:", group.Wait())
}
