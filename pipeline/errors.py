"""One tree of errors: each says what, where and what to do, carries its facts, and survives pickling."""

from enum import StrEnum


class Code(StrEnum):
    """Why a document could not be read; the first word of `submissions.status_reason`."""

    EMPTY = "empty"
    UNKNOWN_FORMAT = "unknown_format"
    LEGACY_DOC = "legacy_doc"
    RTF = "rtf"
    HTML = "html"
    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    TOO_LARGE = "too_large"
    BOMB = "bomb"
    TIMEOUT = "timeout"
    OUT_OF_MEMORY = "out_of_memory"
    CRASHED = "crashed"
    NO_TEXT_LAYER = "no_text_layer"
    NO_TABLES = "no_tables"
    UNKNOWN_LAYOUT = "unknown_layout"
    AMBIGUOUS_LAYOUT = "ambiguous_layout"


HINTS = {
    Code.EMPTY: "Ask the sender for the file again: this one holds nothing.",
    Code.UNKNOWN_FORMAT: "Ask for the report as DOCX or PDF.",
    Code.LEGACY_DOC: "Open it in a word processor and save it as .docx.",
    Code.RTF: "Open it in a word processor and save it as .docx.",
    Code.HTML: "Save the page as PDF, or ask for the DOCX it was made from.",
    Code.ENCRYPTED: "Ask the sender for a copy without a password.",
    Code.DAMAGED: "Ask the sender for the file again, or open and save it anew.",
    Code.TOO_LARGE: "Raise the size limit, or split the document.",
    Code.BOMB: "Do not open it. Ask the sender where the file comes from.",
    Code.TIMEOUT: "Raise --timeout, or ask for a simpler file.",
    Code.OUT_OF_MEMORY: "Raise --memory, or ask for a simpler file.",
    Code.CRASHED: "Report it with the file: the reader's process died.",
    Code.NO_TEXT_LAYER: "Run text recognition (OCR) on the scan, or ask for the DOCX.",
    Code.NO_TABLES: "Check that this is the self-assessment report itself: it holds no table.",
    Code.UNKNOWN_LAYOUT: "Run `ogp-etl inspect FILE`, then add a layout file (see docs/add-a-layout.md).",
    Code.AMBIGUOUS_LAYOUT: "Run `ogp-etl inspect FILE`; a layout file beside the data can decide.",
}


class PipelineError(Exception):
    """The root: everything the pipeline raises on purpose.

    `exit_code` is what the command returns when the error reaches it; `hint` says what to do next.
    """

    exit_code = 4
    hint = "Report it with the command that was run."


class UsageError(PipelineError):
    """The call is wrong: an option, or a location that isn't there."""

    exit_code = 2

    def __init__(self, message: str, hint: str = "See `ogp-etl --help`.") -> None:
        super().__init__(message, hint)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return self.message


class DocumentError(PipelineError):
    """A document can't be read as a whole; it is quarantined and the others go on."""

    exit_code = 3

    def __init__(self, code: Code, sentence: str) -> None:
        super().__init__(code, sentence)
        self.code = Code(code)
        self.sentence = sentence
        self.hint = HINTS[self.code]

    @property
    def reason(self) -> str:
        """The text of `submissions.status_reason`: the code, a sentence, what to do."""
        return f"{self.code}: {self.sentence} {self.hint}"

    def __str__(self) -> str:
        return self.reason


class SuiteError(PipelineError):
    """A suite file can't be used as written: which file, which rule, what to write instead."""

    def __init__(self, file: str, rule: str, problem: str, remedy: str) -> None:
        super().__init__(file, rule, problem, remedy)
        self.file, self.rule, self.problem, self.hint = file, rule, problem, remedy

    def __str__(self) -> str:
        return f"{self.file}: rule {self.rule!r}: {self.problem} {self.hint}"


class SidecarError(DocumentError):
    """A sidecar beside a document can't be applied as written."""

    def __init__(self, file: str, problem: str) -> None:
        super().__init__(Code.DAMAGED, f"The sidecar {file} can't be applied: {problem}")
        self.args = (file, problem)


class StoreError(PipelineError):
    """The store can't be read or committed to."""

    hint = "Check the location and its permissions, then run again: nothing was half written."
