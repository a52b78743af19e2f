// Panic: with a wrapped error.
package main

import (
	"errors"
	"fmt"
)

func main() {
	panic(fmt.Errorf("saving: %w", errors.New("disk full")))
}
