package binary

import (
	"errors"
	"fmt"
	"io"
)

var errBufferTooSmall = errors.New("buffer too small")

// Size returns how many bytes Write would write, -1 if v is of a type without fixed size.
func Size(v any) int

// encode returns the bytes of a value of fixed size.
func encode(data any, big bool) []byte

// decode sets what data points to, or the elements of the slice that it is. It returns false for other values.
func decode(data any, big bool, buf []byte) bool

func isBig(order interface{ String() string }) bool {
	if o, ok := order.(ByteOrder); ok {
		return o.Uint16([]byte{1, 0}) == 1<<8
	}
	return order.(AppendByteOrder).AppendUint16(nil, 1)[0] == 0
}

func sizeOf(name string, data any) (int, error) {
	n := Size(data)
	if n < 0 {
		return 0, fmt.Errorf("binary.%s: some values are not fixed-sized in type %T", name, data)
	}
	return n, nil
}

// Write writes data, which is a value of fixed size, a pointer to one or a slice of them.
func Write(w io.Writer, order ByteOrder, data any) error {
	if _, err := sizeOf("Write", data); err != nil {
		return err
	}
	_, err := w.Write(encode(data, isBig(order)))
	return err
}

// Append appends the bytes of data.
func Append(buf []byte, order AppendByteOrder, data any) ([]byte, error) {
	if _, err := sizeOf("Append", data); err != nil {
		return nil, err
	}
	return append(buf, encode(data, isBig(order))...), nil
}

// Encode puts the bytes of data into buf and returns how many they are.
func Encode(buf []byte, order ByteOrder, data any) (int, error) {
	n, err := sizeOf("Encode", data)
	if err != nil {
		return 0, err
	}
	if len(buf) < n {
		return 0, errBufferTooSmall
	}
	return copy(buf, encode(data, isBig(order))), nil
}

// Read sets what data points to, or the elements of the slice that it is.
func Read(r io.Reader, order ByteOrder, data any) error {
	n := Size(data)
	if n < 0 || !decode(data, false, nil) {
		return fmt.Errorf("binary.Read: invalid type %T", data)
	}
	buf := make([]byte, n)
	if _, err := io.ReadFull(r, buf); err != nil {
		return err
	}
	decode(data, isBig(order), buf)
	return nil
}

// Decode is Read from buf; it returns how many bytes it used.
func Decode(buf []byte, order ByteOrder, data any) (int, error) {
	n := Size(data)
	if n < 0 || !decode(data, false, nil) {
		return 0, fmt.Errorf("binary.Decode: invalid type %T", data)
	}
	if len(buf) < n {
		return 0, errBufferTooSmall
	}
	decode(data, isBig(order), buf[:n])
	return n, nil
}
