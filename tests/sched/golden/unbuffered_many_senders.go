// Five senders on one channel: the receiver gets them in the order in which they began to wait.
package main

func main() {
	log := ""
	c := make(chan string)
	for _, name := range []string{"a", "b", "c", "d", "e"} {
		go func() {
			for range 2 {
				c <- name
				log += "(" + name + ")"
			}
		}()
	}
	for range 10 {
		log += <-c
	}
	println(log)
}
