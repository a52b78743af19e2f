from math import sqrt

SIZE = 150000


class Body:
    __slots__ = ("mass", "vx", "vy", "vz", "x", "y", "z")

    def __init__(self, x, y, z, vx, vy, vz, mass):
        self.x = x
        self.y = y
        self.z = z
        self.vx = vx
        self.vy = vy
        self.vz = vz
        self.mass = mass


def energy(bodies):
    e = 0.0
    for i, b in enumerate(bodies):
        e += 0.5 * b.mass * (b.vx * b.vx + b.vy * b.vy + b.vz * b.vz)
        for c in bodies[i + 1 :]:
            dx, dy, dz = b.x - c.x, b.y - c.y, b.z - c.z
            e -= b.mass * c.mass / sqrt(dx * dx + dy * dy + dz * dz)
    return e


def advance(bodies, dt):
    for i, b in enumerate(bodies):
        for c in bodies[i + 1 :]:
            dx, dy, dz = b.x - c.x, b.y - c.y, b.z - c.z
            square = dx * dx + dy * dy + dz * dz
            mag = dt / (square * sqrt(square))
            b.vx -= dx * c.mass * mag
            b.vy -= dy * c.mass * mag
            b.vz -= dz * c.mass * mag
            c.vx += dx * b.mass * mag
            c.vy += dy * b.mass * mag
            c.vz += dz * b.mass * mag
    for b in bodies:
        b.x += dt * b.vx
        b.y += dt * b.vy
        b.z += dt * b.vz


def main():
    bodies = [
        Body(0.0, 0.0, 0.0, 0.0, -0.001, 0.0, 40.0),
        Body(5.0, -1.0, -0.1, 0.6, 2.8, -0.02, 0.04),
        Body(8.0, 4.0, -0.4, -1.0, 1.8, 0.01, 0.01),
        Body(13.0, -15.0, -0.2, 1.1, 0.9, -0.01, 0.002),
        Body(15.0, -26.0, 0.2, 1.0, 0.6, -0.03, 0.002),
    ]
    print(f"{energy(bodies):.6f}")
    for _ in range(SIZE):
        advance(bodies, 0.001)
    print(f"{energy(bodies):.6f}")


main()
