"""Going through the screens as somebody does who has a keyboard and reads Swedish."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from babel.messages.pofile import read_po

from tests.apps.browsing import Page

MOST_PRESSES = 200
_NAME = """() => {
  const element = document.activeElement;
  if (element === document.body) return "";
  const named = (element.getAttribute("aria-labelledby") ?? "").split(" ");
  const words = element.getAttribute("aria-label")
    ?? (named[0] ? named.map((id) => document.getElementById(id)?.textContent).join(" ") : "");
  return (words || element.labels?.[0]?.textContent || element.textContent).trim();
}"""
_TEXTS = """() => {
  const texts = [];
  const own = document.documentElement.lang;
  const ours = (node) => !node.closest("script, style, noscript, [hidden]")
    && node.closest("[lang]").lang === own;
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const { parentElement, data } = walk.currentNode;
    if (data.trim() && ours(parentElement)) texts.push(data.trim());
  }
  for (const node of document.querySelectorAll("[aria-label], [title], [placeholder], [alt]")) {
    for (const name of ["aria-label", "title", "placeholder", "alt"]) {
      if (node.hasAttribute(name) && ours(node)) texts.push(node.getAttribute(name));
    }
  }
  return [document.title, ...texts];
}"""


def focused(page: Page) -> str:
    """Return the accessible name of what has the focus."""
    return str(page.evaluate(_NAME))


def tab_to(page: Page, name: str | re.Pattern[str], *, key: str = "Tab") -> None:
    """Press Tab until what is called ``name`` has the focus.

    Raises
    ------
    AssertionError
        If it is not reached; it tells what was passed on the way.
    """
    wanted = name if isinstance(name, re.Pattern) else re.compile(re.escape(name) + r"\Z")
    passed: list[str] = []
    for _press in range(MOST_PRESSES):
        page.keyboard.press(key)
        passed.append(focused(page))
        if wanted.match(passed[-1]):
            return
    msg = f"{wanted.pattern!r} was not reached. Passed: {passed}"
    raise AssertionError(msg)


def finnish_left(page: Page) -> dict[str, str]:
    """Return Finnish messages of the catalogue that are on a Swedish page, with their places.

    Names of workshops are what people wrote, so they are not looked at.
    """
    titles = page.locator(".os-workshopcard h3, .os-title").all_text_contents()
    named = re.compile("|".join(map(re.escape, sorted(titles, key=len, reverse=True))) or "$^")
    texts = [named.sub("", text) for text in page.evaluate(_TEXTS)]
    return {message: text for message, pattern in _patterns() for text in _with(pattern, texts)}


def _with(pattern: re.Pattern[str], texts: Iterable[str]) -> list[str]:
    return [text for text in texts if pattern.search(text)][:1]


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the Finnish messages that differ from the Swedish ones, each with how it is found."""
    finnish, swedish = (_messages(language) for language in ("fi", "sv"))
    told = {}
    for key, message in finnish.items():
        parts = re.split(r"\{\w*\}", message)
        if message != swedish[key] and max(len(part.strip()) for part in parts) > 2:
            told[message] = r"(?<!\w)" + ".*".join(map(re.escape, parts)) + r"(?!\w)"
    return tuple((message, re.compile(pattern)) for message, pattern in told.items())


def _messages(language: str) -> dict[tuple[str, int], str]:
    path = files("toolkit") / "resources" / "locale" / language / "LC_MESSAGES" / "toolkit.po"
    with path.open("rb") as file:
        catalogue = read_po(file, locale=language)
    found = {}
    for message in catalogue:
        strings = (message.string,) if isinstance(message.string, str) else message.string
        first = message.id if isinstance(message.id, str) else message.id[0]
        found.update({(first, n): string for n, string in enumerate(strings) if first})
    return found
