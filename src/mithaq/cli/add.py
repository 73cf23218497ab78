"""`mithaq add`: documents into a register."""

from __future__ import annotations

from pathlib import Path

from mithaq.cli.conditions import NEW_REGISTER
from mithaq.cli.inputs import (
    ALIASES,
    ALLOW_PRIVATE,
    COLUMN,
    ENCODING,
    HOME,
    LANG,
    OFFICES,
    PAGES,
    PATHS,
    PUBLISHED,
    SOURCE,
    SOURCES,
)
from mithaq.cli.rejects import REJECTS


def add(
    paths: list[str] = PATHS,
    register: str = NEW_REGISTER,
    home: str | None = HOME,
    published: str | None = PUBLISHED,
    lang: str | None = LANG,
    source: str | None = SOURCE,
    encoding: str | None = ENCODING,
    offices: Path | None = OFFICES,
    aliases: Path | None = ALIASES,
    sources: Path | None = SOURCES,
    column: list[str] | None = COLUMN,
    pages: bool = PAGES,
    allow_private: bool = ALLOW_PRIVATE,
    rejects: Path | None = REJECTS,
) -> None:
    """Read documents and keep what they report in a register; a document that is there already changes nothing."""
    from mithaq.cli.inputs import open_documents
    from mithaq.cli.keep import AT_ONCE, keep_each, outlets_beside, shown_progress, tell_kept
    from mithaq.cli.rejects import Rejects
    from mithaq.register import Register
    from mithaq.sources import Defaults

    outlets = outlets_beside(register, sources)
    with (
        Rejects(rejects) as refused,
        Register.open(register, aliases=aliases) as opened,
    ):
        with shown_progress() as watch:
            items = open_documents(
                paths,
                defaults=Defaults(home=home, published=published, lang=lang, source=source),
                encoding=encoding,
                outlets=outlets,
                columns=column,
                pages=pages,
                allow_private=allow_private,
                watch=watch,
            )
            # What may keep one waiting, as a pipe or the net, is kept document by document.
            at_hand = all(Path(path).is_file() or Path(path).is_dir() for path in paths)
            counts = keep_each(items, opened, refused, offices=offices, at_once=AT_ONCE if at_hand else 1)
        engagements = opened.count()
    tell_kept(register, counts, refused.count, engagements)
