"""The register of what moto lacks: `@gap` for what Terraform needs, `@played` for what makes a fault playable."""

import functools
import os

GAPS = {}
PLAYED = {}


def gap(patch):
    """Registers a patch without which the AWS provider fails or plans a change every time."""
    GAPS[patch.__name__] = patch
    return patch


def played(patch):
    """Registers a patch that makes behaviour play; a test that relies on it tests this patch, not AWS."""
    PLAYED[patch.__name__] = patch
    return patch


def close():
    """Applies every patch but those named in EMULATOR_WITHOUT, which serves to find out whether one is still needed."""
    left_open = os.environ.get("EMULATOR_WITHOUT", "").split(",")
    for name, patch in (GAPS | PLAYED).items():
        if name not in left_open and "all" not in left_open:
            patch()


def tables():
    return "\n\n".join((table("Gap", GAPS), table("Played", PLAYED)))


def table(title, patches):
    rows = [f"| `{name}` | {' '.join(patch.__doc__.split())} |" for name, patch in patches.items()]
    return "\n".join([f"| {title} | What moto lacks, and who needs it |", "|---|---|", *rows])


def kept(backend, kind):
    """A dictionary that lives on a moto backend, so that resetting the emulator empties it."""
    return backend.__dict__.setdefault(f"kept_{kind}", {})


def around(owner, name):
    """Replaces `owner.name` by the decorated function, which is given the original first."""
    original = getattr(owner, name)

    def install(replacement):
        @functools.wraps(original)
        def method(*args, **kwargs):
            return replacement(original, *args, **kwargs)

        setattr(owner, name, method)
        return method

    return install


def added(owner):
    """Adds the decorated function to `owner` as a method of the same name."""

    def install(function):
        setattr(owner, function.__name__, function)
        return function

    return install
