"""Run docs/notebook.ipynb and keep what its cells show. Run after a change of what it shows: python tools/run_notebook.py"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbclient
import nbformat

NOTEBOOK = Path(__file__).parents[1] / "docs" / "notebook.ipynb"
LONGEST = 50_000
"""Characters of what a cell shows that are kept: a whole review is not, it would bring its typeface along."""


def run(path: Path) -> Any:
    """Run the cells of a notebook one after another, in its folder.

    Raises:
        nbclient.exceptions.CellExecutionError: a cell raised an error.
    """
    notebook = nbformat.read(path, as_version=4)
    resources = {"metadata": {"path": str(path.parent)}}
    nbclient.NotebookClient(notebook, timeout=300, resources=resources, record_timing=False).execute()
    return notebook


def _keep(path: Path) -> None:
    notebook = run(path)
    for cell in notebook.cells:
        if (
            sum(len(text) for shown in cell.get("outputs", []) for text in shown.get("data", {}).values())
            > LONGEST
        ):
            cell.outputs = []
    notebook.metadata.pop("widgets", None)
    notebook.metadata.language_info = {"name": "python"}
    nbformat.write(notebook, path)


if __name__ == "__main__":
    _keep(NOTEBOOK)
