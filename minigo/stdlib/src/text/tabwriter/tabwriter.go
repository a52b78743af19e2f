// Package tabwriter aligns columns of text: elastic tabstops. A column is made of the cells at one place of lines that
// follow each other, of those that a tab ends; it is as wide as the widest of them.
package tabwriter

import (
	"io"
	"unicode/utf8"
)

const (
	FilterHTML uint = 1 << iota
	StripEscape
	AlignRight
	DiscardEmptyColumns
	TabIndent
	Debug
)

// Escape begins and ends text that is passed through.
const Escape = '\xff'

// A cell is what stands before a tab or the end of a line; hard means that it was a horizontal tab.
type cell struct {
	text  []byte
	width int
	hard  bool
}

// A Writer keeps the lines that may still become wider. The last line is the one that is being written, and its last
// cell is not ended yet: the first counted bytes of that are in its width. In a tag, an entity or an escaped text, until
// is the byte that ends it.
type Writer struct {
	output                      io.Writer
	minwidth, tabwidth, padding int
	padchar                     byte
	flags                       uint

	lines   [][]cell
	counted int
	until   byte
	widths  []int
	out     []byte
}

func NewWriter(output io.Writer, minwidth, tabwidth, padding int, padchar byte, flags uint) *Writer {
	return new(Writer).Init(output, minwidth, tabwidth, padding, padchar, flags)
}

func (w *Writer) Init(output io.Writer, minwidth, tabwidth, padding int, padchar byte, flags uint) *Writer {
	if minwidth < 0 || tabwidth < 0 || padding < 0 {
		panic("negative minwidth, tabwidth, or padding")
	}
	if padchar == '\t' {
		flags &^= AlignRight // a tab cannot fill what is left of a text
	}
	*w = Writer{output: output, minwidth: minwidth, tabwidth: tabwidth, padding: padding, padchar: padchar, flags: flags}
	w.reset()
	return w
}

func (w *Writer) reset() {
	w.lines = [][]cell{{{}}}
	w.counted = 0
	w.until = 0
	w.widths = nil
	w.out = nil
}

// current is the cell that is being written.
func (w *Writer) current() *cell {
	line := w.lines[len(w.lines)-1]
	return &line[len(line)-1]
}

// count takes what was written to the cell into its width.
func (w *Writer) count() {
	c := w.current()
	c.width += utf8.RuneCount(c.text[w.counted:])
	w.counted = len(c.text)
}

// begin starts another cell in the current line.
func (w *Writer) begin() {
	last := len(w.lines) - 1
	w.lines[last] = append(w.lines[last], cell{})
	w.counted = 0
}

func (w *Writer) Write(buf []byte) (n int, err error) {
	for i, b := range buf {
		c := w.current()
		if w.until != 0 {
			if b != w.until {
				c.text = append(c.text, b)
				continue
			}
			if b != Escape || w.flags&StripEscape == 0 {
				c.text = append(c.text, b)
			}
			w.leave()
			continue
		}
		switch {
		case b == '\t' || b == '\v':
			w.count()
			c.hard = b == '\t'
			w.begin()
		case b == '\n' || b == '\f':
			w.count()
			alone := len(w.lines[len(w.lines)-1]) == 1
			w.lines = append(w.lines, []cell{{}})
			w.counted = 0
			// The last cell of a line is in no column: a line of one cell ends all columns.
			if b == '\f' || alone {
				if b == '\f' && w.flags&Debug != 0 {
					err = w.flush("---\n")
				} else {
					err = w.flush("")
				}
				if err != nil {
					return i + 1, err
				}
			}
		case b == Escape:
			w.count()
			if w.flags&StripEscape == 0 {
				c.text = append(c.text, b)
			}
			w.until = Escape
		case (b == '<' || b == '&') && w.flags&FilterHTML != 0:
			w.count()
			c.text = append(c.text, b)
			w.until = '>'
			if b == '&' {
				w.until = ';'
			}
		default:
			c.text = append(c.text, b)
		}
	}
	return len(buf), nil
}

// leave ends a tag, which has no width, an entity, which has that of a character, or an escaped text.
func (w *Writer) leave() {
	c := w.current()
	switch w.until {
	case Escape:
		w.count()
		if w.flags&StripEscape == 0 {
			c.width -= 2
		}
	case ';':
		c.width++
	}
	w.counted = len(c.text)
	w.until = 0
}

func (w *Writer) Flush() error { return w.flush("") }

// flush writes all lines, and then rule.
func (w *Writer) flush(rule string) error {
	if w.until != 0 {
		w.leave()
	}
	w.count()
	w.format(0, len(w.lines))
	out := append(w.out, rule...)
	w.reset()
	if len(out) == 0 {
		return nil
	}
	n, err := w.output.Write(out)
	if n != len(out) && err == nil {
		err = io.ErrShortWrite
	}
	return err
}

// format puts out the lines from start to end, of which the columns in widths are known.
func (w *Writer) format(start, end int) {
	column := len(w.widths)
	for i := start; i < end; i++ {
		if column >= len(w.lines[i])-1 {
			continue
		}
		w.put(start, i)
		start = i
		width, empty := w.minwidth, true
		for ; i < end && column < len(w.lines[i])-1; i++ {
			c := w.lines[i][column]
			width = max(width, c.width+w.padding)
			empty = empty && c.width == 0 && !c.hard
		}
		if empty && w.flags&DiscardEmptyColumns != 0 {
			width = 0
		}
		w.widths = append(w.widths, width)
		w.format(start, i)
		w.widths = w.widths[:column]
		start = i
	}
	w.put(start, end)
}

// put puts out lines whose columns are all known.
func (w *Writer) put(start, end int) {
	for i := start; i < end; i++ {
		indent := w.flags&TabIndent != 0
		for j, c := range w.lines[i] {
			if j > 0 && w.flags&Debug != 0 {
				w.out = append(w.out, '|')
			}
			padded := j < len(w.widths)
			switch {
			case len(c.text) == 0:
				if padded {
					w.pad(c, w.widths[j], indent)
				}
			case w.flags&AlignRight == 0:
				indent = false
				w.out = append(w.out, c.text...)
				if padded {
					w.pad(c, w.widths[j], false)
				}
			default:
				indent = false
				if padded {
					w.pad(c, w.widths[j], false)
				}
				w.out = append(w.out, c.text...)
			}
		}
		if i+1 < len(w.lines) {
			w.out = append(w.out, '\n')
		}
	}
}

// pad fills a cell up to a width, which tabs make a multiple of theirs.
func (w *Writer) pad(c cell, width int, tabs bool) {
	fill, n := w.padchar, width-c.width
	if tabs || w.padchar == '\t' {
		if w.tabwidth == 0 {
			return
		}
		width = (width + w.tabwidth - 1) / w.tabwidth * w.tabwidth
		fill, n = '\t', (width-c.width+w.tabwidth-1)/w.tabwidth
	}
	for range n {
		w.out = append(w.out, fill)
	}
}
