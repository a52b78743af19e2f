// Package log with a buffer of its own and flags that do not show the clock.
package main

import (
	"bytes"
	"fmt"
	"log"
	"os"
)

func main() {
	var buf bytes.Buffer
	l := log.New(&buf, "pre: ", 0)
	l.Println("hello", 1, true)
	l.Print("a", 1, 2, "b")
	l.Printf("%d-%s", 5, "x")
	l.Print("with newline\n")
	l.Print("")
	l.SetPrefix("new ")
	l.Println("x")
	l.SetFlags(log.Lmsgprefix)
	l.Println("x")
	l.SetFlags(log.Lshortfile)
	l.Println("where")
	l.SetFlags(log.Lshortfile | log.Lmsgprefix)
	l.Printf("where %d", 2)
	func() { l.Output(1, "output") }()
	fmt.Print(buf.String())
	fmt.Println(l.Flags(), l.Prefix(), l.Writer() == &buf, log.Flags(), log.Prefix() == "", log.Writer() == os.Stderr, log.LstdFlags, log.Default() != nil)
	buf.Reset()
	log.SetOutput(&buf)
	log.SetFlags(0)
	log.SetPrefix("std ")
	log.Println("via package")
	log.Printf("%v", []int{1})
	log.SetFlags(log.Lshortfile)
	log.Print("line")
	fmt.Print(buf.String())
	buf.Reset()
	func() {
		defer func() { fmt.Printf("%q %T\n", recover(), "") }()
		log.Panicf("panic %d", 1)
	}()
	func() {
		defer func() { fmt.Printf("%q\n", recover()) }()
		l.Panicln("a", "b")
	}()
	func() {
		defer func() { fmt.Printf("%q\n", recover()) }()
		log.Panic("x", 1)
	}()
	fmt.Print(buf.String())
	log.SetFlags(log.LstdFlags | log.Lmicroseconds)
	buf.Reset()
	log.Print("t")
	fmt.Println(buf.Len())
	log.SetOutput(os.Stdout)
	log.SetFlags(0)
	defer fmt.Println("not printed")
	log.Fatalf("fatal %s", "error")
}
