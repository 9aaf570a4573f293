"""What a comment proposes: another rating, at once or under a condition, or a new assessment.

A colour counts only where the sentence is about the rating: quoted, beside a word like "assessment", or where a change
leads to it. "Green economy" and "red tape" are no ratings.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.curation.comments.proposal_words import ProposalWords, Span, level, proposal_words
from pipeline.curation.wording.sentences import sentences
from pipeline.tables import Proposal, Rating

MAX_NEGATED = 6  # words between "not" and the rating it denies
LEADS = ("links", "nouns", "propose", "change", "condition", "contrast", "assess")  # what may stand right before a rating
MAX_UNASKED = 4  # words between "no" and "re-evaluation"
MAX_STEPS = 3  # words from "should" to the colour, which itself stands last
MAX_LINKS = 3  # words between "changed" and the level it leads to
MAX_AGAIN = 5  # words between "evaluate" and "again"
MAX_TARGET = 6  # words between "re-evaluate" and what is to be


@dataclass(frozen=True, slots=True)
class ProposalReading:
    """What a comment proposes, in the columns' terms."""

    proposed_rating: Rating | None = None
    proposal: Proposal = Proposal.NONE
    proposal_text: str | None = None
    confirmed_rating: Rating | None = None
    asks_reevaluation: bool = False


@dataclass(frozen=True, slots=True)
class _Mention:
    """A rating named at start..end of a sentence."""

    start: int
    end: int
    rating: Rating
    quoted: bool = False


def read_proposal(text: str, languages: Sequence[str], legend_words: Mapping[str, Rating] | None = None) -> ProposalReading:
    """Read what a comment proposes.

    Args:
        text: The comment.
        languages: The report's languages, the main one first.
        legend_words: The report's own words for its ratings ("Limited progress" → amber).
    """
    words = proposal_words(tuple(languages), tuple(sorted((legend_words or {}).items())))
    read = [_Sentence(text[a:b], words) for a, b in sentences(text, languages)]
    proposing = [(s, kind, s.proposed()) for s in read if (kind := s.proposal()) is not Proposal.NONE]
    if proposing:
        return _combined([p for p in proposing if p[1] is Proposal.EXPLICIT] or proposing)
    confirmed = next((c for s in read if (c := s.confirmed())), None)
    asking = next((s.text for s in read if s.asks_reevaluation()), None)
    return ProposalReading(proposal_text=asking, confirmed_rating=confirmed, asks_reevaluation=asking is not None)


def _combined(proposing: Sequence[tuple["_Sentence", Proposal, frozenset[Rating]]]) -> ProposalReading:
    """One reading of all the sentences that propose: the first's words, or all of theirs where they name different ratings."""
    ratings = frozenset(r for _, _, named in proposing for r in named)
    texts = [s.text for s, _, _ in proposing]
    if len(ratings) == 1:
        return ProposalReading(next(iter(ratings)), proposing[0][1], texts[0])
    return ProposalReading(None, proposing[0][1], " ".join(texts))


class _Sentence:
    """One sentence, and where its words of rating and proposing stand."""

    def __init__(self, text: str, words: ProposalWords) -> None:
        self.text, self.words = text, words
        self.levelled = level(text)
        self.tokens = words.tokens(self.levelled)
        self.negations = words.spans("negation", self.levelled)
        self.proposers = words.spans("propose", self.levelled)
        self.changes = words.spans("change", self.levelled)
        named = list(self._named())
        speaks_of_rating = any(m.quoted or self._is_about_rating(m, sure=False) for m in named)
        self.mentions = [m for m in named if m.quoted or self._is_about_rating(m, sure=speaks_of_rating)]

    def proposal(self) -> Proposal:
        """Whether the sentence proposes a rating, and how."""
        if not self.proposed() or self._agrees():
            return Proposal.NONE
        return Proposal.CONDITIONAL if self.words.spans("condition", self.levelled) else Proposal.EXPLICIT

    def proposed(self) -> frozenset[Rating]:
        """The ratings it proposes."""
        if not self._is_proposing():
            return frozenset()
        left = [m for m in self.mentions if not self._is_denied(m)]
        if len({m.rating for m in left}) > 1:
            left = [m for m in left if not self._is_left_behind(m)] or left
        if len({m.rating for m in left}) > 1 and self.proposers:
            left = [m for m in left if m.start >= self.proposers[0].start] or left
        return frozenset(m.rating for m in left)

    def confirmed(self) -> Rating | None:
        """The rating it names and agrees with."""
        named = {m.rating for m in self.mentions if not self._is_denied(m)}
        return named.pop() if len(named) == 1 and self._agrees() else None

    def asks_reevaluation(self) -> bool:
        """Whether it asks for a new assessment."""
        named = [s for s in self.words.spans("reevaluate", self.levelled) if self._has_target(s)]
        return any(self._is_asked(span) for span in (*named, *self._assessed_again()))

    def _is_asked(self, span: Span) -> bool:
        """Whether what stands at a place is asked for, not denied."""
        asked = bool(self.proposers) or not self._between(0, span.start)
        before = [n.end for n in self.negations if n.end <= span.start and not self._breaks(n.end, span.start)]
        return asked and not any(len(self._between(end, span.start)) <= MAX_UNASKED for end in before)

    def _assessed_again(self) -> Iterator[Span]:
        """Yield where "assess" and "again" stand together, whatever is assessed between them; not where the asking is anew."""
        for again in self.words.spans("again", self.levelled):
            asks_anew = any(self.words.is_word("propose", w) for w in self._between(0, again.start)[-1:])
            for verb in self.words.spans("assess", self.levelled):
                if asks_anew and (verb.start < again.start or self._between(again.end, verb.start)):
                    continue
                low, high = sorted((again, verb), key=lambda s: s.start)
                if low.end <= high.start and len(self._between(low.end, high.start)) <= MAX_AGAIN and not self._breaks(low.end, high.start):
                    yield Span(low.start, high.end)

    def _named(self) -> Iterator[_Mention]:
        taken: list[_Mention] = []
        bare: list[tuple[Rating, Span]] = []
        for rating, span, needs_quotes in self.words.ratings(self.levelled):
            if any(span.start < t.end and t.start < span.end for t in taken):
                continue
            quoted = self._is_quoted(span)
            if quoted or not needs_quotes:
                taken.append(_Mention(span.start, span.end, rating, quoted))
            else:
                bare.append((rating, span))
        for rating, span in bare:
            if not any(span.start < t.end and t.start < span.end for t in taken) and self._is_placed(span, [s for _, s in bare]):
                taken.append(_Mention(span.start, span.end, rating, quoted=True))
        yield from taken

    def _is_placed(self, span: Span, levels: Sequence[Span]) -> bool:
        """Whether a bare word of a level stands where a rating goes: "rated limited", "the status changed to Not started"."""
        after = self._after(span.end)
        if after is not None and not self._breaks(span.end, span.end + 1) and not self._may_follow(after) and not self._leads_on(after):
            return False
        before = [t for t in self.tokens if t.end <= span.start]
        own = next((s for s in levels if before and any(s.end == t.end for t in before[-MAX_LINKS:]) and s.end <= span.start), None)
        if own is not None and all(self.words.is_word("links", w) for w in self._between(own.end, span.start)):
            return self._is_placed(own, ())  # "from limited to substantial"
        return self._is_led(span, before)

    def _is_led(self, span: Span, before: Sequence[Span]) -> bool:
        """Whether a word of rating or changing leads to a place: over links, and over what is rated if a link follows it."""
        said = [self.levelled[t.start : t.end] for t in before]
        linked = bool(said) and self.words.is_word("links", said[-1])
        for n, word in enumerate(reversed(said[-MAX_LINKS - 1 :])):
            if self._breaks(before[-1 - n].end, span.start):
                return False
            if self.words.is_word("nouns", word):
                return n <= self._links_of(said)
            if self.words.is_word("assess", word):
                return True
            if self.words.is_word("change", word) and (n or not self.words.is_word("links", word)):  # "be completed" changes no rating
                return bool(self.words.spans("nouns", self.levelled)) or self.text[span.start].isupper()
            if not (self.words.is_word("links", word) or self.words.is_word("targets", word) or linked):
                return False
        return False

    def _links_of(self, said: Sequence[str]) -> int:
        """Return how many links end a run of words."""
        return next((n for n, w in enumerate(reversed(said)) if not self.words.is_word("links", w)), len(said))

    def _leads_on(self, word: str) -> bool:
        return self.words.is_word("nouns", word) or self.words.is_word("links", word)

    def _is_quoted(self, span: Span) -> bool:
        before, after = self.text[: span.start].rstrip(), self.text[span.end :].lstrip()
        if not before.endswith(tuple("\"“”„«»'‘’")):
            return False
        following = self._after(span.end)
        ends = after[:1] in tuple("\"“”»«'’‘") or after[:2] in (".”", ",”", '."', ',"')
        return ends or (following is not None and self.words.is_word("nouns", following))

    def _is_about_rating(self, mention: _Mention, *, sure: bool) -> bool:
        """Whether a bare colour stands where a rating stands; `sure` if the sentence is known to speak of ratings."""
        before, after = self._between(0, mention.start), self._after(mention.end)
        if after and self.words.is_word("nouns", after):
            return True
        if after and self.words.has("after") and not self._breaks(mention.end, mention.end + 2) and not self._may_follow(after):
            return False
        own = self._between(mention.start, mention.end)
        lead = own[0] if len(own) > 1 and self.words.is_word("links", own[0]) else before[-1] if before else ""  # "au rouge" leads itself
        led = any(self.words.is_word(k, lead) for k in LEADS) or self._follows_target(before)
        led = led or self.words.leads_itself(self.levelled[mention.start : mention.end])
        driven = after is not None and (
            self.words.is_word("change", after) or (self.words.has("from_endings") and self.words.is_word("propose", after))
        )
        return (led or driven) and (sure or self._has_context(mention))

    def _follows_target(self, before: Sequence[str]) -> bool:
        """Whether words end in a verb of changing or assessing and what it changes: "позначити захід", "mark this milestone"."""
        n = next((n for n, word in enumerate(reversed(before)) if not self.words.is_word("targets", word)), len(before))
        return 0 < n < len(before) and any(self.words.is_word(key, before[-n - 1]) for key in ("change", "assess"))

    def _has_context(self, mention: _Mention) -> bool:
        """Whether the sentence speaks of ratings or of changing one, or the words before a colour propose it ("should be green") or agree."""
        if self.changes or self.words.spans("nouns", self.levelled) or self.words.spans("assess", self.levelled):
            return True
        steps = [s for s in (*self.proposers, *self.words.spans("agree", self.levelled)) if s.end <= mention.start]
        if self.words.has("from_endings") and self.words.is_word("propose", self._after(mention.end) or ""):
            return True  # where the verb comes last: "황색을 제안한다"
        near = self._between(max((s.end for s in steps), default=0), mention.start)
        return bool(steps) and len(near) < MAX_STEPS and all(self.words.is_word("links", w) for w in near)

    def _may_follow(self, word: str) -> bool:
        return any(self.words.is_word(k, word) for k in ("after", "change", "propose", "condition", "negation", "contrast", "agree"))

    def _is_proposing(self) -> bool:
        begins = self.changes and not self._between(0, self.changes[0].start)
        return bool(self.mentions) and bool(self.proposers or begins or self._agrees_conditionally() or self._holds_conditionally())

    def _holds_conditionally(self) -> bool:
        """Whether a rating is what would hold: "If it is published this year, the status is 'substantial'"."""
        rated = [n for n in self.words.spans("nouns", self.levelled) for m in self.mentions if n.end <= m.start and not self._breaks(n.end, m.start)]
        return any(c.end < n.start and self._breaks(c.end, n.start) for c in self.words.spans("condition", self.levelled) for n in rated)

    def _is_denied(self, mention: _Mention) -> bool:
        """Whether a negation before or right after a rating denies it."""
        for n in self.negations:
            if n.end <= mention.start:
                between = self._between(n.end, mention.start)
                others = any(n.end <= m.start < mention.start for m in self.mentions)
                asserts = any(n.end < p.start and p.end <= mention.start and self._between(n.end, p.start) for p in self.proposers)
                if len(between) <= MAX_NEGATED and not others and not asserts and not self._breaks(n.end, mention.start):
                    return True
            elif n.start >= mention.end and not self._breaks(mention.end, n.start) and not self._prefers(n):
                between = self._between(mention.end, n.start)
                if len(between) <= 2 and all(any(self.words.is_word(k, w) for k in ("change", "propose", "nouns", "links")) for w in between):
                    return True
        return False

    def _prefers(self, negation: Span) -> bool:
        """Whether a negation denies what follows it only ("instead of")."""
        return self.words.is_word("from_words", self.levelled[negation.start : negation.end]) and len(self._between(negation.start, negation.end)) > 1

    def _is_left_behind(self, mention: _Mention) -> bool:
        """Whether a rating is the one to move away from ("from green to amber", "instead of green")."""
        previous = max((m.end for m in self.mentions if m.end <= mention.start), default=0)
        before = self._between(previous, mention.start)[-2:]
        after = self._after(mention.end)
        leaves = any(self.words.is_word("from_words", " ".join(before[n:])) or self.words.is_word("from_words", w) for n, w in enumerate(before))
        to_it = bool(before) and not self.words.is_word("from_words", before[-1]) and len(before) > 1 and self.words.is_word("links", before[-1])
        ends = self.words.ends(self.levelled[mention.start : mention.end])
        return (leaves and not to_it) or ends or (after is not None and self.words.is_late_from(after))

    def _agrees(self) -> bool:
        """Whether it agrees with the rating it names, or wants it kept, rather than proposing one."""
        agreeing = [] if self._agrees_conditionally() else self.words.spans("agree", self.levelled)
        spans = [*agreeing, *self.words.spans("keep", self.levelled)]
        spans = [s for s in spans if not any(n.end <= s.start and len(self._between(n.end, s.start)) <= 2 for n in self.negations)]
        spans = [s for s in spans if not any(s.start >= n.start and s.end <= n.end for n in self.negations)]
        spans = [s for s in spans if not any(n.start >= s.end and self._parts_verb(s, n) for n in self.negations)]
        turns = self.words.spans("contrast", self.levelled)
        return bool(spans) and not any(t.start > spans[0].start and any(m.start > t.start for m in self.mentions) for t in turns)

    def _parts_verb(self, verb: Span, negation: Span) -> bool:
        """Whether a negation stands right before the particle of a parted verb: "stimmen der Bewertung nicht zu"."""
        particle = self._after(negation.end)
        return particle is not None and self.words.is_word("particles", particle) and not self._breaks(verb.end, negation.start)

    def _agrees_conditionally(self) -> bool:
        """Whether it would agree: a rating that holds under a condition only is proposed."""
        return bool(self.words.spans("agree", self.levelled) and self.words.spans("condition", self.levelled))

    def _has_target(self, span: Span) -> bool:
        after, before = self._between(span.end, len(self.text)), self._between(0, span.start)
        if not after or self._breaks(span.end, span.end + 1) or any(self.words.is_word("targets", w) for w in self._between(span.start, span.end)):
            return True
        if any(p.start == t.start for p in self.proposers for t in self.tokens if t.start >= span.end and not self._between(span.end, t.start)):
            return True
        near = [*after[:MAX_TARGET], *before[-MAX_TARGET:]]
        return any(self.words.is_word("targets", w) for w in near) or self._may_follow(after[0]) or self.words.is_word("links", after[0])

    def _between(self, start: int, end: int) -> list[str]:
        return [self.levelled[t.start : t.end] for t in self.tokens if t.start >= start and t.end <= end]

    def _after(self, place: int) -> str | None:
        return next((self.levelled[t.start : t.end] for t in self.tokens if t.start >= place), None)

    def _breaks(self, start: int, end: int) -> bool:
        """Whether a clause ends between two places."""
        return any(c in ",;:.()–—،؛" for c in self.text[start:end])
