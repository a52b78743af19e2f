package main

import (
	"os"
	"os/signal"
)

var global = make(chan os.Signal)

func get() chan os.Signal { return global }

func main() {
	c := make(chan os.Signal)
	signal.Notify(c, os.Interrupt)
	buffered := make(chan os.Signal, 1)
	signal.Notify(buffered)
	var v = make(chan os.Signal)
	signal.Notify(v)
	signal.Notify(global)
	signal.Notify(make(chan os.Signal))
	notify := signal.Notify
	notify(c)
	d := c
	signal.Notify(d)
	signal.Notify(get())
	var late chan os.Signal
	late = make(chan os.Signal)
	signal.Notify(late)
	x, y := make(chan os.Signal), 1
	signal.Notify(x)
	_ = y
	signal.Stop(c)
}
