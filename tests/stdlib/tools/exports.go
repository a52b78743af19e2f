// Prints what packages of the standard library export: "path name" or "path Type.Member", a line each.
package main

import (
	"fmt"
	"go/ast"
	"go/build"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
)

func main() {
	for _, path := range os.Args[1:] {
		pkg, err := build.Import(path, "", 0)
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		for _, name := range pkg.GoFiles {
			file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(pkg.Dir, name), nil, 0)
			if err != nil {
				fmt.Fprintln(os.Stderr, err)
				os.Exit(1)
			}
			for _, decl := range file.Decls {
				show(path, decl)
			}
		}
	}
}

func line(path, name string) {
	fmt.Println(path, name)
}

func show(path string, decl ast.Decl) {
	switch decl := decl.(type) {
	case *ast.FuncDecl:
		if !decl.Name.IsExported() {
			return
		}
		if decl.Recv == nil {
			line(path, decl.Name.Name)
			return
		}
		recv := decl.Recv.List[0].Type
		for {
			switch r := recv.(type) {
			case *ast.StarExpr:
				recv = r.X
				continue
			case *ast.IndexExpr:
				recv = r.X
				continue
			case *ast.IndexListExpr:
				recv = r.X
				continue
			}
			break
		}
		if name := recv.(*ast.Ident).Name; ast.IsExported(name) {
			line(path, name+"."+decl.Name.Name)
		}
	case *ast.GenDecl:
		for _, spec := range decl.Specs {
			switch spec := spec.(type) {
			case *ast.ValueSpec:
				for _, name := range spec.Names {
					if name.IsExported() {
						line(path, name.Name)
					}
				}
			case *ast.TypeSpec:
				if !spec.Name.IsExported() {
					continue
				}
				line(path, spec.Name.Name)
				if s, ok := spec.Type.(*ast.StructType); ok {
					for _, field := range s.Fields.List {
						for _, name := range field.Names {
							if name.IsExported() {
								line(path, spec.Name.Name+"."+name.Name)
							}
						}
					}
				}
			}
		}
	}
}
