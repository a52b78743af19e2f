// for and range over everything.
package main

func main() {
	for i := range 3 {
		println(i)
	}
	for range 2 {
	}
	for i, v := range []string{"a"} {
		println(i, v)
	}
	arr := [2]int{1, 2}
	for i := range arr {
		arr[i]++
	}
	for _, v := range arr {
		println(v)
	}
	for i, v := range &arr {
		println(i, v)
	}
	for i, r := range "hé" {
		println(i, r)
	}
	for k, v := range map[string]int{"a": 1} {
		println(k, v)
	}
	ch := make(chan int)
	for v := range ch {
		println(v)
	}
	var k int
outer:
	for k = range 5 {
		for {
			if k == 2 {
				continue outer
			}
			break outer
		}
	}
}
