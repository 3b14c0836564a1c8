"""Tools that the job is done with, by name; languages and the company's products are none."""

import re

from amjd.review.posting import Posting, Words

_NAMES = (
    "salesforce", "sales force", "hubspot", "pipedrive", "zoho", "microsoft dynamics", "dynamics"
                                                                                       " 365",
    "zendesk", "intercom", "freshdesk", "gainsight", "totango", "churnzero", "vitally", "planhat",
    "outreach.io", "salesloft", "gong", "chorus", "zoominfo", "linkedin sales navigator",
    "sales navigator", "marketo", "pardot", "mailchimp", "klaviyo", "slack", "asana", "airtable",
    "trello", "jira", "confluence", "notion", "monday.com", "clickup", "basecamp", "smartsheet",
    "excel", "google sheets", "powerpoint", "google slides", "microsoft office", "ms office",
    "office 365", "microsoft 365", "google workspace", "google suite", "adobe creative suite",
    "adobe creative cloud", "canva", "google docs", "g suite", "gsuite", "google apps",
    "google calendar", "outlook", "microsoft teams", "zoom", "netsuite", "quickbooks", "sap",
    "oracle",
    "workday", "tableau", "looker", "power bi", "google analytics", "docusign", "stripe", "shopify",
    "servicenow", "close.io", "copper crm", "insightly", "sugarcrm", "shared spreadsheet",
    "xero", "freshsales", "applied epic", "ams360", "ezlynx", "act-on", "wordpress", "figma",
    "calendly", "loom", "miro", "mixpanel", "amplitude", "segment.com", "snowflake", "bullhorn",
)  # fmt: skip
_WORD = r"\bword(?=, excel|,? (?:and )?powerpoint)|\bgit\b"
_CRM = r"\bcrm(?: (?:system|software|tool|platform|database)s?)?\b"
_TOOLS = re.compile(
    "|".join(rf"\b{re.escape(name)}(?!\w| of )" for name in _NAMES) + f"|{_WORD}|{_CRM}"
)
_ROW = re.compile(r"^(?:tools|software|systems): (?P<row>[^\n]{2,200})", re.M)
_NO_TOOL = re.compile(r"\b(?:oracle|sap|zoom|slack|excel|notion|outlook|copper|miro|loom)\b")
_VERB = re.compile(r"(?:to|you|will|must|can|consistently|also) \Z")
_JOB_OF_TOOL = re.compile(r"^ (?:consult|partner|customer|client|interview|call|meeting|in\b|at\b)")
_INTEREST = re.compile(r"interest in \Z|has \Z|provider of \Z")


def tools(posting: Posting) -> list[Words]:
    """Find the tools, each once; `crm` alone counts where no product is named."""
    row = _ROW.search(posting.low)
    if row and not _TOOLS.search(row["row"]):
        return [Words(*row.span("row"))]
    found = [one for one in posting.hits(_TOOLS) if _is_tool(posting, one)]
    products = [one for one in found if not posting.low.startswith("crm", one.start)]
    once = {posting.low[one.start : one.end]: one for one in reversed(products or found[:1])}
    return sorted(once.values())


def _is_tool(posting: Posting, words: Words) -> bool:
    line = posting.line(words.start)
    if line.section in ("about", "equal", "benefits"):
        return False
    before = posting.low[max(line.start, words.start - 16) : words.start]
    after = posting.low[words.end : min(line.end, words.end + 16)]
    said = posting.low[words.start : words.end]
    # Common words: a company excels, gives an outlook, has a notion, and interviews are on Zoom.
    is_verb = _VERB.search(before) or re.match(r" (?:in|at|interview|call)\b", after)
    is_listed = posting.text[words.start].isupper() or before.endswith("word, ")
    if _NO_TOOL.fullmatch(said) and (is_verb or not is_listed):
        return False
    if said in ("zoom", "slack") and (
        line.section == "apply" or re.search("interview|demo|call", before + after)
    ):
        return False
    return not (said.startswith("crm") and (_INTEREST.search(before) or _JOB_OF_TOOL.match(after)))
