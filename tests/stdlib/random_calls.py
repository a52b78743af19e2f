"""Random calls of library functions, as Go programs that print the results: the same seed gives the same program."""

from __future__ import annotations

import json
import random
from collections.abc import Callable

FMT_DECLARATIONS = """
type P struct{ X, Y int }
type S struct { s string; L []int; p *P }
type T int
func (t T) String() string { return fmt.Sprintf("T<%d>", int(t)) }
type E struct{}
func (E) Error() string { return "err!" }
type PS struct{ n int }
func (p *PS) String() string { return fmt.Sprint("PS", p.n) }
type N struct { P; s string }
type F float64
type B []byte
type X struct{ n int }
func (x X) Format(s fmt.State, v rune) { w, ok := s.Width(); fmt.Fprintf(s, "X%c%d%v%v", v, w, ok, s.Flag('+')) }
type G int
func (g G) GoString() string { return "G!" }
"""

# No pointers below the top level: they print as addresses.
VALUES = (
    """
0|1|-1|42|-12345|int8(-128)|uint8(255)|uint64(1<<63)|int64(-1<<63)|3.14|-0.0|1e21|1e-7|float32(2.5)|100000.0|123456789.0
0.000012345|math.Inf(1)|math.Inf(-1)|math.NaN()|complex(1,-2)|true|false|"hello"|""|"h\\u00e9llo\\n"|"a\\xffb"|'x'|'\\u65e5'
[]byte("ab\\x00")|[]byte(nil)|[3]byte{1,2,3}|[]int{1,-2}|[]int(nil)|[]string{"a","b c"}|map[string]int{"a":1,"b":-2}
map[int]bool{}|P{1,-2}|&P{3,4}|(*P)(nil)|S{"s",[]int{1},nil}|T(5)|[]T{1,2}|E{}|&PS{7}|PS{7}|nil|[]any{1,"a",nil,2.5}
N{P{1,2},"e"}|[2]bool{true,false}|F(1.5)|[]F{1,2}|map[T]F{1:2}|struct{A any; b T}{1,2}|[][]int{{1},nil}|time.Second
uintptr(255)|error(E{})|[]error{E{},nil}|&[]int{1}|&map[string]int{"k":1}|[]P{{1,2}}|any(nil)|[]byte{}|B("xy")|[]B{B("x")}
X{1}|&X{2}|1<<40|-1.5e300|float32(1e-10)|[]float64{1,2.25,1e10}|G(3)|[]G{1}
""".strip()
    .replace("\n", "|")
    .split("|")
)

LETTERS = [*"abAB 1,éÉ日ß.-_x0+", "\\xff", "\\xc3", "\\t"]
NUMBER_PARTS = [
    *("0", "1", "9", "_", "x", "0x", "0b", "0o", "e", "E", "p", ".", "-", "+", "f", "inf", "nan", "8", "7"),
    *("1844674407370955161", "92233720368547758"),
]
LAYOUT_PARTS = [
    *("2006", "01", "02", "15", "04", "05", "Jan", "January", "Mon", "Monday", "1", "2", "_2", "06", "PM", "pm", "MST"),
    *("-07", "-0700", "-07:00", "Z07:00", ".000", ".999", "002", "3", "03", "4", "5", " ", "-", "/", "T", ":", "x"),
]


def program(imports: list[str], declarations: str, statements: list[str]) -> str:
    """A program of functions of 100 statements each."""
    lines = ["package main", "import (", *(f'"{path}"' for path in imports), ")", declarations]
    parts = [statements[i : i + 100] for i in range(0, len(statements), 100)]
    for i, part in enumerate(parts):
        lines += [f"func f{i}() {{", *part, "}"]
    lines += ["func main() {", *(f"f{i}()" for i in range(len(parts))), "}"]
    return "\n".join(lines) + "\n"


def directive(rng: random.Random) -> str:
    """One verb with flags, width, precision and index."""
    text = "%" + "".join(rng.choice("+-# 0") for _ in range(rng.choice([0, 0, 0, 1, 1, 2])))
    chance = rng.random()
    if chance < 0.3:
        text += str(rng.choice([0, 1, 3, 6, 10, 20]))
    elif chance < 0.33:
        text += "*"
    if rng.random() < 0.25:
        text += "." + str(rng.choice(["", 0, 1, 2, 5, 10]))
    elif rng.random() < 0.03:
        text += ".*"
    if rng.random() < 0.04:
        text += f"[{rng.choice([1, 2, 3, 9])}]"
    return text + rng.choice("vvvvdsxXqtTcbUoOeEfFgGw")


def formats(rng: random.Random) -> str:
    """Printf with values of all kinds under all verbs, fitting or not."""
    statements = []
    for _ in range(600):
        count = rng.choice([1, 1, 1, 1, 2, 3])
        text = "".join(rng.choice(["", "a", "%%", " é "]) + directive(rng) for _ in range(count))
        args = [rng.choice(VALUES) for _ in range(max(0, count + rng.choice([0, 0, 0, 0, 0, 1, -1])))]
        statements.append(f'fmt.Printf("{text}\\n"{"".join(", " + a for a in args)})')
    return program(["fmt", "math", "time"], FMT_DECLARATIONS + "var _ = math.Pi\nvar _ = time.Second\n", statements)


def word(rng: random.Random, length: int) -> str:
    return '"' + "".join(rng.choice(LETTERS) for _ in range(rng.randint(0, length))) + '"'


def strings(rng: random.Random) -> str:
    """Functions of package strings and the quoting of strconv."""
    two = [
        *("Index", "LastIndex", "Split", "Trim", "TrimLeft", "TrimRight", "IndexAny", "LastIndexAny", "Count"),
        *("EqualFold", "TrimPrefix", "Compare"),
    ]
    one = [
        *("strings.ToUpper", "strings.ToLower", "strings.Title", "strings.Fields", "strings.TrimSpace", "[]rune"),
        *("strconv.Quote", "strconv.QuoteToASCII", "strconv.QuoteToGraphic", "utf8.ValidString"),
        *("utf8.RuneCountInString", "strconv.CanBackquote"),
    ]
    statements = []
    for _ in range(200):
        s, t = word(rng, 10), word(rng, 3)
        statements += [
            f'fmt.Printf("%q\\n", fmt.Sprint(strings.{rng.choice(two)}({s}, {t})))',
            f'fmt.Printf("%q\\n", fmt.Sprint({rng.choice(one)}({s})))',
            f'fmt.Printf("%q %q\\n", strings.ReplaceAll({s}, {t}, {word(rng, 2)}), strings.SplitAfterN({s}, {t}, 2))',
            f'fmt.Printf("%q\\n", strings.NewReplacer({word(rng, 2)}, "1", {word(rng, 1)}, "2").Replace({s}))',
            f'fmt.Println(strconv.Unquote("\\"" + {word(rng, 4)} + "\\""))',
        ]
    return program(["fmt", "strconv", "strings", "unicode/utf8"], "", statements)


def number(rng: random.Random, verb: str) -> str:
    """A float64; of moderate size for the verb that writes all digits."""
    chance = rng.random()
    if verb == "f" or chance < 0.3:
        return repr(round(rng.uniform(-1e9, 1e9), rng.randint(0, 9)))
    if chance < 0.6:
        return f"math.Float64frombits({rng.getrandbits(64)})"
    return f"{rng.randint(-99999, 99999)}e{rng.randint(-30, 30)}"


def numbers(rng: random.Random) -> str:
    """Numbers to text and back."""
    statements = []
    for _ in range(250):
        verb = rng.choice("eEfgGgxXb")
        precision, bits = rng.choice([-1, -1, 0, 1, 2, 5, 17, 20]), rng.choice([64, 64, 32])
        statements.append(f"fmt.Println(strconv.FormatFloat({number(rng, verb)}, '{verb}', {precision}, {bits}))")
        text = '"' + "".join(rng.choice(NUMBER_PARTS) for _ in range(rng.randint(1, 5))) + '"'
        base, size = rng.choice([0, 0, 10, 16, 2, 36]), rng.choice([64, 8, 0, 32])
        statements += [
            f"fmt.Println(strconv.ParseInt({text}, {base}, {size}))",
            f"fmt.Println(strconv.ParseUint({text}, {base}, {size}))",
            f"fmt.Println(strconv.ParseFloat({text}, {rng.choice([64, 32])}))",
        ]
    return program(["fmt", "math", "strconv"], "", statements)


def date(rng: random.Random) -> str:
    low_high = [(1, 2500), (-20, 30), (-40, 60), (-30, 50), (-90, 90), (-90, 90), (0, 2 * 10**9)]
    fields = ", ".join(str(rng.randint(low, high)) for low, high in low_high)
    name, offset = rng.choice(["ABC", "", "UTC", "XXXT"]), rng.choice([0, 3600, -18000, 19800, -12345])
    return f'time.Date({fields}, time.FixedZone("{name}", {offset}))'


def times(rng: random.Random) -> str:
    """Dates, layouts, parsing, durations."""
    statements = []
    for _ in range(150):
        count = rng.randint(1, 6)
        layout = '"' + "".join(rng.choice(LAYOUT_PARTS) + rng.choice(["", " ", "-", ":"]) for _ in range(count)) + '"'
        size = rng.choice([10**6, 10**12, 2**63 - 1])
        unit = rng.choice([1, 7, 1000, 10**9, 60 * 10**9])
        years, months, days = rng.randint(-3, 3), rng.randint(-20, 20), rng.randint(-50, 50)
        statements += [
            f"show({date(rng)}, {layout})",
            f"fmt.Println({date(rng)}.Sub({date(rng)}), {date(rng)}.AddDate({years}, {months}, {days}))",
            f"fmt.Println(time.Duration({rng.randint(-size, size)}))",
            f"fmt.Println(time.Duration({rng.randint(-size, size)}).Round({unit}))",
        ]
    show = """
func show(t time.Time, layout string) {
	s := t.Format(layout)
	fmt.Println(s)
	for _, text := range []string{s, s + "z", "2021-03-04 05:06:07"} {
		fmt.Println(time.Parse(layout, text))
	}
}
"""
    return program(["fmt", "time"], show, statements)


def mathematics(rng: random.Random) -> str:
    """Functions of numbers and of complex numbers, to the last bit."""
    one = [
        *("Acos", "Acosh", "Asin", "Asinh", "Atan", "Atanh", "Cbrt", "Cos", "Cosh", "Erf", "Erfc", "Erfinv", "Exp"),
        *("Exp2", "Expm1", "Gamma", "J0", "J1", "Log", "Log10", "Log1p", "Log2", "Sin", "Sinh", "Tan", "Tanh"),
        *("Y0", "Y1", "Round", "Sqrt", "Lgamma"),
    ]
    both = ["Acos", "Asinh", "Atan", "Cos", "Cosh", "Cot", "Exp", "Log", "Sin", "Sinh", "Sqrt", "Tan", "Tanh"]

    def argument() -> str:
        size = rng.choice([1, 1, 10, 10, 700, 1e6, 1e18])
        return repr(rng.uniform(-size, size))

    statements = []
    for _ in range(300):
        x, y = argument(), argument()
        statements += [
            f"fmt.Println(math.{rng.choice(one)}({x}))",
            f"fmt.Println(math.{rng.choice(['Atan2', 'Hypot', 'Mod', 'Pow', 'Remainder'])}({x}, {y}))",
            f"fmt.Println(math.{rng.choice(['Jn', 'Yn'])}({rng.randint(-5, 30)}, {x}))",
            f"fmt.Println(cmplx.{rng.choice(both)}(complex({x}, {y})), cmplx.Pow(complex({y}, {x}), {argument()}))",
        ]
    return program(["fmt", "math", "math/cmplx"], "", statements)


def text_tools(rng: random.Random) -> str:
    """Quoting and its undoing, complex numbers as text, case mappings and byte slices."""
    parts = [*"'`nx01fuU7", r"\"", r"\\", r"\\u00e9", r"\\x41", r"\\377", "é", r"\\n"]
    number_parts = [*"0123_.()", "1", "2", "e3", "e-2", "+", "-", "i", "inf", "nan", "0x1p"]
    statements = []
    for _ in range(200):
        literal = '"' + "".join(rng.choices(parts, k=rng.randint(0, 6))) + '"'
        number = '"' + "".join(rng.choices(number_parts, k=rng.randint(1, 6))) + '"'
        s, t, u = word(rng, 8), word(rng, 2), word(rng, 1)
        mark, trim = rng.choice(["34", "39"]), rng.choice(["Trim", "TrimLeft", "TrimRight"])
        quote = rng.choice(["`", "'"])
        split = rng.choice(["Split", "SplitAfter"])
        mapping = rng.choice(["ToUpper", "ToLower", "ToTitle"])
        statements += [
            f"fmt.Println(strconv.UnquoteChar({literal}, {mark}))",
            f'fmt.Println(strconv.QuotedPrefix("{quote}" + {literal} + {word(rng, 2)}))',
            f"fmt.Println(strconv.ParseComplex({number}, {rng.choice([64, 128])}))",
            f"fmt.Println(strings.{mapping}Special(unicode.TurkishCase, {s}), strings.EqualFold({s}, {t}))",
            f'fmt.Printf("%q %q\\n", bytes.{split}([]byte({s}), []byte({u})), bytes.{trim}([]byte({s}), {t}))',
        ]
    return program(["bytes", "fmt", "strconv", "strings", "unicode"], "", statements)


SCAN_TARGETS = "int int8 uint16 uint64 float64 float32 complex128 bool string []byte rune"
SCAN_VERBS = "vvvdsqxXobtcfeUw"
SCAN_WORDS = (
    "1 -2 +3 0x1f 0b101 0o17 017 1_000 300 -129 65536 1.5 -2e3 .5 0x1p-2 inf NaN +Inf (1+2i) (-1-2.5i) true false T f "
    'TRUE abc "q s" `raw` é 日本 a,b x:y 12abc 3.x - + 0x 1e 18446744073709551616 U+00e9 , : % % ( )'
)


def scans(rng: random.Random) -> str:
    """Sscan, Sscanln and Sscanf with inputs that mostly fit, formats with widths and text, targets of many types."""
    statements = []
    blanks = [" ", " ", "  ", "\n", "\t", "\r\n", ""]
    for _ in range(150):
        kinds = [rng.choice(SCAN_TARGETS.split()) for _ in range(rng.randint(1, 3))]
        declared = " ".join(f"var v{i} {kind};" for i, kind in enumerate(kinds))
        targets = ", ".join(f"&v{i}" for i in range(len(kinds)))
        words = [rng.choice(SCAN_WORDS.split()) for _ in range(len(kinds) + rng.randint(-1, 1))]
        text = rng.choice(blanks) + "".join(w + rng.choice(blanks) for w in words)
        shown = ", ".join(f"v{i}" for i in range(len(kinds)))
        call = rng.choice(["Sscan", "Sscanln", "Sscanf", "Sscanf", "Sscanf"])
        quoted = _quoted(text)
        if call == "Sscanf":
            parts = []
            for _ in range(len(kinds) + rng.choice([0, 0, 0, 1, -1])):
                width = rng.choice(["", "", "", "1", "2", "5"])
                parts.append(
                    f"%{width}{rng.choice(SCAN_VERBS)}" + rng.choice(["", " ", " ", ",", ":", "\n", "%%", "x"])
                )
            quoted += ", " + _quoted("".join(parts))
        statements.append(
            f"func() {{ {declared} n, err := fmt.{call}({quoted}, {targets}); "
            f'fmt.Printf("%d %v", n, err); fmt.Printf(" %q\\n", fmt.Sprint({shown})) }}()'
        )
    return program(["fmt"], "", statements)


def _quoted(text: str) -> str:
    """A Go literal."""
    return json.dumps(text, ensure_ascii=False)


GENERATORS: dict[str, Callable[[random.Random], str]] = {
    "formats": formats,
    "strings": strings,
    "numbers": numbers,
    "times": times,
    "mathematics": mathematics,
    "text_tools": text_tools,
    "scans": scans,
}
