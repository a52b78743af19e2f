// The largest singular value of an endless matrix, cut off: small float functions in nested loops.
package main

import (
	"fmt"
	"math"
)

const size = 370

func element(i, j int) float64 {
	return 1 / float64((i+j)*(i+j+1)/2+i+1)
}

func times(v, out []float64) {
	for i := range out {
		sum := 0.0
		for j := range v {
			sum += element(i, j) * v[j]
		}
		out[i] = sum
	}
}

func timesTransposed(v, out []float64) {
	for i := range out {
		sum := 0.0
		for j := range v {
			sum += element(j, i) * v[j]
		}
		out[i] = sum
	}
}

func main() {
	u := make([]float64, size)
	v := make([]float64, size)
	half := make([]float64, size)
	for i := range u {
		u[i] = 1
	}
	for i := 0; i < 10; i++ {
		times(u, half)
		timesTransposed(half, v)
		times(v, half)
		timesTransposed(half, u)
	}
	uv, vv := 0.0, 0.0
	for i := range u {
		uv += u[i] * v[i]
		vv += v[i] * v[i]
	}
	fmt.Printf("%.9f\n", math.Sqrt(uv/vv))
}
