"""A JobPosting of schema.org, as Google's rules for job search have it (November 2026).

A property stands here only if the posting says the same; an answer that is open is no data. The
postal address alone is for search engines, and the country that the regions of the work tell.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from amjd.documents.draft import Drafted
from amjd.formats.job_posting.description import description
from amjd.formats.job_posting.location import applicants, is_known, is_remote, job_location
from amjd.formats.job_posting.pay import base_salary, incentives
from amjd.formats.job_posting.requirements import education, experience
from amjd.formats.job_posting.said import Said

Data = Mapping[str, Any]

_EMPLOYMENT = {
    "full-time": "FULL_TIME",
    "part-time": "PART_TIME",
    "contract": "CONTRACTOR",
    "temporary": "TEMPORARY",
}
# Signs that could end the script element in which the data stand, or a line of an old script.
_UNSAFE = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def write(drafted: Drafted) -> bytes:
    """Write the data as a file."""
    return (json_ld(drafted) + "\n").encode()


def json_ld(drafted: Drafted) -> str:
    """Write the data as JSON that is safe inside a script element of an HTML page."""
    return json.dumps(job_posting(drafted), indent=2, ensure_ascii=False).translate(_UNSAFE)


def job_posting(drafted: Drafted) -> Data:
    """Say what a posting says as a JobPosting; what it does not say has no property."""
    said = Said(drafted)
    found = {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": said.title,
        "description": description(drafted.document),
        "datePosted": str(drafted.posted or ""),
        "validThrough": _valid_through(said),
        "hiringOrganization": _organization(said),
        **_of_the_place(said),
        "employmentType": _EMPLOYMENT.get(said.text("role.employment"), ""),
        "baseSalary": base_salary(said),
        "incentiveCompensation": incentives(said),
        "jobBenefits": said.texts("pay.benefits"),
        **_of_the_person(said),
        **_of_the_work(said),
        **_of_applying(said),
    }
    return {name: value for name, value in found.items() if value}


def _valid_through(said: Said) -> str:
    """Name the last day to apply; who reads applications as they come has none."""
    deadline = said.answer("apply.deadline")
    return str(deadline.day) if deadline and deadline.day else ""


def _organization(said: Said) -> Data:
    name = said.text("company.name")
    return {"@type": "Organization", "name": name} if name else {}


def _of_the_place(said: Said) -> Data:
    return {
        "jobLocation": job_location(said),
        "jobLocationType": "TELECOMMUTE" if is_remote(said) and applicants(said) else "",
        "applicantLocationRequirements": applicants(said) if is_remote(said) else [],
    }


def _of_the_person(said: Said) -> Data:
    """Say who is looked for; Google takes experience for a degree only where both are named."""
    asked = {"experienceRequirements": experience(said), "educationRequirements": education(said)}
    return {
        **asked,
        # A posting prints every degree with "or the same learned at work".
        "experienceInPlaceOfEducation": all(asked.values()),
        "qualifications": said.bullets("needs"),
        "skills": [
            *said.texts("role.languages"), *said.texts("tools.crm"), *said.texts("tools.others"),
        ],
    }  # fmt: skip


def _of_the_work(said: Said) -> Data:
    return {
        "responsibilities": said.bullets("duties"),
        "industry": said.text("company.industry"),
        "workHours": said.text("role.hours"),
        "jobStartDate": said.day("role.start"),
    }


def _of_applying(said: Said) -> Data:
    """Say how to apply: on the page itself, where the answers say so, or with whom."""
    contact = {
        "name": said.text("apply.contact"),
        "email": said.text("apply.email"),
        "telephone": said.text("apply.phone"),
        "url": said.text("apply.url"),
    }
    given = {name: text for name, text in contact.items() if text}
    return {
        "directApply": said.drafted.answers.apply.here is True,
        "applicationContact": {"@type": "ContactPoint", **given} if given else {},
    }


def remarks(drafted: Drafted) -> Iterator[str]:
    """Say what keeps search engines from taking the data."""
    said = Said(drafted)
    if said.is_unfinished:
        yield "what stands in brackets is no data for search engines: settle it before you post"
    if not is_known(said) and said.text("role.location"):
        lost = "from where the work may be done" if is_remote(said) else "where the work is"
        yield (
            "role.location names no country, and role.regions names none or several: without one"
            f" search engines do not know {lost}"
        )
