// Package net: listeners, connections, deadlines and pipes on the network of one machine.
package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"strings"
	"sync"
	"syscall"
	"time"
)

// hidden takes the ports that vary out of a text.
func hidden(s string, addrs ...net.Addr) string {
	for i, a := range addrs {
		if a.String() != "@" {
			s = strings.ReplaceAll(s, a.String(), fmt.Sprint("ADDR", i))
		}
	}
	return s
}

func echo(network, address string) {
	l, err := net.Listen(network, address)
	if err != nil {
		fmt.Println(err)
		return
	}
	var wg sync.WaitGroup
	ended := make(chan error, 1)
	wg.Go(func() {
		for {
			c, err := l.Accept()
			if err != nil {
				ended <- err
				return
			}
			wg.Go(func() {
				n, err := io.Copy(c, c)
				fmt.Println("echoed", n, err)
				c.Close()
			})
		}
	})
	c, err := net.Dial(network, l.Addr().String())
	fmt.Println(err, c.RemoteAddr().String() == l.Addr().String(), c.LocalAddr().Network())
	in := bufio.NewScanner(c)
	for _, line := range []string{"one", "two", "three"} {
		fmt.Fprintln(c, line)
		in.Scan()
		fmt.Println(in.Text())
	}
	switch c := c.(type) {
	case *net.TCPConn:
		c.CloseWrite()
	case *net.UnixConn:
		c.CloseWrite()
	}
	fmt.Println(in.Scan(), in.Err())
	fmt.Println(c.Close())
	_, err = c.Read(make([]byte, 1))
	fmt.Println(hidden(err.Error(), c.LocalAddr(), c.RemoteAddr()), errors.Is(err, net.ErrClosed))
	_, err = c.Write([]byte("x"))
	fmt.Println(hidden(err.Error(), c.LocalAddr(), c.RemoteAddr()))
	err = c.Close()
	fmt.Println(hidden(err.Error(), c.LocalAddr(), c.RemoteAddr()))
	fmt.Println(l.Close())
	wg.Wait()
	err = <-ended
	fmt.Println(hidden(err.Error(), l.Addr()), errors.Is(err, net.ErrClosed))
	err = l.Close()
	fmt.Println(hidden(err.Error(), l.Addr()))
	_, err = net.Dial(network, l.Addr().String())
	fmt.Println(hidden(err.Error(), l.Addr()), errors.Is(err, syscall.ECONNREFUSED))
}

func deadlines() {
	l, _ := net.Listen("tcp", "127.0.0.1:0")
	defer l.Close()
	c, _ := net.Dial("tcp", l.Addr().String())
	d, _ := l.Accept()
	c.SetReadDeadline(time.Now().Add(20 * time.Millisecond))
	start := time.Now()
	_, err := c.Read(make([]byte, 1))
	fmt.Println(hidden(err.Error(), c.LocalAddr(), c.RemoteAddr()), time.Since(start) >= 20*time.Millisecond)
	fmt.Println(errors.Is(err, os.ErrDeadlineExceeded), err.(net.Error).Timeout())
	_, err = c.Read(make([]byte, 1))
	fmt.Println(hidden(err.Error(), c.LocalAddr(), c.RemoteAddr()))
	c.SetReadDeadline(time.Time{})
	go d.Write([]byte("late"))
	b := make([]byte, 10)
	n, err := c.Read(b)
	fmt.Println(string(b[:n]), err)
	c.SetDeadline(time.Now().Add(-time.Second))
	_, err = c.Write([]byte("x"))
	fmt.Println(hidden(err.Error(), c.LocalAddr(), c.RemoteAddr()))
	l.(*net.TCPListener).SetDeadline(time.Now().Add(10 * time.Millisecond))
	_, err = l.Accept()
	fmt.Println(hidden(err.Error(), l.Addr()))
	c.SetDeadline(time.Time{})
	go func() {
		time.Sleep(10 * time.Millisecond)
		c.Close()
	}()
	_, err = c.Read(b)
	fmt.Println(hidden(err.Error(), c.LocalAddr(), c.RemoteAddr()))
	n, err = d.Read(b)
	fmt.Println(n, err)
}

func pipes() {
	a, b := net.Pipe()
	fmt.Println(a.LocalAddr(), b.RemoteAddr().Network())
	wrote := make(chan string, 1)
	go func() {
		n, err := a.Write([]byte("hello, world"))
		wrote <- fmt.Sprint("wrote ", n, " ", err)
		a.Close()
	}()
	buf := make([]byte, 5)
	for {
		n, err := b.Read(buf)
		if err != nil {
			fmt.Println(n, err)
			break
		}
		fmt.Printf("%q\n", buf[:n])
		time.Sleep(time.Millisecond)
	}
	fmt.Println(<-wrote)
	_, err := b.Write([]byte("x"))
	fmt.Println(err, a.SetDeadline(time.Time{}))
	_, err = a.Read(buf)
	fmt.Println(err)
	c, _ := net.Pipe()
	c.SetReadDeadline(time.Now().Add(5 * time.Millisecond))
	_, err = c.Read(buf)
	fmt.Println(err, errors.Is(err, os.ErrDeadlineExceeded))
}

func addresses() {
	for _, s := range []string{"a:1", "[::1]:80", ":80", "a", "a:1:2", "[::1]", "[::1", "[::1]80", "a]:1", "a[:1"} {
		host, port, err := net.SplitHostPort(s)
		fmt.Printf("%q %q %v\n", host, port, err)
	}
	fmt.Println(net.JoinHostPort("::1", "80"), net.JoinHostPort("host", "80"))
	for _, address := range []string{"", "x", "localhost:99999"} {
		_, err := net.Dial("tcp", address)
		fmt.Println(err)
	}
	_, err := net.Dial("carrier-pigeon", "x:1")
	fmt.Println(err)
	_, err = net.Listen("carrier-pigeon", "x:1")
	fmt.Println(err)
	l, _ := net.Listen("tcp", "127.0.0.1:0")
	_, err = net.Listen("tcp", l.Addr().String())
	fmt.Println(hidden(err.Error(), l.Addr()), errors.Is(err, syscall.EADDRINUSE))
}

func main() {
	echo("tcp", "localhost:0")
	echo("unix", fmt.Sprint("@socket", os.Getpid()))
	_, err := net.Dial("unix", "/there/is/none")
	fmt.Println(err)
	deadlines()
	pipes()
	addresses()
}
