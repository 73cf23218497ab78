"""`mithaq add` and `mithaq feeds update` on files and a real server: once, again, after changes, with faults."""

from __future__ import annotations

import json
import re
import shlex
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "sources"))
from makers import feed, page, pdf
from serving import Server, serve

from mithaq import Document

Run = Callable[..., Any]
TEXT = "استقبل وزير الداخلية المغربي، أمس بالرباط، وزير الداخلية الإسباني."
OTHER = "استقبل وزير الخارجية المصري، أمس بالقاهرة، وزير الخارجية الفرنسي."


def document(name: str, text: str = TEXT) -> Document:
    return Document(id=name, text=text, title="لقاء في العاصمة", published="2024-09-20")


@pytest.fixture
def server() -> Iterator[Server]:
    with serve() as serving:
        yield serving


def engagements(mithaq: Run, register: Path) -> list[dict[str, Any]]:
    return [
        json.loads(line) for line in mithaq("engagements", "--register", register, "--jsonl").out.splitlines()
    ]


def test_a_page_and_a_pdf_by_address(mithaq: Run, tmp_path: Path, server: Server) -> None:
    one = server.has("/a", page(document("a")))
    two = server.has("/b.pdf", pdf(document("b")), "application/pdf")
    register = tmp_path / "r.sqlite"
    done = mithaq(
        "add",
        one,
        two,
        "--register",
        register,
        "--allow-private",
        "--home",
        "MAR",
        "--published",
        "2024-09-20",
    )
    assert (done.code, done.err) == (0, "")
    assert "2 added" in done.out
    (found,) = engagements(mithaq, register)
    assert found["documents"] == [one, two]
    again = mithaq(
        "add",
        one,
        two,
        "--register",
        register,
        "--allow-private",
        "--home",
        "MAR",
        "--published",
        "2024-09-20",
    )
    assert "0 added, 2 unchanged" in again.out


def test_private_addresses_need_the_flag(mithaq: Run, server: Server) -> None:
    done = mithaq("read", server.has("/a", page(document("a"))))
    assert done.code == 2
    assert "add --allow-private" in done.err
    assert server.requests == []


def test_rejects_go_to_a_file(mithaq: Run, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "in" / "b.pdf").write_bytes(b"no")
    (tmp_path / "in" / "c.csv").write_text(f"text\n{TEXT}\n\x00x\n", "utf-8")
    table = tmp_path / "rejects.tsv"
    done = mithaq("add", tmp_path / "in", "--register", tmp_path / "r.sqlite", "--rejects", table)
    assert done.code == 2
    assert done.err == f"mithaq: 2 refused; {table} tells which and why\n"
    assert "2 added" in done.out
    head, *rows = (line.split("\t") for line in table.read_text("utf-8").splitlines())
    assert head == ["path", "line", "id", "reason"]
    assert [(Path(path).name, line, name) for path, line, name, _ in rows] == [
        ("b.pdf", "", "b.pdf"),
        ("c.csv", "3", "c.csv#3"),
    ]


def test_columns_are_named(mithaq: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"body;day\n{TEXT};2024-09-20 10:00\n", "utf-8")
    done = mithaq("read", path, "--json", "--column", "text=body", "--column", "published=day")
    assert json.loads(done.out)["events"][0]["when"] == "2024-09-19~"
    assert "--column text=NAME" in mithaq("read", path).err
    assert "expected FIELD=NAME" in mithaq("read", path, "--column", "body").err


def sources(folder: Path, server: Server, more: str = "") -> Path:
    path = folder / "sources.toml"
    path.write_text(
        f'[[source]]\nname = "The paper"\ncountry = "MAR"\nfeed = "{server.address}/rss"\npause = 0\n{more}',
        "utf-8",
    )
    return path


def update(mithaq: Run, folder: Path, *more: str) -> Any:
    return mithaq("feeds", "update", "--register", folder / "r.sqlite", "--allow-private", *more)


def test_feeds_are_read_as_they_change(mithaq: Run, tmp_path: Path, server: Server) -> None:
    sources(tmp_path, server)
    server.has("/rss", feed(document("1")), "application/rss+xml", ETag='"1"')
    first = update(mithaq, tmp_path)
    assert (first.code, first.err) == (0, "")
    assert "feeds: 1 read, 0 unchanged, 0 failed" in first.out
    assert "1 added" in first.out
    assert "feeds: 0 read, 1 unchanged" in update(mithaq, tmp_path).out
    server.has("/rss", feed(document("2", OTHER), document("1")), "application/rss+xml", ETag='"2"')
    assert "1 added, 0 unchanged" in update(mithaq, tmp_path).out
    assert len(engagements(mithaq, tmp_path / "r.sqlite")) == 2
    (tmp_path / "r.sqlite").unlink()
    assert "2 added" in update(mithaq, tmp_path).out


def test_a_feed_that_fails_leaves_the_others(mithaq: Run, tmp_path: Path, server: Server) -> None:
    sources(tmp_path, server, f'[[source]]\nname = "Other"\npause = 0\nfeed = "{server.address}/gone"\n')
    server.has("/rss", feed(document("1")), "application/rss+xml", ETag='"1"')
    done = update(mithaq, tmp_path)
    assert done.code == 2
    assert "1 read, 0 unchanged, 1 failed" in done.out
    assert f"{server.address}/gone: expected a page, found that the server answers 404" in done.err


def test_pages_of_summaries_are_fetched_once(mithaq: Run, tmp_path: Path, server: Server) -> None:
    sources(tmp_path, server, "pages = true\n")
    short = "<rss><channel><title>x</title>{}</channel></rss>"
    items = "".join(
        f"<item><title>Talks</title><link>{server.address}/{n}</link><description>In short.</description></item>"
        for n in (1, 2)
    )
    server.has("/rss", short.format(items).encode(), "application/rss+xml", ETag='"1"')
    server.has("/1", page(document("1")))
    done = update(mithaq, tmp_path)
    assert done.code == 2  # the second is not there yet: the feed is asked for in full again
    assert "1 added" in done.out
    server.has("/2", page(document("2", OTHER)))
    done = update(mithaq, tmp_path)
    assert (done.code, done.err) == (0, "")
    assert "1 added, 0 unchanged" in done.out
    assert server.paths.count("/1") == 1
    assert "1 unchanged" in update(mithaq, tmp_path).out


def test_feeds_without_sources_are_bad_usage(mithaq: Run, tmp_path: Path) -> None:
    done = update(mithaq, tmp_path)
    assert (done.code, done.out) == (2, "")
    assert "expected a sources.toml beside the register" in done.err
    assert not (tmp_path / "r.sqlite").exists()


def test_the_commands_of_the_page_run(
    mithaq: Run, tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those of docs/sources.md, in a folder that has what they speak of; only the server's address is private here."""
    text = (Path(__file__).parents[2] / "docs" / "sources.md").read_text("utf-8")
    lines = [
        line
        for block in re.findall(r"^```sh\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
        for line in block.splitlines()
    ]
    (outlets,) = re.findall(r"^```toml\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    (tmp_path / "folder").mkdir()
    (tmp_path / "article.txt").write_text(TEXT, "utf-8")
    (tmp_path / "article.pdf").write_bytes(pdf(document("a")))
    (tmp_path / "folder" / "page.html").write_bytes(page(document("b")))
    feeds = outlets.replace("https://harbour.example", server.address).replace("pause = 5", "pause = 0")
    (tmp_path / "sources.toml").write_text(feeds, "utf-8")
    server.has("/rss", feed(document("1")), "application/rss+xml")
    monkeypatch.chdir(tmp_path)
    assert len(lines) == 4
    for line in lines:
        words = shlex.split(line)
        stdin = TEXT if "|" in words else ""
        private = ("--allow-private",) if "feeds" in words else ()
        done = mithaq(*words[words.index("mithaq") + 1 :], *private, stdin=stdin)
        assert (done.code, done.err) == (0, ""), line
