"""The rules, each with the code of the one in Rust."""

import datetime
import re

from tables import BBAN, COUNTRIES, CURRENCIES, RANGES, WITHDRAWN

LAST_ZONE = datetime.timezone(datetime.timedelta(hours=-12))
RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)", re.ASCII)
UUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
KEY = re.compile(r"[A-Za-z0-9_-]{16,64}")
MERCHANT = re.compile(r"[A-Za-z0-9-]{1,15}")
TOKEN = re.compile(r"tok_(?=[0-9]*[A-Za-z])[A-Za-z0-9]{20,60}")
IBAN = re.compile(r"[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}")
BIC = re.compile(r"[A-Z0-9]{8}([A-Z0-9]{3})?")
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
BBANS = {country: re.compile(pattern) for country, pattern in BBAN.items()}


def rule(code, holds, message):
    return [] if holds else [(code, message)]


def matches(code, pattern, message):
    return lambda text: rule(code, pattern.fullmatch(text), message)


def requested_at(text, now):
    form = "must be an RFC 3339 timestamp such as 2026-11-22T12:00:00Z"
    if not RFC3339.fullmatch(text):
        return [("timestamp.format", form)]
    try:
        instant = datetime.datetime.fromisoformat(text)
        skew = abs((now - instant).total_seconds())
    except (ValueError, OverflowError):
        return [("timestamp.format", form)]
    return rule("timestamp.skew", skew <= 300, "must be within 300 seconds of the time of receipt")


def currency(text):
    if text not in CURRENCIES and text not in WITHDRAWN:
        return [("currency.unknown", "must be an upper-case alphabetic code of ISO 4217")]
    if text in WITHDRAWN:
        return [("currency.withdrawn", "must be a current code of ISO 4217")]
    return rule("currency.no_minor_unit", CURRENCIES[text] is not None, "must be a currency with a minor unit")


def luhn(digits):
    total = 0
    for at, digit in enumerate(reversed(digits)):
        value = ord(digit) - 48
        total += value if at % 2 == 0 else value * 2 - 9 if value > 4 else value * 2
    return total % 10 == 0


def network(digits):
    leading = int(digits[:6]) if len(digits) >= 6 else -1
    return next((entry for entry in RANGES if entry[0] <= leading <= entry[1]), None)


def is_digits(text):
    return text.isascii() and text.isdigit()


def card_number(text):
    if not is_digits(text):
        return [("card.format", "must be digits only, without spaces or hyphens")]
    entry = network(text)
    lengths = entry[3] if entry else range(12, 20)
    return (
        rule("card.length", len(text) in lengths, f"must have {', '.join(map(str, lengths))} digits")
        + rule("card.issuer", entry, "must begin with a known issuer identification number")
        + rule("card.luhn", luhn(text), "must end with the check digit of its other digits")
    )


def expiry(text, now):
    if not re.fullmatch(r"[0-9]{4}-(0[1-9]|1[0-2])", text):
        return [("card.expiry_format", "must be a month such as 2030-09")]
    year, month = int(text[:4]), int(text[5:])
    if (year - now.year) * 12 + month - now.month > 240:
        return [("card.expiry_too_far", "must be at most 20 years ahead")]
    end = datetime.datetime(year + month // 12, month % 12 + 1, 1, tzinfo=LAST_ZONE) if year > 0 else now
    return rule("card.expired", now < end, "must not be over")


def verification_value(text, number):
    lengths = (3, 4) if number is None else (4,) if network(number)[2] == "AmericanExpress" else (3,)
    return rule("card.cvv", is_digits(text) and len(text) in lengths, "must be 3 digits, or 4 for American Express")


def iban(text):
    if not IBAN.fullmatch(text):
        return [("iban.format", "must be 15 to 34 upper-case letters and digits without spaces")]
    country, account = text[:2], text[4:]
    remainder = int("".join(str(int(character, 36)) for character in account + country + "00")) % 97
    broken = rule("iban.checksum", text[2:4] == f"{98 - remainder:02}", "must have the check digits of its account")
    if country not in BBANS:
        return broken + [("iban.country", "must begin with a country of the IBAN registry")]
    return broken + rule("iban.structure", BBANS[country].fullmatch(account), "must have its country's structure")


def bic(text):
    if not BIC.fullmatch(text):
        return [("bic.format", "must be 8 or 11 upper-case letters and digits")]
    return rule("bic.country", text[4:6] in COUNTRIES or text[4:6] == "XK", "must have an ISO 3166-1 country code")


def holds_card_number(text):
    for run in re.split(r"[^0-9 -]", text):
        groups = [group for group in re.split("[ -]", run) if group]
        for first in range(len(groups)):
            joined = ""
            for group in groups[first : first + 19]:
                joined += group
                entry = network(joined) if 13 <= len(joined) <= 19 else None
                if entry and len(joined) in entry[3] and luhn(joined):
                    return True
    return False


def free_text(shortest, longest):
    def check(text):
        bounded = shortest <= len(text) <= longest and text.strip() == text
        return (
            rule("text.length", bounded, f"must have {shortest} to {longest} characters and no white space around them")
            + rule("text.control_character", not CONTROL.search(text), "must have no control characters")
            + rule("text.card_number", not holds_card_number(text), "must not hold a card number")
        )

    return check
