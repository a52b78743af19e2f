SIZE = 4500000


def counter(step):
    n = 0

    def count():
        nonlocal n
        n += step
        return n

    return count


def compose(f, g):
    return lambda x: f(g(x))


def main():
    odd = counter(2)
    both = compose(lambda x: x // 2, lambda x: x + 3)
    total = 0
    for i in range(SIZE):
        total += both(i) + odd()
        if i % 16 == 0:
            total += counter(i)()
    print(total)


main()
