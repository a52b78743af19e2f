package reflect

import "strconv"

// A StructField describes a field of a struct type.
type StructField struct {
	Name      string
	PkgPath   string
	Type      Type
	Tag       StructTag
	Offset    uintptr
	Index     []int
	Anonymous bool
}

func (f StructField) IsExported() bool { return f.PkgPath == "" }

// A StructTag is the text behind a field: by custom, key:"value" pairs with spaces between.
type StructTag string

// Get returns the value of a key, "" if there is none.
func (tag StructTag) Get(key string) string {
	value, _ := tag.Lookup(key)
	return value
}

// Lookup returns the value of a key, and whether the tag has it.
func (tag StructTag) Lookup(key string) (value string, ok bool) {
	rest := string(tag)
	for rest != "" {
		for rest != "" && rest[0] == ' ' {
			rest = rest[1:]
		}
		n := 0
		for n < len(rest) && rest[n] > ' ' && rest[n] != ':' && rest[n] != '"' && rest[n] != 0x7f {
			n++
		}
		if n == 0 || n+1 >= len(rest) || rest[n] != ':' || rest[n+1] != '"' {
			break
		}
		name := rest[:n]
		rest = rest[n+1:]
		n = 1
		for n < len(rest) && rest[n] != '"' {
			if rest[n] == '\\' {
				n++
			}
			n++
		}
		if n >= len(rest) {
			break
		}
		quoted := rest[:n+1]
		rest = rest[n+1:]
		if name == key {
			value, err := strconv.Unquote(quoted)
			return value, err == nil
		}
	}
	return "", false
}

func (t *rtype) numField() int

// field returns what is known of a field of a struct type.
func (t *rtype) field(i int) (name, pkgPath string, typ *rtype, tag string, offset uintptr, embedded bool)

func (t *rtype) NumField() int {
	if t.Kind() != Struct {
		panic("reflect: NumField of non-struct type " + t.String())
	}
	return t.numField()
}

func (t *rtype) Field(i int) StructField {
	if t.Kind() != Struct {
		panic("reflect: Field of non-struct type " + t.String())
	}
	if i < 0 || i >= t.numField() {
		panic("reflect: Field index out of bounds")
	}
	name, pkgPath, typ, tag, offset, embedded := t.field(i)
	return StructField{name, pkgPath, typ, StructTag(tag), offset, []int{i}, embedded}
}

func (t *rtype) FieldByIndex(index []int) StructField {
	if t.Kind() != Struct {
		panic("reflect: FieldByIndex of non-struct type " + t.String())
	}
	var f StructField
	var at Type = t
	for i, x := range index {
		if i > 0 {
			if at.Kind() == Pointer && at.Elem().Kind() == Struct {
				at = at.Elem()
			}
		}
		f = at.Field(x)
		at = f.Type
	}
	return f
}

func (t *rtype) FieldByName(name string) (StructField, bool) {
	if t.Kind() != Struct {
		panic("reflect: FieldByName of non-struct type " + t.String())
	}
	return t.find(func(s string) bool { return s == name })
}

func (t *rtype) FieldByNameFunc(match func(string) bool) (StructField, bool) {
	if t.Kind() != Struct {
		panic("reflect: FieldByNameFunc of non-struct type " + t.String())
	}
	return t.find(match)
}

// An embedding is a struct type that lies in another by a path of embedded fields.
type embedding struct {
	typ   *rtype
	index []int
}

// find returns the only field of the least depth whose name matches.
func (t *rtype) find(match func(string) bool) (result StructField, ok bool) {
	level := []embedding{{t, nil}}
	seen := map[*rtype]bool{}
	for len(level) > 0 && !ok {
		var next []embedding
		count := map[*rtype]int{}
		for _, e := range level {
			count[e.typ]++
		}
		for _, e := range level {
			if seen[e.typ] {
				continue
			}
			seen[e.typ] = true
			for i := 0; i < e.typ.numField(); i++ {
				f := e.typ.Field(i)
				if match(f.Name) {
					if ok || count[e.typ] > 1 {
						return StructField{}, false
					}
					f.Index = append(append([]int(nil), e.index...), i)
					result, ok = f, true
					continue
				}
				if !f.Anonymous {
					continue
				}
				inner := f.Type
				if inner.Kind() == Pointer {
					inner = inner.Elem()
				}
				if inner.Kind() != Struct {
					continue
				}
				path := append(append([]int(nil), e.index...), i)
				next = append(next, embedding{inner.common(), path})
				if count[e.typ] > 1 {
					next = append(next, embedding{inner.common(), path})
				}
			}
		}
		level = next
	}
	return result, ok
}

// VisibleFields returns the fields of t and of what it embeds that can be named directly, embedded ones included.
func VisibleFields(t Type) []StructField {
	if t == nil {
		panic("reflect: VisibleFields(nil)")
	}
	if t.Kind() != Struct {
		panic("reflect.VisibleFields of non-struct type")
	}
	var out []StructField
	visit(t, t, nil, map[Type]bool{}, &out)
	return out
}

// visit collects the fields of t, which lies in root by the path index.
func visit(root, t Type, index []int, active map[Type]bool, out *[]StructField) {
	if active[t] {
		return
	}
	active[t] = true
	for i := 0; i < t.NumField(); i++ {
		f := t.Field(i)
		f.Index = append(append([]int(nil), index...), i)
		if seen, ok := root.FieldByName(f.Name); ok && len(seen.Index) == len(f.Index) && root.FieldByIndex(f.Index).Type == seen.Type {
			*out = append(*out, f)
		}
		if f.Anonymous {
			inner := f.Type
			if inner.Kind() == Pointer {
				inner = inner.Elem()
			}
			if inner.Kind() == Struct {
				visit(root, inner, f.Index, active, out)
			}
		}
	}
	delete(active, t)
}

// A Method describes a method of a type. Func takes the receiver first; it is the zero Value for interface types.
type Method struct {
	Name    string
	PkgPath string
	Type    Type
	Func    Value
	Index   int
}

func (m Method) IsExported() bool { return m.PkgPath == "" }

func (t *rtype) numMethod() int

// method returns a method's name, the path of its package unless it is exported, its type with the receiver (without
// for interface types) and what calls it with the receiver first.
func (t *rtype) method(i int) (name, pkgPath string, typ *rtype, call *cell)

func (t *rtype) NumMethod() int { return t.numMethod() }

func (t *rtype) Method(i int) Method {
	if i < 0 || i >= t.numMethod() {
		panic("reflect: Method index out of range")
	}
	name, pkgPath, typ, call := t.method(i)
	m := Method{Name: name, PkgPath: pkgPath, Type: typ, Index: i}
	if t.Kind() != Interface {
		m.Func = Value{typ, call, 0}
	}
	return m
}

func (t *rtype) MethodByName(name string) (Method, bool) {
	for i := 0; i < t.numMethod(); i++ {
		if found, _, _, _ := t.method(i); found == name {
			return t.Method(i), true
		}
	}
	return Method{}, false
}
