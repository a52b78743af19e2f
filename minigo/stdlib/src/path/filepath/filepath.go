// Package filepath works on paths as the operating system writes them: with slashes.
package filepath

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"strings"
)

const (
	Separator     = os.PathSeparator
	ListSeparator = os.PathListSeparator
)

var (
	ErrBadPattern = path.ErrBadPattern
	SkipDir       = fs.SkipDir
	SkipAll       = fs.SkipAll
)

func Clean(path_ string) string                            { return path.Clean(path_) }
func Split(path_ string) (dir, file string)                { return path.Split(path_) }
func Join(elem ...string) string                           { return path.Join(elem...) }
func Ext(path_ string) string                              { return path.Ext(path_) }
func Base(path_ string) string                             { return path.Base(path_) }
func Dir(path_ string) string                              { return path.Dir(path_) }
func IsAbs(path_ string) bool                              { return path.IsAbs(path_) }
func Match(pattern, name string) (matched bool, err error) { return path.Match(pattern, name) }
func ToSlash(path string) string                           { return path }
func FromSlash(path string) string                         { return path }
func VolumeName(path string) string                        { return "" }

// Localize returns a path of package io/fs as one of the operating system.
func Localize(path string) (string, error) {
	if !fs.ValidPath(path) || strings.IndexByte(path, 0) >= 0 {
		return "", errors.New("invalid path")
	}
	return path, nil
}

// IsLocal reports whether the path stays below the folder it is used in, by its text alone.
func IsLocal(path_ string) bool {
	clean := Clean(path_)
	return path_ != "" && !IsAbs(path_) && clean != ".." && !strings.HasPrefix(clean, "../")
}

func SplitList(path string) []string {
	if path == "" {
		return []string{}
	}
	return strings.Split(path, string(ListSeparator))
}

func Abs(path string) (string, error) {
	if IsAbs(path) {
		return Clean(path), nil
	}
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	return Join(dir, path), nil
}

// Rel returns the path that leads from base to target.
func Rel(base, target string) (string, error) {
	from, to := Clean(base), Clean(target)
	if from == to {
		return ".", nil
	}
	if from == "." {
		from = ""
	}
	if IsAbs(from) != IsAbs(to) {
		return "", errors.New("Rel: can't make " + target + " relative to " + base)
	}
	if to == "." {
		to = ""
	}
	steps, places := elements(from), elements(to)
	for len(steps) > 0 && len(places) > 0 && steps[0] == places[0] {
		steps, places = steps[1:], places[1:]
	}
	if len(steps) > 0 && steps[0] == ".." {
		return "", errors.New("Rel: can't make " + target + " relative to " + base)
	}
	for range steps {
		places = append([]string{".."}, places...)
	}
	return strings.Join(places, "/"), nil
}

func elements(path string) []string {
	return strings.FieldsFunc(path, func(r rune) bool { return r == '/' })
}

// EvalSymlinks follows the symbolic links in a path.
func EvalSymlinks(path string) (string, error) {
	resolved := ""
	if IsAbs(path) {
		resolved = "/"
	}
	left := elements(path)
	for links := 0; len(left) > 0; {
		next := left[0]
		left = left[1:]
		if next == "." {
			continue
		}
		full := resolved + next
		if resolved != "" && resolved != "/" {
			full = resolved + "/" + next
		}
		info, err := os.Lstat(full)
		if err != nil {
			return "", err
		}
		if info.Mode()&fs.ModeSymlink == 0 {
			if !info.IsDir() && len(left) > 0 {
				return "", &fs.PathError{Op: "lstat", Path: full + "/" + left[0], Err: errors.New("not a directory")}
			}
			resolved = full
			continue
		}
		if links++; links > 255 {
			return "", errors.New("EvalSymlinks: too many links")
		}
		target, err := os.Readlink(full)
		if err != nil {
			return "", err
		}
		if IsAbs(target) {
			resolved = "/"
		}
		left = append(elements(target), left...)
	}
	return Clean(resolved), nil
}

type WalkFunc func(path string, info fs.FileInfo, err error) error

func names(dir string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	names := make([]string, len(entries))
	for i, e := range entries {
		names[i] = e.Name()
	}
	return names, err
}

func walk(path string, info fs.FileInfo, fn WalkFunc) error {
	if !info.IsDir() {
		return fn(path, info, nil)
	}
	list, err := names(path)
	if failed := fn(path, info, err); err != nil || failed != nil {
		return failed
	}
	for _, name := range list {
		full := Join(path, name)
		info, err := os.Lstat(full)
		if err != nil {
			if err := fn(full, info, err); err != nil && err != SkipDir {
				return err
			}
			continue
		}
		if err = walk(full, info, fn); err != nil && (!info.IsDir() || err != SkipDir) {
			return err
		}
	}
	return nil
}

// Walk calls fn for root and all that is in it, in the order of names.
func Walk(root string, fn WalkFunc) error {
	info, err := os.Lstat(root)
	if err != nil {
		err = fn(root, nil, err)
	} else {
		err = walk(root, info, fn)
	}
	if err == SkipDir || err == SkipAll {
		return nil
	}
	return err
}

// host is the file system of the operating system, for package io/fs.
type host struct{}

func (host) Open(name string) (fs.File, error)          { return os.Open(name) }
func (host) ReadDir(name string) ([]fs.DirEntry, error) { return os.ReadDir(name) }
func (host) Stat(name string) (fs.FileInfo, error)      { return os.Lstat(name) }

// WalkDir is Walk with entries instead of results of Lstat.
func WalkDir(root string, fn fs.WalkDirFunc) error { return fs.WalkDir(host{}, root, fn) }

// Glob returns the paths that match a pattern, nil if there are none.
func Glob(pattern string) (matches []string, err error) {
	if _, err := Match(pattern, ""); err != nil {
		return nil, err
	}
	if !strings.ContainsAny(pattern, `*?[\`) {
		if _, err := os.Lstat(pattern); err != nil {
			return nil, nil
		}
		return []string{pattern}, nil
	}
	dir, file := Split(pattern)
	switch dir {
	case "":
		dir = "."
	case "/":
	default:
		dir = dir[:len(dir)-1]
	}
	dirs := []string{dir}
	if strings.ContainsAny(dir, `*?[\`) {
		if dir == pattern {
			return nil, ErrBadPattern
		}
		if dirs, err = Glob(dir); err != nil {
			return nil, err
		}
	}
	for _, dir := range dirs {
		list, err := names(dir)
		if err != nil {
			continue
		}
		for _, name := range list {
			if matched, err := Match(file, name); err != nil {
				return matches, err
			} else if matched {
				matches = append(matches, Join(dir, name))
			}
		}
	}
	return matches, nil
}
