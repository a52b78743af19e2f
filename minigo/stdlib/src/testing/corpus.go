package testing

import (
	"errors"
	"fmt"
	"math"
	"os"
	"path"
	"strconv"
	"strings"
)

// An entry is an input of a fuzz test: its name and the arguments.
type entry struct {
	name string
	args []any
}

const corpusVersion = "go test fuzz v1"

// readCorpus reads the inputs in a folder, for a fuzz target with these types; a folder that is not there has none.
func readCorpus(dir string, types []string) ([]entry, error) {
	files, err := os.ReadDir(dir)
	if errors.Is(err, os.ErrNotExist) || errors.Is(err, os.ErrPermission) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("reading seed corpus from testdata: %v", err)
	}
	var corpus []entry
	var problems []error
	for _, file := range files {
		if file.IsDir() {
			continue
		}
		name := path.Join(dir, file.Name())
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("failed to read corpus file: %v", err)
		}
		args, err := parseInput(string(data))
		if err != nil {
			err = fmt.Errorf("unmarshal: %v", err)
		} else if problem := misfit(args, types); problem != "" {
			err = errors.New(problem)
		}
		if err != nil {
			problems = append(problems, fmt.Errorf("%q: %v", name, err))
			continue
		}
		corpus = append(corpus, entry{file.Name(), args})
	}
	return corpus, errors.Join(problems...)
}

// parseInput reads the file of one input: a line for the version, then a line for each argument.
func parseInput(text string) ([]any, error) {
	lines := strings.Split(text, "\n")
	if len(lines) < 2 {
		return nil, errors.New("must include version and at least one value")
	}
	if version := strings.TrimSuffix(lines[0], "\r"); version != corpusVersion {
		return nil, fmt.Errorf("unknown encoding version: %s", version)
	}
	var args []any
	for _, line := range lines[1:] {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		arg, err := parseValue(line)
		if err != nil {
			return nil, fmt.Errorf("malformed line %q: %v", line, err)
		}
		args = append(args, arg)
	}
	return args, nil
}

// parseValue reads one argument, as in int(-1) or []byte("abc").
func parseValue(line string) (any, error) {
	kind, rest, ok := strings.Cut(line, "(")
	if !ok || !strings.HasSuffix(rest, ")") {
		return nil, errors.New("expected call expression")
	}
	text := strings.TrimSpace(strings.TrimSuffix(rest, ")"))
	kind = strings.TrimSpace(kind)
	switch kind {
	case "string":
		return strconv.Unquote(text)
	case "[]byte":
		s, err := strconv.Unquote(text)
		return []byte(s), err
	case "bool":
		if text != "true" && text != "false" {
			return nil, errors.New("malformed bool")
		}
		return text == "true", nil
	case "float32", "float64":
		return parseFloat(kind, text)
	case "math.Float32frombits":
		bits, err := strconv.ParseUint(text, 0, 32)
		return math.Float32frombits(uint32(bits)), err
	case "math.Float64frombits":
		bits, err := strconv.ParseUint(text, 0, 64)
		return math.Float64frombits(bits), err
	}
	return parseInteger(kind, text)
}

func parseFloat(kind, text string) (any, error) {
	if kind == "float32" {
		x, err := strconv.ParseFloat(text, 32)
		return float32(x), err
	}
	return strconv.ParseFloat(text, 64)
}

func parseInteger(kind, text string) (any, error) {
	if text == "" || !strings.ContainsAny(text[:1], "'+-0123456789") {
		return nil, errors.New("literal value required for primitive type")
	}
	if text[0] == '\'' {
		s, err := strconv.Unquote(text)
		if err != nil {
			return nil, err
		}
		text = strconv.Itoa(int([]rune(s)[0]))
	}
	if strings.HasPrefix(kind, "uint") || kind == "byte" {
		bits := map[string]int{"uint": 64, "byte": 8, "uint8": 8, "uint16": 16, "uint32": 32, "uint64": 64}[kind]
		n, err := strconv.ParseUint(text, 0, bits)
		switch kind {
		case "uint":
			return uint(n), err
		case "byte", "uint8":
			return uint8(n), err
		case "uint16":
			return uint16(n), err
		case "uint32":
			return uint32(n), err
		case "uint64":
			return n, err
		}
	}
	bits := map[string]int{"int": 64, "rune": 32, "int8": 8, "int16": 16, "int32": 32, "int64": 64}[kind]
	n, err := strconv.ParseInt(text, 0, bits)
	switch kind {
	case "int":
		return int(n), err
	case "int8":
		return int8(n), err
	case "int16":
		return int16(n), err
	case "rune", "int32":
		return int32(n), err
	case "int64":
		return n, err
	}
	return nil, fmt.Errorf("unknown type %q", kind)
}
