// Packages hash/fnv, crypto/md5, crypto/sha1, crypto/sha256 and encoding/hex.
package main

import (
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"hash/fnv"
	"io"
)

func main() {
	for _, s := range []string{"", "a", "hello world", "héllo\x00"} {
		fmt.Printf("%x\n%x\n%x\n", md5.Sum([]byte(s)), sha1.Sum([]byte(s)), sha256.Sum256([]byte(s)))
		for _, h := range []hash.Hash{md5.New(), sha1.New(), sha256.New(), fnv.New32(), fnv.New32a(), fnv.New64(), fnv.New64a()} {
			io.WriteString(h, s)
			h.Write([]byte("more"))
			fmt.Println(hex.EncodeToString(h.Sum([]byte("in"))), h.Size(), h.BlockSize())
			h.Reset()
			fmt.Printf("%x\n", h.Sum(nil))
		}
		h := fnv.New32a()
		h.Write([]byte(s))
		g := fnv.New64a()
		g.Write([]byte(s))
		fmt.Println(h.Sum32(), g.Sum64(), h.Sum32()%16)
	}
	for _, s := range []string{"", "00ffAb", "abc", "zz", "0g", "1z2", "é"} {
		b, err := hex.DecodeString(s)
		fmt.Println(b, err)
	}
}
