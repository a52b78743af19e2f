// Trees that are built, walked and thrown away: allocation of small structs.
package main

import "fmt"

const size = 17

type Node struct {
	left, right *Node
}

func build(depth int) *Node {
	if depth == 0 {
		return &Node{}
	}
	return &Node{build(depth - 1), build(depth - 1)}
}

func (n *Node) count() int {
	if n.left == nil {
		return 1
	}
	return 1 + n.left.count() + n.right.count()
}

func main() {
	kept := build(size)
	for depth := 4; depth <= size; depth += 4 {
		rounds := 1 << (size - depth)
		total := 0
		for i := 0; i < rounds; i++ {
			total += build(depth).count()
		}
		fmt.Println(rounds, depth, total)
	}
	fmt.Println(kept.count())
}
