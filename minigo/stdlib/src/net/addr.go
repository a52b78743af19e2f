package net

import (
	"strconv"
	"strings"
)

// An Addr is the address of an end of a connection.
type Addr interface {
	Network() string
	String() string
}

// An IP is an address of version 4 or 6, of which this network knows the loopback addresses and "any".
type IP []byte

func (ip IP) String() string {
	switch {
	case len(ip) == 4:
		var parts [4]string
		for i, b := range ip {
			parts[i] = strconv.Itoa(int(b))
		}
		return strings.Join(parts[:], ".")
	case len(ip) == 16 && ip[15] == 1:
		return "::1"
	case len(ip) == 16:
		return "::"
	}
	return "<nil>"
}

// IsLoopback reports whether ip is this machine.
func (ip IP) IsLoopback() bool {
	return len(ip) == 4 && ip[0] == 127 || len(ip) == 16 && ip[15] == 1
}

// parseIP reads what IP can hold; nil when it is something else.
func parseIP(s string) IP {
	if s == "::1" {
		return IP{15: 1}
	}
	if s == "::" {
		return make(IP, 16)
	}
	parts := strings.Split(s, ".")
	if len(parts) != 4 {
		return nil
	}
	ip := make(IP, 4)
	for i, part := range parts {
		n, err := strconv.ParseUint(part, 10, 8)
		if err != nil {
			return nil
		}
		ip[i] = byte(n)
	}
	return ip
}

// A TCPAddr is an address and a port.
type TCPAddr struct {
	IP   IP
	Port int
	Zone string
}

func (a *TCPAddr) Network() string { return "tcp" }

func (a *TCPAddr) String() string {
	if a == nil {
		return "<nil>"
	}
	host := ""
	if len(a.IP) > 0 {
		host = a.IP.String()
	}
	return JoinHostPort(host, strconv.Itoa(a.Port))
}

// A UnixAddr is the name of a socket.
type UnixAddr struct {
	Name string
	Net  string
}

func (a *UnixAddr) Network() string { return a.Net }

func (a *UnixAddr) String() string {
	if a == nil {
		return "<nil>"
	}
	return a.Name
}

// An AddrError says what is wrong with an address.
type AddrError struct {
	Err  string
	Addr string
}

func (e *AddrError) Error() string {
	if e.Addr != "" {
		return "address " + e.Addr + ": " + e.Err
	}
	return e.Err
}

func (e *AddrError) Timeout() bool   { return false }
func (e *AddrError) Temporary() bool { return false }

// JoinHostPort makes "host:port", or "[host]:port" when host has colons.
func JoinHostPort(host, port string) string {
	if strings.Contains(host, ":") {
		return "[" + host + "]:" + port
	}
	return host + ":" + port
}

// SplitHostPort takes apart what JoinHostPort made.
func SplitHostPort(hostport string) (host, port string, err error) {
	fail := func(why string) (string, string, error) { return "", "", &AddrError{why, hostport} }
	colon := strings.LastIndexByte(hostport, ':')
	if colon < 0 {
		return fail("missing port in address")
	}
	host, port = hostport[:colon], hostport[colon+1:]
	if strings.HasPrefix(hostport, "[") {
		end := strings.IndexByte(hostport, ']')
		switch {
		case end < 0:
			return fail("missing ']' in address")
		case end+1 == len(hostport):
			return fail("missing port in address")
		case end+1 != colon:
			if hostport[end+1] == ':' {
				return fail("too many colons in address")
			}
			return fail("missing port in address")
		}
		host = hostport[1:end]
	} else if strings.Contains(host, ":") {
		return fail("too many colons in address")
	}
	if strings.ContainsAny(host, "[") || strings.Contains(port, "[") {
		return fail("unexpected '[' in address")
	}
	if strings.ContainsAny(host, "]") || strings.Contains(port, "]") {
		return fail("unexpected ']' in address")
	}
	return host, port, nil
}

// A place is where a listener is found: a port, or the name of a unix socket.
type place struct {
	network string
	name    string
	port    int
}

func isTCP(network string) bool { return network == "tcp" || network == "tcp4" || network == "tcp6" }

// resolve finds out what an address means. The address of an empty host is nil.
func resolve(network, address string) (*TCPAddr, error) {
	if address == "" {
		return nil, errMissingAddress
	}
	host, port, err := SplitHostPort(address)
	if err != nil {
		return nil, err
	}
	number, err := strconv.Atoi(port)
	if err != nil || number < 0 || number > 65535 {
		if err == nil {
			return nil, &AddrError{"invalid port", port}
		}
		return nil, &DNSError{Err: "unknown port", Name: network + "/" + port, IsNotFound: true}
	}
	switch host {
	case "":
		return &TCPAddr{Port: number}, nil
	case "localhost":
		return &TCPAddr{IP: IP{127, 0, 0, 1}, Port: number}, nil
	}
	ip := parseIP(host)
	if ip == nil {
		return nil, &DNSError{Err: "no such host", Name: host, IsNotFound: true}
	}
	return &TCPAddr{IP: ip, Port: number}, nil
}
