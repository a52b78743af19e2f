package main

func main() {
	xs := []int{1}
	xs = append(xs)
	xs = append(xs, 1)
	xs = append(xs, xs...)
	_ = append([]int(nil))
	append := func(xs []int) []int { return xs }
	_ = append(xs)
}
