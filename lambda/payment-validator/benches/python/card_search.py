"""Card numbers where none may be: src/card_search.rs once more."""

import re
import unicodedata

from dated_tables import RANGES

LENGTHS = range(13, 20)
LETTERS_LIKE_DASHES = "\u30fc\uff70\u3161\uffda\u1173\u115f\u1160\u17b4\u17b5\u3164\uffa0"
IDEOGRAPHS = "〇一二三四五六七八九"
UUID = re.compile(r"(?<![^\W_])[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}(?![^\W_])")
IBAN_BEGIN = re.compile(r"(?<![^\W_])[A-Z].[0-9]", re.DOTALL)
WORD = re.compile(r"[0-9A-Za-z]+")
HEXADECIMAL = re.compile(r"(?=.*[a-fA-F])[0-9a-fA-F]{20,}")
EXPIRY = re.compile(r"(0[1-9]|1[0-2])(20)?[2-5][0-9]|(20)?[2-5][0-9](0[1-9]|1[0-2])")
REST = re.compile(rf"(?:{EXPIRY.pattern})(?:[0-9]{{3,4}})?")
PRINTED = {(4, 6, 4), (4, 6, 5), (6, 13), (4, 4, 5), (4, 3, 3, 3), (1, 4, 5, 5)}


def luhn(digits):
    total = 0
    for at, digit in enumerate(reversed(digits)):
        value = ord(digit) - 48
        total += value if at % 2 == 0 else value * 2 - 9 if value > 4 else value * 2
    return total % 10 == 0


def ranges_of(digits):
    leading = int(digits[:8]) if len(digits) >= 8 else -1
    return [entry for entry in RANGES if entry[0] <= leading <= entry[1]]


def range_of(digits):
    return next((entry for entry in ranges_of(digits) if len(digits) in entry[3]), None)


def is_card(digits):
    return luhn(digits) and range_of(digits) is not None


def part(c):
    """An ASCII digit, a space for what separates, or a letter."""
    if c.isascii():
        return c if c.isalnum() else " "
    if (digit := unicodedata.digit(c, None)) is not None:
        return str(digit)
    if c in IDEOGRAPHS:
        return str(IDEOGRAPHS.index(c))
    return "x" if c.isalnum() and c not in LETTERS_LIKE_DASHES else " "


def runs(text):
    parts = text if text.isascii() else "".join(map(part, text))
    for run in re.split("[A-Za-z]+", parts):
        groups = re.findall("[0-9]+", run)
        if sum(map(len, groups)) >= LENGTHS[0]:
            yield groups


def holds_card(groups, is_layout):
    digits, starts = "".join(groups), []
    for group in groups:
        starts.append(starts[-1][1] if starts else 0)
        starts[-1] = (starts[-1], starts[-1] + len(group))
    for at, (start, end) in enumerate(starts):
        group = digits[start:end]
        skipped = {len(group) - len(group.lstrip("0"))}
        skipped |= {length for length in (4, 6) if len(group) >= length and EXPIRY.fullmatch(group[:length])}
        for begin in (start + skip for skip in skipped):
            for length in LENGTHS:
                last = begin + length
                if last > len(digits) or not is_card(digits[begin:last]):
                    continue
                stop = next((first for first, _ in starts if first >= last), len(digits))
                if stop > last and not REST.fullmatch(digits[last:stop]):
                    continue
                sizes = [min(to, last) - max(first, begin) for first, to in starts[at:] if min(to, last) > max(first, begin)]
                if is_layout(tuple(sizes)):
                    return True
    return False


def is_card_layout(sizes):
    if len(sizes) == 1 or sizes in PRINTED:
        return True
    return sizes[0] <= 5 and sizes[-1] <= sizes[0] and set(sizes[:-1]) == {sizes[0]}


def in_text(text):
    def holds(text):
        return any(holds_card(groups, lambda _: True) for groups in runs(text))

    return holds(text) and holds(without_ibans(text))


def without_ibans(text):
    at = 0
    while found := IBAN_BEGIN.search(text, at):
        start, at = found.start(), found.start() + 1
        if length := iban_at(text[start:]):
            at = start + length
            text = text[:start] + "x" * length + text[at:]
    return text


def iban_at(text):
    from rules import iban  # There the search is imported.

    longest, compact = 0, ""
    for at, character in enumerate(text):
        if character in " \u00a0":
            continue
        if not (character.isascii() and character.isalnum()) or len(compact) == 34:
            break
        compact += character
        ends = at + 1 == len(text) or not text[at + 1].isalnum()
        if ends and not iban(compact):
            longest = at + 1
    return longest


def decimal_uuid_holds_card(digits):
    starts = {0, len(digits) - len(digits.lstrip("0")), 8, 12, 16, 20}
    ends = {len(digits), len(digits.rstrip("0"))}
    windows = [(start, start + length) for start in starts for length in LENGTHS]
    windows += [(end - length, end) for end in ends for length in LENGTHS]
    return any(0 <= start and end <= len(digits) and is_card(digits[start:end]) for start, end in windows)


def veil(match):
    word = match[0]
    if not HEXADECIMAL.fullmatch(word):
        return word
    if len(word) == 32:
        return "x" * 32
    first = re.search("[a-fA-F]", word).start()
    last = len(word) - re.search("[a-fA-F]", word[::-1]).start()
    return word[:first] + "x" * (last - first) + word[last:]


def in_identifier(text):
    for uuid in UUID.findall(text):
        digits = uuid.replace("-", "")
        if digits.isdigit() and decimal_uuid_holds_card(digits):
            return True
    text = WORD.sub(veil, UUID.sub("x" * 36, text))
    return any(holds_card(groups, is_card_layout) for groups in runs(text))
