SIZE = 270


def matrix(n, f):
    return [[f(i, j) for j in range(n)] for i in range(n)]


def multiply(a, b):
    n = len(a)
    c = matrix(n, lambda i, j: 0.0)
    for i in range(n):
        for j in range(n):
            total = 0.0
            for k in range(n):
                total += a[i][k] * b[k][j]
            c[i][j] = total
    return c


def main():
    a = matrix(SIZE, lambda i, j: float(i + j))
    b = matrix(SIZE, lambda i, j: float(i - j))
    c = multiply(a, b)
    print(f"{c[0][SIZE - 1]:.3f} {c[SIZE - 1][SIZE - 1]:.3f}")


main()
