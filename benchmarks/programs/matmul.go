// Matrices of [][]float64.
package main

import "fmt"

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

func main() {
	const n = 48
	a := matrix(n, func(i, j int) float64 { return float64(i + j) })
	b := matrix(n, func(i, j int) float64 { return float64(i - j) })
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
	fmt.Println(c[1][2], c[n-1][n-1])
}
