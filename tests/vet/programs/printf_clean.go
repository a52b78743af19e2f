package main

import (
	"errors"
	"fmt"
	"os"
	"time"
)

type state int

func (s state) String() string { return [...]string{"idle", "busy"}[s] }

type tree struct {
	left, right *tree
	value       int
}

func (t *tree) String() string {
	if t == nil {
		return "()"
	}
	return fmt.Sprintf("(%v %d %v)", t.left, t.value, t.right)
}

func main() {
	err := errors.New("x")
	fmt.Printf("%-10s|%8.3f|%+d|%x\n", "a", 1.5, 3, []byte("x"))
	fmt.Printf("%v %+v %#v %T\n", &tree{}, err, err, nil)
	fmt.Printf("%s %d %v\n", state(1), state(1), time.Second)
	fmt.Printf("%[2]*[1]d %[3]q\n", 5, 6, "a")
	fmt.Printf("100%%\n")
	fmt.Printf("%6d|%-6d|%06d\n", 1, 2, 3)
	fmt.Println("100%", "50% off", err)
	fmt.Fprintln(os.Stderr, "done")
	_ = fmt.Errorf("while doing: %w", err)
	fmt.Printf("%c%c %U\n", 'a', 98, 'c')
	fmt.Printf("%t %p\n", true, &err)
	format := "%d\n"
	fmt.Printf(format, 1)
	fmt.Printf("%v\n", func() int { return 1 }())
}
