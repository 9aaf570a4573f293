"""What lies in raw/ and what is offered from elsewhere: the files that a run looks at."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePosixPath

from pipeline.errors import UsageError
from pipeline.storage.ledger import Offer, utc
from pipeline.storage.locations import Entry, Folder, Location, locate

SIDECAR = ".toml"
_CLUTTER = ("~$", ".")  # a word processor's lock files, hidden files


@dataclass(frozen=True, slots=True, kw_only=True)
class Store:
    """The four locations of a project. `expectations` is None where the shipped suites hold."""

    raw: Location
    staged: Location
    curated: Location
    expectations: str | None


def open_store(root: str, *, raw: str | None = None, staged: str | None = None, curated: str | None = None, expectations: str | None = None) -> Store:
    """Return the locations below a root, some of them moved elsewhere.

    Raises:
        UsageError: The root isn't there, or a location that was named.
    """
    base = locate(root)
    if not base.exists():
        raise UsageError(f"There is no {base.url}.", "Make the folder, or lay one out with `ogp-etl init DIR`.")
    for option, location in (("--raw", raw), ("--expectations", expectations)):
        if location and not locate(location).exists():
            raise UsageError(f"{option}: there is no {location}.", "Name a folder that is there.")
    suites = base.child("expectations")
    return Store(
        raw=locate(raw) if raw else base.child("raw"),
        staged=locate(staged) if staged else base.child("staged"),
        curated=locate(curated) if curated else base.child("curated"),
        expectations=expectations or (suites.url if any(e.name.endswith(".json") for e in suites.entries()) else None),
    )


def find_offers(raw: Location, sources: Sequence[str] = ()) -> list[Offer]:
    """Return the documents below raw/, or those among them that the sources name.

    A source that lies elsewhere is copied into raw/ first, with the sidecar beside it.

    Raises:
        UsageError: A source isn't there.
    """
    if not sources and not raw.exists():
        raise UsageError(f"There is no {raw.url}.", "Put the reports there, name them, or lay out a project with `ogp-etl init`.")
    wanted = [_take_in(raw, source) for source in sources]
    entries = raw.entries(deep=True)
    offers = list(_offers(entries, raw))
    if not sources:
        return offers
    return [o for o in offers if any(o.source_path in names for names in wanted)]


def _offers(entries: Iterable[Entry], place: Location) -> Iterator[Offer]:
    by_name = {e.name: e for e in entries}
    for name, entry in by_name.items():
        parts = PurePosixPath(name).parts
        if any(part.startswith(_CLUTTER) for part in parts) or (name.endswith(SIDECAR)):
            continue
        sidecar = by_name.get(name + SIDECAR)
        yield Offer(
            source_path=name,
            size=entry.size,
            mark=entry.mark,
            modified_at=utc(entry.modified),
            sidecar=sidecar.name if sidecar else None,
            sidecar_mark=sha256(place.read(sidecar.name)).hexdigest() if sidecar else None,
        )


def _take_in(raw: Location, source: str) -> set[str]:
    """Return the names below raw/ that a source stands for; copy what lies outside."""
    inside = _below(raw, source)
    names = {e.name for e in raw.entries(deep=True)}
    if inside is not None:
        found = {n for n in names if n == inside or n.startswith(f"{inside}/") or inside == ""}
        if not found:
            raise UsageError(f"There is no document {source}.", "Name a file or folder that is there.")
        return found
    place, files = _outside(source)
    return {_copy_in(raw, place, file, names) for file in files}


def _below(raw: Location, source: str) -> str | None:
    """Return a source's name below raw/; None where it lies elsewhere."""
    place = locate(source)
    if place.url == raw.url:
        return ""
    if place.url.startswith(raw.url.rstrip("/") + "/"):
        return place.url[len(raw.url.rstrip("/")) + 1 :]
    return source if "://" not in source and not place.exists() and raw.exists(source) else None


def _outside(source: str) -> tuple[Location, list[str]]:
    place = locate(source)
    if isinstance(place, Folder) and place.path.is_dir():
        return place, [o.source_path for o in _offers(place.entries(deep=True), place)]
    folder, _, name = place.url.rpartition("/")
    parent = locate(folder or "/")
    if parent.exists(name):
        return parent, [name]
    files = [o.source_path for o in _offers(place.entries(deep=True), place)]
    if not files:
        raise UsageError(f"There is no document {source}.", "Name a file or folder that is there.")
    return place, files


def _copy_in(raw: Location, place: Location, file: str, names: set[str]) -> str:
    """Copy a file into raw/ under its name; where another file has that name, into a folder named by its content."""
    data = place.read(file)
    name = file
    if name in names and raw.read(name) != data:
        name = f"{sha256(data).hexdigest()[:12]}/{PurePosixPath(file).name}"
    if name not in names:
        raw.create(name, data)
    if place.exists(file + SIDECAR):
        sidecar = place.read(file + SIDECAR)
        if not raw.exists(name + SIDECAR) or raw.read(name + SIDECAR) != sidecar:
            raw.replace(name + SIDECAR, sidecar)
    names.add(name)
    return name
