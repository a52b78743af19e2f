package main

func main() {
	done := make(chan bool)
	go func() {
		defer panic("goroutine")
		defer func() { defer recover() }()
		panic(10)
	}()
	<-done
}
