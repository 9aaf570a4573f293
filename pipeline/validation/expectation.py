"""A rule → the expectation of Great Expectations that it names."""

import great_expectations.expectations.core  # noqa: F401  # registers the checks that a suite may name
from great_expectations.exceptions.exceptions import GreatExpectationsError
from great_expectations.expectations.expectation import Expectation
from great_expectations.expectations.expectation_configuration import ExpectationConfiguration
from great_expectations.expectations.metadata_types import FailureSeverity
from great_expectations.expectations.registry import list_registered_expectation_implementations

from pipeline.errors import SuiteError
from pipeline.validation import checks
from pipeline.validation.rules import Rule


def refuse_unknown(rule: Rule) -> None:
    """Refuse a rule that Great Expectations would drop.

    Raises:
        SuiteError: Its type isn't registered, or its arguments don't fit the type.
    """
    expectation_of(rule)


def expectation_of(rule: Rule) -> Expectation:
    """Return the check that a rule names."""
    configuration = ExpectationConfiguration(
        type=rule.type, kwargs=rule.kwargs, severity=FailureSeverity(rule.severity.value), meta={"rule": rule.name}
    )
    known = list_registered_expectation_implementations()
    if rule.type not in known:
        ours = ", ".join(sorted(kind.expectation_type for kind in checks.RowsExpectation.__subclasses__()))
        raise SuiteError(rule.file, rule.name, f"There is no check of the type {rule.type!r}.", f"Use {ours}, or one of Great Expectations' own.")
    try:
        return configuration.to_domain_obj()
    except (GreatExpectationsError, ValueError, TypeError) as error:
        said = " ".join(str(error).split())
        raise SuiteError(
            rule.file, rule.name, f"Its kwargs don't fit {rule.type}: {said}.", "Compare them with a shipped rule of that type."
        ) from error
