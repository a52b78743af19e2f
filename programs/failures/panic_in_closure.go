// Panic: in a closure inside a method, started by a closure of a goroutine.
package main

type Job struct{ data []int }

func (j *Job) run(i int) int {
	get := func() int { return j.data[i] }
	return get()
}

func main() {
	done := make(chan int)
	go func() {
		j := &Job{[]int{1, 2}}
		func() {
			go func() { done <- j.run(2) }()
		}()
	}()
	<-done
}
