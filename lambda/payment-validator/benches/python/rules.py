"""The rules, each with the code of the one in Rust."""

import datetime
import re

from card_search import in_identifier, in_text, luhn, range_of, ranges_of
from dated_tables import WITHDRAWN
from tables import BBAN, COUNTRIES, CURRENCIES

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


def identifier(code, pattern, message):
    def check(text):
        if not pattern.fullmatch(text):
            return [(code, message)]
        return rule("identifier.card_number", not in_identifier(text), "must not hold a card number")

    return check


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
        return [("currency.withdrawn", f"must be a current code of ISO 4217; the successor is {WITHDRAWN[text]}")]
    return rule("currency.no_minor_unit", CURRENCIES[text] is not None, "must be a currency with a minor unit")


def is_digits(text):
    return text.isascii() and text.isdigit()


def card_number(text):
    if not is_digits(text):
        return [("card.format", "must be digits only, without spaces or hyphens")]
    lengths = sorted({length for entry in ranges_of(text) for length in entry[3]}) or range(12, 20)
    return (
        rule("card.length", len(text) in lengths, f"must have {', '.join(map(str, lengths))} digits")
        + rule("card.issuer", ranges_of(text), "must begin with a known issuer identification number")
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
    lengths = (3, 4) if number is None else (4,) if range_of(number)[2] == "AmericanExpress" else (3,)
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
    return rule("bic.country", text[4:6] in COUNTRIES, "must have an ISO 3166-1 country code")


def free_text(shortest, longest):
    def check(text):
        bounded = shortest <= len(text) <= longest and text.strip() == text
        return (
            rule("text.length", bounded, f"must have {shortest} to {longest} characters and no white space around them")
            + rule("text.control_character", not CONTROL.search(text), "must have no control characters")
            + rule("text.card_number", not in_text(text), "must not hold a card number")
        )

    return check
