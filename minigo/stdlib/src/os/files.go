package os

import "errors"

// PathError is an error with the operation and the file that caused it.
type PathError struct {
	Op   string
	Path string
	Err  error
}

func (e *PathError) Error() string { return e.Op + " " + e.Path + ": " + e.Err.Error() }
func (e *PathError) Unwrap() error { return e.Err }

// FileMode is the mode of a file.
type FileMode uint32

const (
	O_RDONLY = 0x0
	O_WRONLY = 0x1
	O_RDWR   = 0x2
	O_CREATE = 0x40
	O_EXCL   = 0x80
	O_TRUNC  = 0x200
	O_APPEND = 0x400
)

// No file of the host can be reached: every attempt is refused.
func refuse(op, name string) error { return &PathError{op, name, ErrPermission} }

func Open(name string) (*File, error)                              { return nil, refuse("open", name) }
func Create(name string) (*File, error)                            { return nil, refuse("open", name) }
func OpenFile(name string, flag int, perm FileMode) (*File, error) { return nil, refuse("open", name) }
func ReadFile(name string) ([]byte, error)                         { return nil, refuse("open", name) }
func WriteFile(name string, data []byte, perm FileMode) error      { return refuse("open", name) }
func Remove(name string) error                                     { return refuse("remove", name) }
func Mkdir(name string, perm FileMode) error                       { return refuse("mkdir", name) }
func MkdirAll(path string, perm FileMode) error                    { return refuse("mkdir", path) }

func IsExist(err error) bool      { return errors.Is(err, ErrExist) }
func IsNotExist(err error) bool   { return errors.Is(err, ErrNotExist) }
func IsPermission(err error) bool { return errors.Is(err, ErrPermission) }
