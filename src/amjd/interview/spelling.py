"""Names that have a capital wherever they stand: of days, of feasts, of tools, and those told."""

import re
from collections.abc import Mapping

# May and march are words as well; so are sat and sun.
_DAYS = (
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Mondays",
    "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays", "Mon", "Tue", "Tues",
    "Wed", "Thu", "Thur", "Thurs", "Fri", "January", "February", "April", "June", "July", "August",
    "September", "October", "November", "December", "Christmas", "Easter", "Thanksgiving",
)  # fmt: skip
_TOOLS = (
    "QuickBooks", "HubSpot", "Salesforce", "Pipedrive", "Zoho", "Gmail", "Shopify", "Slack",
    "Jobber", "ServiceTitan", "Xero", "Zendesk", "Freshdesk", "Trello", "Asana", "Airtable",
    "Mailchimp", "Klaviyo", "NetSuite", "PowerPoint", "LinkedIn", "WhatsApp", "Dropbox", "DocuSign",
    "Calendly", "WordPress", "SharePoint", "Facebook", "Instagram", "Google", "Microsoft",
)  # fmt: skip
_PLACES = ("UK", "USA")
# Words in other places, names where tools are named.
_THERE = ("Outlook", "Excel", "Teams", "Word", "Zoom", "Notion", "Monday.com", "Square", "Sheets")


def spelled(text: str, known: Mapping[str, str], *, of_tools: bool) -> str:
    """Give the names in a text their capitals; `known` are more of them, by their small letters."""
    names = [*_DAYS, *_TOOLS, *_PLACES, *(_THERE if of_tools else ())]
    whole = {**{name.lower(): name for name in names}, **known}
    longest = sorted(map(re.escape, whole), key=len, reverse=True)
    # What holds a capital already was spelled so by somebody.
    return re.sub(rf"(?<![\w@./-])(?:{'|'.join(longest)})(?![\w@])(?!\.\w)",
                  lambda found: whole[found[0]], text)  # fmt: skip
