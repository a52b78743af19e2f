// switch, fallthrough, type switch.
package main

func f(x int, s string, v any) {
	switch x {
	case 1, 2:
		println("a")
	default:
		println("b")
	case 3:
		println("c")
	}
	switch {
	case x > 1:
		println("d")
		fallthrough
	case x > 2:
		println("e")
	}
	switch y := v.(type) {
	case int:
		println(y)
	case string, error:
		println(y != nil)
	case nil:
	default:
		println("f")
	}
	for {
		switch s {
		case "x":
			break
		}
	}
}

func main() { f(1, "", nil) }
