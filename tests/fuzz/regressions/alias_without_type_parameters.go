package main

func main() {
	type (
		a[func(),] = interface{}
		b interface{}
	)
}
