// Is, As, AsType where it is there, Join, Unwrap and Errorf with %w.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
)

type codeErr struct{ code int }

func (e codeErr) Error() string { return fmt.Sprintf("code %d", e.code) }

type ptrErr struct{ msg string }

func (e *ptrErr) Error() string { return e.msg }

type isErr struct{ name string }

func (e isErr) Error() string        { return e.name }
func (e isErr) Is(target error) bool { return target == io.EOF }

type asErr struct{}

func (asErr) Error() string { return "asErr" }
func (asErr) As(target any) bool {
	if p, ok := target.(*codeErr); ok {
		*p = codeErr{99}
		return true
	}
	return false
}

type sliceErr []string

func (s sliceErr) Error() string { return fmt.Sprint([]string(s)) }

type temporary interface{ Temporary() bool }

var sentinel = errors.New("sentinel")

func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, "panicked:", r)
		}
	}()
	f()
}

func main() {
	a := errors.New("a")
	b := errors.New("a")
	fmt.Println(a == b, errors.Is(a, a), errors.Is(a, b), a)
	w := fmt.Errorf("level1: %w", sentinel)
	w2 := fmt.Errorf("level2: %w", w)
	fmt.Println(w2, errors.Is(w2, sentinel), errors.Unwrap(w2) == w, errors.Unwrap(errors.Unwrap(errors.Unwrap(w2))))
	fmt.Println(errors.Is(nil, nil), errors.Is(nil, a), errors.Is(a, nil), errors.Unwrap(nil))
	j := errors.Join(a, nil, w2)
	fmt.Println(j, errors.Is(j, sentinel), errors.Is(j, b), errors.Unwrap(j))
	fmt.Println(errors.Join(), errors.Join(nil, nil), errors.Join() == nil)
	fmt.Printf("%q %v\n", errors.Join(a, b).Error(), errors.Join(a))
	if u, ok := j.(interface{ Unwrap() []error }); ok {
		fmt.Println(len(u.Unwrap()))
	}
	var ce codeErr
	fmt.Println(errors.As(fmt.Errorf("x: %w", codeErr{7}), &ce), ce.code, ce)
	fmt.Println(errors.As(a, &ce), ce.code)
	fmt.Println(errors.As(asErr{}, &ce), ce.code)
	et, ok := errors.AsType[codeErr](fmt.Errorf("x: %w", codeErr{8}))
	fmt.Println(et, ok)
	et, ok = errors.AsType[codeErr](errors.Join(a, asErr{}))
	fmt.Println(et.code, ok)
	_, ok = errors.AsType[*ptrErr](a)
	fmt.Println(ok)
	var pe *ptrErr
	fmt.Println(errors.As(errors.Join(a, &ptrErr{"ptr"}), &pe), pe)
	fmt.Println(errors.Is(isErr{"n"}, io.EOF), errors.Is(fmt.Errorf("%w", isErr{"n"}), io.EOF), errors.Is(io.EOF, isErr{"n"}))
	multi := fmt.Errorf("%w; %w; %v", codeErr{1}, sentinel, io.EOF)
	fmt.Println(multi, errors.Is(multi, sentinel), errors.Is(multi, io.EOF), errors.Is(multi, codeErr{1}), errors.Is(multi, codeErr{2}), errors.Unwrap(multi))
	var tmp temporary
	fmt.Println(errors.As(fmt.Errorf("t: %w", context.DeadlineExceeded), &tmp), tmp != nil && tmp.Temporary())
	fmt.Println(errors.Is(sliceErr{"x"}, sliceErr{"x"}), errors.Is(fmt.Errorf("%w", sliceErr{"x"}), sentinel))
	var se sliceErr
	fmt.Println(errors.As(fmt.Errorf("%w", sliceErr{"x", "y"}), &se), se)
	_, err := strconv.Atoi("zz")
	var ne *strconv.NumError
	fmt.Println(errors.As(err, &ne), ne.Func, ne.Num, ne.Err, errors.Is(err, strconv.ErrSyntax))
	fmt.Printf("%T %T %T %T %T\n", a, w, multi, j, err)
	fmt.Printf("%v|%+v|%#v\n", codeErr{1}, codeErr{1}, codeErr{1})
	try("nil target", func() { errors.As(a, nil) })
	try("non-pointer", func() { errors.As(a, codeErr{}) })
	try("nil pointer", func() { errors.As(a, (*codeErr)(nil)) })
	try("not an error", func() { var s string; errors.As(a, &s) })
	var anyErr error
	fmt.Println(errors.As(w2, &anyErr), anyErr == w2)
	fmt.Println(fmt.Errorf("%d %s", 1, "x"), errors.Unwrap(fmt.Errorf("%v", a)))
	fmt.Println(errors.Unwrap(fmt.Errorf("%w", nil)), fmt.Errorf("wrap %w", nil))
	fmt.Println(errors.Unwrap(fmt.Errorf("%[2]w %[1]s", "x", a)) == a)
	fmt.Println(errors.ErrUnsupported, os.ErrNotExist, io.ErrUnexpectedEOF, context.Canceled)
}
