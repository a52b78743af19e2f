"""The order in which package variables are initialised, and cycles among initialisers.

The dependency graph has constants, variables and functions as nodes; functions are then removed, their users inheriting
what they use. Repeatedly the object with the fewest open dependencies, the first in the source among equals, is taken:
a cycle exists exactly if that number is not zero.
"""

from __future__ import annotations

import heapq

from minigo.check.base import CheckerBase
from minigo.types.objects import Const, Func, Initializer, Object, Var


class InitOrder(CheckerBase):
    """The last phase about declarations."""

    def init_order(self) -> None:
        """Fill `info.init_order`; report initialisation cycles."""
        order = {obj: i for i, obj in enumerate(self.obj_map)}
        uses = self._graph()
        users: dict[Object, list[Object]] = {obj: [] for obj in uses}
        for obj, deps in uses.items():
            for dep in deps:
                users[dep].append(obj)
        open_deps = {obj: len(deps) for obj, deps in uses.items()}
        heap = [(count, order[obj], obj) for obj, count in open_deps.items()]
        heapq.heapify(heap)
        done: set[Object] = set()
        emitted: set[int] = set()
        while heap:
            count, _, obj = heapq.heappop(heap)
            if obj in done or count != open_deps[obj]:
                continue
            done.add(obj)
            if count > 0:
                cycle = self._find_path(obj, obj, set())
                if cycle is not None:
                    self._report_cycle(cycle)
            for user in users[obj]:
                if user not in done:
                    open_deps[user] -= 1
                    heapq.heappush(heap, (open_deps[user], order[user], user))
            decl = self.obj_map[obj]
            if not isinstance(obj, Var) or decl.init is None or order[self._first(obj)] in emitted:
                continue
            emitted.add(order[self._first(obj)])
            self.info.init_order.append(Initializer(decl.lhs or [obj], decl.init))

    def _first(self, obj: Object) -> Object:
        """The object that stands for its declaration when several variables share one."""
        lhs = self.obj_map[obj].lhs
        return lhs[0] if lhs and lhs[0] in self.obj_map else obj

    def _graph(self) -> dict[Object, set[Object]]:
        """Constants and variables with the constants and variables they depend on, directly or by functions."""
        reach: dict[Object, set[Object]] = {}
        for obj, decl in self.obj_map.items():
            if isinstance(obj, Const | Var):
                found: set[Object] = set()
                seen: set[Object] = set()
                todo = list(decl.deps)
                while todo:
                    dep = todo.pop()
                    if dep in seen:
                        continue
                    seen.add(dep)
                    if isinstance(dep, Func):
                        todo.extend(self.obj_map[dep].deps)
                    elif isinstance(dep, Const | Var):
                        found.add(dep)
                reach[obj] = found
        return reach

    def _find_path(self, start: Object, goal: Object, seen: set[Object]) -> list[Object] | None:
        """A dependency path from `start` to `goal`, last object first."""
        if start in seen:
            return None
        seen.add(start)
        for dep in sorted(self.obj_map[start].deps, key=lambda o: o.pos):
            if dep is goal:
                return [dep]
            path = self._find_path(dep, goal, seen)
            if path is not None:
                path.append(dep)
                return path
        return None

    def _report_cycle(self, cycle: list[Object]) -> None:
        obj = cycle[0]
        if len(cycle) == 1:
            self.error(obj.pos, f"initialization cycle: {obj.name} refers to itself")
            return
        lines = []
        current = obj
        for following in reversed(cycle):
            lines.append((current.pos, f"{current.name} refers to {following.name}"))
            current = following
        self.error_parts(obj.pos, f"initialization cycle for {obj.name}", *lines)
