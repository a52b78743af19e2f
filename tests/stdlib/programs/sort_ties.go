// Where equal elements end up in sorts that are not stable, on inputs of many shapes; and the calls that Sort makes.
package main

import (
	"fmt"
	"slices"
	"sort"
)

type rec struct{ key, id int }
type recs struct {
	r           []rec
	less, swaps int
}

func (r *recs) Len() int           { return len(r.r) }
func (r *recs) Less(i, j int) bool { r.less++; return r.r[i].key < r.r[j].key }
func (r *recs) Swap(i, j int)      { r.swaps++; r.r[i], r.r[j] = r.r[j], r.r[i] }

func main() {
	shapes := []func(i, n int) int{
		func(i, n int) int { return i * 7919 % 101 % 7 },
		func(i, n int) int { return i * i % 13 },
		func(i, n int) int { return 0 },
		func(i, n int) int { return i / 3 },
		func(i, n int) int { return (n - i) / 4 },
		func(i, n int) int { return min(i, n-i) },
		func(i, n int) int { return i % 2 },
		func(i, n int) int { return (i*2654435761 + 12345) % 1000003 % n },
		func(i, n int) int { return i ^ 5 },
		func(i, n int) int {
			if i == n/2 {
				return -1
			}
			return i
		},
		func(i, n int) int { return i % (n/4 + 1) },
	}
	for _, n := range []int{0, 1, 2, 5, 12, 13, 20, 40, 50, 51, 100, 333, 1000} {
		for k, shape := range shapes {
			in := make([]rec, n)
			for i := range in {
				in[i] = rec{shape(i, n), i}
			}
			a := &recs{r: slices.Clone(in)}
			sort.Sort(a)
			b := slices.Clone(in)
			sort.Slice(b, func(i, j int) bool { return b[i].key < b[j].key })
			c := slices.Clone(in)
			slices.SortFunc(c, func(x, y rec) int { return x.key - y.key })
			d := &recs{r: slices.Clone(in)}
			sort.Stable(d)
			e := slices.Clone(in)
			slices.SortStableFunc(e, func(x, y rec) int { return x.key - y.key })
			hash := func(r []rec) (h uint32) {
				for _, x := range r {
					h = h*31 + uint32(x.id)
				}
				return h
			}
			fmt.Println(n, k, hash(a.r), hash(b), hash(c), hash(d.r), hash(e), a.less, a.swaps)
		}
	}
}
