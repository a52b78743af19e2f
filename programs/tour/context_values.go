// Context values: request-scoped data travels down the calls under a private key type.
package main

import (
	"context"
	"fmt"
)

type key int

const (
	userKey key = iota
	traceKey
)

func handle(ctx context.Context, done chan<- string) {
	user, ok := ctx.Value(userKey).(string)
	if !ok {
		user = "anonymous"
	}
	done <- fmt.Sprint(user, " ", ctx.Value(traceKey))
}

func main() {
	base := context.WithValue(context.Background(), traceKey, 17)
	alice := context.WithValue(base, userKey, "alice")
	done := make(chan string)

	go handle(alice, done)
	fmt.Println(<-done)
	go handle(base, done)
	fmt.Println(<-done)
	fmt.Println(base.Value("no such key"))
}
