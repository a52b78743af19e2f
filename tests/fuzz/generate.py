"""Hypothesis strategies for Go programs: mutations of the corpus, and statements made from the grammar."""

from __future__ import annotations

from random import Random

from hypothesis import strategies as st
from hypothesis.extra.lark import from_lark
from lark import Lark

from minigo.syntax.tables import grammar_path
from tests.fuzz.corpus import correct_programs, kind, tokens, wrong_programs


def words(text: str, separator: str | None = None) -> list[str]:
    return text.split(separator)


# ---------------------------------------------------------------- mutations

NUMBERS = words(
    "0 1 2 -1 7 63 64 255 256 1000 1<<31 1<<62 1<<63-1 0x7fffffffffffffff 0.5 1e308 1e-320 2i 'a' 1_0 0b1 0o7 0x1p-2"
)
STRINGS = ['""', '"a"', '"\\xff"', '"日本"', "`\n`", "'x'", "'\\''", '"%d %v\\n"', '"\\u0000"']
OPERATORS = [
    words("+ - * / % & | ^ << >> &^"),
    words("== != < <= > >= && ||"),
    words("= := += -= *= /= %= &= |= ^= <<= >>= &^="),
    words("++ --"),
    words("( [ {"),
    words(") ] }"),
    words(", ; : . ..."),
]
CALCULATING = {operator for family in OPERATORS[:4] for operator in family}
TYPES = words(
    "int,uint8,int64,uint,float32,float64,complex128,string,bool,any,error,rune,[]int,[3]int,map[string]int,chan int,"
    "<-chan int,chan<- int,func(),*int,struct{},func(int) error,interface{ M() },[]any,map[any]any,[]byte,**int,"
    "[0]func()",
    ",",
)
WRAPPERS = words(
    "(@) *@ &@ @[0] @[1:] @[:] @() @.x @.(int) @.(type) <-@ !@ -@ ^@ len(@) cap(@) append(@,@) append(@,@...) new(@) "
    "make(@) any(@) func(){@}() @{} []@{} @[int] copy(@,@) min(@,@) clear(@) delete(@,0) string(@) int(@) []byte(@) "
    "float64(@) close(@) panic(@) real(@) complex(@,@)"
)
SNIPPETS = words(
    "go ;;defer ;;*;;&;;[];;();;...;;<-;;return\n;;break\n;;continue\n;;goto L\n;;L:\n;;func() {}()\n;;panic(nil)\n;;"
    "recover()\n;;for {}\n;;defer func() { recover() }()\n;;for range 3 {}\n;;select {}\n;;fallthrough\n;;if true {}\n"
    ";;switch {}\n;;var _ = 0\n;;type T int\n;;const c = iota\n;;_ = ;;x := 0\n;;{;;};;(;;);;nil;;select { default: }\n"
    ';;for i := range 3 { defer func() { println(i) }() }\n;;func ;;struct{};;interface{};;~;;|;;import "fmt"\n;;//;;'
    "/*;;*/;;\";;`;;';;\\;;\x00;;é;;\ufeff;;𝔘;;#;;@;;\r;;_;;0x;;0b2;;1e",
    ";;",
)
CHANGES = words("replace replace replace replace replace wrap drop double swap insert lines")


def mutated(random: Random) -> str:
    """A program of the corpus, most often a correct one, with a few changes, most often one."""
    parts = tokens(random.choice(wrong_programs() if random.random() < 0.1 else correct_programs()))
    change = _change if random.random() < 0.25 else _gentle_change
    for _ in range(random.choice((1, 1, 1, 2, 2, 3, 5))):
        change(random, parts)
    return "".join(parts)


def _gentle_change(random: Random, parts: list[str]) -> None:
    """Change a number, an operator, a name or the order of statements: the program may well compile after it."""
    how = random.randrange(4)
    if how == 0:
        parts[:] = tokens("\n".join(_moved(random, "".join(parts).split("\n"))))
        return
    wanted = ("number",) if how == 1 else ("op",) if how == 2 else ("ident",)
    places = [i for i, p in enumerate(parts) if kind(p) in wanted and (how != 2 or p in CALCULATING)]
    if places:
        at = random.choice(places)
        parts[at] = _replacement(random, parts, at)


def _moved(random: Random, lines: list[str]) -> list[str]:
    """Drop, repeat or move a line that is a whole statement, to a place with the same indentation."""
    whole = [i for i, line in enumerate(lines) if line[:1] == "\t" and line[-1] not in "{(,:" and "}" not in line]
    if not whole:
        return lines
    at = random.choice(whole)
    line = lines[at]
    depth = len(line) - len(line.lstrip("\t"))
    places = [i for i in whole if lines[i].startswith("\t" * depth) and lines[i][depth] != "\t"]
    how = random.randrange(3)
    if how != 1:
        del lines[at]
    if how != 0:
        lines.insert(random.choice(places), line)
    return lines


def _change(random: Random, parts: list[str]) -> None:
    """Change one thing in the tokens of a program."""
    places = [i for i, part in enumerate(parts) if kind(part) != "space"]
    if not places:
        return
    # What is most likely to leave the program a program: names, literals and operators.
    likely = [i for i in places if kind(parts[i]) in ("ident", "number", "string") or parts[i] in CALCULATING]
    at = random.choice(likely if likely and random.random() < 0.85 else places)
    match random.choice(CHANGES):
        case "replace":
            parts[at] = _replacement(random, parts, at)
        case "wrap":
            parts[at] = random.choice(WRAPPERS).replace("@", parts[at])
        case "drop":
            del parts[at]
        case "double":
            parts.insert(at, parts[at])
        case "swap":
            other = random.choice(places)
            parts[at], parts[other] = parts[other], parts[at]
        case "insert":
            parts.insert(at, random.choice(SNIPPETS))
        case "lines":
            parts[:] = tokens("\n".join(_rearranged(random, "".join(parts).split("\n"))))


def _replacement(random: Random, parts: list[str], at: int) -> str:
    """Something of the same kind as a token; of names, most often one that stands nearby."""
    token = parts[at]
    match kind(token):
        case "ident" if random.random() < 0.85:
            near = parts[max(at - 80, 0) : at + 80] if random.random() < 0.8 else parts
            return random.choice([part for part in near if kind(part) == "ident"])
        case "ident":
            return random.choice(TYPES)
        case "number":
            return random.choice(NUMBERS)
        case "string":
            return random.choice(STRINGS)
    return random.choice(next((family for family in OPERATORS if token in family), OPERATORS[0]))


def _rearranged(random: Random, lines: list[str]) -> list[str]:
    """Drop some lines, repeat them elsewhere, move them, or bring some from another program."""
    start = random.randrange(len(lines))
    piece = lines[start : start + random.randint(1, 4)]
    how = random.choice(("drop", "copy", "move", "import"))
    if how in ("drop", "move"):
        del lines[start : start + len(piece)]
    if how == "import":
        other = random.choice(correct_programs()).split("\n")
        at = random.randrange(len(other))
        piece = other[at : at + random.randint(1, 6)]
    if how != "drop":
        at = random.randint(0, len(lines))
        lines[at:at] = piece
    return lines


def mutations() -> st.SearchStrategy[str]:
    # One number decides: of single choices Hypothesis would prefer the first ones, which are all about the first lines.
    return st.integers(0, (1 << 64) - 1).map(lambda number: mutated(Random(number)))


# ---------------------------------------------------------------- noise


def noisy(random: Random) -> str:
    """A program of the corpus with damaged bytes: cut off, lost, changed, foreign, or repeated very often.

    Bytes that are no UTF-8 are surrogates, as in all sources.
    """
    data = bytearray(random.choice(correct_programs()).encode())
    for _ in range(random.choice((1, 1, 2, 4))):
        start = random.randrange(len(data) + 1)
        end = min(start + random.choice((0, 1, 1, 2, 10, 200)), len(data))
        match random.randrange(6):
            case 0:
                del data[start:end]
            case 1:
                data[start:end] = random.randbytes(random.choice((1, 1, 2, 8)))
            case 2 if start < len(data):
                data[start] ^= 1 << random.randrange(8)
            case 3:
                data[start:start] = data[start:end] * random.choice((2, 50, 2000))
            case 4:
                token = random.choice(words("( [ { * & - ! <- []int{ func(){ x. a[ if{ map[ chan[ f( -- /* +1 , ;"))
                data[start:start] = token.encode() * random.choice((3, 100, 5000))
            case _:
                del data[random.randrange(len(data) + 1) :]
    return data.decode("utf-8", "surrogateescape")


def noise() -> st.SearchStrategy[str]:
    return st.integers(0, (1 << 64) - 1).map(lambda number: noisy(Random(number)))


# ---------------------------------------------------------------- from the grammar

PRELUDE = """package main

type T struct {
	x int
	p *T
}

func (t T) M(n int) int { return t.x + n }
func (t *T) N()         { t.x++ }

type I interface{ M(int) int }
type G[P any] struct{ v P }

func (g G[P]) Get() P { return g.v }

func id[P any](x P) P { return x }
func two(xs ...int) (int, error) { return len(xs), nil }

var (
	a, b = 1, 2
	s = "str"
	f = 1.5
	m = map[string]int{"a": 1}
	c = make(chan int, 3)
	t T
	p = &T{x: 1, p: &t}
	i I = t
	l = []int{1, 2, 3}
	r [3]int
	h = func(n int) int { return n }
	e error
	u uint8 = 200
	q any = 1
	k = true
)

"""
TEXTS = {
    "IDENT": words(
        "a b s f m c t p i l r h e u q k T I G id two x v M N Get int string any len append make new nil true iota _ L "
        "panic recover print copy close cap min uint8 float64 error bool y z"
    ),
    "INT": words("0 1 2 64 0xff 9223372036854775807"),
    "FLOAT": words("1.5 0. 1e9 2.0"),
    "IMAG": words("1i"),
    "CHAR": words("'a' '\\n' '世'"),
    "STRING": words('"s" "" `r` "\\xff"'),
}


def _grammar() -> Lark:
    """The grammar with plain terminals, whose texts are drawn from TEXTS instead."""
    text = grammar_path().read_text(encoding="utf-8")
    rules = text[: text.index("IDENT: /")]
    keywords = text[text.index('BREAK: "break"') : text.index("NEWLINE: ")]
    plain = "\n".join(f'{name}: "{name}"' for name in TEXTS)
    start = ["statement_list", "top_level_decls"]
    return Lark(f"{rules}\n{plain}\n{keywords}", parser="earley", lexer="basic", start=start)


def _from_grammar(start: str) -> st.SearchStrategy[str]:
    grammar = _grammar()
    unused = ("PACKAGE", "IMPORT") if start == "statement_list" else ("PACKAGE",)
    explicit: dict[str, st.SearchStrategy[str]] = {
        t.name: st.just(f"{t.pattern.value} ") for t in grammar.terminals if t.name not in unused
    }
    explicit |= {name: st.sampled_from([text + " " for text in texts]) for name, texts in TEXTS.items()}
    return from_lark(grammar, start=start, explicit=explicit)


def grammar_programs() -> st.SearchStrategy[str]:
    """A program with random statements or declarations, most of which are not well-typed."""
    statements = _from_grammar("statement_list").map(lambda text: f"func main() {{\n{text}\n}}\n")
    declarations = _from_grammar("top_level_decls").map(lambda text: f"{text}\nfunc main() {{}}\n")
    return st.one_of(statements, statements, declarations).map(lambda text: PRELUDE + text)
