// Packages encoding/base64, hash/crc32, crypto/sha512, crypto/hmac, crypto/rand io/ioutil and unique.
package main

import (
	"bytes"
	"crypto/hmac"
	crypto "crypto/rand"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"fmt"
	"hash/crc32"
	"io"
	"io/ioutil"
	"math/big"
	"strings"
	"unique"
)

func try(f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("panic:", r)
		}
	}()
	f()
}

func main() {
	odd := base64.NewEncoding("ZYXWVUTSRQPONMLKJIHGFEDCBAzyxwvutsrqponmlkjihgfedcba9876543210-_").WithPadding('*')
	encodings := []*base64.Encoding{base64.StdEncoding, base64.URLEncoding, base64.RawStdEncoding, base64.RawURLEncoding, odd, base64.StdEncoding.Strict(), base64.RawStdEncoding.Strict()}
	for _, s := range []string{"", "f", "fo", "foo", "foob", "fooba", "foobar", "\xff\xfe\xfd>>>???", "héllo wörld"} {
		for _, e := range encodings {
			text := e.EncodeToString([]byte(s))
			back, err := e.DecodeString(text)
			fmt.Print(text, " ", string(back) == s, err, e.EncodedLen(len(s)), e.DecodedLen(len(text)), "; ")
		}
		fmt.Println()
	}
	for _, s := range []string{"Zg", "Zg=", "Zg==", "Zg===", "Zh==", "Zh", "Zm9vZm9", "Zm8\n", "Z", "=", "====", "Zm9v\nYmFy", "Zm\r\n9v", "Zm9vYg\n=\n=\n", "Zm9vYg==x", "Zm9!", "Zm9v!", "Zm=v", "Zm9vY", "Zm9vYmE=", "Zm9vYmF=", "Zm9v====", "Z===", "-_-_", "+/+/", "Zm9vYg=x"} {
		for _, e := range encodings {
			b, err := e.DecodeString(s)
			fmt.Printf("%q %v; ", b, err)
		}
		fmt.Println()
	}
	dst := base64.StdEncoding.AppendEncode([]byte("x="), []byte("hi there"))
	fmt.Println(string(dst))
	back, err := base64.StdEncoding.AppendDecode([]byte("y="), dst[2:])
	fmt.Println(string(back), err, base64.CorruptInputError(7))
	var buf bytes.Buffer
	w := base64.NewEncoder(base64.StdEncoding, &buf)
	for _, part := range []string{"a", "bc", "defg", "h"} {
		fmt.Fprint(w, part)
	}
	fmt.Println(w.Close(), buf.String())
	all, err := ioutil.ReadAll(base64.NewDecoder(base64.StdEncoding, &buf))
	fmt.Println(string(all), err)
	try(func() { base64.NewEncoding("abc") })
	try(func() { base64.NewEncoding(strings.Repeat("a", 64)) })
	try(func() { base64.StdEncoding.WithPadding('A') })
	try(func() { base64.StdEncoding.WithPadding('\n') })

	for _, s := range []string{"", "a", "hello world", strings.Repeat("xyz", 100)} {
		fmt.Println(crc32.ChecksumIEEE([]byte(s)), crc32.Checksum([]byte(s), crc32.MakeTable(crc32.Castagnoli)), crc32.Checksum([]byte(s), crc32.MakeTable(crc32.Koopman)))
		h := crc32.NewIEEE()
		io.WriteString(h, s)
		io.WriteString(h, "more")
		fmt.Printf("%08x %x %d %d\n", h.Sum32(), h.Sum([]byte("in")), h.Size(), h.BlockSize())
		h = crc32.New(crc32.MakeTable(crc32.Koopman))
		io.WriteString(h, s)
		h.Reset()
		fmt.Println(h.Sum32(), crc32.Update(5, crc32.IEEETable, []byte(s)), crc32.IEEETable[255])
		fmt.Printf("%x\n%x\n%x\n%x\n", sha512.Sum512([]byte(s)), sha512.Sum384([]byte(s)), sha512.Sum512_256([]byte(s)), sha512.Sum512_224([]byte(s)))
		g := sha512.New384()
		io.WriteString(g, s)
		fmt.Printf("%x %d %d\n", g.Sum([]byte{1}), g.Size(), g.BlockSize())
		m := hmac.New(sha256.New, []byte(s))
		io.WriteString(m, "message")
		sum := m.Sum(nil)
		m.Reset()
		io.WriteString(m, "mess")
		io.WriteString(m, "age")
		fmt.Printf("%x %v %v %d %d\n", sum, hmac.Equal(sum, m.Sum(nil)), hmac.Equal(sum, sum[1:]), m.Size(), m.BlockSize())
	}

	random := make([]byte, 1000)
	n, err := crypto.Read(random)
	seen := map[byte]bool{}
	for _, b := range random {
		seen[b] = true
	}
	fmt.Println(n, err, len(seen) > 200, len(crypto.Text()))
	for range 100 {
		if x, err := crypto.Int(crypto.Reader, big.NewInt(300)); err != nil || x.Sign() < 0 || x.Int64() >= 300 {
			fmt.Println("Int", x, err)
		}
	}
	p, err := crypto.Prime(crypto.Reader, 64)
	fmt.Println(p.BitLen(), p.ProbablyPrime(10), err)
	_, err = crypto.Prime(crypto.Reader, 1)
	fmt.Println(err)
	_, err = crypto.Int(strings.NewReader(""), big.NewInt(9))
	fmt.Println(err)
	try(func() { crypto.Int(crypto.Reader, new(big.Int)) })
	a, b := unique.Make("ab"), unique.Make(strings.Repeat("ab", 1))
	fmt.Println(a == b, a.Value(), a == unique.Make("c"), unique.Make(any(5)) == unique.Make[any](5), unique.Make(5).Value())
	rest, err := ioutil.ReadAll(ioutil.NopCloser(strings.NewReader("rest")))
	fmt.Println(string(rest), err, ioutil.Discard == io.Discard)
}
