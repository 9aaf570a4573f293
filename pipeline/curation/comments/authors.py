"""Labels of the author's answers that no list holds: a word for a comment or an answer, and one for who is responsible."""

from functools import cache

from pipeline import vocabulary
from pipeline.curation.wording.matching import fold
from pipeline.curation.wording.words import load_words

LONGEST = 6  # words of who answers
LEAD = 5  # letters of a preposition or an article before it
MAX_LEADS = 2  # of those: "by the action owner"
AUTHORS = frozenset({"responsible", "lead_institution"})
SURE = 0.9  # of a match


def is_by_author(label: str, languages: tuple[str, ...]) -> bool:
    """Whether a label says that who is responsible speaks: "Reactie actiehouder", "Comment by the action owner"."""
    words = fold(label).split()
    rests = [words[n:] for n in range(1, len(words)) if " ".join(words[:n]) in _voices(languages)]
    return any(_names_author(rest, languages) for rest in rests if len(rest) <= LONGEST)


def _names_author(words: list[str], languages: tuple[str, ...]) -> bool:
    ways = [" ".join(words[n:]) for n in range(min(len(words), MAX_LEADS + 1)) if all(len(word) <= LEAD for word in words[:n])]
    known = load_words(languages).headings
    return any((match := known.match(way, AUTHORS)) is not None and match.score >= SURE for way in ways)


@cache
def _voices(languages: tuple[str, ...]) -> frozenset[str]:
    said, headed = vocabulary.phrases("comments", (*dict.fromkeys((*languages, "en")),)), vocabulary.phrases("headings", languages)
    phrases = [*said.get("responses", ()), *said.get("labels", ()), *headed.get("comment_text", ()), *headed.get("comment_response", ())]
    return frozenset(fold(phrase) for phrase in phrases)
