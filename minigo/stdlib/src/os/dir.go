package os

import (
	"errors"
	"io"
	"io/fs"
	"path"
	"syscall"
	"time"
)

type (
	FileMode = fs.FileMode
	FileInfo = fs.FileInfo
	DirEntry = fs.DirEntry
)

const (
	ModeDir        = fs.ModeDir
	ModeAppend     = fs.ModeAppend
	ModeExclusive  = fs.ModeExclusive
	ModeTemporary  = fs.ModeTemporary
	ModeSymlink    = fs.ModeSymlink
	ModeDevice     = fs.ModeDevice
	ModeNamedPipe  = fs.ModeNamedPipe
	ModeSocket     = fs.ModeSocket
	ModeSetuid     = fs.ModeSetuid
	ModeSetgid     = fs.ModeSetgid
	ModeCharDevice = fs.ModeCharDevice
	ModeSticky     = fs.ModeSticky
	ModeIrregular  = fs.ModeIrregular
	ModeType       = fs.ModeType
	ModePerm       = fs.ModePerm
)

func statFile(fd int) (numbers []int, errno int)
func statPath(name string, follow bool) (numbers []int, errno int)
func entryNames(name string) (names []string, errno int)
func readLink(name string) (target string, errno int)
func workingDirectory() string
func changeFolder(name string) (errno int)
func makeFolder(name string, mode int) (errno int)
func removeFile(name string) (errno int)
func removeFolder(name string) (errno int)
func setMode(name string, mode int) (errno int)
func setSize(name string, size int) (errno int)
func setTimes(name string, accessed, changed int) (errno int)
func renamePath(old, new string) (errno int)
func symlinkPath(old, new string) (errno int)
func linkPath(old, new string) (errno int)
func randomName() string

// fileStat is what natives tell of a file: size, mode, time of the last change, device and number.
type fileStat struct {
	name    string
	numbers []int
}

func (s *fileStat) Name() string       { return s.name }
func (s *fileStat) Size() int64        { return int64(s.numbers[0]) }
func (s *fileStat) IsDir() bool        { return s.Mode().IsDir() }
func (s *fileStat) ModTime() time.Time { return time.Unix(0, int64(s.numbers[2])) }
func (s *fileStat) Sys() any           { return nil }

func (s *fileStat) Mode() FileMode {
	mode := FileMode(s.numbers[1] & 0o777)
	switch s.numbers[1] & 0o170000 {
	case 0o040000:
		mode |= ModeDir
	case 0o120000:
		mode |= ModeSymlink
	case 0o020000:
		mode |= ModeDevice | ModeCharDevice
	case 0o060000:
		mode |= ModeDevice
	case 0o010000:
		mode |= ModeNamedPipe
	case 0o140000:
		mode |= ModeSocket
	}
	for i, bit := range [3]FileMode{ModeSticky, ModeSetgid, ModeSetuid} {
		if s.numbers[1]&(0o1000<<i) != 0 {
			mode |= bit
		}
	}
	return mode
}

// SameFile reports whether two results of Stat are of the same file.
func SameFile(fi1, fi2 FileInfo) bool {
	a, ok1 := fi1.(*fileStat)
	b, ok2 := fi2.(*fileStat)
	return ok1 && ok2 && a.numbers[3] == b.numbers[3] && a.numbers[4] == b.numbers[4]
}

func stat(op, name string, follow bool) (FileInfo, error) {
	numbers, errno := statPath(name, follow)
	if errno != 0 {
		return nil, failure(op, name, errno)
	}
	return &fileStat{path.Base(name), numbers}, nil
}

func Stat(name string) (FileInfo, error)  { return stat("stat", name, true) }
func Lstat(name string) (FileInfo, error) { return stat("lstat", name, false) }

func (f *File) Stat() (FileInfo, error) {
	if err := f.check("stat"); err != nil {
		return nil, err
	}
	if f.pipe != nil {
		return &fileStat{f.name, []int{0, 0o010600, 0, 0, 0}}, nil
	}
	if f.stream() {
		return &fileStat{path.Base(f.name), []int{0, 0o020620, 0, 0, f.fd}}, nil
	}
	numbers, errno := statFile(f.fd)
	if errno != 0 {
		return nil, failure("stat", f.name, errno)
	}
	return &fileStat{path.Base(f.name), numbers}, nil
}

// entry is a name in a folder; info is what was there when the folder was read.
type entry struct {
	dir  string
	name string
	mode FileMode
}

func (e *entry) Name() string            { return e.name }
func (e *entry) IsDir() bool             { return e.mode.IsDir() }
func (e *entry) Type() FileMode          { return e.mode.Type() }
func (e *entry) Info() (FileInfo, error) { return Lstat(e.dir + "/" + e.name) }
func (e *entry) String() string          { return fs.FormatDirEntry(e) }

// list returns the entries of a folder, sorted by name.
func list(op, dir string) ([]DirEntry, error) {
	names, errno := entryNames(dir)
	if errno != 0 {
		return nil, failure(op, dir, errno)
	}
	entries := []DirEntry{}
	for _, name := range names {
		info, err := Lstat(dir + "/" + name)
		if IsNotExist(err) {
			continue
		}
		if err != nil {
			return entries, err
		}
		entries = append(entries, &entry{dir, name, info.Mode()})
	}
	return entries, nil
}

func ReadDir(name string) ([]DirEntry, error) {
	f, err := Open(name)
	if err != nil {
		return nil, err
	}
	f.Close()
	return list("readdirent", name)
}

// ReadDir returns the next n entries, and EOF when there are none; all that are left if n is not positive.
func (f *File) ReadDir(n int) ([]DirEntry, error) {
	if err := f.check("readdir"); err != nil {
		return nil, err
	}
	if !f.listing {
		entries, err := list("readdirent", f.name)
		if err != nil {
			return nil, err
		}
		f.entries, f.listing = entries, true
	}
	if n <= 0 {
		rest := f.entries
		f.entries = nil
		if rest == nil {
			rest = []DirEntry{}
		}
		return rest, nil
	}
	if len(f.entries) == 0 {
		return nil, io.EOF
	}
	n = min(n, len(f.entries))
	some := f.entries[:n]
	f.entries = f.entries[n:]
	return some, nil
}

func (f *File) Readdir(n int) ([]FileInfo, error) {
	entries, err := f.ReadDir(n)
	infos := []FileInfo{}
	for _, e := range entries {
		info, failed := e.Info()
		if IsNotExist(failed) {
			continue
		}
		if failed != nil {
			return infos, failed
		}
		infos = append(infos, info)
	}
	return infos, err
}

func (f *File) Readdirnames(n int) (names []string, err error) {
	entries, err := f.ReadDir(n)
	names = []string{}
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names, err
}

// Getwd returns "/" when no file of the host may be reached.
func Getwd() (dir string, err error) { return workingDirectory(), nil }

func Chdir(dir string) error { return failure("chdir", dir, changeFolder(dir)) }
func Mkdir(name string, perm FileMode) error {
	return failure("mkdir", name, makeFolder(name, unixMode(perm)))
}
func Chmod(name string, mode FileMode) error {
	return failure("chmod", name, setMode(name, unixMode(mode)))
}
func Truncate(name string, size int64) error {
	return failure("truncate", name, setSize(name, int(size)))
}

func Chtimes(name string, atime time.Time, mtime time.Time) error {
	return failure("chtimes", name, setTimes(name, int(atime.UnixNano()), int(mtime.UnixNano())))
}

// Remove removes a file or an empty folder.
func Remove(name string) error {
	asFile := removeFile(name)
	if asFile == 0 {
		return nil
	}
	asFolder := removeFolder(name)
	if asFolder == 0 {
		return nil
	}
	if asFolder != int(syscall.ENOTDIR) {
		asFile = asFolder
	}
	return failure("remove", name, asFile)
}

// RemoveAll removes path and all that is in it; nothing is wrong when nothing is there.
func RemoveAll(path string) error {
	if path == "" {
		return nil
	}
	if path[len(path)-1] == '.' && (len(path) == 1 || path[len(path)-2] == '/') {
		return &PathError{"RemoveAll", path, syscall.EINVAL}
	}
	err := Remove(path)
	if err == nil || IsNotExist(err) {
		return nil
	}
	info, failed := Lstat(path)
	if failed != nil {
		if IsNotExist(failed) {
			return nil
		}
		return failed
	}
	if !info.IsDir() {
		return err
	}
	entries, failed := list("unlinkat", path)
	if failed != nil {
		return failed
	}
	for _, e := range entries {
		if failed := RemoveAll(path + "/" + e.Name()); failed != nil {
			return failed
		}
	}
	if err = Remove(path); IsNotExist(err) {
		return nil
	}
	return err
}

// MkdirAll makes a folder and those above it.
func MkdirAll(path string, perm FileMode) error {
	if info, err := Stat(path); err == nil {
		if info.IsDir() {
			return nil
		}
		return &PathError{"mkdir", path, syscall.ENOTDIR}
	}
	end := len(path)
	for end > 0 && path[end-1] == '/' {
		end--
	}
	for end > 0 && path[end-1] != '/' {
		end--
	}
	if end > 1 {
		if err := MkdirAll(path[:end-1], perm); err != nil {
			return err
		}
	}
	err := Mkdir(path, perm)
	if err != nil {
		if info, failed := Lstat(path); failed == nil && info.IsDir() {
			return nil
		}
	}
	return err
}

func linkFailure(op, old, new string, errno int) error {
	if errno == 0 {
		return nil
	}
	return &LinkError{op, old, new, syscall.Errno(errno)}
}

func Rename(oldpath, newpath string) error {
	if info, err := Lstat(newpath); err == nil && info.IsDir() {
		if from, err := Lstat(oldpath); err != nil {
			return &LinkError{"rename", oldpath, newpath, cause(err)}
		} else if newpath == oldpath || !SameFile(from, info) {
			return &LinkError{"rename", oldpath, newpath, syscall.EEXIST}
		}
	}
	return linkFailure("rename", oldpath, newpath, renamePath(oldpath, newpath))
}

func Symlink(oldname, newname string) error {
	return linkFailure("symlink", oldname, newname, symlinkPath(oldname, newname))
}

func Link(oldname, newname string) error {
	return linkFailure("link", oldname, newname, linkPath(oldname, newname))
}

func Readlink(name string) (string, error) {
	target, errno := readLink(name)
	return target, failure("readlink", name, errno)
}

// temporary tries names made of a pattern, whose last star becomes a random text, until one is new.
func temporary(op, dir, pattern string, try func(name string) error) (string, error) {
	if dir == "" {
		dir = TempDir()
	}
	star := len(pattern)
	for i := range len(pattern) {
		if pattern[i] == PathSeparator {
			return "", &PathError{op, pattern, errors.New("pattern contains path separator")}
		}
		if pattern[i] == '*' {
			star = i
		}
	}
	before, after := pattern[:star], ""
	if star < len(pattern) {
		after = pattern[star+1:]
	}
	if dir[len(dir)-1] != PathSeparator {
		dir += "/"
	}
	for tries := 1; ; tries++ {
		name := dir + before + randomName() + after
		err := try(name)
		if !IsExist(err) {
			return name, err
		}
		if tries == 10000 {
			return "", &PathError{op, dir + before + "*" + after, ErrExist}
		}
	}
}

func CreateTemp(dir, pattern string) (f *File, err error) {
	_, err = temporary("createtemp", dir, pattern, func(name string) (err error) {
		f, err = OpenFile(name, O_RDWR|O_CREATE|O_EXCL, 0600)
		return err
	})
	return f, err
}

func MkdirTemp(dir, pattern string) (string, error) {
	name, err := temporary("mkdirtemp", dir, pattern, func(name string) error { return Mkdir(name, 0700) })
	if err != nil {
		return "", err
	}
	return name, nil
}

// DirFS returns the file system below a folder.
func DirFS(dir string) fs.FS { return dirFS(dir) }

type dirFS string

func (dir dirFS) full(op, name string) (string, error) {
	if dir == "" {
		return "", &PathError{op, name, errors.New("os: DirFS with empty root")}
	}
	if !fs.ValidPath(name) {
		return "", &PathError{op, name, ErrInvalid}
	}
	return string(dir) + "/" + name, nil
}

// shorten takes the folder from an error's path.
func (dir dirFS) shorten(err error, name string) error {
	if e, ok := err.(*PathError); ok {
		e.Path = name
	}
	return err
}

func (dir dirFS) Open(name string) (fs.File, error) {
	full, err := dir.full("open", name)
	if err != nil {
		return nil, err
	}
	f, err := Open(full)
	if err != nil {
		return nil, dir.shorten(err, name)
	}
	return f, nil
}

func (dir dirFS) ReadFile(name string) ([]byte, error) {
	full, err := dir.full("readfile", name)
	if err != nil {
		return nil, err
	}
	data, err := ReadFile(full)
	return data, dir.shorten(err, name)
}

func (dir dirFS) ReadDir(name string) ([]DirEntry, error) {
	full, err := dir.full("readdir", name)
	if err != nil {
		return nil, err
	}
	entries, err := ReadDir(full)
	return entries, dir.shorten(err, name)
}

func (dir dirFS) Stat(name string) (fs.FileInfo, error) {
	full, err := dir.full("stat", name)
	if err != nil {
		return nil, err
	}
	info, err := Stat(full)
	return info, dir.shorten(err, name)
}
