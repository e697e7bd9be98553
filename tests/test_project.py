"""The project as a stranger meets it: the README's commands, the wheel, the pinned requirements."""

import os
import re
import subprocess
import sys
import venv
import zipfile
from pathlib import Path
from urllib.request import urlopen

import pytest

from dashboard.articles import read_article, supported_languages
from dashboard.events import build_timeline
from dashboard.formats import to_csv
from dashboard.model import BlockKind
from dashboard.resources import data_path
from dashboard.store import Project
from tests import chromium

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
FENCED = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
BIN = Path(sys.executable).parent


def blocks(language: str) -> list[str]:
    return [text for kind, text in FENCED.findall(README) if kind == language]


COMMANDS = [line for block in blocks("sh") for line in block.splitlines() if line.strip()]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The files that the README speaks of."""
    here = tmp_path_factory.mktemp("readme")
    french, english = sorted(data_path("articles").glob("*.txt"), reverse=True)
    text = english.read_text(encoding="utf-8")
    (here / "tests").symlink_to(ROOT / "tests")
    (here / "article.txt").write_text(french.read_text(encoding="utf-8"), encoding="utf-8")
    (here / "other.txt").write_text(text, encoding="utf-8")
    (here / "actors.csv").write_text(*blocks("csv"), encoding="utf-8")
    paragraphs = "".join(f"<p>{part}</p>" for part in text.split("\n\n")[1:])
    page = (
        f"<html lang=en><head><title>A page</title></head><body><article>{paragraphs}</article></body></html>"
    )
    (here / "article.html").write_text(page, encoding="utf-8")
    timeline = build_timeline([read_article(here / "article.txt")])
    Project.create(here / "affair.detente", timeline).close()
    (here / "events.csv").write_text(to_csv(timeline, "en"), encoding="utf-8")
    return here


def shell(command: str, folder: Path, **options) -> subprocess.CompletedProcess:
    environment = {"PATH": f"{BIN}:/usr/bin:/bin", "LANG": "C.UTF-8"}
    if found := chromium.find():
        environment["DETENTE_CHROMIUM"] = found
    return subprocess.run(
        command,
        shell=True,
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
        **options,
    )


def test_the_readme_shows_how_to_start_and_to_test():
    assert "make run" in COMMANDS
    assert "make test" in COMMANDS
    assert "on a timeline" in "\n".join(README.splitlines()[:10])


@pytest.mark.parametrize("command", [line for line in COMMANDS if line.startswith("make ")])
def test_the_readme_s_make_commands_exist(command, folder):
    assert shell(f"{command} --dry-run", ROOT).returncode == 0


@pytest.mark.parametrize("command", [line for line in COMMANDS if line.startswith("detente serve")])
def test_the_readme_s_servers_answer(command, folder):
    process = subprocess.Popen(
        [str(BIN / "detente"), *command.split()[1:], "--no-browser", "--port", "0"],
        cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    with process:
        address = re.search(r"http://127\.0\.0\.1:\d+/", process.stdout.readline())
        try:
            assert address, process.stderr.read()
            with urlopen(address[0], timeout=240) as answer:
                assert answer.status == 200
        finally:
            process.terminate()


@pytest.mark.parametrize("command", [c for c in COMMANDS if re.match(r"detente (?!serve)", c)])
def test_the_readme_s_other_commands_work(command, folder):
    if re.search(r"\.(png|svg|pdf)\b", command) and chromium.find() is None:
        pytest.skip("no Chrome or Chromium here")
    done = shell(command, folder, timeout=240)
    assert done.returncode == 0, done.stderr
    written = re.search(r"(?:-o|>) (\S+)", command)
    assert (folder / written[1]).stat().st_size > 500 if written else done.stdout.strip()


@pytest.mark.parametrize("code", blocks("python"))
def test_the_readme_s_python_works(code, folder):
    shell("detente extract article.txt > events.json", folder, timeout=240)
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code],  # in any locale
        cwd=folder, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()


def test_the_readme_s_pictures_and_pages_are_there():
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        assert target.startswith("http") or (ROOT / target).exists(), target


@pytest.mark.parametrize("name", ["run.txt", "test.txt"])
def test_requirements_are_pinned_hashed_and_name_no_address(name):
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    assert not re.search(r"://|--index|--extra-index|--find-links|^/|file:", text, re.MULTILINE)
    entries = re.split(r"\n(?=\S)", re.sub(r"^\s*#.*\n", "", text, flags=re.MULTILINE).strip())
    for entry in entries:
        assert re.match(r"[a-z0-9._-]+==\S+", entry), entry
        assert "--hash=sha256:" in entry, entry


def test_both_requirement_files_pin_the_same_versions():
    pins = [
        dict(
            re.findall(
                r"^([a-z0-9._-]+)==(\S+)",
                (ROOT / "requirements" / name).read_text(encoding="utf-8"),
                re.MULTILINE,
            )
        )
        for name in ("run.txt", "test.txt")
    ]
    assert pins[0].items() <= pins[1].items()


def test_every_language_has_the_same_data_files():
    files = {
        code: {path.name for path in data_path("languages", code).iterdir()} for code in supported_languages()
    }
    assert files["fr"] == files["en"]


@pytest.mark.parametrize("path", sorted(data_path("articles").glob("*.txt")), ids=lambda path: path.stem)
def test_the_bundled_articles_say_where_they_come_from(path):
    article = read_article(path)
    assert article.title
    assert article.published
    assert article.source
    assert article.licence
    assert article.warnings == ()
    assert sum(block.kind is BlockKind.BODY for block in article.blocks) >= 4


def succeed(command: list[str]) -> str:
    """What a command prints, run from the root folder in a plain locale."""
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("LC_", "PYTHON"))
    }
    environment["LANG"] = "C"
    done = subprocess.run(command, check=False, cwd="/", env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    out = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(ROOT)]
    succeed(command)
    (made,) = out.glob("*.whl")
    return made


@pytest.mark.slow
def test_the_wheel_holds_data_and_assets_and_nothing_strange(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    for needed in ("py.typed", "data/languages/fr/articles.toml", "data/translations/fr.po"):
        assert f"dashboard/{needed}" in names
    assert any(name.startswith("dashboard/assets/") for name in names)
    assert not [name for name in names if not name.startswith(("dashboard/", "detente-"))]


_OPEN_APP = """
from pathlib import Path
from dashboard.app import create_app
from dashboard.articles import read_article
from dashboard.events import build_timeline
from dashboard.resources import assets_path, data_path
articles = [read_article(path) for path in sorted(data_path("articles").glob("*.txt"))]
client = create_app(build_timeline(articles)).server.test_client()
assert client.get("/", headers={"Host": "127.0.0.1"}).status_code == 200
for path in assets_path().rglob("*.css"):
    asset = "/assets/" + path.relative_to(assets_path()).as_posix()
    assert client.get(asset, headers={"Host": "127.0.0.1"}).status_code == 200, asset
print("opened")
"""


@pytest.mark.slow
@pytest.mark.timeout(1200)  # it installs everything anew
def test_the_wheel_works_in_a_clean_environment_from_any_folder(wheel, folder, tmp_path):
    venv.create(tmp_path / "clean", with_pip=True)
    python = tmp_path / "clean" / "bin" / "python"
    pip = [str(python), "-m", "pip", "install", "--quiet", "--no-compile", "--disable-pip-version-check"]
    requirements = str(ROOT / "requirements" / "run.txt")
    succeed([*pip, "--require-hashes", "-r", requirements])
    succeed([*pip, "--no-deps", str(wheel)])
    succeed([str(python), "-m", "pip", "check"])
    command = [str(python.parent / "detente"), "extract", str(folder / "article.txt")]
    assert '"schema": "detente/1"' in succeed(command)
    assert succeed([str(python), "-c", _OPEN_APP]) == "opened\n"
