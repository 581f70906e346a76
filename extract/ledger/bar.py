"""How far the reading of many reports is: who is told, and a bar on a terminal."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from extract.ledger.intake import ReportProgress

TotalProgress = Callable[[int, int, str, float], None]  # is told how many reports are done, of how many, which one is read, and which share of it

_FORM = "{percentage:3.0f}%|{bar}| {n:.1f} of {total} reports [{elapsed}<{remaining}{postfix}]"


@contextmanager
def bar(*, shown: bool = True) -> Iterator[TotalProgress]:
    """Give what moves a bar on standard error; none is drawn where that is no terminal."""
    from tqdm import tqdm

    with tqdm(file=sys.stderr, disable=not (shown and sys.stderr.isatty()), bar_format=_FORM, delay=0.1, miniters=0) as drawn:

        def progress(done: int, total: int, name: str, share: float) -> None:
            drawn.total = total
            drawn.set_postfix_str(f"{name} {share:.0%}" if share else name, refresh=False)
            drawn.update(done + share - drawn.n)

        yield progress


def among(paths: Sequence[Path], progress: TotalProgress) -> ReportProgress:
    """Give how ``progress`` is told of one of some reports, by its path and the share of it that is read."""
    places = {path: place for place, path in enumerate(paths)}
    return lambda path, share: progress(places[path], len(paths), path.name, share)
