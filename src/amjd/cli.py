"""The commands: what `amjd` prints, writes and exits with."""

import contextlib
import errno
import gc
import signal
import sys
import threading
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from amjd import __version__
from amjd.characters import printable
from amjd.errors import AmjdError, did_you_mean

if TYPE_CHECKING:
    from amjd.interview import Asker, Interview
    from amjd.posting import Posting
    from amjd.session import Session, Wanted
    from amjd.targets import Target

# Rich help would double the time of --help and swallow brackets; a traceback may show salaries.
app = typer.Typer(
    name="amjd",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 done, 2 wrong usage, 3 answers incomplete or invalid, 4 a file could "
    "not be read or written, 5 no terminal to ask on, 6 answers file in use, 70 our bug.",
)

Output = Annotated[
    str | None,
    typer.Option(
        "-o",
        "--output",
        metavar="PATH",
        help="Where to write: a file, a folder ending in /, or - for standard output.",
    ),
]
Format = Annotated[
    list[str] | None,
    typer.Option("-f", "--format", metavar="FORMAT", help="md or docx; overrides the ending."),
]
TemplateId = Annotated[
    str | None,
    typer.Option("-t", "--template", metavar="ID", help="Use this template, whatever fits best."),
]
Set = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="FIELD=VALUE",
        help="One answer, which wins over the file; can be repeated.",
    ),
]
Force = Annotated[bool, typer.Option("--force", help="Overwrite what is there.")]
Quiet = Annotated[bool, typer.Option("-q", "--quiet", help="Say nothing but problems.")]


def say(text: str) -> None:
    """Print a line on standard error, if anybody listens there."""
    if sys.stderr is None:
        return
    try:
        print(text, file=sys.stderr, flush=True)  # noqa: T201 - the one place that prints
    except (OSError, ValueError):
        # A closed terminal must not change how the program ends.
        sys.stderr = None


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"amjd {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def _main(
    context: typer.Context,
    version: Annotated[  # noqa: ARG001 - the callback prints it
        bool,
        typer.Option(
            "-V", "--version", is_eager=True, callback=_print_version, help="Print the version."
        ),
    ] = False,
    debug: Annotated[  # noqa: ARG001 - the error boundary reads it
        bool, typer.Option("--debug", help="Show details of a bug of ours.")
    ] = False,
) -> None:
    """Draft account-manager job postings that fit the job you have.

    \b
    Examples:
      amjd new                                    answer questions, get a posting
      amjd example standard -o answers.yaml       a commented answers file to edit
      amjd draft answers.yaml -o posting.docx     a posting from it
      amjd draft - < answers.yaml                 Markdown on standard output
      amjd templates                              the six kinds of account manager
    """
    if context.invoked_subcommand is not None:
        return
    if all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout)):
        new()
    else:
        typer.echo(context.get_help())


@app.command()
def new(
    output: Output = None,
    formats: Format = None,
    answers: Annotated[
        str | None,
        typer.Option("-a", "--answers", metavar="FILE", help="Start from these answers."),
    ] = None,
    only_missing: Annotated[
        bool, typer.Option("--skip-answered", help="Ask only what is missing.")
    ] = False,
    template: TemplateId = None,
    options: Set = None,
    plain: Annotated[
        bool,
        typer.Option("--plain", help="Numbered questions line by line, without cursor movement."),
    ] = False,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Answer questions and get a posting, with its answers file beside it.

    \b
    Examples:
      amjd new                          job-posting.docx and job-posting.amjd.yaml
      amjd new -o driver.md             Markdown instead
      amjd new -a old.yaml --skip-answered -o next.docx
    """
    from amjd import terminal
    from amjd.session import Wanted

    _check_options(template, options or [])
    wanted = Wanted(
        output, tuple(formats or ()), answers, tuple(options or ()), template or "",
        only_missing, force,
    )  # fmt: skip
    with terminal.open_asker(plain) as asker:
        # The first question needs little: the rest is loaded while it is answered.
        loading = threading.Timer(0.2, _load_ahead)
        loading.daemon = True  # whoever stops at once need not wait for it
        loading.start()
        _interview(wanted, asker, quiet)


def _load_ahead() -> None:
    """Load what follows the first question, then collect the cycles that each question leaves."""
    # Whatever fails to load fails again, and is reported, where it is needed.
    with contextlib.suppress(Exception):
        from amjd import catalog, draft  # noqa: F401 - loading it is all that is wanted

        catalog.templates()
    # Looking through all that was loaded would hold up every other question.
    gc.freeze()
    gc.enable()


def _interview(wanted: "Wanted", asker: "Asker", quiet: bool) -> None:
    """Run one interview; however it ends, say where the answers are and how to go on."""
    from amjd import flow, session
    from amjd.interview import Interview

    last_words = flow.wizard()["nothing_changed"].format(command=session.command(wanted))
    try:
        with session.opened(wanted, asker) as files:
            asking = Interview(asker, files.text, files.save, files.every, wanted.only_missing)
            try:
                asking.begin(files.fresh)
                asking.run()
                _finish(files, asking, quiet)
            finally:
                last_words = files.how_to_go_on()
    except session.StoppedError:
        raise typer.Exit(0) from None
    except BaseException as error:
        # Whoever presses Ctrl-C twice means the first one.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        if not isinstance(error, AmjdError) or last_words.startswith("Your"):
            say(last_words)
        if isinstance(error, EOFError | KeyboardInterrupt):
            raise typer.Exit(130) from None
        if isinstance(error, OSError) and error.errno == errno.EIO:
            raise typer.Exit(129) from None  # the terminal is gone, and nobody sent a signal
        raise


def _finish(files: "Session", asking: "Interview", quiet: bool) -> None:
    """Write the postings, and say what is left to do."""
    from amjd import targets
    from amjd.draft import draft
    from amjd.export import exporter

    drafted = draft(asking.answers(), open_=asking.unsettled())
    written = [
        targets.write(target.path, exporter(target.format)(drafted.posting), files.overwrite)
        for target in files.postings
    ]
    if not quiet:
        for line in (drafted.reason, *drafted.notes, *filter(None, written)):
            say(line)
        say(files.farewell(asking.unsettled()))


@app.command()
def draft(
    answers: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ANSWERS]...", help="Answers files; - is standard input."),
    ] = None,
    output: Output = None,
    formats: Format = None,
    template: TemplateId = None,
    options: Set = None,
    allow_blanks: Annotated[
        bool, typer.Option("--allow-blanks", help="Leave what is missing in brackets.")
    ] = False,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Turn answers files into postings, without a question.

    \b
    Examples:
      amjd draft answers.yaml                         Markdown on standard output
      amjd draft answers.yaml -o posting.docx
      amjd draft clients/*.yaml -o out/ -f docx -f md
      amjd draft answers.yaml --set portfolio.accounts=25 --template key
    """
    from amjd import targets
    from amjd.answers_file import MAX_BYTES
    from amjd.files import read_bytes, sync_folder

    names = answers or ["-"]
    _check_options(template, options or [])
    if "-" in names and (sys.stdin is None or sys.stdin.isatty()):
        raise typer.BadParameter(
            "Name an answers file or pipe one in; or answer questions with amjd new."
        )
    if names.count("-") > 1:
        raise typer.BadParameter("Standard input can be read once only.")
    piped = read_bytes("-", MAX_BYTES) if "-" in names else b""
    stems = [_stem_of_stdin(piped) if name == "-" else targets.stem(name) for name in names]
    plan = targets.plan(stems, output, formats or [])
    settings = _Settings(tuple(options or ()), template or "", allow_blanks, force, quiet)
    codes: list[int] = []
    failed: list[str] = []
    for name, wanted in _with_progress(list(zip(names, plan, strict=True))):
        label = f"{printable(name)}: " if len(names) > 1 else ""
        codes.append(_draft_one(name, piped, wanted, settings, label))
        if codes[-1]:
            failed.append(name)
    for folder in {target.path.parent for wanted in plan for target in wanted if target.path}:
        sync_folder(folder)
    if len(names) > 1 and (failed or not quiet):
        say(_closing_line(len(names), failed))
    raise typer.Exit(max(codes))


class _Settings(NamedTuple):
    """What holds for every answers file of one `draft`."""

    options: tuple[str, ...]
    template: str
    allow_blanks: bool
    force: bool
    quiet: bool


def _check_options(template: str | None, options: list[str]) -> None:
    for option in options:
        if option.find("=") < 1:
            message = f"{printable(option)!r} has no value. Write --set FIELD=VALUE."
            raise typer.BadParameter(message)
    if template is not None:
        _check_template(template)


def _check_template(template: str) -> None:
    from amjd import catalog

    if template not in catalog.ids():
        hint = did_you_mean(template, catalog.ids()) or f"Known: {', '.join(catalog.ids())}."
        raise typer.BadParameter(f"There is no template {printable(template)!r}. {hint}")


def _stem_of_stdin(piped: bytes) -> str:
    """Name a posting from standard input after its company."""
    from amjd.answers_file import parse
    from amjd.files import safe_name

    try:
        company = parse(piped, "-").tree.get("company")
    except AmjdError:
        company = None
    name = company.get("name") if isinstance(company, dict) else None
    return safe_name(name if isinstance(name, str) else "")


def _draft_one(
    name: str, piped: bytes, wanted: "list[Target]", settings: _Settings, label: str
) -> int:
    """Draft one answers file; return its exit code."""
    from amjd import catalog, targets
    from amjd.answers_file import MAX_BYTES, check, parse, with_options
    from amjd.draft import draft
    from amjd.export import exporter
    from amjd.files import read_bytes

    try:
        raw = piped if name == "-" else read_bytes(name, MAX_BYTES)
        document = with_options(parse(raw, printable(name)), settings.options)
        answers = check(document, catalog.ids(), settings.allow_blanks)
        drafted = draft(answers, settings.template)
        written = []
        for target in wanted:
            content = exporter(target.format)(drafted.posting)
            written.append(targets.write(target.path, content, settings.force, settle=False))
    except AmjdError as error:
        say(str(error))
        return error.code
    if not settings.quiet:
        for line in (drafted.reason, *drafted.notes, *filter(None, written)):
            say(label + line)
    return 0


def _with_progress(jobs: "list[tuple[str, list[Target]]]") -> "Iterable[tuple[str, list[Target]]]":
    """Show a progress bar on a terminal when there is enough to do."""
    if len(jobs) < 50 or sys.stderr is None or not sys.stderr.isatty():
        return jobs
    from rich.console import Console
    from rich.progress import track

    return track(jobs, "Drafting", console=Console(stderr=True), transient=True)


def _closing_line(count: int, failed: list[str]) -> str:
    line = f"{count - len(failed):,} of {count:,} drafted"
    if failed:
        more = f" and {len(failed) - 5:,} more" if len(failed) > 5 else ""
        line += f"; failed: {', '.join(map(printable, failed[:5]))}{more}"
    return line


@app.command()
def templates(
    ids: Annotated[
        list[str] | None, typer.Argument(metavar="[ID]...", help="Templates to print.")
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Print every template.")] = False,
    output: Output = None,
    formats: Format = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the list as JSON.")] = False,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """List the templates with when to use them, or print them blank.

    \b
    Examples:
      amjd templates                          the list
      amjd templates key senior               two blank postings on standard output
      amjd templates --all -o blanks/ -f docx
    """
    from amjd import catalog, targets
    from amjd.draft import blank_posting
    from amjd.export import exporter

    for name in ids or []:
        _check_template(name)
    if as_json:
        known = [head for head in catalog.templates() if head.id in (ids or catalog.ids())]
        _print_json([head.model_dump() for head in known])
        return
    if not ids and not every:
        _write_text(targets.Target("", None), _listing(), force, quiet)
        return
    names = catalog.ids() if every else list(dict.fromkeys(ids or []))
    into_folder = output is not None and output.endswith("/")
    postings = [blank_posting(name) for name in names]
    plan = targets.plan(names if into_folder else ["templates"], output, formats or [])
    for posting, wanted in zip(postings if into_folder else [_bound(postings)], plan, strict=True):
        for target in wanted:
            _write_text(target, exporter(target.format)(posting), force, quiet)


def _listing() -> bytes:
    from amjd import catalog

    width = max(map(len, catalog.ids()))
    lines = [f"{head.id:{width}}  {head.use_when}" for head in catalog.templates()]
    return ("\n".join(lines) + "\n").encode()


def _bound(postings: "list[Posting]") -> "Posting":
    """Bind postings into one document, one after the other."""
    from amjd.posting import Posting

    blocks = tuple(block for posting in postings for block in posting.blocks)
    title = postings[0].title if len(postings) == 1 else "Account-manager templates"
    return Posting(title, "", blocks)


def _write_text(target: "Target", content: bytes, force: bool, quiet: bool) -> None:
    from amjd import targets

    if (line := targets.write(target.path, content, force)) and not quiet:
        say(line)


def _print_json(value: object) -> None:
    import json

    from amjd.files import write_stdout

    write_stdout((json.dumps(value, indent=2, ensure_ascii=False) + "\n").encode())


@app.command()
def example(
    template: Annotated[str, typer.Argument(metavar="ID", help="A template's id.")],
    output: Output = None,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Print a complete, commented answers file, ready to edit.

    \b
    Examples:
      amjd example first-hire -o answers.yaml
      amjd example sales | amjd draft -
    """
    from amjd import resources

    _check_template(template)
    content = (resources.folder("examples") / f"{template}.yaml").read_bytes()
    _write_plain(content, output, f"{template}.yaml", force, quiet)


@app.command()
def schema(output: Output = None, force: Force = False, quiet: Quiet = False) -> None:
    """Print the JSON Schema of the answers file, for editors that check as you type.

    \b
    Example:
      amjd schema -o answers.schema.json
    """
    import json

    from amjd.schema import schema as build

    content = (json.dumps(build(), indent=2, ensure_ascii=False) + "\n").encode()
    _write_plain(content, output, "answers.schema.json", force, quiet)


def _write_plain(content: bytes, output: str | None, name: str, force: bool, quiet: bool) -> None:
    """Write a text that has one format only: to a file, into a folder, or on standard output."""
    from amjd.files import make_folder
    from amjd.targets import Target

    path = None if output in (None, "-") else Path(str(output))
    if path and str(output).endswith("/"):
        make_folder(path)
        path = path / name
    _write_text(Target("", path), content, force, quiet)
