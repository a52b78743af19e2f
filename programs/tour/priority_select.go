// Priority: select chooses at random among ready cases, so check the urgent channel first.
package main

import "fmt"

func next(urgent, normal <-chan string) string {
	select {
	case s := <-urgent:
		return s
	default:
	}
	select {
	case s := <-urgent:
		return s
	case s := <-normal:
		return s
	}
}

func main() {
	urgent := make(chan string, 3)
	normal := make(chan string, 3)
	for i := 1; i <= 3; i++ {
		normal <- fmt.Sprint("letter ", i)
		urgent <- fmt.Sprint("telegram ", i)
	}
	for range 6 {
		fmt.Println(next(urgent, normal))
	}
}
