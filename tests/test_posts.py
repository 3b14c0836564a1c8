"""Posts that people hold: which text is one, and the article that it has in a sentence."""

from amjd.answers.fields import PERSONS
from amjd.answers.names.posts import by_name, own_name, own_post, with_article
from amjd.documents.document import Facts, text_of
from amjd.documents.draft import draft
from conftest import CATALOG, QUESTIONS, SHORT
from postings import lines_of
from tables import table


@table(
    "post",
    [
        "Sales Director", "sales director", "owner", "CEO", "Managing Director", "Team Lead",
        "Head of Sales", "VP Sales", "VP, Client Care", "Chief of Staff", "Depot Manager",
        "Regional Sales Manager (North)", "Sales and Marketing Director", "Founder & CEO",
        "owner and office manager", "CEO/owner", "Director for the South West", "SALES DIRECTOR",
        "Sales Director, Gareth Hughes", "office manager",
        "owner-operator", "owner operator", "Owner/operator", "Vice-President of Sales",
    ],
)  # fmt: skip
def test_a_post_without_an_article_gets_one(post):
    assert with_article(post) == f"the {post}"


@table(
    "text",
    [
        "Priya", "Dana Whitlock", "Dana Whitlock, the owner", "Dana Whitlock, Sales Director",
        "Ann Marie Sales Director", "Dana and the owner", "Dana Owner", "George Foreman",
        "Rob Head", "Dana Operator", "Owner Dana", "Mr Owner",
        "CEO Dana Whitlock", "the owner", "The Owner", "a manager", "our sales manager",
        "one of the managers", "Dana's manager", "the owner's wife", "managers", "sales mgr", "HR",
        "", "\u0645\u062f\u064a\u0631",
    ],
)  # fmt: skip
def test_names_and_whatever_has_its_article_stay(text):
    assert with_article(text) == text


@table(
    ("typed", "post"),
    [
        ("me, sales director", "the sales director"),
        ("Me (Sales Director)", "the Sales Director"),
        ("to me, the sales director", "the sales director"),
        ("myself, head of sales.", "the head of sales"),
        ("I'm the MD", "the MD"),
        ("me - sales director", "the sales director"),
        ("me the owner", "the owner"),
        ("Head of Sales (me)", "the Head of Sales"),
        ("the MD - me", "the MD"),
        ("owner: me", "the owner"),
        ("Priya (me)", ""),
        ("me", ""),
        ("me, Gareth", ""),
        ("me, Gareth, sales director", ""),
        ("me and my brother", ""),
        ("Megan, sales director", ""),
    ],
)
def test_whoever_says_me_and_a_post_means_the_post(typed, post):
    assert own_post(typed) == post


def _drafts(given):
    for kind in (CATALOG, SHORT):
        for template in CATALOG.ids:
            yield draft(kind, QUESTIONS, given, template).document


_GIVEN = {
    "role.first_hire": "yes", "role.trainable": "no", "role.handover_weeks": "6",
    "quota.forecast": "month",
}  # fmt: skip


def test_in_every_sentence_a_post_has_its_article_and_in_the_facts_it_is_as_typed(answers):
    given = answers({**_GIVEN, **dict.fromkeys(PERSONS, "Sales Director")})
    for document in _drafts(given):
        facts = [text_of(runs) for block in document.blocks if isinstance(block, Facts)
                 for label, runs in block.rows if label == "Reports to"]  # fmt: skip
        assert facts in ([], ["Sales Director"])
        text = "\n".join(lines_of(document.blocks)).replace("Reports to: Sales Director", "")
        assert text.count("Sales Director") == text.count(" the Sales Director") > 0


def test_a_name_has_no_article_in_any_sentence(answers):
    given = answers({**_GIVEN, **dict.fromkeys(PERSONS, "Dana Whitlock, the owner")})
    for document in _drafts(given):
        text = "\n".join(lines_of(document.blocks))
        assert "Dana Whitlock, the owner" in text
        assert "the Dana" not in text


@table(
    ("typed", "name"),
    [
        ("me (Gav)", "Gav, the owner"),
        ("me, Gav", "Gav, the owner"),
        ("Gav (me)", "Gav, the owner"),
        ("myself - Gav", "Gav, the owner"),
        ("Gav Tamihana, that's me", "Gav Tamihana, the owner"),
        ("To me, Ann St. John.", "Ann St. John, the owner"),
        ("me, Dwayne Carter VP sales", "Dwayne Carter, VP sales"),
        ("me - Dana Ruiz founder", "Dana Ruiz, the founder"),
        ("me, George Foreman", ""),
        ("me and Gav", ""),
        ("me or Gav", ""),
        ("Gav or Mere (me)", ""),
        ("me (Sales Director)", ""),
        ("me, Sales Director Priya", ""),
        ("me (for now)", ""),
        ("Mercy Adams", ""),
        ("Me", ""),
    ],
)
def test_whoever_says_me_and_a_name_is_named_with_the_owner(typed, name):
    assert own_name(typed) == name


@table(
    ("text", "name"),
    [
        ("Gavin Tamihana, owner", "Gavin Tamihana"),
        ("Aoife Brennan, CEO & co-founder", "Aoife Brennan"),
        ("Gav, the owner", "Gav"),
        ("Sales Director, EMEA", "Sales Director, EMEA"),
        ("Dana Ruiz, Tom Hale", "Dana Ruiz, Tom Hale"),
        ("the owner, Gav", "the owner, Gav"),
        ("Dana Ruiz", "Dana Ruiz"),
        ("the owner and the owner's brother, Declan", "the owner and Declan"),
        ("Tom and the buyer, Ana Ruiz", "Tom and Ana Ruiz"),
    ],
)
def test_a_bullet_names_whose_post_the_posting_tells_elsewhere(text, name):
    assert by_name(text) == name


@table(
    ("text", "said"),
    [
        ("owner: me and my brother Declan", "the owner"),
        ("The Owners: Gav and Mere", "the Owners"),
        ("Sales: Dana Ruiz", "Sales: Dana Ruiz"),
    ],
)
def test_a_post_before_a_colon_stands_alone_in_a_sentence(text, said):
    assert with_article(text) == said
