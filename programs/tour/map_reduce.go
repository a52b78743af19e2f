// Map and reduce: goroutines count the words of one line each, and main adds the counts up.
package main

import (
	"fmt"
	"sort"
	"strings"
)

func main() {
	lines := []string{
		"do not communicate by sharing memory",
		"share memory by communicating",
		"channels orchestrate mutexes serialize",
		"do not panic do not share",
	}
	counts := make(chan map[string]int)
	for _, line := range lines {
		go func() {
			words := map[string]int{}
			for _, w := range strings.Fields(line) {
				words[w]++
			}
			counts <- words
		}()
	}
	total := map[string]int{}
	for range lines {
		for w, n := range <-counts {
			total[w] += n
		}
	}
	words := make([]string, 0, len(total))
	for w := range total {
		words = append(words, w)
	}
	sort.Slice(words, func(i, j int) bool {
		if total[words[i]] != total[words[j]] {
			return total[words[i]] > total[words[j]]
		}
		return words[i] < words[j]
	})
	for _, w := range words[:6] {
		fmt.Println(total[w], w)
	}
}
