"""What amjd is compared with: a bare script that fills a Word template with docxtpl.

    python docxtpl_fill.py TEMPLATES OUTPUT ANSWERS...

TEMPLATES is a folder with the template of each example (see docxtpl_templates.py), OUTPUT one for
the postings. It checks nothing and chooses by the file's name: `sales.yaml` and `sales-17.yaml` are
for `sales.docx`.
"""

import sys
from pathlib import Path

import yaml
from docxtpl import DocxTemplate


def main() -> None:
    templates, output, *files = map(Path, sys.argv[1:])
    for file in files:
        with file.open("rb") as answers:
            values = yaml.load(answers, Loader=yaml.CSafeLoader)
        document = DocxTemplate(templates / f"{file.stem.rstrip('-0123456789')}.docx")
        document.render(values, autoescape=True)
        document.save(output / f"{file.stem}.docx")


if __name__ == "__main__":
    main()
