"""The files of suites: those of a folder or URL, and those that come with the package."""

from fnmatch import fnmatch
from importlib import resources

from pipeline.errors import UsageError


def read_texts(location: str, pattern: str) -> dict[str, str]:
    """Return the texts of a folder's files whose names match, by name; the folder may be a URL.

    Raises:
        UsageError: There is no such folder.
    """
    import fsspec

    system, path = fsspec.core.url_to_fs(str(location))
    if not system.exists(path):
        raise UsageError(f"There are no suites at {location}: no such folder.", "Run `ogp-etl init`, or leave --expectations out.")
    files = {str(f).rsplit("/", 1)[-1]: str(f) for f in system.ls(path, detail=False)}
    return {name: system.cat_file(files[name]).decode("utf-8") for name in sorted(files) if fnmatch(name, pattern)}


def shipped_texts() -> dict[str, str]:
    """Return the suites that come with the package, by file name."""
    folder = resources.files("pipeline") / "suites"
    files = sorted((f for f in folder.iterdir() if f.name.endswith(".json")), key=lambda f: f.name)
    return {f.name: f.read_text(encoding="utf-8") for f in files}
