package main

func twice() {
	defer func() {
		defer twice()
	}()
	panic(7)
}

func main() {
	twice()
}
