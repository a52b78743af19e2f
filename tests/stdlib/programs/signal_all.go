// Package os/signal, the environment and files of package os, error numbers and signals of syscall.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	sigs := make(chan os.Signal, 2)
	signal.Notify(sigs, syscall.SIGUSR1, os.Interrupt)
	done := make(chan bool)
	go func() {
		s := <-sigs
		fmt.Println("got", s, s == syscall.SIGUSR1)
		s = <-sigs
		fmt.Println("got", s, s == os.Interrupt)
		close(done)
	}()
	fmt.Println(syscall.Kill(syscall.Getpid(), syscall.SIGUSR1))
	time.Sleep(10 * time.Millisecond)
	p, err := os.FindProcess(os.Getpid())
	fmt.Println(err, p.Signal(os.Interrupt))
	<-done
	signal.Stop(sigs)
	signal.Ignore(syscall.SIGUSR1)
	fmt.Println(signal.Ignored(syscall.SIGUSR1), signal.Ignored(syscall.SIGTERM))
	syscall.Kill(syscall.Getpid(), syscall.SIGUSR1)
	signal.Reset(syscall.SIGUSR1)

	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, os.Interrupt)
	fmt.Println(ctx)
	syscall.Kill(syscall.Getpid(), syscall.SIGTERM)
	<-ctx.Done()
	fmt.Println(ctx.Err(), context.Cause(ctx))
	stop()
	ctx, stop = signal.NotifyContext(context.WithValue(context.Background(), "k", "v"))
	fmt.Println(ctx, ctx.Value("k"))
	stop()
	fmt.Println(ctx.Err(), context.Cause(ctx))
	for _, s := range []os.Signal{os.Interrupt, os.Kill, syscall.SIGHUP, syscall.SIGTERM, syscall.SIGUSR2, syscall.Signal(60)} {
		fmt.Printf("%v %d; ", s, s)
	}
	fmt.Println(syscall.EINVAL, syscall.ENOENT, syscall.Kill(1<<30, syscall.SIGTERM))
	func() {
		defer func() { fmt.Println(recover()) }()
		signal.Notify(nil)
	}()

	os.Clearenv()
	fmt.Println(os.Getenv("A") == "", os.Environ())
	fmt.Println(os.Setenv("A", "1"), os.Setenv("B", ""), os.Setenv("A", "2"), os.Setenv("", "x"), os.Setenv("x=y", ""))
	v, ok := os.LookupEnv("A")
	_, ok2 := os.LookupEnv("C")
	fmt.Println(v, ok, ok2, len(os.Environ()))
	os.Unsetenv("A")
	fmt.Println(os.Environ())
	_, err = os.ReadFile("/nowhere/file")
	var pe *os.PathError
	fmt.Println(errors.As(err, &pe), pe.Op, pe.Path)
	syscall.Kill(syscall.Getpid(), syscall.SIGTERM)
	time.Sleep(time.Second)
	fmt.Println("not reached")
}
