// Files of the host, in the folder that the only argument names. Nothing that is printed depends on where that is.
package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"time"
)

// show prints an error without the names of temporary files.
func show(label string, err error) {
	var pe *fs.PathError
	kind := ""
	for _, e := range []error{fs.ErrExist, fs.ErrNotExist, fs.ErrPermission, fs.ErrClosed, fs.ErrInvalid} {
		if errors.Is(err, e) {
			kind += " is " + e.Error()
		}
	}
	fmt.Println(label, err, errors.As(err, &pe), kind)
}

func main() {
	show("chdir", os.Chdir(os.Args[1]))
	show("write", os.WriteFile("a.txt", []byte("hello\nworld\n"), 0o644))
	data, err := os.ReadFile("a.txt")
	fmt.Printf("%q %v\n", data, err)
	_, err = os.ReadFile("none")
	show("read", err)
	fmt.Println(os.IsNotExist(err), os.IsExist(err), os.IsPermission(err))
	_, err = os.OpenFile("a.txt", os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	show("excl", err)
	fmt.Println(os.IsExist(err), errors.Is(err, syscall.EEXIST))

	f, err := os.Create("b.txt")
	show("create", err)
	n, err := f.WriteString("0123456789")
	fmt.Println(n, err, f.Name())
	pos, err := f.Seek(-4, io.SeekEnd)
	fmt.Println(pos, err)
	buf := make([]byte, 3)
	n, err = f.Read(buf)
	fmt.Println(n, err, string(buf))
	n, err = f.ReadAt(buf, 8)
	fmt.Println(n, err, string(buf[:n]))
	_, err = f.ReadAt(buf, -1)
	show("readat", err)
	fmt.Println(f.WriteAt([]byte("xy"), 1))
	show("truncate", f.Truncate(5))
	info, err := f.Stat()
	fmt.Println(info.Name(), info.Size(), info.Mode().IsRegular(), info.IsDir(), err, info.ModTime().After(time.Unix(0, 0)))
	show("sync", f.Sync())
	show("close", f.Close())
	show("close", f.Close())
	_, err = f.Write(nil)
	show("write", err)
	_, err = f.Read(buf)
	show("read", err)
	data, _ = os.ReadFile("b.txt")
	fmt.Printf("%q\n", data)
	_, err = f.Seek(0, 9)
	show("seek", err)

	f, _ = os.OpenFile("a.txt", os.O_APPEND|os.O_WRONLY, 0)
	fmt.Fprintln(f, "more")
	_, err = f.WriteAt([]byte("x"), 0)
	fmt.Println(err)
	_, err = f.Read(buf)
	show("read", err)
	f.Close()
	f, _ = os.Open("a.txt")
	_, err = f.Write([]byte("x"))
	show("write", err)
	for s := bufio.NewScanner(f); s.Scan(); {
		fmt.Println("line", s.Text())
	}
	f.Seek(0, io.SeekStart)
	var b strings.Builder
	fmt.Println(io.Copy(&b, f))
	fmt.Printf("%q\n", b.String())
	f.Close()

	show("mkdir", os.Mkdir("d", 0o755))
	show("mkdir", os.Mkdir("d", 0o755))
	show("mkdirall", os.MkdirAll("d/e/f", 0o755))
	show("mkdirall", os.MkdirAll("d/e/f", 0o755))
	show("mkdirall", os.MkdirAll("a.txt/x", 0o755))
	show("mkdir", os.Mkdir("no/such", 0o755))
	for i := range 3 {
		os.WriteFile(fmt.Sprintf("d/%c.go", 'z'-i), []byte{byte(i)}, 0o600)
	}
	entries, err := os.ReadDir("d")
	for _, e := range entries {
		i, _ := e.Info()
		fmt.Println(e.Name(), e.IsDir(), e, e.Type(), i.Mode())
	}
	fmt.Println(err)
	_, err = os.ReadDir("none")
	show("readdir", err)
	_, err = os.ReadDir("a.txt")
	fmt.Println(errors.Is(err, syscall.ENOTDIR))
	_, err = os.ReadFile("d")
	show("readfile", err)
	dir, _ := os.Open("d")
	names := 0
	for {
		part, err := dir.ReadDir(2)
		names += len(part)
		if err != nil {
			fmt.Println(len(part), err, names)
			break
		}
	}
	rest, err := dir.Readdirnames(-1)
	fmt.Println(rest == nil, len(rest), err)
	dir.Close()
	show("remove", os.Remove("d"))
	show("remove", os.Remove("none"))
	show("rename", os.Rename("none", "x"))
	show("rename", os.Rename("b.txt", "d"))
	show("rename", os.Rename("b.txt", "c.txt"))
	show("symlink", os.Symlink("c.txt", "link"))
	target, err := os.Readlink("link")
	fmt.Println(target, err)
	_, err = os.Readlink("c.txt")
	show("readlink", err)
	li, _ := os.Lstat("link")
	si, _ := os.Stat("link")
	ci, _ := os.Stat("c.txt")
	fmt.Println(li.Mode().Type(), si.Mode().Type(), os.SameFile(si, ci), os.SameFile(li, ci))
	show("link", os.Link("c.txt", "hard"))
	show("link", os.Link("c.txt", "hard"))
	show("chmod", os.Chmod("c.txt", 0o400))
	ci, _ = os.Stat("c.txt")
	fmt.Println(ci.Mode(), fs.FormatFileInfo(ci)[:12])
	when := time.Date(2020, 1, 2, 3, 4, 5, 0, time.UTC)
	show("chtimes", os.Chtimes("c.txt", when, when))
	ci, _ = os.Stat("c.txt")
	fmt.Println(ci.ModTime().UTC())
	_, err = os.Stat("none")
	show("stat", err)
	_, err = os.Lstat("none/x")
	show("lstat", err)
	_, err = os.Stat("a.txt/x")
	show("stat", err)
	_, err = os.Open("")
	show("open", err)
	_, err = os.Open("a\x00b")
	show("open", err)

	temp, err := os.MkdirTemp(".", "t*x")
	fmt.Println(strings.HasPrefix(temp, "./t"), strings.HasSuffix(temp, "x"), err)
	tf, err := os.CreateTemp(temp, "")
	fmt.Println(err, filepath.Dir(tf.Name()) == filepath.Clean(temp))
	tf.Close()
	_, err = os.CreateTemp(temp, "a/b")
	show("createtemp", err)
	show("removeall", os.RemoveAll(temp))
	show("removeall", os.RemoveAll("none"))
	show("removeall", os.RemoveAll("d/."))

	fsys := os.DirFS("d")
	fs.WalkDir(fsys, ".", func(path string, d fs.DirEntry, err error) error {
		fmt.Print(path, " ", d.IsDir(), " ", err, "; ")
		if path == "e" {
			return fs.SkipDir
		}
		return nil
	})
	fmt.Println()
	fmt.Println(fs.Glob(fsys, "[yz].go"))
	fmt.Println(fs.Glob(fsys, "*/*"))
	_, err = fsys.Open("../a.txt")
	show("dirfs", err)
	_, err = fs.ReadFile(fsys, "none")
	show("dirfs", err)
	sub, err := fs.Sub(fsys, "e")
	fmt.Println(err)
	fmt.Println(fs.ReadDir(sub, "."))
	_, err = fs.Stat(sub, "none")
	show("sub", err)
	filepath.Walk("d", func(path string, info fs.FileInfo, err error) error {
		fmt.Print(path, " ", info.IsDir(), " ", err, "; ")
		return nil
	})
	fmt.Println()
	matches, err := filepath.Glob("d/*.go")
	fmt.Println(matches, err)

	var wg sync.WaitGroup
	for i := range 5 {
		wg.Go(func() {
			name := fmt.Sprint("p", i)
			os.WriteFile(name, []byte(strings.Repeat("x", i)), 0o644)
			data, err := os.ReadFile(name)
			if len(data) != i || err != nil {
				fmt.Println("lost", i, err)
			}
		})
	}
	wg.Wait()

	r, w, _ := os.Pipe()
	old := os.Stdout
	os.Stdout = w
	fmt.Println("captured")
	os.Stdout = old
	w.Close()
	data, err = io.ReadAll(r)
	fmt.Printf("%q %v\n", data, err)
	show("removeall", os.RemoveAll("d"))
	_, err = os.Stat("d")
	show("stat", err)
	var none *os.File
	_, err = none.Read(buf)
	show("nil", err)
	show("nil", none.Close())
}
