"""The rules of payment-validator once more, in Python with nothing but its standard library, to measure against."""

import datetime
import json
import os
import re
import sys
import time

from tables import BBAN, COUNTRIES, CURRENCIES, LIMITS, RANGES, WITHDRAWN

RULE_SET = "1.0.0"
MAX_BYTES = 16_384
MAX_EXACT = 2**53 - 1
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


def amount(fields):
    units, exponent = fields.take("minor_units", int, "an integer"), fields.take("exponent", int, "an integer")
    code = fields.text("currency", currency)
    if code is None:
        return
    own = CURRENCIES[code]
    limit = min(LIMITS.get(code, 1_000_000) * 10**own, 999_999_999_999)
    if units is not None and units <= 0:
        fields.fail("amount.not_positive", "minor_units", "must be at least 1")
    if units is not None and units > limit:
        fields.fail("amount.above_limit", "minor_units", f"must be at most {limit} for {code}")
    if exponent is not None and exponent != own:
        fields.fail("amount.exponent", "exponent", f"must be {own} for {code}")


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


def payment_method(fields, now):
    known = ("card", "card_token", "bank_transfer")
    kind = fields.text("type", lambda text: rule("payment_method.unknown", text in known, f"must be one of {known}"))
    if kind == "card":
        number = fields.text("number", card_number)
        fields.text("expiry", lambda text: expiry(text, now))
        fields.text("cvv", lambda text: verification_value(text, number), required=False)
        fields.text("holder", free_text(2, 26), required=False)
    elif kind == "card_token":
        fields.text("token", matches("card_token.format", TOKEN, "must be tok_ and 20 to 60 letters or digits"))
    elif kind == "bank_transfer":
        fields.text("iban", iban)
        fields.text("bic", bic, required=False)
        fields.text("account_holder", free_text(1, 140))
    else:
        fields.strict = False


def request(fields, now):
    fields.text("schema_version", lambda text: rule("schema_version.unknown", text == "1", 'must be "1"'))
    request_id = fields.text("request_id", matches("request_id.format", UUID, "must be a UUID"))
    fields.text("idempotency_key", matches("idempotency_key.format", KEY, "must be 16 to 64 characters"))
    fields.text("merchant_id", matches("merchant_id.format", MERCHANT, "must be 1 to 15 characters"))
    fields.text("requested_at", lambda text: requested_at(text, now))
    read_object(fields, "amount", amount)
    read_object(fields, "payment_method", lambda method: payment_method(method, now))
    fields.text(
        "billing_country", lambda text: rule("country.unknown", text in COUNTRIES, "must be an ISO 3166-1 alpha-2 code")
    )
    fields.text("description", free_text(1, 140), required=False)
    return request_id


def read_object(fields, name, read):
    values = fields.take(name, Object, "an object")
    if values is not None:
        inner = Fields(f"{fields.path}/{name}", values, fields.failures)
        read(inner)
        inner.finish()


def decide(body, now):
    failures, request_id = [], None
    if len(body) > MAX_BYTES:
        failures.append({"code": "json.size", "field": "", "message": f"must have at most {MAX_BYTES} bytes"})
    else:
        try:
            values = DECODER.decode(body.decode())
        except (ValueError, RecursionError):
            failures.append({"code": "json.syntax", "field": "", "message": "must be one JSON document in UTF-8"})
        else:
            if isinstance(values, Object):
                fields = Fields("", values, failures)
                request_id = request(fields, now)
                fields.finish()
            else:
                failures.append({"code": "json.type", "field": "", "message": "a request must be an object"})
    verdict = "rejected" if failures else "accepted"
    return {"decision": verdict, "request_id": request_id, "rule_set": RULE_SET, "failures": failures}


def log(line):
    sys.stdout.write(json.dumps(line) + "\n")


def metric(now, dimensions, metrics, values):
    names = [{"Name": name, "Unit": unit} for name, unit in metrics]
    directive = {"Namespace": "PaymentValidation", "Dimensions": [dimensions], "Metrics": names}
    log({"_aws": {"Timestamp": int(now.timestamp()) * 1000, "CloudWatchMetrics": [directive]}} | values)


class Handler:
    def __init__(self):
        self.cold_start = True
        self.environment = os.environ.get("ENVIRONMENT_SUFFIX", "none")

    def answer(self, invocation_id, event):
        started, now = time.perf_counter(), datetime.datetime.now(datetime.timezone.utc)
        cold_start, self.cold_start = self.cold_start, False
        records = json.loads(event).get("Records") if b'"Records"' in event else None
        decisions, failed = [], []
        for record in records or [{"body": event, "messageId": None}]:
            sent = record.get("attributes", {}).get("SentTimestamp")
            received = datetime.datetime.fromtimestamp(int(sent) / 1000, datetime.timezone.utc) if sent else now
            body = record["body"] if records is None else record["body"].encode()
            decision = decide(body, received)
            decisions.append(decision)
            if decision["failures"]:
                failed.append({"itemIdentifier": record["messageId"]})
            self.record(invocation_id, record["messageId"], decision, now, cold_start)
        self.count(decisions, now, time.perf_counter() - started, cold_start)
        sys.stdout.flush()
        return decisions[0] if records is None else {"batchItemFailures": failed}

    def record(self, invocation_id, message_id, decision, now, cold_start):
        log({
            "timestamp": now.isoformat(), "level": "INFO", "message": "payment decided",
            "function_request_id": invocation_id, "message_id": message_id, "request_id": decision["request_id"],
            "decision": decision["decision"], "codes": sorted({failure["code"] for failure in decision["failures"]}),
            "rule_set": RULE_SET, "cold_start": cold_start,
        })

    def count(self, decisions, now, seconds, cold_start):
        codes = [code for decision in decisions for code in {failure["code"] for failure in decision["failures"]}]
        rejected = sum(bool(decision["failures"]) for decision in decisions)
        counts = {"Accepted": len(decisions) - rejected, "Rejected": rejected, "Duration": seconds * 1000,
                  "ColdStart": int(cold_start)}
        units = [(name, "Milliseconds" if name == "Duration" else "Count") for name in counts]
        metric(now, ["Environment"], units, {"Environment": self.environment} | counts)
        for code in sorted(set(codes)):
            values = {"Environment": self.environment, "Code": code, "RejectedByCode": codes.count(code)}
            metric(now, ["Environment", "Code"], [("RejectedByCode", "Count")], values)
