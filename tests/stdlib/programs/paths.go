// Packages path, path/filepath and io/fs, as far as they work on text and on file systems in memory.
package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"time"
)

// memory is a file system: names to contents, folders end with a slash.
type memory map[string]string

type node struct {
	name string
	r    *strings.Reader
	dir  bool
}

func (n *node) Name() string               { return path.Base(n.name) }
func (n *node) Size() int64                { return n.r.Size() }
func (n *node) ModTime() time.Time         { return time.Time{} }
func (n *node) IsDir() bool                { return n.dir }
func (n *node) Sys() any                   { return nil }
func (n *node) Stat() (fs.FileInfo, error) { return n, nil }
func (n *node) Read(b []byte) (int, error) { return n.r.Read(b) }
func (n *node) Close() error               { return nil }
func (n *node) Mode() fs.FileMode {
	if n.dir {
		return fs.ModeDir | 0o755
	}
	return 0o644
}

type folder struct {
	*node
	m memory
}

func (f folder) ReadDir(int) (list []fs.DirEntry, err error) {
	for name, text := range f.m {
		if path.Dir(strings.TrimSuffix(name, "/")) == f.name {
			list = append(list, fs.FileInfoToDirEntry(&node{strings.TrimSuffix(name, "/"), strings.NewReader(text), strings.HasSuffix(name, "/")}))
		}
	}
	return list, nil
}

func (m memory) Open(name string) (fs.File, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	if _, ok := m[name+"/"]; ok || name == "." {
		return folder{&node{name, strings.NewReader(""), true}, m}, nil
	}
	text, ok := m[name]
	if !ok {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return &node{name, strings.NewReader(text), false}, nil
}

func main() {
	names := []string{"", ".", "/", "a", "a/", "/a", "a/b", "a//b/../c", "../x", "/../x", "a/../..", "./a/.b.c", "a/b/", "x.tar.gz", "//", "a/..", "../../a"}
	for _, name := range names {
		dir, file := path.Split(name)
		fmt.Printf("%q: %q %q %q %q %q %q %v %v %v\n", name, path.Clean(name), path.Base(name), path.Dir(name), path.Ext(name), dir, file, path.IsAbs(name), fs.ValidPath(name), filepath.IsLocal(name))
		for _, other := range names {
			rel, err := filepath.Rel(name, other)
			fmt.Print(path.Join(name, other), " ", filepath.Join(other, "x", name), " ", rel, " ", err, "; ")
		}
		fmt.Println()
	}
	for _, pattern := range []string{"abc", "*", "*c", "a*", "a*/b", "a*b?c*x", "ab[c]", "ab[b-d]", "ab[e-g]", "ab[^c]", "a\\*b", "a?b", "a[^a]b", "*x", "[]a]", "[-]", "[x-]", "[\\-x]", "[a-b-c]", "[", "[^", "[^bc", "a[", "*[", "", "a\\", "[a-", "?", "**", "*/*"} {
		for _, name := range []string{"abc", "a/b", "abxbbxdbxebxczzx", "ab", "a*b", "a☺b", "xxx", "-", "]", "x", "", "ac", "a"} {
			ok, err := path.Match(pattern, name)
			fmt.Print(ok, " ", err, "; ")
		}
		fmt.Println()
	}
	fmt.Println(filepath.SplitList("a:b::c"), filepath.SplitList(""), filepath.ToSlash("a/b"), filepath.VolumeName("/a") == "", string(filepath.Separator))
	fmt.Println(filepath.Localize("a/b"))
	fmt.Println(filepath.Localize("/a"))

	m := memory{"a.txt": "A", "d/": "", "d/b.txt": "BB", "d/e/": "", "d/e/c.go": "", "z": "zz"}
	fmt.Println(fs.WalkDir(m, ".", func(name string, d fs.DirEntry, err error) error {
		fmt.Print(name, " ", d, " ", err, "; ")
		return nil
	}))
	fmt.Println(fs.WalkDir(m, ".", func(name string, d fs.DirEntry, err error) error {
		fmt.Print(name, "; ")
		if name == "d" {
			return fs.SkipDir
		}
		if name == "z" {
			return errors.New("enough")
		}
		return nil
	}))
	fmt.Println(fs.WalkDir(m, "none", func(name string, d fs.DirEntry, err error) error { return fmt.Errorf("%w %v", err, d) }))
	for _, pattern := range []string{"*", "*.txt", "*/*", "d/*/*.go", "none/*", "a.txt", "no", "[", "d/[a-c]*"} {
		fmt.Println(fs.Glob(m, pattern))
	}
	data, err := fs.ReadFile(m, "d/b.txt")
	fmt.Println(string(data), err)
	sub, _ := fs.Sub(m, "d")
	fmt.Println(fs.ReadDir(sub, "."))
	_, err = sub.Open("none")
	fmt.Println(err)
	fmt.Println(fs.Glob(sub, "*/*"))
	_, err = fs.Sub(m, "../x")
	fmt.Println(err)
	info, err := fs.Stat(m, "z")
	fmt.Println(fs.FormatFileInfo(info), err)
	_, err = fs.ReadLink(m, "z")
	fmt.Println(err)
	for _, mode := range []fs.FileMode{0, 0o777, fs.ModeDir | 0o755, fs.ModeSymlink | 0o4, fs.ModeNamedPipe | fs.ModeSetuid | 0o600, fs.ModeType, ^fs.FileMode(0)} {
		fmt.Println(mode, mode.IsDir(), mode.IsRegular(), mode.Perm(), mode.Type())
	}
	env := map[string]string{"A": "1", "BC": "2", "*": "all", "1": "one"}
	for _, s := range []string{"$A", "${A}x$BC", "$", "$$", "${}", "${", "$*", "$1x", "${A", "a${D}b", "$-", "${*}", "x$A-$BC!", "${A }"} {
		fmt.Printf("%q ", os.Expand(s, func(k string) string { return env[k] }))
	}
	fmt.Println()
	os.Setenv("TMPDIR", "/t")
	os.Unsetenv("HOME")
	_, err = os.UserHomeDir()
	_, err2 := os.UserCacheDir()
	fmt.Println(os.TempDir(), err, err2)
	os.Setenv("HOME", "/h")
	fmt.Println(os.UserCacheDir())
	fmt.Println(os.UserConfigDir())
	fmt.Println(os.NewSyscallError("x", nil), os.NewSyscallError("x", io.EOF), os.IsTimeout(os.ErrDeadlineExceeded), os.IsTimeout(io.EOF))
}
