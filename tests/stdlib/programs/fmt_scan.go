// Scan, Scanln, Scanf and their kin: values, verbs, widths, spaces, newlines and errors.
package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"
)

type myInt int
type myString string
type pt struct{ x, y int }

func (p *pt) Scan(state fmt.ScanState, verb rune) error {
	tok, err := state.Token(true, func(r rune) bool { return r != ';' })
	if err != nil {
		return err
	}
	if r, _, err := state.ReadRune(); err == nil && r != ';' {
		state.UnreadRune()
	}
	if _, err := fmt.Sscanf(string(tok), "%d,%d", &p.x, &p.y); err != nil {
		return fmt.Errorf("point: %w", err)
	}
	return nil
}

func main() {
	scan := func(text string) {
		var i int
		var s string
		var f float64
		n, err := fmt.Sscan(text, &i, &s, &f)
		fmt.Printf("Sscan %q: %d %v: %d %q %v\n", text, n, err, i, s, f)
		i, s, f = 0, "", 0
		n, err = fmt.Sscanln(text, &i, &s, &f)
		fmt.Printf("Sscanln %q: %d %v: %d %q %v\n", text, n, err, i, s, f)
		i, s, f = 0, "", 0
		n, err = fmt.Sscanf(text, "%d %s %f", &i, &s, &f)
		fmt.Printf("Sscanf %q: %d %v: %d %q %v\n", text, n, err, i, s, f)
	}
	for _, t := range []string{"", "1", "1 a", "1 a 2.5", "1 a 2.5\n", "1\na\n2.5", " 1  a  2.5 ", "x a 1", "1 a b", "1 a 2.5 extra", "-7 é 1e3", "+3 \t x .5", "99999999999999999999 a 1", "0x10 b 0x1p4", "1a 2 3", "1 a\r\n2.5", "1 a nan", "1 a -inf", "1 a 1_000", "\n1 a 2"} {
		scan(t)
	}
	one := func(text string, arg any) {
		n, err := fmt.Sscan(text, arg)
		fmt.Printf("%q %T: %d %v", text, arg, n, err)
		switch p := arg.(type) {
		case *bool:
			fmt.Print(" ", *p)
		case *int:
			fmt.Print(" ", *p)
		case *int8:
			fmt.Print(" ", *p)
		case *uint:
			fmt.Print(" ", *p)
		case *uint8:
			fmt.Print(" ", *p)
		case *int32:
			fmt.Print(" ", *p)
		case *float32:
			fmt.Print(" ", *p)
		case *string:
			fmt.Printf(" %q", *p)
		case *[]byte:
			fmt.Printf(" %q", *p)
		case *myInt:
			fmt.Print(" ", *p)
		case *myString:
			fmt.Print(" ", *p)
		case *pt:
			fmt.Print(" ", *p)
		}
		fmt.Println()
	}
	for _, t := range []string{"true", "FALSE", "t", "F", "1", "0", "tru", "yes", ""} {
		one(t, new(bool))
	}
	for _, t := range []string{"0b101", "0o17", "017", "0x1f", "08", "1_000", "-", "+", "300", "-129", "", "abc", "12abc", "1.5", "_1"} {
		one(t, new(int))
		one(t, new(int8))
		one(t, new(uint))
		one(t, new(uint8))
	}
	one("3.5", new(float32))
	one("1e40", new(float32))
	one("x", new(float32))
	one("word next", new(string))
	one("bytes next", new([]byte))
	one("12", new(myInt))
	one("named", new(myString))
	one("3,4; rest", new(pt))
	one("3;4", new(pt))
	one("5", 5)
	one("5", new([]int))
	one("65", new(rune))

	f := func(format, text string, args ...any) {
		n, err := fmt.Sscanf(text, format, args...)
		fmt.Printf("%q %q: %d %v", format, text, n, err)
		for _, a := range args {
			switch p := a.(type) {
			case *int:
				fmt.Print(" ", *p)
			case *uint:
				fmt.Print(" ", *p)
			case *string:
				fmt.Printf(" %q", *p)
			case *float64:
				fmt.Print(" ", *p)
			case *rune:
				fmt.Printf(" %q", *p)
			case *bool:
				fmt.Print(" ", *p)
			}
		}
		fmt.Println()
	}
	f("%d", "42", new(int))
	f("%d-%d", "3-4", new(int), new(int))
	f("%d,%d", "3, 4", new(int), new(int))
	f("%d , %d", "3,4", new(int), new(int))
	f("%d , %d", "3 , 4", new(int), new(int))
	f("%2d%3d", "12345", new(int), new(int))
	f("%5s|%s", "abcdefgh|x", new(string), new(string))
	f("%3s%s", "abcdef", new(string), new(string))
	f("%x", "ff", new(int))
	f("%X", "FF", new(int))
	f("%o", "17", new(int))
	f("%b", "101", new(int))
	f("%c%c", "ab", new(rune), new(rune))
	f("%c", " x", new(rune))
	f("%q", `"quoted text" x`, new(string))
	f("%q", "`raw`", new(string))
	f("%q", "bare", new(string))
	f("%x", "68656c6c6f", new(string))
	f("%v %v", "1 two", new(int), new(string))
	f("%t", "true", new(bool))
	f("%f", "2.75", new(float64))
	f("%e", "1e2", new(float64))
	f("%5f", "3.14159", new(float64))
	f("%d%%", "50%", new(int))
	f("%d%", "50", new(int))
	f("%z", "50", new(int))
	f("%s", "50", new(int))
	f("%d", "a", new(string))
	f("a%db", "a5b", new(int))
	f("a%db", "a5c", new(int))
	f("a%db", "x5b", new(int))
	f("%d %d", "1", new(int), new(int))
	f("%d %d", "1 2", new(int))
	f("%d", "1 2", new(int), new(int))
	f("%d\n%d", "1\n2", new(int), new(int))
	f("%d %d", "1\n2", new(int), new(int))
	f("%d\n%d", "1 2", new(int), new(int))
	f("%d", "1\n", new(int))
	f("%d %s", "7   spaced out", new(int), new(string))
	f("%d:%d:%d", "12:30:45", new(int), new(int), new(int))
	f("name=%s age=%d", "name=bob age=7", new(string), new(int))
	f("(%d,%d)", "(1,2)", new(int), new(int))
	f("", "", new(int))
	f("%d", "")
	f("%u", "5", new(uint))

	r := strings.NewReader("1 2\n3 4 five\n6\n")
	var a, b int
	fmt.Println(fmt.Fscanln(r, &a, &b))
	fmt.Println(a, b)
	fmt.Println(fmt.Fscanln(r, &a, &b))
	fmt.Println(a, b)
	var s string
	fmt.Println(fmt.Fscan(r, &s))
	fmt.Println(s)
	fmt.Println(fmt.Fscan(r, &a))
	fmt.Println(a)
	n, err := fmt.Fscan(r, &a)
	fmt.Println(n, err, err == io.EOF, errors.Is(err, io.ErrUnexpectedEOF))
	br := bufio.NewReader(strings.NewReader("10 20\n30 x"))
	for {
		var v int
		if n, err := fmt.Fscan(br, &v); err != nil {
			fmt.Println(n, err)
			break
		}
		fmt.Println(v)
	}
	fmt.Println(fmt.Fscanf(strings.NewReader("5 apples\n6 pears\n"), "%d %s\n", &a, &s))
	fmt.Println(a, s)

	var name string
	var age int
	fmt.Println(fmt.Scan(&name, &age))
	fmt.Println(name, age)
	fmt.Println(fmt.Scanln(&name, &age))
	fmt.Println(fmt.Scanln(&name, &age))
	fmt.Println(name, age)
	fmt.Println(fmt.Scanf("%s is %d\n", &name, &age))
	fmt.Println(name, age)
	sc := bufio.NewScanner(strings.NewReader("rest"))
	sc.Scan()
	fmt.Println(sc.Text())
	fmt.Println(fmt.Scan(&name))
	fmt.Println(name)
	fmt.Println(fmt.Scan(&name))
}
