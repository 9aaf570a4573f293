"""What recognising tables costs (which rows are headings, which fields they name, which layout that is), against the reading."""

import time
from collections.abc import Callable
from typing import Any

from _measure import cpu, report, tell

from pipeline.curation.curate import curate
from pipeline.curation.harvest import walk
from pipeline.readers import read_document
from pipeline.staging import stage

STEPS = ("read_regions", "recognise_grid", "recognise_form", "refine", "form_fields")
"""The steps of `pipeline.curation.harvest.walk` that recognise; none of them calls another."""


class Clock:
    """Adds up what the calls of some functions take."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def over(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return the function with its calls timed."""

        def timed(*args: Any, **kwargs: Any) -> Any:
            start = time.process_time()
            try:
                return function(*args, **kwargs)
            finally:
                self.seconds += time.process_time() - start

        return timed


def main() -> None:
    """Measure and tell."""
    clock = Clock()
    for step in STEPS:
        setattr(walk, step, clock.over(getattr(walk, step)))
    for ending in ("docx", "pdf"):
        data, name = report(ending)
        document = read_document(data, name)
        reading = cpu(lambda data=data, name=name: stage(read_document(data, name)), 7)
        curate(document)
        taken = []
        for _ in range(7):
            clock.seconds = 0.0
            curate(document)
            taken.append(clock.seconds)
        recognising = sorted(taken)[3]
        print(f"{name}: CPU seconds {reading:.4f} reading and staging, {recognising:.4f} recognising {len(document.grids)} tables")
        tell(f"recognition against the reading, {ending}", recognising / reading, 0.1)


if __name__ == "__main__":
    main()
