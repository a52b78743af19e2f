// Package encoding/binary.
package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
)

type inner struct {
	A int8
	B [2]uint16
}

type record struct {
	Flag bool
	_    [3]byte
	N    int32
	F    float32
	G    float64
	C    complex64
	In   [2]inner
}

type hidden struct{ a uint16 }

type number uint32

func try(f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Printf("panic %T %v\n", r, r)
		}
	}()
	f()
}

func orders() {
	b := []byte{1, 2, 3, 4, 5, 6, 7, 8, 9}
	for _, o := range []binary.ByteOrder{binary.LittleEndian, binary.BigEndian, binary.NativeEndian} {
		fmt.Printf("%v %#v %x %x %x\n", o, o, o.Uint16(b), o.Uint32(b[1:]), o.Uint64(b))
		buf := make([]byte, 8)
		o.PutUint16(buf, 0xabcd)
		fmt.Printf("%x ", buf)
		o.PutUint32(buf, 0xabcdef01)
		fmt.Printf("%x ", buf)
		o.PutUint64(buf, 0xabcdef0123456789)
		fmt.Printf("%x\n", buf)
		try(func() { o.Uint32(b[:3]) })
		try(func() { o.PutUint64(buf[:7], 1) })
	}
	buf := binary.LittleEndian.AppendUint16(nil, 0x0102)
	buf = binary.BigEndian.AppendUint32(buf, 0x01020304)
	buf = binary.BigEndian.AppendUint64(binary.LittleEndian.AppendUint64(buf, 0x0102030405060708), 0xa0b0c0d0e0f00102)
	fmt.Printf("%x\n", binary.BigEndian.AppendUint16(binary.LittleEndian.AppendUint32(buf, 9), 5))
}

func varints() {
	for _, x := range []uint64{0, 1, 127, 128, 300, 1<<32 - 1, 1 << 63, 1<<64 - 1} {
		buf := binary.AppendUvarint(nil, x)
		y, n := binary.Uvarint(buf)
		z, err := binary.ReadUvarint(bytes.NewReader(buf))
		fmt.Printf("%x %d %d %d %v\n", buf, y, n, z, err)
		s := binary.AppendVarint(nil, int64(x))
		t, n := binary.Varint(s)
		u, err := binary.ReadVarint(bytes.NewReader(s))
		fmt.Printf("%x %d %d %d %v\n", s, t, n, u, err)
	}
	buf := make([]byte, binary.MaxVarintLen64)
	fmt.Println(binary.PutVarint(buf, -12345), buf, binary.PutUvarint(buf, 1<<40), buf)
	try(func() { binary.PutUvarint(buf[:1], 1000) })
	for _, b := range [][]byte{{}, {0x80}, bytes.Repeat([]byte{0xff}, 10), bytes.Repeat([]byte{0x80}, 12)} {
		x, n := binary.Uvarint(b)
		y, err := binary.ReadUvarint(bytes.NewReader(b))
		fmt.Println(x, n, y, err, err == io.EOF, err == io.ErrUnexpectedEOF)
	}
}

func values() {
	r := record{true, [3]byte{7, 8, 9}, -5, 1.5, -2.25, 3 + 4i, [2]inner{{-1, [2]uint16{1, 2}}, {5, [2]uint16{0xffff, 4}}}}
	for _, v := range []any{r, &r, r.In[:], []uint16{1, 2}, &[]int64{-1}, [2]bool{true}, number(7), uint8(3), complex(1, 2)} {
		var buf bytes.Buffer
		err := binary.Write(&buf, binary.BigEndian, v)
		fmt.Printf("%d %v %x\n", binary.Size(v), err, buf.Bytes())
		more, err := binary.Append([]byte{1}, binary.LittleEndian, v)
		fmt.Printf("%x %v\n", more, err)
	}
	for _, v := range []any{1, "a", map[int]int{}, []int{1}, struct{ x string }{}, nil, []record(nil), new(int)} {
		fmt.Println(binary.Size(v))
		if v != any(nil) && binary.Size(v) < 0 {
			fmt.Println(binary.Write(io.Discard, binary.BigEndian, v))
			fmt.Println(binary.Read(bytes.NewReader(nil), binary.BigEndian, v))
			_, err := binary.Append(nil, binary.BigEndian, v)
			fmt.Println(err)
		}
	}

	data, _ := binary.Append(nil, binary.LittleEndian, r)
	var back record
	fmt.Println(binary.Read(bytes.NewReader(data), binary.LittleEndian, &back), back)
	fmt.Println(binary.Read(bytes.NewReader(data), binary.BigEndian, &back), back.N, back.In)
	fmt.Println(binary.Read(bytes.NewReader(data[:5]), binary.BigEndian, &back))
	fmt.Println(binary.Read(bytes.NewReader(nil), binary.BigEndian, &back))
	in := make([]inner, 2)
	n, err := binary.Decode(data[len(data)-10:], binary.LittleEndian, in)
	fmt.Println(n, err, in)
	n, err = binary.Decode(data[:3], binary.LittleEndian, in)
	fmt.Println(n, err)
	n, err = binary.Decode(data, binary.LittleEndian, back)
	fmt.Println(n, err)
	var x number
	var words []uint32 = make([]uint32, 2)
	var array [3]int16
	fmt.Println(binary.Read(bytes.NewReader([]byte{1, 2, 3, 4}), binary.BigEndian, &x), x)
	fmt.Println(binary.Read(bytes.NewReader(data), binary.BigEndian, &words), words)
	fmt.Println(binary.Read(bytes.NewReader(data), binary.BigEndian, words[1:]), words)
	fmt.Println(binary.Read(bytes.NewReader(data), binary.BigEndian, &array), array)
	fmt.Println(binary.Read(bytes.NewReader(data), binary.BigEndian, &array[1]), array)
	fmt.Println(binary.Read(bytes.NewReader(data), binary.BigEndian, x))
	out := make([]byte, 6)
	n, err = binary.Encode(out, binary.BigEndian, array)
	fmt.Println(n, err, out)
	n, err = binary.Encode(out, binary.BigEndian, r)
	fmt.Println(n, err)
	fmt.Println(binary.Append(nil, binary.BigEndian, hidden{5}))
	var h hidden
	try(func() { binary.Read(bytes.NewReader(data), binary.BigEndian, &h) })
}

func main() {
	orders()
	varints()
	values()
}
