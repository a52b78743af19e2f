// Planets that attract each other: structs of floats behind pointers.
package main

import (
	"fmt"
	"math"
)

const size = 150000

type Body struct {
	x, y, z, vx, vy, vz, mass float64
}

func energy(bodies []*Body) float64 {
	e := 0.0
	for i, b := range bodies {
		e += 0.5 * b.mass * (b.vx*b.vx + b.vy*b.vy + b.vz*b.vz)
		for _, c := range bodies[i+1:] {
			dx, dy, dz := b.x-c.x, b.y-c.y, b.z-c.z
			e -= b.mass * c.mass / math.Sqrt(dx*dx+dy*dy+dz*dz)
		}
	}
	return e
}

func advance(bodies []*Body, dt float64) {
	for i, b := range bodies {
		for _, c := range bodies[i+1:] {
			dx, dy, dz := b.x-c.x, b.y-c.y, b.z-c.z
			square := dx*dx + dy*dy + dz*dz
			mag := dt / (square * math.Sqrt(square))
			b.vx -= dx * c.mass * mag
			b.vy -= dy * c.mass * mag
			b.vz -= dz * c.mass * mag
			c.vx += dx * b.mass * mag
			c.vy += dy * b.mass * mag
			c.vz += dz * b.mass * mag
		}
	}
	for _, b := range bodies {
		b.x += dt * b.vx
		b.y += dt * b.vy
		b.z += dt * b.vz
	}
}

func main() {
	bodies := []*Body{
		{0, 0, 0, 0, -0.001, 0, 40},
		{5, -1, -0.1, 0.6, 2.8, -0.02, 0.04},
		{8, 4, -0.4, -1.0, 1.8, 0.01, 0.01},
		{13, -15, -0.2, 1.1, 0.9, -0.01, 0.002},
		{15, -26, 0.2, 1.0, 0.6, -0.03, 0.002},
	}
	fmt.Printf("%.6f\n", energy(bodies))
	for i := 0; i < size; i++ {
		advance(bodies, 0.001)
	}
	fmt.Printf("%.6f\n", energy(bodies))
}
