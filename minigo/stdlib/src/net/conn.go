package net

import (
	"io"
	"time"
)

// conn is an end of a connection: it reads from one stream and writes to another.
type conn struct {
	in, out *stream
	net     string
	local   Addr
	remote  Addr
}

// A TCPConn is a connection of the network tcp.
type TCPConn struct{ conn }

// A UnixConn is a connection of the network unix.
type UnixConn struct{ conn }

func (c *conn) fail(op string, err error) error {
	if err == nil || err == io.EOF {
		return err
	}
	return &OpError{Op: op, Net: c.net, Source: c.local, Addr: c.remote, Err: err}
}

func (c *conn) Read(b []byte) (int, error) {
	n, err := c.in.read(b)
	return n, c.fail("read", err)
}

func (c *conn) Write(b []byte) (int, error) {
	n, err := c.out.write(b)
	return n, c.fail("write", err)
}

// Close ends both directions.
func (c *conn) Close() error {
	c.in.mu.Lock()
	closed := c.in.rclosed
	c.in.mu.Unlock()
	if closed {
		return c.fail("close", ErrClosed)
	}
	c.in.closeRead()
	c.out.closeWrite()
	return nil
}

// CloseRead ends reading.
func (c *conn) CloseRead() error {
	c.in.closeRead()
	return nil
}

// CloseWrite tells the other side that nothing more will come.
func (c *conn) CloseWrite() error {
	c.out.closeWrite()
	return nil
}

func (c *conn) LocalAddr() Addr  { return c.local }
func (c *conn) RemoteAddr() Addr { return c.remote }

func (c *conn) SetDeadline(t time.Time) error {
	c.in.setReadDeadline(t)
	c.out.setWriteDeadline(t)
	return nil
}

func (c *conn) SetReadDeadline(t time.Time) error {
	c.in.setReadDeadline(t)
	return nil
}

func (c *conn) SetWriteDeadline(t time.Time) error {
	c.out.setWriteDeadline(t)
	return nil
}

// connect makes the two ends of a connection.
func connect(network string, client, server Addr) (Conn, Conn) {
	up, down := new(stream), new(stream)
	a := conn{down, up, network, client, server}
	b := conn{up, down, network, server, client}
	if isTCP(network) {
		return &TCPConn{a}, &TCPConn{b}
	}
	return &UnixConn{a}, &UnixConn{b}
}
