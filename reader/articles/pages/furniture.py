"""What surrounds an article on its page: by the names of elements, and by what it says."""

from __future__ import annotations

import re

from reader.articles.pages.tree import Node

_TAGS = {
    "nav": 2,
    "footer": 2,
    "aside": 1,
    "figure": 1,
    "figcaption": 2,
    "dialog": 2,
    "menu": 1,
    "address": 1,
    "caption": 1,
    "form": 1,
}
_ROLES = {
    "navigation": 2,
    "banner": 1,
    "contentinfo": 2,
    "complementary": 1,
    "search": 2,
    "dialog": 2,
    "alert": 1,
    "menu": 2,
    "toolbar": 2,
    "tooltip": 2,
}

_SURE = frozenset(
    "comment comments disqus footer breadcrumb breadcrumbs related recommended recommendations"
    " recommendation recirc recirculation newsletter cookie cookies gdpr consent outbrain taboola"
    " caption captions legend legends tags taglist pagination share sharing social trending".split()
)
_LIKELY = frozenset(
    "foot reklama kommentarii podpiska menu nav navigation navbar sidebar widget promo promotion ad ads advert advertisement"
    " advertising adv banner sponsor sponsored subscribe subscription signup popup modal"
    " overlay byline author authors bio meta metadata credit credits credit copyright date dateline timestamp time"
    " published toolbar tools print rating vote poll survey login register search teaser teasers more readmore"
    " popular latest also carousel slideshow gallery player toc disclaimer legal hidden"
    " topics keywords socials sns follow donate donation feedback error err infobox cta related-links inline-promo".split()
)


_STEMS = re.compile(
    r"(?:related|similar|recommended|popular|latest|other|more|next|further|trending|featured)[-_]?"
    r"(?:posts?|articles?|links?|stor(?:y|ies)|content|news|items?|topics?|reads?|reading|box|list)(?![a-z])"
    r"|most[-_]?(?:read|popular|viewed|shared)|read[-_]?(?:more|next|also)|newsletter|breadcrumb|subscri(?:be|ption)"
    r"|share[-_]?(?:bar|buttons?|links?|tools?|this)|social[-_]?(?:media|bar|links?|buttons?|icons?)"
    r"|sign[-_]?up|recirc|outbrain|taboola|disqus|comment(?:s|list|form|area|section)(?![a-z])|cookie"
    r"|(?:caption|photo|image|img|media|picture)[-_]?(?:text|credit|source|copyright|caption|desc(?:ription)?|author)(?![a-z])"
    r"|(?:author|writer)[-_]?(?:bio|box|info|card)|(?:bread|foot|side)[-_]?(?:crumbs?|er|bar)(?![a-z])",
    re.IGNORECASE,
)


def certainty(node: Node) -> int:
    """Return how sure it is that an element is furniture: 0 not at all, 1 likely, 2 sure."""
    level = _TAGS.get(node.tag, 0)
    role = node.attrs.get("role")
    if role:
        level = max(level, _ROLES.get(role.lower(), 0))
    if node.attrs.get("aria-hidden") == "true":
        level = max(level, 1)
    if not node.words or node.tag in _WHOLE:
        return level
    # A live report calls its entries comments.
    if "live" in node.words and node.words & {"comment", "comments", "commentary"}:
        return level
    if node.words & _SURE or _STEMS.search(node.named()[:400]):
        return 2
    # Of a paragraph such a word tells a property, not what it is.
    if node.words & _LIKELY and not (node.tag == "p" and node.prose > 100):
        return max(level, 1)
    return level


_WHOLE = frozenset("html body main article".split())
