"""Sections of a posting: which heading opens which, whatever its company calls it."""

import re
from typing import Literal

from amjd.review.raw import Kind, Raw

Section = Literal[
    "head", "role", "duties", "required", "preferred", "measures", "pay", "benefits", "apply",
    "about", "equal", "other",
]  # fmt: skip

# The first that matches wins, so that preferred qualifications are no qualifications.
_NAMED: tuple[tuple[Section, str], ...] = (
    ("equal", r"equal|eeo|diversity|inclusion|accommodation"),
    ("preferred", r"preferred|a plus$|pluses|nice[ -]to[ -]have|desir|bonus points|advantage"),
    ("measures", r"measure|success metrics|metrics|kpis?\b|key performance|what success looks"),
    ("duties", r"responsibilit|what you('ll| will) (be )?do|duties|day[ -]to[ -]day"
               r"|essential functions"
               r"|what you'll be doing|your work|job description|in this role|you will:?$|key tasks"
               r"|the work$|your tasks"),
    ("benefits", r"benefit|perks|what we offer|why join|why work|we offer|what you('ll| will) get"),
    ("apply", r"^apply|how to apply|to apply|application|closing|what happens next|next steps"
              r"|interview process|deadline"),
    ("pay", r"^(the )?pay\b|salary|compensation|remuneration|on[- ]target|commission|wage"
            r"|total pay"),
    ("required", r"requirement|qualification|what you('ll)? bring|who you are|about you"
                 r"|must[- ]have"
                 r"|looking for|^skills|your (skills|profile|experience)|you have|experience"
                 r"|required|knowledge, skills|education"),
    ("about", r"^about (us|[a-z])|company profile|who we are|our (mission|story|company)|^why "
              r"|^what is"
              r"|company description|^company$"),
    ("role", r"(the|your) (role|job|position|opportunity)$|about the|summary|overview|purpose"
             r"|hand-over|training|^description$|^level$"),
)  # fmt: skip
_ABOUT_ROLE = re.compile(r"^about (the|this) (role|job|position|opportunity)")
_COMPILED = [(section, re.compile(words)) for section, words in _NAMED]
_LABEL = re.compile(r"([A-Za-z][A-Za-z /&'’_-]{1,34}):(?= ?\S)")
_MARKS = re.compile(r"[*_#:.!?]+$|^\W+")
_LABELS = ("pay", "benefits", "apply", "preferred", "measures", "required", "duties")


def named_section(words: str) -> Section | None:
    """Tell which section a heading opens; None for one that says nothing known."""
    name = _MARKS.sub("", words.lower().replace("’", "'").replace("_", " ")).strip()
    if _ABOUT_ROLE.match(name):
        return "role"
    return next((section for section, found in _COMPILED if found.search(name)), None)


def section_of(raw: Raw, open_: Section, level: int) -> tuple[Kind, Section, Section, int]:
    """Return a line's kind and section, and the section and level that are open behind it."""
    if not is_heading(raw):
        return raw.kind, _own(raw.text) or open_, open_, level
    named, depth = named_section(raw.text), raw.level or 4
    if raw.level == 1 and named is None:
        return "heading", "head", "head", depth
    if named is None and depth > level and open_ != "head":
        # A group within a section has a deeper heading, and belongs to it.
        return "heading", open_, open_, level
    section = named or "other"
    return "heading", section, section, depth


def is_heading(raw: Raw) -> bool:
    """Tell a heading by its marks, or by words that are known to be one."""
    if raw.kind == "heading":
        return True
    text = raw.text.strip()
    if len(text) > 70 or text.count(" ") > 9:
        return False
    if text.endswith(":") and raw.kind == "text":
        return True
    named = named_section(text)
    if text.endswith(":") or raw.is_loud:
        return named is not None or raw.kind == "text"
    is_short = text.count(" ") < 5 and not re.search(r"[.,;:$\d]", text)
    return named is not None and is_short and raw.kind == "text" and not text[:1].islower()


def _own(text: str) -> Section | None:
    """Tell the section of a line from its own label, as in `Salary: ...`."""
    label = _LABEL.match(text)
    named = named_section(label[1]) if label else None
    return named if named in _LABELS else None
