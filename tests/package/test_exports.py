"""The public surface: exactly the names that are promised."""

import pkgutil
from importlib import import_module

import pytest

import hegang_qa
from hegang_qa import errors


def test_every_promised_name_is_there() -> None:
    held: dict[str, object] = {}
    exec("from hegang_qa import *", held)
    held.pop("__builtins__")
    assert set(held) == set(hegang_qa.__all__)
    assert set(hegang_qa.__all__) <= set(dir(hegang_qa))


@pytest.mark.parametrize(
    "name", [one.name for one in pkgutil.walk_packages(hegang_qa.__path__, "hegang_qa.")]
)
def test_every_module_has_what_it_lists(name: str) -> None:
    module = import_module(name)
    assert not [listed for listed in getattr(module, "__all__", ()) if not hasattr(module, listed)]


def test_an_unknown_name_is_told() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Engin'"):
        hegang_qa.Engin  # noqa: B018


def test_all_is_sorted() -> None:
    assert hegang_qa.__all__ == sorted(hegang_qa.__all__)


def test_errors_have_one_base() -> None:
    for name in errors.__all__:
        assert name in hegang_qa.__all__
        assert issubclass(getattr(hegang_qa, name), hegang_qa.HegangQAError)
