"""Feeds of outlets: what is new in them, into a register."""

from __future__ import annotations

from pathlib import Path

import typer

from mithaq.cli.conditions import NEW_REGISTER
from mithaq.cli.inputs import ALIASES, ALLOW_PRIVATE, OFFICES, PAGES, SOURCES
from mithaq.cli.rejects import REJECTS

STATE = typer.Option(
    None, "--state", metavar="JSON", help="Where to remember what was read; else beside the register."
)


def update(
    register: str = NEW_REGISTER,
    sources: Path | None = SOURCES,
    state: Path | None = STATE,
    pages: bool = PAGES,
    offices: Path | None = OFFICES,
    aliases: Path | None = ALIASES,
    allow_private: bool = ALLOW_PRIVATE,
    rejects: Path | None = REJECTS,
) -> None:
    """Read all feeds of `sources.toml` once, and keep what is new in them; for cron."""
    from mithaq.cli.keep import keep_each, outlets_beside, shown_progress, tell_kept
    from mithaq.cli.rejects import Rejects
    from mithaq.errors import InputError
    from mithaq.register import Register
    from mithaq.sources.fetch import Fetcher
    from mithaq.sources.subscriptions import Memory, Subscriptions

    outlets = outlets_beside(register, sources)
    if outlets is None:
        raise InputError("expected a sources.toml beside the register, found none; name one: --sources FILE")
    is_new = "://" not in register and not Path(register).exists()
    memory = Memory(state or Memory.path_of(register), is_new=is_new)
    fetcher = Fetcher(allow_private=allow_private)
    feeds = Subscriptions(outlets, fetcher, memory, pages=pages)
    with (
        Rejects(rejects) as refused,
        Register.open(register, aliases=aliases) as opened,
    ):
        with shown_progress() as watch:
            counts = keep_each(feeds.documents(watch), opened, refused, offices=offices, at_once=1)
        engagements = opened.count()
    print(f"{register}: feeds: {feeds.read} read, {feeds.unchanged} unchanged, {feeds.failed} failed")
    tell_kept(register, counts, refused.count, engagements)
