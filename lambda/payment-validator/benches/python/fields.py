"""JSON read strictly, field by field."""

import json

MAX_EXACT = 2**53 - 1
INEXACT = object()


class Object(dict):
    duplicates = ()


def integer(text):
    value = int(text)
    return value if abs(value) <= MAX_EXACT and text != "-0" else INEXACT


def pairs(items):
    result = Object(items)
    if len(result) < len(items):
        seen = set()
        result.duplicates = sorted({key for key, _ in items if key in seen or seen.add(key)})
    return result


def constant(name):
    raise ValueError(name)


DECODER = json.JSONDecoder(
    object_pairs_hook=pairs, parse_float=lambda _: INEXACT, parse_int=integer, parse_constant=constant
)


class Fields:
    def __init__(self, path, values, failures):
        self.path, self.values, self.failures, self.known, self.strict = path, values, failures, [], True

    def fail(self, code, name, message):
        self.failures.append({"code": code, "field": f"{self.path}/{name}", "message": message})

    def take(self, name, kind, what, required=True):
        self.known.append(name)
        if name not in self.values:
            if required:
                self.fail("field.missing", name, "is required")
            return None
        value = self.values[name]
        if kind is int and value is INEXACT:
            self.fail("json.number", name, "must be written as digits only and within ±(2^53 - 1)")
        elif isinstance(value, kind) and not isinstance(value, bool):
            return value
        else:
            self.fail("json.type", name, f"must be {what}")
        return None

    def text(self, name, check, required=True):
        value = self.take(name, str, "a string", required)
        if value is None:
            return None
        broken = check(value)
        for code, message in broken:
            self.fail(code, name, message)
        return None if broken else value

    def finish(self):
        for name in self.values.duplicates:
            self.fail("json.duplicate_key", name if name in self.known else "", "must appear once")
        if self.strict and (unread := len(self.values.keys() - set(self.known))):
            message = f"unknown fields: {unread}; allowed: {', '.join(self.known)}"
            self.failures.append({"code": "field.unknown", "field": self.path, "message": message})
