// Panic: with an error type of one's own, printed through its Error method.
package main

import "fmt"

type HTTPError struct{ Code int }

func (e *HTTPError) Error() string { return fmt.Sprintf("status %d", e.Code) }

func main() {
	panic(&HTTPError{404})
}
