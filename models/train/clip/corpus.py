"""Text in 30 scripts: what Unicode's CLDR calls characters (npm: cldr-annotations-full; Unicode-3.0)."""

import json
from pathlib import Path

# One language a script, for Latin two.
ONE_EACH = """
en vi ru el ar he hi bn pa gu or ta te kn ml si th lo my km ka hy am chr ko ja zh syr ff-Adlm ccp rhg
"""
LANGUAGES = ONE_EACH.split()
SAME_AS_PARENT = "↑↑↑"


def names(package: Path, language: str) -> list[str]:
    """What characters are called in a language, keywords too, in the order of the file."""
    file = package / "annotations" / language / "annotations.json"
    entries = json.loads(file.read_text(encoding="utf-8"))["annotations"]["annotations"].values()
    found = [name for entry in entries for name in entry.get("default", []) + entry.get("tts", [])]
    return [name for name in found if name != SAME_AS_PARENT]


def corpus(package: Path, languages: list[str]) -> list[str]:
    """All of it, language by language."""
    return [name for language in languages for name in names(package, language)]


def examples(package: Path, each: int) -> list[str]:
    """The longest of a few names at `each` places of a language's list; all languages, then all again."""
    chosen = []
    for i in range(each):
        for language in LANGUAGES:
            found = names(package, language)
            first = i * (len(found) // each)
            chosen.append(max(found[first : first + 12], key=len))
    return chosen
