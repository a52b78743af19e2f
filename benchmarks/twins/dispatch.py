SIZE = 2000000


class Square:
    __slots__ = ("side",)

    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side * self.side

    def grow(self, n):
        self.side += n


class Rect:
    __slots__ = ("height", "width")

    def __init__(self, width, height):
        self.width = width
        self.height = height

    def area(self):
        return self.width * self.height

    def grow(self, n):
        self.width += n


class Strip:
    __slots__ = ("length",)

    def __init__(self, length):
        self.length = length

    def area(self):
        return self.length

    def grow(self, n):
        self.length += n


def main():
    shapes = [Square(1), Rect(2, 3), Strip(4), Square(5)]
    total = 0
    for i in range(SIZE):
        for s in shapes:
            total = (total + s.area()) % 1000003
        shapes[i % len(shapes)].grow(i & 1)
    print(total)


main()
