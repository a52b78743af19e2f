// Errors: results and errors of goroutines travel together, and wrapped errors can be looked into.
package main

import (
	"errors"
	"fmt"
)

var ErrNotFound = errors.New("not found")

type ParseError struct {
	Line int
	Msg  string
}

func (e *ParseError) Error() string { return fmt.Sprintf("line %d: %s", e.Line, e.Msg) }

func load(name string) error {
	switch name {
	case "good":
		return nil
	case "broken":
		return fmt.Errorf("load %q: %w", name, &ParseError{3, "missing brace"})
	}
	return fmt.Errorf("load %q: %w", name, ErrNotFound)
}

func main() {
	for _, name := range []string{"good", "broken", "gone"} {
		result := make(chan error)
		go func() { result <- load(name) }()
		err := <-result
		var perr *ParseError
		switch {
		case err == nil:
			fmt.Println("ok")
		case errors.As(err, &perr):
			fmt.Println("look at line", perr.Line, "-", err)
		case errors.Is(err, ErrNotFound):
			fmt.Println("create it -", err)
		}
	}
	fmt.Println(errors.Join(ErrNotFound, errors.New("and more")))
}
