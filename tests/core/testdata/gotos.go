// goto.
package main

func main() {
	i := 0
again:
	i++
	for {
		if i < 3 {
			goto again
		}
		goto done
	}
done:
	println(i)
}
