// Packages sort, slices, maps and cmp.
package main

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"slices"
	"sort"
	"strings"
)

type person struct {
	Name string
	Age  int
}
type byAge []person

func (a byAge) Len() int           { return len(a) }
func (a byAge) Swap(i, j int)      { a[i], a[j] = a[j], a[i] }
func (a byAge) Less(i, j int) bool { return a[i].Age < a[j].Age }

func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, "panicked:", r)
		}
	}()
	f()
}

func main() {
	ints := []int{5, 2, 8, -1, 0, 2}
	sort.Ints(ints)
	fmt.Println(ints, sort.IntsAreSorted(ints), sort.SearchInts(ints, 2), sort.SearchInts(ints, 100))
	strs := []string{"b", "A", "c", "", "aa"}
	sort.Strings(strs)
	fmt.Printf("%q %v %d\n", strs, sort.StringsAreSorted(strs), sort.SearchStrings(strs, "b"))
	fl := []float64{2, math.NaN(), -1, math.Inf(1), 0}
	sort.Float64s(fl)
	fmt.Println(fl, sort.Float64sAreSorted(fl), sort.SearchFloat64s(fl[1:], 0))
	people := []person{{"A", 30}, {"B", 20}, {"C", 30}, {"D", 10}}
	first := &people[0]
	sort.Sort(byAge(people))
	fmt.Println(people[0], people[1], *first, sort.IsSorted(byAge(people)))
	sort.Sort(sort.Reverse(byAge(people)))
	fmt.Println(people[0].Age, people[3].Age)
	people = []person{{"A", 30}, {"B", 20}, {"C", 30}, {"D", 20}, {"E", 30}}
	p0 := &people[0]
	sort.Stable(byAge(people))
	fmt.Println(people)
	sort.SliceStable(people, func(i, j int) bool { return people[i].Name > people[j].Name })
	fmt.Println(people, *p0)
	sort.Slice(people, func(i, j int) bool {
		return people[i].Age < people[j].Age || people[i].Age == people[j].Age && people[i].Name < people[j].Name
	})
	fmt.Println(people, sort.SliceIsSorted(people, func(i, j int) bool { return people[i].Age < people[j].Age }))
	sort.Sort(sort.Reverse(sort.IntSlice(ints)))
	fmt.Println(ints)
	sort.Sort(sort.StringSlice(strs))
	sort.Float64Slice(fl).Sort()
	fmt.Println(sort.Search(100, func(i int) bool { return i*i >= 50 }), sort.Search(0, func(int) bool { return true }))
	fmt.Println(sort.Find(5, func(i int) int { return cmp.Compare(3, i) }))
	big := make([]int, 1000)
	for i := range big {
		big[i] = i * 7919 % 1000
	}
	sort.Sort(sort.IntSlice(big))
	fmt.Println(sort.IntsAreSorted(big), big[0], big[999])
	try("sort.Slice", func() { sort.Slice(5, func(i, j int) bool { return false }) })

	s := []int{3, 1, 2}
	slices.Sort(s)
	fmt.Println(s, slices.IsSorted(s), slices.Contains(s, 2), slices.Index(s, 3), slices.Index(s, 9), slices.Max(s), slices.Min(s))
	fmt.Println(slices.BinarySearch(s, 2))
	fmt.Println(slices.BinarySearch(s, 7))
	fmt.Println(slices.BinarySearchFunc(people, 30, func(p person, age int) int { return cmp.Compare(p.Age, age) }))
	slices.Reverse(s)
	fmt.Println(s, slices.Equal(s, []int{3, 2, 1}), slices.Clone(s), slices.Compare(s, []int{3, 3}), slices.Compare(s, s[:2]))
	fmt.Println(slices.Insert([]int{1, 2, 3}, 1, 9, 8), slices.Delete([]int{0, 1, 2, 3}, 1, 3), slices.Replace([]int{0, 1, 2, 3}, 1, 3, 7, 7, 7), slices.Replace([]int{0, 1, 2, 3}, 1, 4))
	fmt.Println(slices.Compact([]int{1, 1, 2, 2, 2, 3, 1}), slices.CompactFunc([]string{"a", "A", "b"}, strings.EqualFold))
	fmt.Println(slices.Concat([]int{1}, nil, []int{2, 3}), slices.Repeat([]int{1, 2}, 2), slices.IndexFunc(s, func(x int) bool { return x < 3 }))
	fmt.Println(slices.ContainsFunc(s, func(x int) bool { return x > 5 }), slices.DeleteFunc([]int{1, 2, 3, 4}, func(x int) bool { return x%2 == 0 }))
	shared := []int{0, 1, 2, 3, 4}
	rest := slices.Delete(shared, 1, 3)
	fmt.Println(shared, rest, len(rest), cap(rest))
	roomy := make([]int, 3, 10)
	more := slices.Insert(roomy, 1, 5, 6)
	fmt.Println(more, len(more), cap(more), roomy[:3])
	slices.SortFunc(people, func(a, b person) int {
		return cmp.Or(-cmp.Compare(a.Age, b.Age), strings.Compare(a.Name, b.Name))
	})
	fmt.Println(people)
	slices.SortStableFunc(people, func(a, b person) int { return cmp.Compare(len(a.Name), len(b.Name)) })
	fmt.Println(people, slices.IsSortedFunc(people, func(a, b person) int { return 0 }))
	fmt.Println(slices.MaxFunc(people, func(a, b person) int { return cmp.Compare(a.Age, b.Age) }), slices.MinFunc(people, func(a, b person) int { return cmp.Compare(a.Age, b.Age) }))
	fmt.Println(len(slices.Grow([]int{1}, 10)), cap(slices.Clip(make([]int, 2, 10))), slices.EqualFunc(s, []string{"3", "2", "1"}, func(a int, b string) bool { return fmt.Sprint(a) == b }))
	fs := []float64{2, math.NaN(), 1}
	slices.Sort(fs)
	fmt.Println(fs, slices.Max(fs), slices.Min([]float64{1, 2}))
	fmt.Println(slices.Collect(slices.Values([]string{"x", "y"})), slices.Sorted(maps.Keys(map[string]int{"b": 1, "a": 2})), slices.Sorted(maps.Values(map[string]int{"b": 1, "a": 2})))
	for i, v := range slices.Backward([]string{"p", "q"}) {
		fmt.Print(i, v, " ")
	}
	for i, v := range slices.All([]string{"p", "q"}) {
		fmt.Print(i, v, " ")
	}
	for c := range slices.Chunk([]int{1, 2, 3, 4, 5}, 2) {
		fmt.Print(c, cap(c), " ")
	}
	fmt.Println(slices.AppendSeq([]int{0}, slices.Values([]int{1, 2})), slices.SortedFunc(slices.Values([]int{1, 3, 2}), func(a, b int) int { return b - a }))
	try("min", func() { slices.Min([]int{}) })
	try("max", func() { slices.Max([]int{}) })
	try("minf", func() { slices.MinFunc([]int{}, cmp.Compare[int]) })
	try("insert", func() { slices.Insert([]int{1}, 5, 1) })
	try("delete", func() { slices.Delete([]int{1, 2}, 1, 5) })
	try("delete order", func() { slices.Delete([]int{1, 2}, 2, 1) })
	try("grow", func() { slices.Grow([]int{1}, -1) })
	try("chunk", func() { slices.Chunk([]int{1}, 0) })
	try("repeat", func() { slices.Repeat([]int{1}, -1) })

	m := map[string]int{"a": 1, "b": 2}
	c := maps.Clone(m)
	c["c"] = 3
	fmt.Println(maps.Equal(m, c), len(m), maps.EqualFunc(m, m, func(a, b int) bool { return a == b }))
	maps.Copy(m, map[string]int{"z": 26})
	maps.DeleteFunc(m, func(k string, v int) bool { return v == 1 })
	fmt.Println(m, maps.Collect(slices.All([]string{"x", "y"})), maps.Clone(map[int]int(nil)) == nil)
	total := 0
	for _, v := range maps.All(c) {
		total += v
	}
	maps.Insert(c, maps.All(map[string]int{"q": 9}))
	fmt.Println(total, c)
	fmt.Println(cmp.Compare(1, 2), cmp.Compare("b", "a"), cmp.Compare(math.NaN(), 1), cmp.Compare(1, math.NaN()), cmp.Compare(math.NaN(), math.NaN()), cmp.Less(math.NaN(), 1), cmp.Less(2, 1), cmp.Or(0, 3, 2), cmp.Or("", "d"), cmp.Or[int]())
}
