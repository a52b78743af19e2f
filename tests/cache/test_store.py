"""The store: what it gives back is what was put there by the same user, or nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from minigo.cache.store import DIGEST, MAGIC, Store
from minigo.digests import blake2b


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(str(tmp_path / "cache" / "minigo"), str(tmp_path / "data" / "minigo"))


def entry(store: Store, name: str = "a") -> Path:
    return Path(store.folder, f"{name}.entry")


def again(store: Store) -> Store:
    """The same store as another process sees it."""
    return Store(store.folder, store._home, store.limit)


def test_what_is_put_is_got(store: Store) -> None:
    assert store.get("a") is None
    assert store.put("a", b"content")
    assert again(store).get("a") == b"content"
    assert again(store).get("b") is None
    assert store.put("a", b"other")
    assert again(store).get("a") == b"other"


def test_all_is_private(store: Store) -> None:
    store.put("a", b"content")
    secret = Path(store._home, "secret")
    for path, mode in ((Path(store.folder), 0o700), (secret.parent, 0o700), (entry(store), 0o600), (secret, 0o600)):
        assert path.stat().st_mode & 0o777 == mode


def damaged(data: bytes) -> list[bytes]:
    flipped = [data[:i] + bytes([data[i] ^ 1]) + data[i + 1 :] for i in range(0, len(data), 5)]
    cut = [data[:i] for i in range(0, len(data), 7)]
    return [*flipped, *cut, data + b"x", b"\0" * len(data)]


def test_damaged_and_truncated_entries_are_ignored_and_replaced(store: Store) -> None:
    store.put("a", b"some content")
    path = entry(store)
    for data in damaged(path.read_bytes()):
        path.write_bytes(data)
        assert again(store).get("a") is None
    assert store.put("a", b"new content")
    assert again(store).get("a") == b"new content"


def planted(content: bytes, key: bytes) -> bytes:
    encoded = b"a"
    state = blake2b(digest_size=DIGEST, key=key)
    state.update(len(encoded).to_bytes(4, "little") + encoded + content)
    return MAGIC + state.digest() + content


def test_a_planted_entry_with_a_digest_of_its_own_is_ignored(store: Store) -> None:
    store.put("a", b"content")
    secret = Path(store._home, "secret").read_bytes()
    path = entry(store)
    for key in (b"", b"guess", bytes(DIGEST)):
        path.write_bytes(planted(b"evil", key))
        assert again(store).get("a") is None
    path.write_bytes(planted(b"content", secret))  # the test itself can plant
    assert again(store).get("a") == b"content"


def test_an_entry_counts_under_its_own_name_only(store: Store) -> None:
    store.put("a", b"content")
    entry(store).rename(entry(store, "b"))
    assert again(store).get("b") is None


def test_entries_of_another_secret_are_ignored(store: Store) -> None:
    store.put("a", b"content")
    Path(store._home, "secret").unlink()
    assert again(store).get("a") is None
    assert again(store).put("a", b"new")
    assert again(store).get("a") == b"new"


@pytest.mark.parametrize("mode", [0o644, 0o660, 0o604])
def test_a_secret_that_others_can_read_is_replaced(store: Store, mode: int) -> None:
    store.put("a", b"content")
    secret = Path(store._home, "secret")
    known = secret.read_bytes()
    secret.chmod(mode)
    assert again(store).get("a") is None
    assert again(store).put("a", b"content")
    assert secret.read_bytes() != known
    assert secret.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("mode", [0o777, 0o770, 0o702])
def test_a_folder_that_others_can_write_to_is_not_used(store: Store, mode: int) -> None:
    Path(store.folder).mkdir(parents=True)
    Path(store.folder).chmod(mode)
    assert not store.put("a", b"content")
    assert store.get("a") is None
    assert os.listdir(store.folder) == []
    assert not store.usable


def test_a_folder_that_others_can_look_into_becomes_private(store: Store) -> None:
    Path(store.folder).mkdir(parents=True)
    Path(store.folder).chmod(0o755)
    assert store.put("a", b"content")
    assert Path(store.folder).stat().st_mode & 0o777 == 0o700


@pytest.mark.skipif(os.getuid() != 0, reason="only root can give files away")
def test_what_belongs_to_somebody_else_is_not_used(store: Store) -> None:
    store.put("a", b"content")
    os.chown(entry(store), 12345, 12345)
    assert again(store).get("a") is None
    os.chown(entry(store), 0, 0)
    assert again(store).get("a") == b"content"
    os.chown(store.folder, 12345, 12345)
    assert again(store).get("a") is None
    assert not again(store).put("b", b"content")


def test_symbolic_links_are_not_followed(store: Store, tmp_path: Path) -> None:
    store.put("a", b"content")
    entry(store).rename(tmp_path / "elsewhere")
    entry(store).symlink_to(tmp_path / "elsewhere")
    assert again(store).get("a") is None
    assert store.put("a", b"content")
    assert not entry(store).is_symlink()
    other = Store(str(tmp_path / "link"), store._home)
    (tmp_path / "link").symlink_to(store.folder)
    assert other.get("a") is None
    assert not other.put("b", b"content")


@pytest.mark.parametrize("what", ["folder", "fifo"])
def test_what_is_no_file_is_not_read(store: Store, what: str) -> None:
    store.put("b", b"content")
    if what == "folder":
        entry(store).mkdir()
    else:
        os.mkfifo(entry(store))
    assert again(store).get("a") is None


def test_where_no_folder_can_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    store = Store(str(tmp_path / "file" / "minigo"), str(tmp_path / "data" / "minigo"))
    assert not store.put("a", b"content")
    assert store.get("a") is None
    assert store.shrink(0) == 0
    assert not Store(str(tmp_path / "cache" / "minigo"), str(tmp_path / "file" / "minigo")).put("a", b"content")


def test_what_was_unused_for_longest_goes_first(store: Store) -> None:
    store.limit = 10_000
    for i in range(6):
        assert store.put(str(i), bytes(2_000))
        os.utime(entry(store, str(i)), (i, i))
        if i == 2:
            assert store.get("0") is not None  # used now
    names = sorted(name.removesuffix(".entry") for name, _, _ in store.entries())
    assert names == ["0", "3", "4", "5"]
    assert sum(size for _, size, _ in store.entries()) <= store.limit


def test_what_is_too_large_is_not_kept(store: Store) -> None:
    store.limit = 10_000
    assert not store.put("a", bytes(9_000))


def test_left_over_temporary_files_go(store: Store) -> None:
    store.put("a", b"content")
    old, new = Path(store.folder, "x.1.tmp"), Path(store.folder, "x.2.tmp")
    old.write_bytes(b"")
    new.write_bytes(b"")
    os.utime(old, (0, 0))
    store.put("b", b"content")
    assert not old.exists()
    assert new.exists()
    assert store.shrink(0) == 2
    assert os.listdir(store.folder) == []


PROCESS = """
import sys
from minigo.cache.store import Store
store = Store(sys.argv[1], sys.argv[2], 200_000)
me = sys.argv[3].encode()
for i in range(60):
    store.put(f"shared{i % 5}", me * 5000)
    found = store.get(f"shared{(i + 1) % 5}")
    assert found is None or len(set(found)) == 1 and len(found) == 5000, found
assert store.get("shared0") is not None
"""


def test_several_processes_at_once(store: Store) -> None:
    command = [sys.executable, "-c", PROCESS, store.folder, store._home]
    running = [subprocess.Popen([*command, str(i)], stderr=subprocess.PIPE) for i in range(4)]
    for process in running:
        _, err = process.communicate()
        assert process.returncode == 0, err.decode()
    assert sorted(os.listdir(store.folder)) == [f"shared{i}.entry" for i in range(5)]
