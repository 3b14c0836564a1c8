"""A JobPosting of schema.org, as Google's rules for job search have it (November 2026).

A property stands here only if the posting says the same; an answer that is open is no data. The
postal address alone is for search engines, and the country that the regions of the work tell.
"""

import json
from collections.abc import Iterator

from amjd.documents.draft import Drafted
from amjd.formats.format import Write
from amjd.formats.job_posting.description import description
from amjd.formats.job_posting.location import applicants, is_known, is_remote, job_location
from amjd.formats.job_posting.pay import base_salary, incentives
from amjd.formats.job_posting.requirements import education, experience
from amjd.formats.job_posting.stated import Data, Stated

_EMPLOYMENT = {
    "full-time": "FULL_TIME",
    "part-time": "PART_TIME",
    "contract": "CONTRACTOR",
    "temporary": "TEMPORARY",
}
# The languages that are spoken, and the tools that the work is done with.
_SKILLS = ("role.languages", "tools.crm", "tools.others")
# Signs that could end the script element in which the data stand, or a line of an old script.
_UNSAFE = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def writer() -> Write:
    """Give what writes the data."""
    return write


def write(drafted: Drafted) -> bytes:
    """Write the data as a file."""
    return (json_ld(drafted) + "\n").encode()


def json_ld(drafted: Drafted) -> str:
    """Write the data as JSON that is safe inside a script element of an HTML page."""
    return json.dumps(job_posting(drafted), indent=2, ensure_ascii=False).translate(_UNSAFE)


def job_posting(drafted: Drafted) -> Data:
    """Say what a posting says as a JobPosting; what it does not say has no property."""
    stated = Stated(drafted)
    found = {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": stated.title,
        "description": description(drafted.document),
        "datePosted": str(drafted.posted or ""),
        "validThrough": _valid_through(stated),
        "hiringOrganization": _organization(stated),
        **_of_the_place(stated),
        "employmentType": _EMPLOYMENT.get(stated.text("role.employment"), ""),
        "baseSalary": base_salary(stated),
        "incentiveCompensation": incentives(stated),
        "jobBenefits": stated.texts("pay.benefits"),
        **_of_the_person(stated),
        **_of_the_work(stated),
        **_of_applying(stated),
    }
    return {name: value for name, value in found.items() if value}


def _valid_through(stated: Stated) -> str:
    """Name the last day to apply; who reads applications as they come has none."""
    deadline = stated.answer("apply.deadline")
    return str(deadline.day) if deadline and deadline.day else ""


def _organization(stated: Stated) -> Data:
    name = stated.text("company.name")
    return {"@type": "Organization", "name": name} if name else {}


def _of_the_place(stated: Stated) -> Data:
    areas = applicants(stated) if is_remote(stated) else []
    return {
        "jobLocation": job_location(stated),
        "jobLocationType": "TELECOMMUTE" if areas else "",
        "applicantLocationRequirements": areas,
    }


def _of_the_person(stated: Stated) -> Data:
    """Say who is looked for; Google takes experience for a degree only where both are named."""
    asked = {
        "experienceRequirements": experience(stated),
        "educationRequirements": education(stated),
    }
    return {
        **asked,
        # A posting prints every degree with "or the same learned at work".
        "experienceInPlaceOfEducation": all(asked.values()),
        "qualifications": stated.bullets("needs"),
        "skills": [text for field in _SKILLS for text in stated.texts(field)],
    }


def _of_the_work(stated: Stated) -> Data:
    return {
        "responsibilities": stated.bullets("duties"),
        "industry": stated.text("company.industry"),
        "workHours": stated.text("role.hours"),
        "jobStartDate": stated.day("role.start"),
    }


def _of_applying(stated: Stated) -> Data:
    """Say how to apply: on the page itself, where the answers say so, or with whom."""
    contact = {
        "name": stated.text("apply.contact"),
        "email": stated.text("apply.email"),
        "telephone": stated.text("apply.phone"),
        "url": stated.text("apply.url"),
    }
    given = {name: text for name, text in contact.items() if text}
    return {
        "directApply": stated.drafted.answers.apply.here is True,
        "applicationContact": {"@type": "ContactPoint", **given} if given else {},
    }


def remarks(drafted: Drafted) -> Iterator[str]:
    """Say what keeps search engines from taking the data."""
    stated = Stated(drafted)
    if stated.is_unfinished:
        yield "what stands in brackets is no data for search engines: settle it before you post"
    if not is_known(stated) and stated.text("role.location"):
        lost = "from where the work may be done" if is_remote(stated) else "where the work is"
        yield (
            "role.location names no country, and role.regions names none or several: without one"
            f" search engines do not know {lost}"
        )
