SIZE = 17


class Node:
    __slots__ = ("left", "right")

    def __init__(self, left, right):
        self.left = left
        self.right = right

    def count(self):
        if self.left is None:
            return 1
        return 1 + self.left.count() + self.right.count()


def build(depth):
    if depth == 0:
        return Node(None, None)
    return Node(build(depth - 1), build(depth - 1))


def main():
    kept = build(SIZE)
    for depth in range(4, SIZE + 1, 4):
        rounds = 1 << (SIZE - depth)
        total = 0
        for _ in range(rounds):
            total += build(depth).count()
        print(rounds, depth, total)
    print(kept.count())


main()
