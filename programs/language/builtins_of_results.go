// The results of one call as the arguments of another: of builtins, of methods, and in which order all is evaluated.
package main

import "fmt"

var (
	buf = []byte("abc")
	m   = map[string]int{"a": 1, "b": 2}

	first, ok any = any(true).(bool)
)

func three() ([]int, int, int)        { return []int{1}, 2, 3 }
func pair() (float64, float64)        { return 5, 7 }
func source() ([]byte, string)        { return buf, "xyz" }
func entry() (map[string]int, string) { return m, "a" }
func ints() (int, int, int)           { return 3, 9, 4 }
func mixed() (int16, string, bool)    { return -42, "x", true }

type adder struct{ n int }

func (s adder) sum(a, b int) int { return s.n + a + b }

func main() {
	defer println(mixed())
	fmt.Println(append(three()), complex(pair()), max(ints()), min(ints()))
	fmt.Println(copy(source()), string(buf))
	delete(entry())
	fmt.Println(m)
	print(ints())
	println()

	var trace []string
	receiver := func() adder { trace = append(trace, "receiver"); return adder{1} }
	arguments := func() (int, int) { trace = append(trace, "arguments"); return 1, 2 }
	functions := func() []func(int, int) int {
		trace = append(trace, "functions")
		return []func(int, int) int{func(a, b int) int { return a * b }}
	}
	fmt.Println(receiver().sum(arguments()), trace)
	trace = nil
	fmt.Println(functions()[0](arguments()), trace)
	var s interface{ sum(a, b int) int } = adder{5}
	fmt.Println(s.sum(arguments()))
	fmt.Println(first, ok)
}
