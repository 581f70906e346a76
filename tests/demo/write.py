"""The demo on disk: its reports as text files, and the ledger that the real extractor makes of them."""

from pathlib import Path

from extract.ledger.bar import TotalProgress
from extract.ledger.store import Generation
from extract.ledger.update import update
from tests.demo.plan import reports


def write(folder: Path) -> int:
    """Write the reports into ``folder``, in place of those of an earlier demo, and give how many; other files are left alone."""
    folder.mkdir(parents=True, exist_ok=True)
    made = {report.name: report.content for report in reports()}
    for old in folder.glob("*demo_*.txt"):
        if old.name not in made:
            old.unlink()
    for name, content in made.items():
        (folder / name).write_bytes(content)
    return len(made)


def read(folder: Path, ledger: Path, *, workers: int = 1, progress: TotalProgress | None = None) -> Generation:
    """Read the reports in ``folder`` into a ledger of their own; what was read before is not read again."""
    return update([folder], ledger, workers=workers, progress=progress)
