package main

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"text/tabwriter"
)

type broken struct{}

func (broken) Write(p []byte) (int, error) { return 0, errors.New("broken") }

type short struct{}

func (short) Write(p []byte) (int, error) { return len(p) / 2, nil }

var texts = []string{
	"",
	"no column",
	"a\tb\tc\naaa\tbbbb\tc\n",
	"name\tqty\tprice\napple\t10\t1.25\nfig\t3\t10.5\n\ntotal\t13\n",
	"a\tb\n\tc\td\n\t\te\nlong text\tx\n",
	"日本\tx\né\ty\n\xff\t\xffz\tw\n",
	"a\vb\v\vc\n\v\v\vd\n\t\v\te\n",
	"\t\t\tindented\n\t\tdeeper\tmore\n",
	"one\ttwo\fthree four\tfive\nsix\tseven\f",
	"<b>bold</b>\tx &lt; y\tz\nplain\ta < b\n",
	"unfinished <tag\tx",
	"x\t\xffescaped\ttab\nand line\xff\ty\nzz\tw\tv\n",
	"cells\tat\tthe end\t\nof\tlines\tas well\t\n",
	"\n\n\ta\n\n",
}

func main() {
	formats := []struct {
		minwidth, tabwidth, padding int
		padchar                     byte
		flags                       uint
	}{
		{0, 8, 1, ' ', 0},
		{5, 0, 2, '.', tabwriter.Debug},
		{0, 8, 0, '\t', 0},
		{8, 4, 1, '\t', tabwriter.AlignRight},
		{4, 8, 1, '-', tabwriter.AlignRight | tabwriter.Debug},
		{0, 8, 1, '_', tabwriter.TabIndent | tabwriter.DiscardEmptyColumns},
		{0, 0, 1, '\t', tabwriter.FilterHTML | tabwriter.StripEscape},
		{0, 4, 1, ' ', tabwriter.FilterHTML | tabwriter.StripEscape | tabwriter.DiscardEmptyColumns | tabwriter.Debug},
	}
	for i, f := range formats {
		for j, text := range texts {
			var b strings.Builder
			w := tabwriter.NewWriter(&b, f.minwidth, f.tabwidth, f.padding, f.padchar, f.flags)
			for _, part := range strings.SplitAfter(text, "e") {
				if n, err := w.Write([]byte(part)); n != len(part) || err != nil {
					fmt.Println("Write", n, err)
				}
			}
			before := b.Len()
			fmt.Println(i, j, w.Flush(), before)
			fmt.Printf("%q\n", b.String())
		}
	}

	w := new(tabwriter.Writer).Init(os.Stdout, 0, 8, 2, ' ', 0)
	fmt.Fprintln(w, "goroutine\tstate\twaits for")
	fmt.Fprintf(w, "%d\t%s\t%s\n", 1, "running", "-")
	fmt.Fprintf(w, "%d\t%s\t%s\n", 127, "chan receive", "out")
	w.Flush()

	w.Init(broken{}, 0, 8, 1, ' ', 0)
	fmt.Println(w.Write([]byte("a\tb")))
	fmt.Println(w.Flush())
	fmt.Println(w.Write([]byte("line\nrest")))
	w.Init(short{}, 0, 8, 1, ' ', 0)
	fmt.Fprint(w, "a\tb\n")
	fmt.Println(w.Flush())
	defer func() { fmt.Println(recover()) }()
	tabwriter.NewWriter(os.Stdout, 0, -1, 0, ' ', 0)
}
