package main

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"sort"
	"strings"
)

type name string

func (n name) String() string  { return string(n) }
func (n *name) Error() string  { return "" }
func (n name) GoString() string { return "" }

func main() {
	n := name("a")
	xs := []int{2, 1}
	fmt.Sprintf("%d", 1)
	fmt.Sprint("x")
	(fmt.Errorf("x"))
	errors.New("x")
	sort.Reverse(sort.IntSlice(xs))
	slices.Insert(xs, 1)
	slices.Clone(xs)
	slices.Sort(xs)
	maps.Keys(map[int]int{})
	context.WithValue(context.Background(), n, 1)
	n.String()
	n.Error()
	n.GoString()
	var s fmt.Stringer = n
	s.String()
	var e error = &n
	e.Error()
	strings.ToUpper("x")
	_ = fmt.Sprintf("%d", 1)
	defer fmt.Sprint("x")
	new(strings.Builder).String()
}
