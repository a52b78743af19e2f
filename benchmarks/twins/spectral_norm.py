from math import sqrt

SIZE = 370


def element(i, j):
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def times(v, out):
    for i in range(len(out)):
        total = 0.0
        for j in range(len(v)):
            total += element(i, j) * v[j]
        out[i] = total


def times_transposed(v, out):
    for i in range(len(out)):
        total = 0.0
        for j in range(len(v)):
            total += element(j, i) * v[j]
        out[i] = total


def main():
    u = [1.0] * SIZE
    v = [0.0] * SIZE
    half = [0.0] * SIZE
    for _ in range(10):
        times(u, half)
        times_transposed(half, v)
        times(v, half)
        times_transposed(half, u)
    uv = vv = 0.0
    for i in range(SIZE):
        uv += u[i] * v[i]
        vv += v[i] * v[i]
    print(f"{sqrt(uv / vv):.9f}")


main()
