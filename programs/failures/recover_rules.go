// Recover: works only when a deferred function calls it directly, and the function then returns normally.
package main

import "fmt"

func helper() any { return recover() }

func indirect() (result string) {
	defer func() {
		if r := recover(); r != nil {
			result = fmt.Sprint("outer caught ", r)
		}
	}()
	func() {
		defer func() {
			fmt.Println("helper sees", helper()) // one call too deep
		}()
		panic("deep")
	}()
	return "not reached"
}

func direct() (n int, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("caught %v", r)
		}
	}()
	n = 7
	panic("shallow")
}

func main() {
	fmt.Println("without a panic:", recover())
	fmt.Println(direct())
	fmt.Println(indirect())
}
