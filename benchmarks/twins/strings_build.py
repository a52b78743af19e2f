SIZE = 1000000


def record(i):
    return "id=" + str(i) + ";name=n" + str(i % 97)


def main():
    pieces = []
    for i in range(SIZE):
        pieces.append(record(i))
        pieces.append("\n")
    text = "".join(pieces)
    fields = 0
    for c in text:
        if c == ";" or c == "\n":
            fields += 1
    print(len(text), fields)


main()
