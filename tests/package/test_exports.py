"""The public surface: exactly the names that are promised."""

import hegang_qa


def test_all_lists_exactly_the_public_names() -> None:
    modules = {"answer_types", "errors", "results", "resources", "engine", "within"}
    public = {
        name
        for name in vars(hegang_qa)
        if not name.startswith("_")
        and name not in modules
        and getattr(vars(hegang_qa)[name], "__module__", None) is not None
    }
    assert public | {"__version__"} == set(hegang_qa.__all__)


def test_all_is_sorted() -> None:
    assert hegang_qa.__all__ == sorted(hegang_qa.__all__)


def test_errors_have_one_base() -> None:
    for name in ("SourceError", "RuleError", "IndexFormatError", "UsageError"):
        assert issubclass(getattr(hegang_qa, name), hegang_qa.HegangQAError)
