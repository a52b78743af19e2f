// The product of two matrices of type [][]float64.
package main

import "fmt"

const size = 270

func matrix(n int, f func(i, j int) float64) [][]float64 {
	m := make([][]float64, n)
	for i := range m {
		m[i] = make([]float64, n)
		for j := range m[i] {
			m[i][j] = f(i, j)
		}
	}
	return m
}

func multiply(a, b [][]float64) [][]float64 {
	n := len(a)
	c := matrix(n, func(i, j int) float64 { return 0 })
	for i := 0; i < n; i++ {
		for j := 0; j < n; j++ {
			sum := 0.0
			for k := 0; k < n; k++ {
				sum += a[i][k] * b[k][j]
			}
			c[i][j] = sum
		}
	}
	return c
}

func main() {
	a := matrix(size, func(i, j int) float64 { return float64(i + j) })
	b := matrix(size, func(i, j int) float64 { return float64(i - j) })
	c := multiply(a, b)
	fmt.Printf("%.3f %.3f\n", c[0][size-1], c[size-1][size-1])
}
