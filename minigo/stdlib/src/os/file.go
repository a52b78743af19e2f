package os

import (
	"errors"
	"io"
	"syscall"
	"time"
)

const (
	O_RDONLY int = syscall.O_RDONLY
	O_WRONLY int = syscall.O_WRONLY
	O_RDWR   int = syscall.O_RDWR
	O_APPEND int = syscall.O_APPEND
	O_CREATE int = syscall.O_CREAT
	O_EXCL   int = syscall.O_EXCL
	O_SYNC   int = syscall.O_SYNC
	O_TRUNC  int = syscall.O_TRUNC
)

const (
	SEEK_SET int = 0
	SEEK_CUR int = 1
	SEEK_END int = 2
)

const (
	PathSeparator     = '/'
	PathListSeparator = ':'
	DevNull           = "/dev/null"
)

func IsPathSeparator(c uint8) bool { return c == PathSeparator }

// The natives return an error number as their last result, 0 when all went well.
func openFile(name string, flag, mode int) (fd, errno int)
func closeFile(fd int) (errno int)
func readFile(fd int, b []byte, offset int) (n, errno int)
func writeFile(fd int, b []byte, offset int) (n, errno int)
func seekFile(fd, offset, whence int) (position, errno int)
func syncFile(fd int) (errno int)
func setFileSize(fd, size int) (errno int)
func setFileMode(fd, mode int) (errno int)

// File is an open file, one of the standard streams or an end of a pipe. entries holds what ReadDir has not returned
// yet.
type File struct {
	fd      int
	name    string
	appends bool
	closed  bool
	pipe    *pipe
	entries []DirEntry
	listing bool
}

// NewFile returns nil for what is no descriptor of a standard stream.
func NewFile(fd uintptr, name string) *File {
	if fd > 2 {
		return nil
	}
	return &File{fd: int(fd), name: name}
}

func failure(op, path string, errno int) error {
	if errno == 0 {
		return nil
	}
	return &PathError{op, path, syscall.Errno(errno)}
}

// check returns an error if the file cannot be used.
func (f *File) check(op string) error {
	if f == nil {
		return ErrInvalid
	}
	if f.closed {
		return &PathError{op, f.name, ErrClosed}
	}
	return nil
}

func (f *File) stream() bool { return f.fd <= 2 && f.pipe == nil }

// unixMode turns permissions into those that Unix has.
func unixMode(perm FileMode) int {
	mode := int(perm.Perm())
	if perm&ModeSetuid != 0 {
		mode |= 0o4000
	}
	if perm&ModeSetgid != 0 {
		mode |= 0o2000
	}
	if perm&ModeSticky != 0 {
		mode |= 0o1000
	}
	return mode
}

func Open(name string) (*File, error)   { return OpenFile(name, O_RDONLY, 0) }
func Create(name string) (*File, error) { return OpenFile(name, O_RDWR|O_CREATE|O_TRUNC, 0666) }

func OpenFile(name string, flag int, perm FileMode) (*File, error) {
	fd, errno := openFile(name, flag, unixMode(perm))
	if errno != 0 {
		return nil, failure("open", name, errno)
	}
	return &File{fd: fd, name: name, appends: flag&O_APPEND != 0}, nil
}

func (f *File) Name() string { return f.name }

func (f *File) Fd() uintptr {
	if f == nil || f.closed {
		return ^uintptr(0)
	}
	return uintptr(f.fd)
}

func (f *File) Close() error {
	if err := f.check("close"); err != nil {
		return err
	}
	f.closed = true
	if f.pipe != nil {
		f.pipe.close(f.fd)
		return nil
	}
	if f.stream() {
		return nil
	}
	return failure("close", f.name, closeFile(f.fd))
}

func (f *File) Write(b []byte) (n int, err error) {
	if err := f.check("write"); err != nil {
		return 0, err
	}
	switch {
	case f.pipe != nil:
		n, errno := f.pipe.write(f.fd, b)
		return n, failure("write", f.name, errno)
	case f.fd == 0:
		return 0, failure("write", f.name, int(syscall.EBADF))
	case f.stream():
		return write(f.fd, b), nil
	}
	for n < len(b) {
		m, errno := writeFile(f.fd, b[n:], -1)
		n += m
		if errno != 0 {
			return n, failure("write", f.name, errno)
		}
	}
	return n, nil
}

func (f *File) WriteString(s string) (n int, err error) {
	if f != nil && !f.closed && f.stream() && f.fd > 0 {
		return writeString(f.fd, s), nil
	}
	return f.Write([]byte(s))
}

func (f *File) WriteAt(b []byte, off int64) (n int, err error) {
	if err := f.check("write"); err != nil {
		return 0, err
	}
	if f.appends {
		return 0, errors.New("os: invalid use of WriteAt on file opened with O_APPEND")
	}
	if off < 0 {
		return 0, &PathError{"writeat", f.name, errors.New("negative offset")}
	}
	for n < len(b) {
		m, errno := writeFile(f.fd, b[n:], int(off)+n)
		n += m
		if errno != 0 {
			return n, failure("write", f.name, errno)
		}
	}
	return n, nil
}

func (f *File) Read(b []byte) (n int, err error) {
	if err := f.check("read"); err != nil {
		return 0, err
	}
	if len(b) == 0 {
		return 0, nil
	}
	errno := 0
	switch {
	case f.pipe != nil:
		n, errno = f.pipe.read(f.fd, b)
	case f.stream() && f.fd > 0:
		errno = int(syscall.EBADF)
	case f.stream():
		n = read(f.fd, b)
	default:
		n, errno = readFile(f.fd, b, -1)
	}
	if errno != 0 {
		return 0, failure("read", f.name, errno)
	}
	if n == 0 {
		return 0, io.EOF
	}
	return n, nil
}

func (f *File) ReadAt(b []byte, off int64) (n int, err error) {
	if err := f.check("read"); err != nil {
		return 0, err
	}
	if off < 0 {
		return 0, &PathError{"readat", f.name, errors.New("negative offset")}
	}
	for n < len(b) {
		m, errno := readFile(f.fd, b[n:], int(off)+n)
		if errno != 0 {
			return n, failure("read", f.name, errno)
		}
		if m == 0 {
			return n, io.EOF
		}
		n += m
	}
	return n, nil
}

// withoutCopying keeps io.Copy from asking the file to do the copying again.
type withoutCopying struct{ f *File }

func (w withoutCopying) Read(b []byte) (int, error)  { return w.f.Read(b) }
func (w withoutCopying) Write(b []byte) (int, error) { return w.f.Write(b) }

func (f *File) ReadFrom(r io.Reader) (n int64, err error) {
	if err := f.check("write"); err != nil {
		return 0, err
	}
	return io.Copy(withoutCopying{f}, r)
}

func (f *File) WriteTo(w io.Writer) (n int64, err error) {
	if err := f.check("read"); err != nil {
		return 0, err
	}
	return io.Copy(w, withoutCopying{f})
}

func (f *File) Seek(offset int64, whence int) (ret int64, err error) {
	if err := f.check("seek"); err != nil {
		return 0, err
	}
	position, errno := int(offset), int(syscall.ESPIPE)
	if f.pipe == nil && !f.stream() {
		position, errno = seekFile(f.fd, int(offset), whence)
	}
	if errno != 0 {
		return 0, failure("seek", f.name, errno)
	}
	if whence == SEEK_SET && offset == 0 {
		f.entries, f.listing = nil, false
	}
	return int64(position), nil
}

func (f *File) Sync() error {
	if err := f.check("sync"); err != nil || f.stream() || f.pipe != nil {
		return err
	}
	return failure("sync", f.name, syncFile(f.fd))
}

func (f *File) Truncate(size int64) error {
	if err := f.check("truncate"); err != nil {
		return err
	}
	return failure("truncate", f.name, setFileSize(f.fd, int(size)))
}

func (f *File) Chmod(mode FileMode) error {
	if err := f.check("chmod"); err != nil {
		return err
	}
	return failure("chmod", f.name, setFileMode(f.fd, unixMode(mode)))
}

func (f *File) Chdir() error {
	if err := f.check("chdir"); err != nil {
		return err
	}
	return failure("chdir", f.name, changeFolder(f.name))
}

// SetDeadline and its like fail: files are always ready.
func (f *File) SetDeadline(t time.Time) error {
	if err := f.check("set deadline"); err != nil {
		return err
	}
	return ErrNoDeadline
}

func (f *File) SetReadDeadline(t time.Time) error  { return f.SetDeadline(t) }
func (f *File) SetWriteDeadline(t time.Time) error { return f.SetDeadline(t) }

// ReadFile returns what the file holds.
func ReadFile(name string) ([]byte, error) {
	f, err := Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data := []byte{}
	buf := make([]byte, 32*1024)
	for {
		n, err := f.Read(buf)
		data = append(data, buf[:n]...)
		if err == io.EOF {
			return data, nil
		}
		if err != nil {
			return data, err
		}
	}
}

// WriteFile makes the file hold data.
func WriteFile(name string, data []byte, perm FileMode) error {
	f, err := OpenFile(name, O_WRONLY|O_CREATE|O_TRUNC, perm)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if closed := f.Close(); err == nil {
		err = closed
	}
	return err
}
