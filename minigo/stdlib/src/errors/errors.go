// Package errors makes, wraps and examines error values.
package errors

type errorString struct {
	s string
}

func (e *errorString) Error() string { return e.s }

// New returns a distinct error with the given text.
func New(text string) error { return &errorString{text} }

// ErrUnsupported says that an operation cannot be performed.
var ErrUnsupported = New("unsupported operation")

// Unwrap returns the error that err wraps, if its Unwrap method returns one error.
func Unwrap(err error) error {
	if u, ok := err.(interface{ Unwrap() error }); ok {
		return u.Unwrap()
	}
	return nil
}

// equal reports whether two errors are equal, and false instead of a panic for uncomparable ones.
func equal(a, b error) bool

// Is reports whether err or an error that it wraps equals target or says so by a method Is.
func Is(err, target error) bool {
	if err == nil || target == nil {
		return err == nil && target == nil
	}
	for {
		if equal(err, target) {
			return true
		}
		if x, ok := err.(interface{ Is(error) bool }); ok && x.Is(target) {
			return true
		}
		switch x := err.(type) {
		case interface{ Unwrap() error }:
			err = x.Unwrap()
			if err == nil {
				return false
			}
		case interface{ Unwrap() []error }:
			for _, e := range x.Unwrap() {
				if e != nil && Is(e, target) {
					return true
				}
			}
			return false
		default:
			return false
		}
	}
}

// assign stores err in what target points to when its type allows; it panics for a target that As refuses.
func assign(err error, target any) bool

// As finds the first error in err's tree that can be stored in what target points to, and stores it.
func As(err error, target any) bool {
	if err == nil {
		return false
	}
	for {
		if assign(err, target) {
			return true
		}
		if x, ok := err.(interface{ As(any) bool }); ok && x.As(target) {
			return true
		}
		switch x := err.(type) {
		case interface{ Unwrap() error }:
			err = x.Unwrap()
			if err == nil {
				return false
			}
		case interface{ Unwrap() []error }:
			for _, e := range x.Unwrap() {
				if e != nil && As(e, target) {
					return true
				}
			}
			return false
		default:
			return false
		}
	}
}

type joinError struct {
	errs []error
}

// Join wraps the errors that are not nil; nil if there are none.
func Join(errs ...error) error {
	e := &joinError{}
	for _, err := range errs {
		if err != nil {
			e.errs = append(e.errs, err)
		}
	}
	if len(e.errs) == 0 {
		return nil
	}
	return e
}

func (e *joinError) Error() string {
	text := ""
	for i, err := range e.errs {
		if i > 0 {
			text += "\n"
		}
		text += err.Error()
	}
	return text
}

func (e *joinError) Unwrap() []error { return e.errs }

// AsType finds the first error in err's tree that is an E.
func AsType[E error](err error) (E, bool) {
	var zero E
	for err != nil {
		if e, ok := err.(E); ok {
			return e, true
		}
		if x, ok := err.(interface{ As(any) bool }); ok {
			var e E
			if x.As(&e) {
				return e, true
			}
		}
		switch x := err.(type) {
		case interface{ Unwrap() error }:
			err = x.Unwrap()
		case interface{ Unwrap() []error }:
			for _, child := range x.Unwrap() {
				if e, ok := AsType[E](child); ok {
					return e, true
				}
			}
			return zero, false
		default:
			return zero, false
		}
	}
	return zero, false
}
