"""Companies: how one is spoken of, whatever its legal form."""

from amjd.answers.names.companies import spoken
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
        ("Quay Freight Co., Ltd.", "Quay Freight"),
        ("Vayutek Cooling Systems Pvt. Ltd.", "Vayutek Cooling Systems"),
        ("Vayutek Cooling Systems Private Limited", "Vayutek Cooling Systems"),
        ("Vayutek Cooling Systems (P) Ltd", "Vayutek Cooling Systems"),
        ("Umhlanga Rapid Guarding (Pty) Ltd", "Umhlanga Rapid Guarding"),
        ("Umhlanga Rapid Guarding Proprietary Limited", "Umhlanga Rapid Guarding"),
        ("Kaya Fresh Pte. Ltd.", "Kaya Fresh"),
        ("Kaya Fresh Sdn. Bhd.", "Kaya Fresh"),
        ("Nordtal AG & Co. KGaA", "Nordtal"),
        ("Nordtal AG", "Nordtal"),
        ("Forno S.r.l.", "Forno"),
        ("Forno S. r. l.", "Forno"),
        ("Forno S.p.A.", "Forno"),
        ("Wisła Serwis Sp. z o.o.", "Wisła Serwis"),
        ("Trigo, S.A. de C.V.", "Trigo"),
        ("Havn A/S", "Havn"),
        ("Vltava s.r.o.", "Vltava"),
        ("Marsh Tools plc", "Marsh Tools"),
        ("Sunrise Day Spa", "Sunrise Day Spa"),
        ("Coutts Private", "Coutts Private"),
        ("Smith & Co. Ltd", "Smith & Co."),
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
