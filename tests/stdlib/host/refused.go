// Without leave, no file of the host can be reached: neither its contents nor that it is there.
package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
)

func main() {
	inside, outside, link := os.Args[1], os.Args[2], os.Args[3]
	for _, name := range []string{outside, inside + "/../outside/secret", link, "/etc/passwd", "/no/such"} {
		_, err := os.ReadFile(name)
		fmt.Println(err.(*fs.PathError).Op, err.(*fs.PathError).Err, errors.Is(err, fs.ErrPermission))
		_, err = os.Stat(name)
		fmt.Println(err.(*fs.PathError).Op, errors.Is(err, fs.ErrPermission))
		err = os.WriteFile(name, nil, 0o644)
		fmt.Println(err.(*fs.PathError).Op, errors.Is(err, fs.ErrPermission))
		fmt.Println(os.IsPermission(os.Remove(name)), errors.Is(os.Rename(name, inside+"/x"), fs.ErrPermission))
		fmt.Println(errors.Is(os.Link(name, inside+"/y"), fs.ErrPermission))
	}
	data, err := os.ReadFile(inside + "/known")
	fmt.Printf("%q %v\n", data, err)
	err = os.WriteFile(inside+"/known", nil, 0o644)
	fmt.Println(errors.Is(err, fs.ErrPermission))
	_, err = os.ReadFile(inside + "/none")
	fmt.Println(errors.Is(err, fs.ErrNotExist))
	f, err := os.Open(os.DevNull)
	fmt.Println(f.Name(), err)
}
