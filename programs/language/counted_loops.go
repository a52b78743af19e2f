// Loops over counters: sums that overflow, bounds that are just missed, panics in the middle, counters used afterwards.
package main

import "fmt"

var table = []int{1, 2, 3, 4, 5, 6, 7, 8}
var grid [4][4]int

type M struct {
	rows [][]int
	flat []int
	n    int
}

func (m *M) sum() int {
	t := 0
	for i := 0; i < m.n; i++ {
		for j := 0; j < m.n; j++ {
			t += m.rows[i][j] * m.flat[i*m.n+j]
		}
	}
	return t
}

func down(a []int) int {
	s := 0
	for i := len(a) - 1; i >= 0; i-- {
		s = s*3 + a[i]
		a[len(a)-1-i] ^= s & 7
	}
	return s
}

func pick(a []int, n int) (r int, err error) {
	defer func() {
		if e := recover(); e != nil {
			err = fmt.Errorf("%v after %d", e, r)
		}
	}()
	for i := 0; i < n; i++ {
		r += a[i]
	}
	return
}

func le(n int8) int {
	c := 0
	for i := int8(120); i <= n; i++ {
		c++
		if c > 300 {
			return c
		}
	}
	return c
}

func hist(a []int, h []int) {
	for _, x := range a {
		if x%2 == 0 {
			h[x%len(h)]++
			continue
		}
		h[0] += x
	}
}

func counted(n int) (i int) {
	defer func() { recover() }()
	for ; i < n; i++ {
	}
	return
}

func main() {
	fmt.Println(counted(5), counted(-1))
	s := 0
	for i := 0; i < 8; i++ {
		s += table[i] * table[7-i]
	}
	fmt.Println(s)
	for i := range grid {
		for j := range grid[i] {
			grid[i][j] = i*4 + j
		}
	}
	fmt.Println(grid)
	m := &M{rows: [][]int{{1, 2}, {3, 4}}, flat: []int{5, 6, 7, 8}, n: 2}
	fmt.Println(m.sum())
	fmt.Println(down(table), table, down(table[2:5]), table)
	fmt.Println(pick(table, 8))
	fmt.Println(pick(table, 9))
	fmt.Println(le(126), le(127))
	h := make([]int, 3)
	hist(table, h)
	hist(table[3:], h)
	fmt.Println(h)
	var sum uint8
	for i := 0; i < 1000; i++ {
		sum += uint8(i)
	}
	var big int = 1 << 62
	for i := 0; i < 10; i++ {
		big += 1 << 61
	}
	x := 7
	for ; x < 100; x += 9 {
	}
	y := 3
	for ; y < 0; y++ {
	}
	z := uint(5)
	for ; z > 0; z-- {
	}
	fmt.Println(sum, big, x, y, z)
	var np *M
	defer func() { fmt.Println(recover()) }()
	for i := 0; i < 3; i++ {
		s += np.flat[i]
	}
}
