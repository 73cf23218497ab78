"""Documents come from files as they are, and what is no document is refused with file, line and remedy."""

from __future__ import annotations

import io
import json
import tracemalloc
from pathlib import Path
from types import SimpleNamespace

import pytest

from mithaq.errors import InputError, UsageError
from mithaq.records import Document
from mithaq.sources import LARGEST, Defaults, Reject, check, documents

TEXT = "استقبل وزير الداخلية، اليوم بالرباط، نظيره الإسباني."


def read(*paths: Path | str, **options: object) -> list[Document | Reject]:
    return list(documents(paths, **options))  # type: ignore[arg-type]


def write(path: Path, content: bytes | str) -> Path:
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


def only_reject(path: Path, **options: object) -> Reject:
    (item,) = read(path, **options)
    assert isinstance(item, Reject), item
    assert item.path == str(path)
    return item


def test_a_text_is_named_by_its_file(tmp_path: Path) -> None:
    assert read(write(tmp_path / "a.txt", TEXT)) == [Document(id="a.txt", text=TEXT)]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_marked_text_is_decoded(tmp_path: Path, encoding: str) -> None:
    assert read(write(tmp_path / "a.txt", TEXT.encode(encoding))) == [Document(id="a.txt", text=TEXT)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be"])
def test_lines_are_decoded(tmp_path: Path, encoding: str) -> None:
    lines = "\n".join(json.dumps({"id": str(n), "text": TEXT}, ensure_ascii=False) for n in range(3000))
    marked = ("\ufeff" if encoding == "utf-16-be" else "") + lines
    found = read(write(tmp_path / "a.jsonl", marked.encode(encoding)))
    assert [item.id for item in found] == [str(n) for n in range(3000)]
    assert {item.text for item in found if isinstance(item, Document)} == {TEXT}


def test_an_encoding_can_be_named(tmp_path: Path) -> None:
    text = write(tmp_path / "a.txt", TEXT.encode("cp1256"))
    lines = write(
        tmp_path / "b.jsonl", json.dumps({"id": "b", "text": TEXT}, ensure_ascii=False).encode("cp1256")
    )
    found = read(text, lines, encoding="cp1256")
    assert found == [Document(id="a.txt", text=TEXT), Document(id="b", text=TEXT)]


def test_an_encoding_that_is_none_is_bad_usage(tmp_path: Path) -> None:
    for name in ("klingon", "hex"):
        with pytest.raises(UsageError, match="--encoding"):
            documents([tmp_path], encoding=name)


def test_a_folder_is_read_in_order_and_in_depth(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    write(tmp_path / "b" / "1.txt", TEXT)
    write(tmp_path / "a.txt", TEXT)
    write(tmp_path / "c.json", json.dumps({"text": TEXT, "title": "خبر"}))
    write(tmp_path / "d.jsonl", json.dumps({"text": TEXT}) + "\n\n" + json.dumps({"text": TEXT}))
    write(tmp_path / "picture.png", b"\x89PNG")
    write(tmp_path / ".git" / "x.txt", TEXT)
    assert [item.id for item in read(tmp_path)] == ["a.txt", "c.json", "d.jsonl#1", "d.jsonl#3", "b/1.txt"]


def test_a_folder_without_texts_is_told(tmp_path: Path) -> None:
    assert "found none" in only_reject(tmp_path).message


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", TEXT)
    assert len(read(path, tmp_path, path)) == 1


def test_defaults_fill_what_is_left_out(tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.jsonl", json.dumps({"text": TEXT}) + "\n" + json.dumps({"text": TEXT, "home": "EGY"})
    )
    first, second = read(path, defaults=Defaults(home="MAR", published="2024-12-31", lang="ar", source="x"))
    assert first == Document(
        id="a.jsonl#1", text=TEXT, home="MAR", published="2024-12-31", lang="ar", source="x"
    )
    assert isinstance(second, Document)
    assert second.home == "EGY"


@pytest.mark.parametrize(
    "defaults", [Defaults(home="Morocco"), Defaults(published="yesterday"), Defaults(lang="?")]
)
def test_a_default_that_is_none_is_bad_usage(tmp_path: Path, defaults: Defaults) -> None:
    with pytest.raises(UsageError, match="^--"):
        documents([tmp_path], defaults=defaults)


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(TEXT.encode())))
    assert read("-") == [Document(id="stdin", text=TEXT)]
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b'{"text": "Rabat"}\n{"text": 5}')))
    found = read("-", lines=True)
    assert found[0] == Document(id="stdin#1", text="Rabat")
    assert str(found[1]).startswith("standard input:2: expected a string as `text`")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "an empty file"),
        (b" \n\t\n", "only white space"),
        (b"\xef\xbb\xbf", "found nothing"),
        ("\u064e\u064f\u0651\u0640".encode(), "only signs, marks or white space"),
        ("\u202e\u202c".encode(), "only signs, marks or white space"),
        (b"123 456", "only signs, marks or white space"),
        (TEXT.encode("cp1256"), "iconv -f cp1256 -t utf-8"),
        (("a\n" + TEXT).encode()[:-3] + b"\xff\xff", "(line 2)"),
        (TEXT.encode("utf-16-le"), "--encoding utf-16-le"),
        (TEXT.encode("utf-16-be"), "--encoding utf-16-be"),
        (b"\x7fELF\x02\x01\x01" + bytes(200), "U+007F"),
        (b"Rabat\x00 and Madrid met", "U+0000 at character 5"),
        (b"Rabat\nand\x07 Madrid", "U+0007 at character 9 (line 2 of it)"),
        ("Rabat \x9a".encode(), "U+009A"),
        (b"\xff\xfeR\x00a", "expected UTF-16"),
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, content: bytes, says: str) -> None:
    assert says in only_reject(write(tmp_path / "a.txt", content)).message


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (b"{", "expected JSON"),
        (b"not json", "expected JSON"),
        (b"[1, 2]", "found a list"),
        (b'"text"', "found a string"),
        (b"null", "found null"),
        (b"17", "found a number"),
        (b"{}", "a field `text`, found none"),
        (b'{"id": "x"}', "a field `text`, found none"),
        (b'{"text": null}', "found null"),
        (b'{"text": 5}', "found a number"),
        (b'{"text": ["a"]}', "found a list"),
        (b'{"text": ""}', "found nothing"),
        (b'{"text": "a", "title": 5}', "a string as `title`"),
        (b'{"text": "a", "id": 1.5}', "a string as `id`"),
        (b'{"text": "a", "id": true}', "a string as `id`"),
        (b'{"text": "a", "published": "31/12/2024"}', "found '31/12/2024'"),
        (b'{"text": "a", "published": "2023-02-29"}', "found '2023-02-29'"),
        (b'{"text": "a", "published": "20240101"}', "found '20240101'"),
        (b'{"text": "a", "published": "2024-01-01T10:00"}', "a day such as 2024-12-31"),
        ('{"text": "a", "published": "٢٠٢٤-٠١-٠١"}'.encode(), "a day such as 2024-12-31"),
        (b'{"text": "a", "published": "0224-01-01"}', "found '0224-01-01'"),
        (b'{"text": "a", "published": 2024}', "a string as `published`"),
        (b'{"text": "a", "home": "Morocco"}', "a country code of three letters"),
        (b'{"text": "a", "home": "mar"}', "a country code of three letters"),
        (b'{"text": "a", "lang": "Arabic!"}', "a language code"),
        (b'{"text": "a\\ud800b"}', "surrogate"),
        (b'{"text": "a\\udc00b"}', "surrogate"),
        (b'{"text": "a\xed\xa0\x80b"}', "expected UTF-8"),
        (b'{"text": "a\\u0000b"}', "U+0000"),
        (b'{"text": "a\x00b"}', "expected JSON"),
        (b'{"text": "a", "title": "\\u0007"}', "U+0007"),
        (b'{"text": "\xc7\xd3"}', "iconv -f cp1256"),
        (b'{"a":' * 20000, "expected"),
        (b'{"text": "Rabat"}\x00', "expected JSON"),
    ],
)
def test_a_line_that_is_no_document_is_refused_alone(tmp_path: Path, line: bytes, says: str) -> None:
    good = json.dumps({"id": "good", "text": TEXT}).encode()
    path = write(
        tmp_path / "a.jsonl", json.dumps({"id": "first", "text": TEXT}).encode() + b"\n" + line + b"\n" + good
    )
    first, refused, last = read(path)
    assert isinstance(first, Document)
    assert isinstance(last, Document)
    assert isinstance(refused, Reject)
    assert (refused.path, refused.line) == (str(path), 2)
    assert says in refused.message
    assert str(refused).startswith(f"{path}:2: expected ")


def test_a_refused_document_keeps_its_id(tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.jsonl",
        '{"id": "x", "text": 5}\n{"id": 17, "text": 5}\n{"text": 5}\n{"id": [], "text": "a"}',
    )
    assert [item.id for item in read(path)] == ["x", "17", "a.jsonl#3", "a.jsonl#4"]


def test_a_repeated_id_is_refused_and_the_first_kept(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", '{"id": "x", "text": "one"}\n{"id": "x", "text": "two"}\n')
    first, second = read(path)
    assert first == Document(id="x", text="one")
    assert isinstance(second, Reject)
    assert "'x' again" in second.message
    assert second.id == "a.jsonl#2"


def test_bidi_controls_are_text(tmp_path: Path) -> None:
    assert read(write(tmp_path / "a.txt", "\u202e" + TEXT + "\u202c")) == [
        Document(id="a.txt", text=f"\u202e{TEXT}\u202c")
    ]


def test_a_json_file_is_one_document(tmp_path: Path) -> None:
    assert read(write(tmp_path / "a.json", json.dumps({"text": TEXT}, indent=1))) == [
        Document(id="a.json", text=TEXT)
    ]
    assert "found a list" in only_reject(write(tmp_path / "b.json", "[]")).message


def test_an_empty_lines_file_is_told(tmp_path: Path) -> None:
    assert "an empty file" in only_reject(write(tmp_path / "a.jsonl", b"")).message
    assert "an empty file" in only_reject(write(tmp_path / "b.jsonl", b"\n\n")).message


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert "no such file" in only_reject(tmp_path / "nothing.txt").message


def test_an_ending_in_the_middle_of_utf16_is_told(tmp_path: Path) -> None:
    found = read(write(tmp_path / "a.jsonl", '{"text": "Rabat"}\n'.encode("utf-16") + b"\x00\xdc\x00"))
    assert isinstance(found[0], Document)
    assert "expected UTF-16" in str(found[1])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_line_of_50_mb_is_refused_in_little_memory(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.jsonl"
    with path.open("w", encoding=encoding) as stream:
        stream.write('{"id": "a", "text": "Rabat"}\n{"id": "b", "text": "')
        for _ in range(50):
            stream.write("x" * 1_000_000)
        stream.write('"}\n{"id": "c", "text": "Madrid"}\n')
    tracemalloc.start()
    first, refused, last = read(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (first.id, last.id) == ("a", "c")
    assert isinstance(refused, Reject)
    assert refused.line == 2
    assert "at most 20 MB" in refused.message
    assert peak < 5 * LARGEST


def test_a_text_of_50_mb_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"word " * 10_000_000)
    assert "at most 20 MB" in only_reject(path).message


def test_a_document_in_memory_is_checked_alike() -> None:
    check(Document(text=TEXT, published="2024-12-31", home="MAR"))
    with pytest.raises(InputError, match="surrogate"):
        check(Document(text="a\ud800"))
    with pytest.raises(InputError, match="words in `text`"):
        check(Document(text="\u064e"))
