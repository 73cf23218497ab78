"""The text of HTML as a person sees it, a paragraph a line, without weighing what of it matters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from mithaq.errors import InputError

_UNSEEN = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "head",
        "title",
        "iframe",
        "object",
        "embed",
        "svg",
        "math",
        "form",
        "button",
        "select",
        "textarea",
    ]
)
_AROUND = frozenset(["nav", "header", "footer", "aside"])
"""What stands around an article and not in it."""

_WITHIN_A_LINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    ]
)


def parse_html(text: str) -> HtmlElement:
    """The tree of a page or of a piece of one.

    Raises:
        InputError: there is no tree to be had of it.
    """
    # Bytes in a named encoding: a declaration within the text would else be held against it.
    parser = HTMLParser(encoding="utf-8", huge_tree=False, remove_pis=True)
    try:
        return document_fromstring(text.encode("utf-8", "replace"), parser=parser, ensure_head_body=True)
    except (etree.ParserError, etree.LxmlError, AssertionError) as wrong:
        raise InputError(f"expected a page, found what has none: {wrong}; get it anew") from None


def fragment_text(markup: str) -> str:
    """The text of a piece of HTML; a text without any markup is given as it is."""
    if "<" not in markup and "&" not in markup:
        return markup
    return seen_text(parse_html(f"<div>{markup}</div>").find("body"))


def seen_text(tree: HtmlElement | None, *, leave: frozenset[str] = frozenset()) -> str:
    """The text of a tree, one paragraph a line; what stands in elements of the names `leave` is left out."""
    if tree is None:
        return ""
    lines = "".join(_pieces(tree, leave)).split("\n")
    return "\n".join(line for line in (_flowing(line).strip() for line in lines) if line)


def article_text(tree: HtmlElement) -> str:
    """The paragraphs of the article of a page; without any, its text, without what stands around it."""
    body = tree.find("body")
    roots = [*tree.iter("article"), *tree.iter("main")] or ([] if body is None else [body])
    root = max(roots, key=lambda element: len(element.text_content()), default=None)
    if root is None:
        return ""
    paragraphs = [
        text
        for element in root.iter("p")
        if not any(above.tag in _AROUND | _UNSEEN for above in element.iterancestors())
        and (text := seen_text(element))
    ]
    return "\n".join(paragraphs) or seen_text(root, leave=_AROUND)


def _pieces(element: HtmlElement, leave: frozenset[str]) -> Iterator[str]:
    """The text of an element in order, with line feeds where a block begins or ends."""
    walk = etree.iterwalk(element, events=("start", "end", "comment"))
    for event, node in walk:
        is_block = event != "comment" and node.tag not in _WITHIN_A_LINE
        if is_block:
            yield "\n"
        if event == "start":
            if node.tag in _UNSEEN or node.tag in leave:
                walk.skip_subtree()
            elif node.text:
                yield _flowing(node.text)
        elif node.tail and node is not element:
            yield _flowing(node.tail)


def _flowing(text: str) -> str:
    return re.sub(r"\s+", " ", text)
