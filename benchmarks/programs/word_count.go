// How often each word occurs: splitting text, a map with strings as keys, sorting.
package main

import (
	"fmt"
	"sort"
	"strings"
)

const size = 240000

var syllables = []string{"ba", "do", "ki", "lu", "me", "no", "ra", "ti", "zu"}

func line(seed int) string {
	words := make([]string, 0, 8)
	for i := 0; i < 8; i++ {
		seed = (seed*1103 + 12345) % 65537
		words = append(words, syllables[seed%9]+syllables[seed/9%9]+syllables[seed/81%9])
	}
	return strings.Join(words, " ")
}

func main() {
	counts := make(map[string]int)
	for i := 0; i < size; i++ {
		for _, word := range strings.Fields(line(i)) {
			counts[word]++
		}
	}
	words := make([]string, 0, len(counts))
	for word := range counts {
		words = append(words, word)
	}
	sort.Slice(words, func(i, j int) bool {
		if counts[words[i]] != counts[words[j]] {
			return counts[words[i]] > counts[words[j]]
		}
		return words[i] < words[j]
	})
	for _, word := range words[:min(5, len(words))] {
		fmt.Println(word, counts[word])
	}
}
