"""Companies: how one is spoken of, whatever its legal form."""

from amjd.answers.companies import spoken
from tables import table


@table(
    ("name", "said"),
    [
        ("Evergreen Shine Commercial Cleaning, LLC", "Evergreen Shine Commercial Cleaning"),
        ("Harrow Foods Inc.", "Harrow Foods"),
        ("harrow foods, inc", "harrow foods"),
        ("Quay Freight Co. Ltd.", "Quay Freight"),
        ("Quay Freight Pty Ltd", "Quay Freight"),
        ("Salzwiese Druck GmbH & Co. KG", "Salzwiese Druck"),
        ("Smith & Co.", "Smith & Co."),
        ("Zinc", "Zinc"),
        ("LLC", "LLC"),
        ("The Limited", "The Limited"),
        ("A Corporation", "A Corporation"),
        ("The Box Limited", "The Box"),
        ("Unlimited", "Unlimited"),
    ],
)
def test_the_legal_form_is_not_spoken(name, said):
    assert spoken(name) == said
