"""What job boards and web sites put around a posting, which is none of it."""

import re

from amjd.text.patterns import compile_later

_AROUND = compile_later(
    r"(?:skip to (?:main )?content|(?:main )?menu|home|sign in|log ?in|join now|register"
    r"|search(?: jobs)?|share|(?:share|save|print|report|email|bookmark) (?:this )?job|save"
    r"|back to (?:all )?(?:jobs|search|results).{0,20}|apply now|easy apply"
    r"|apply on company (?:web)?site|see who .{0,40}|be among the first .{0,40}"
    r"|(?:over |more than )?\d+ applicants|posted \d+\+? (?:days?|weeks?|months?|hours?) ago"
    r"|show (?:more|less)|(?:accept|reject|allow|manage)(?: all)?(?: cookies)?"
    r"|(?:cookie|privacy) (?:settings|preferences|policy)|.{0,80}\b(?:we|this (?:web)?site"
    r"|our partners) uses? cookies\b.{0,300}|by (?:clicking|continuing).{0,300}cookies.{0,200}"
    r"|get (?:job )?alerts?.{0,60}|create (?:a )?job alert.{0,40}|follow|follow us|©.{0,120}"
    r"|pulled from the full job description"
    r"|here's how the job (?:details|qualifications) align with your .{0,40}"
    r"|all rights reserved\.?|(?:key ?words|tags|search terms|hashtags): .{0,400})",
    re.IGNORECASE | re.DOTALL,
)
_NEXT = compile_later(
    r"(?:similar|related|more|recommended|other|featured|suggested) (?:jobs|openings|positions"
    r"|roles|searches)\b.{0,60}|(?:jobs|people) (?:you may be interested in"
    r"|also (?:viewed|applied|searched)).{0,40}|you may also like.{0,40}"
    r"|more (?:jobs )?from this (?:employer|company).{0,20}",
    re.IGNORECASE,
)


def is_around(text: str) -> bool:
    """Whether a line is a site's own, such as a button's or a cookie banner's."""
    return len(text) < 500 and _AROUND.fullmatch(text.strip(" *#|·•-:")) is not None


def is_next(text: str) -> bool:
    """Whether other postings follow, whose pay and tools are none of this one's."""
    return len(text) < 200 and _NEXT.fullmatch(text.strip(" *#|·•-:")) is not None
