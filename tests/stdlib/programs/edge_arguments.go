package main

import (
	"bytes"
	"fmt"
	"math"
	"reflect"
	"slices"
	"sort"
	"strconv"
	"strings"
)

func try(what string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Printf("%s: %T %v\n", what, r, r)
		}
	}()
	f()
	fmt.Println(what, "returned")
}

// lazy counts the calls of a function that an iterator makes before it yields its first field.
func lazy() {
	calls := 0
	space := func(r rune) bool { calls++; return r == ' ' }
	for field := range strings.FieldsFuncSeq("ab c d", space) {
		fmt.Printf("%q after %d calls\n", field, calls)
		break
	}
	calls = 0
	for field := range bytes.FieldsFuncSeq([]byte(" ab é d"), space) {
		fmt.Printf("%q cap %d after %d calls\n", field, cap(field), calls)
	}
}

func main() {
	try("strings.Repeat overflow", func() { _ = strings.Repeat("ab", 1<<62) })
	try("strings.Repeat too long", func() { _ = strings.Repeat("a", 1<<62) })
	try("strings.Repeat of nothing", func() { _ = strings.Repeat("", 1<<62) })
	try("strings.Repeat negative", func() { _ = strings.Repeat("ab", -1) })
	try("bytes.Repeat overflow", func() { bytes.Repeat([]byte("ab"), 1<<62) })
	try("bytes.Repeat too long", func() { bytes.Repeat([]byte("ab"), 1<<61) })
	try("FormatFloat", func() { strconv.FormatFloat(1, 'g', -1, 16) })
	try("AppendFloat", func() { strconv.AppendFloat(nil, 1, 'g', -1, 0) })
	try("FieldsFuncSeq of no function", func() { strings.FieldsFuncSeq("a", nil) })
	try("Sscan into no variable", func() { fmt.Sscan("1", (*int)(nil)) })
	try("SortStableFunc by no function", func() { slices.SortStableFunc([]int{2, 1}, nil) })
	try("sort.Slice by no function", func() { sort.Slice([]int{2, 1}, nil) })
	try("strings.Map by no function", func() { strings.Map(nil, "ab") })
	try("FieldsFunc by no function", func() { strings.FieldsFunc("ab", nil) })
	fmt.Println(math.FMA(1e16, 1e308, 1), math.FMA(-1e16, 1e308, 1))
	lazy()

	try("Seq of the zero Value", func() { reflect.Value{}.Seq() })
	try("Seq2 of the zero Value", func() { reflect.Value{}.Seq2() })
	try("FieldByNameFunc of the zero Value", func() { reflect.Value{}.FieldByNameFunc(nil) })
	fmt.Println(reflect.Value{}.Comparable())
}
