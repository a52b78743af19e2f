def matrix(n, f):
    return [[f(i, j) for j in range(n)] for i in range(n)]


def main():
    n = 48
    a = matrix(n, lambda i, j: float(i + j))
    b = matrix(n, lambda i, j: float(i - j))
    c = matrix(n, lambda i, j: 0.0)
    for i in range(n):
        for j in range(n):
            total = 0.0
            for k in range(n):
                total += a[i][k] * b[k][j]
            c[i][j] = total
    print(f"{c[1][2]:g} {c[n - 1][n - 1]:g}")


main()
