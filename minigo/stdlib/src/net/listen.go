package net

import (
	"context"
	"strings"
	"sync"
	"time"
)

// backlog is how many connections wait for Accept; more than that many have to wait for their place.
const backlog = 4096

// listener has the connections that nobody has accepted yet.
type listener struct {
	mu      sync.Mutex
	net     string
	addr    Addr
	place   place
	pending []Conn
	queue   queue
	dead    deadline
	closed  bool
}

// A TCPListener is a listener of the network tcp.
type TCPListener struct{ listener }

// A UnixListener is a listener of the network unix.
type UnixListener struct{ listener }

// What listens in this program, and the last port that was given away.
var (
	network   sync.Mutex
	listeners = map[place]*listener{}
	lastPort  = 40000
)

func (l *listener) fail(op string, err error) error {
	return &OpError{Op: op, Net: l.net, Addr: l.addr, Err: err}
}

// Accept waits for a connection.
func (l *listener) Accept() (Conn, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for {
		switch {
		case l.closed:
			return nil, l.fail("accept", ErrClosed)
		case l.dead.passed:
			return nil, l.fail("accept", errTimeout)
		case len(l.pending) > 0:
			c := l.pending[0]
			l.pending = l.pending[1:]
			return c, nil
		}
		l.queue.wait(&l.mu)
	}
}

// SetDeadline is for Accept.
func (l *listener) SetDeadline(t time.Time) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.dead.change(t, &l.mu, &l.queue)
	return nil
}

func (l *listener) Addr() Addr { return l.addr }

// Close ends Accepts under way; connections that nobody accepted are reset.
func (l *listener) Close() error {
	network.Lock()
	if listeners[l.place] == l {
		delete(listeners, l.place)
	}
	network.Unlock()
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.closed {
		return l.fail("close", ErrClosed)
	}
	l.closed = true
	for _, c := range l.pending {
		c.Close()
	}
	l.queue.wakeAll()
	return nil
}

// deliver hands over a new connection; it reports whether anybody listens.
func (l *listener) deliver(c Conn) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.closed || len(l.pending) >= backlog {
		return false
	}
	l.pending = append(l.pending, c)
	l.queue.wakeAll()
	return true
}

// freePort gives a port that nobody listens on; the network's lock is held.
func freePort() int {
	for {
		lastPort++
		if lastPort > 65535 {
			lastPort = 1024
		}
		if listeners[place{network: "tcp", port: lastPort}] == nil {
			return lastPort
		}
	}
}

// Listen announces an address: networks are tcp, tcp4, tcp6 and unix.
func Listen(net, address string) (Listener, error) {
	network.Lock()
	defer network.Unlock()
	if net == "unix" {
		addr := &UnixAddr{address, net}
		at := place{network: net, name: address}
		if listeners[at] != nil {
			return nil, &OpError{Op: "listen", Net: net, Addr: addr, Err: errInUse}
		}
		l := &UnixListener{listener{net: net, addr: addr, place: at}}
		listeners[at] = &l.listener
		return l, nil
	}
	if !isTCP(net) {
		return nil, &OpError{Op: "listen", Net: net, Err: UnknownNetworkError(net)}
	}
	addr := &TCPAddr{}
	if address != "" {
		var err error
		if addr, err = resolve(net, address); err != nil {
			return nil, &OpError{Op: "listen", Net: net, Err: err}
		}
	}
	at := place{network: "tcp", port: addr.Port}
	if addr.Port != 0 && listeners[at] != nil {
		return nil, &OpError{Op: "listen", Net: net, Addr: addr, Err: errInUse}
	}
	if addr.Port == 0 {
		at.port = freePort()
		addr.Port = at.port
	}
	if addr.IP == nil {
		addr.IP = make(IP, 16)
		if net == "tcp4" {
			addr.IP = make(IP, 4)
		}
	}
	l := &TCPListener{listener{net: net, addr: addr, place: at}}
	listeners[at] = &l.listener
	return l, nil
}

// A Dialer connects to listeners.
type Dialer struct {
	Timeout  time.Duration
	Deadline time.Time
}

// Dial connects to a listener of this program.
func Dial(net, address string) (Conn, error) { return new(Dialer).Dial(net, address) }

// DialTimeout is Dial; here, nothing takes time.
func DialTimeout(net, address string, timeout time.Duration) (Conn, error) {
	d := Dialer{Timeout: timeout}
	return d.Dial(net, address)
}

func (d *Dialer) Dial(net, address string) (Conn, error) {
	return d.DialContext(context.Background(), net, address)
}

// DialContext fails when ctx is done already.
func (d *Dialer) DialContext(ctx context.Context, net, address string) (Conn, error) {
	fail := func(addr Addr, err error) (Conn, error) {
		return nil, &OpError{Op: "dial", Net: net, Addr: addr, Err: err}
	}
	if net == "unix" {
		addr := &UnixAddr{address, net}
		if err := ctx.Err(); err != nil {
			return fail(addr, contextError(err))
		}
		l := find(place{network: net, name: address})
		if l == nil && strings.HasPrefix(address, "@") {
			return fail(addr, errRefused)
		}
		if l == nil {
			return fail(addr, errNoSocket)
		}
		client, server := connect(net, &UnixAddr{"@", net}, addr)
		if !l.deliver(server) {
			return fail(addr, errRefused)
		}
		return client, nil
	}
	if !isTCP(net) {
		return fail(nil, UnknownNetworkError(net))
	}
	addr, err := resolve(net, address)
	if err != nil {
		return fail(nil, err)
	}
	if len(addr.IP) == 0 || !addr.IP.IsLoopback() && addr.IP[0] == 0 {
		addr.IP = IP{127, 0, 0, 1}
	}
	if err := ctx.Err(); err != nil {
		return fail(addr, contextError(err))
	}
	if !addr.IP.IsLoopback() {
		return fail(addr, errUnreachable)
	}
	l := find(place{network: "tcp", port: addr.Port})
	if l == nil {
		return fail(addr, errRefused)
	}
	network.Lock()
	port := freePort()
	network.Unlock()
	client, server := connect("tcp", &TCPAddr{IP: addr.IP, Port: port}, addr)
	if !l.deliver(server) {
		return fail(addr, errRefused)
	}
	return client, nil
}

func find(at place) *listener {
	network.Lock()
	defer network.Unlock()
	return listeners[at]
}

// canceled is what Dial says of a context that was cancelled.
type canceled struct{}

func (canceled) Error() string        { return "operation was canceled" }
func (canceled) Is(target error) bool { return target == context.Canceled }

func contextError(err error) error {
	if err == context.Canceled {
		return canceled{}
	}
	return errTimeout
}
