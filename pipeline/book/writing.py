"""Files of the book: written where they differ from what is there, removed where they are no longer part of it."""

from dataclasses import dataclass, field
from hashlib import sha256

from pipeline.storage.locations import Location

DIGESTS = "digests.txt"


@dataclass(slots=True)
class Shelf:
    """The folder that holds the book. What a page was when it was last written is kept in one file of digests."""

    place: Location
    digests: dict[str, str] = field(default_factory=dict)
    before: dict[str, str] = field(default_factory=dict)
    written: int = 0

    def open(self) -> None:
        """Learn what is there already."""
        present = {e.name for e in self.place.entries(deep=True)}
        if DIGESTS in present:
            lines = self.place.read(DIGESTS).decode().splitlines()
            pairs = (line.split("  ", 1) for line in lines)
            self.before = {name: digest for digest, name in pairs if name in present}

    def put(self, name: str, data: bytes | str) -> None:
        """Write a file unless it is there as it is."""
        content = data.encode() if isinstance(data, str) else data
        digest = sha256(content).hexdigest()[:32]
        if self.before.get(name) != digest:
            self.place.replace(name, content)
            self.written += 1
        self.digests[name] = digest

    def keep(self, name: str) -> bool:
        """Let a file stay that an earlier book wrote; False where there is none."""
        if name not in self.before:
            return False
        self.digests[name] = self.before[name]
        return True

    def close(self) -> int:
        """Remove what is no longer part of the book, and return how many files went."""
        gone = sorted(set(self.before) - set(self.digests))
        self.place.remove(gone)
        lines = "".join(f"{digest}  {name}\n" for name, digest in sorted(self.digests.items()))
        if self.digests != self.before:
            self.place.replace(DIGESTS, lines.encode())
        return len(gone)
