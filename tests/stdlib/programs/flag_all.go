// Package flag: definition, parsing, errors and usage messages.
package main

import (
	"encoding"
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"
	"time"
)

type list []string

func (l *list) String() string     { return strings.Join(*l, ",") }
func (l *list) Set(s string) error { *l = append(*l, s); return nil }

type level int

func (l level) MarshalText() ([]byte, error) { return []byte(strings.Repeat("+", int(l))), nil }

func (l *level) UnmarshalText(text []byte) error {
	if strings.Trim(string(text), "+") != "" {
		return errors.New("only + is allowed")
	}
	*l = level(len(text))
	return nil
}

var _ encoding.TextUnmarshaler = (*level)(nil)

type options struct {
	set     *flag.FlagSet
	verbose *bool
	n       *int
	n64     *int64
	u       *uint
	u64     *uint64
	name    *string
	ratio   *float64
	wait    *time.Duration
	items   list
	level   level
	calls   []string
}

func define(name string) *options {
	o := &options{set: flag.NewFlagSet(name, flag.ContinueOnError)}
	s := o.set
	s.SetOutput(os.Stdout)
	o.verbose = s.Bool("v", false, "say more")
	o.n = s.Int("n", 3, "how `many`")
	o.n64 = s.Int64("n64", 0, "a large number")
	o.u = s.Uint("u", 0, "no sign")
	o.u64 = s.Uint64("u64", 7, "no sign, large")
	o.name = s.String("name", "anyone", "whom to greet\nin two lines")
	o.ratio = s.Float64("ratio", 0.5, "a share")
	o.wait = s.Duration("wait", time.Second, "how long")
	s.Var(&o.items, "item", "may be repeated")
	s.TextVar(&o.level, "level", level(2), "pluses")
	s.Func("call", "is called", func(text string) error {
		o.calls = append(o.calls, text)
		if text == "bad" {
			return errors.New("refused")
		}
		return nil
	})
	s.BoolFunc("now", "is called without argument", func(text string) error {
		o.calls = append(o.calls, text)
		return nil
	})
	return o
}

func parse(args ...string) {
	fmt.Printf("--- %q\n", args)
	o := define("tool")
	o.set.Usage = func() { fmt.Println("(usage)") }
	err := o.set.Parse(args)
	fmt.Println("error:", err, errors.Is(err, flag.ErrHelp))
	fmt.Println(*o.verbose, *o.n, *o.n64, *o.u, *o.u64, *o.name, *o.ratio, *o.wait, o.items, o.level, o.calls)
	fmt.Printf("%q %d %q %d %v\n", o.set.Args(), o.set.NArg(), o.set.Arg(0), o.set.NFlag(), o.set.Parsed())
	o.set.Visit(func(f *flag.Flag) { fmt.Print(f.Name, "=", f.Value, " (", f.DefValue, ") ") })
	fmt.Println()
}

func main() {
	parse()
	parse("-v", "-n", "5", "--name=x=y", "-ratio", "1e3", "rest", "-v=false")
	parse("-v=0", "-wait=1m30s", "-item", "a", "-item=b", "-level=+++", "-call", "x", "-now", "-now=no", "--", "-v")
	parse("-n=0x10", "-n64", "-9223372036854775808", "-u=7", "-u64=18446744073709551615", "-")
	for _, args := range [][]string{
		{"-n"}, {"-n=x"}, {"-n=99999999999999999999"}, {"-u=-1"}, {"-v=maybe"}, {"-none"}, {"-=x"}, {"---x"},
		{"-wait=5"}, {"-ratio=x"}, {"-ratio=1e999"}, {"-level=x"}, {"-call=bad"}, {"-h"}, {"--help"}, {"-v", "-help"},
	} {
		parse(args...)
	}
	o := define("tool")
	o.set.Usage()
	fmt.Println(o.set.Set("n", "8"), *o.n, o.set.Set("none", "1"), o.set.Lookup("none") == nil, o.set.Name())
	fmt.Println(o.set.Lookup("n").Value.(flag.Getter).Get(), o.set.Lookup("wait").Value.(flag.Getter).Get())
	fmt.Println(flag.UnquoteUsage(o.set.Lookup("n")))
	define("").set.Parse([]string{"-x"})
	for _, name := range []string{"n", "-a", "a=b"} {
		func() {
			defer func() { fmt.Println("panic:", recover()) }()
			o.set.Int(name, 0, "again")
		}()
	}
	strict := flag.NewFlagSet("strict", flag.PanicOnError)
	strict.SetOutput(os.Stdout)
	func() {
		defer func() { fmt.Println("panic:", recover()) }()
		strict.Parse([]string{"-x"})
	}()
	n := flag.Int("count", 4, "counts")
	flag.Parse()
	fmt.Println(*n, flag.NArg(), flag.Args(), flag.NFlag(), flag.Parsed())
	flag.CommandLine.SetOutput(os.Stdout)
	flag.PrintDefaults()
	flag.Usage = func() { fmt.Println("my usage") }
	flag.CommandLine.Parse([]string{"-x"})
}
