"""The rules of payment-validator once more, in Python with nothing but its standard library, to measure against."""

import datetime
import json
import os
import sys
import time

import rules
from fields import DECODER, Fields, Object
from dated_tables import LIMITS
from tables import COUNTRIES, CURRENCIES

RULE_SET = "2.0.0"
MAX_BYTES = 16_384


def amount(fields):
    units, exponent = fields.take("minor_units", int, "an integer"), fields.take("exponent", int, "an integer")
    code = fields.text("currency", rules.currency)
    if code is None:
        return
    own = CURRENCIES[code]
    limit = LIMITS[code]
    if units is not None and units <= 0:
        fields.fail("amount.not_positive", "minor_units", "must be at least 1")
    if units is not None and units > limit:
        fields.fail("amount.above_limit", "minor_units", f"must be at most {limit} for {code}")
    if exponent is not None and exponent != own:
        fields.fail("amount.exponent", "exponent", f"must be {own} for {code}")


def payment_method(fields, now):
    known = ("card", "card_token", "bank_transfer")
    unknown = "payment_method.unknown"
    kind = fields.text("type", lambda text: rules.rule(unknown, text in known, f"must be one of {known}"))
    if kind == "card":
        number = fields.text("number", rules.card_number)
        fields.text("expiry", lambda text: rules.expiry(text, now))
        fields.text("cvv", lambda text: rules.verification_value(text, number), required=False)
        fields.text("holder", rules.free_text(2, 26), required=False)
    elif kind == "card_token":
        fields.text("token", rules.identifier("card_token.format", rules.TOKEN, "must be tok_ and 20 to 60 letters"))
    elif kind == "bank_transfer":
        fields.text("iban", rules.iban)
        fields.text("bic", rules.bic, required=False)
        fields.text("account_holder", rules.free_text(1, 140))
    else:
        fields.strict = False


def request(fields, now):
    fields.text("schema_version", lambda text: rules.rule("schema_version.unknown", text == "1", 'must be "1"'))
    request_id = fields.text("request_id", rules.identifier("request_id.format", rules.UUID, "must be a UUID"))
    fields.text("idempotency_key", rules.identifier("idempotency_key.format", rules.KEY, "must be 16 to 64 characters"))
    fields.text("merchant_id", rules.identifier("merchant_id.format", rules.MERCHANT, "must be 1 to 15 characters"))
    fields.text("requested_at", lambda text: rules.requested_at(text, now))
    read_object(fields, "amount", amount)
    read_object(fields, "payment_method", lambda method: payment_method(method, now))
    fields.text(
        "billing_country", lambda text: rules.rule("country.unknown", text in COUNTRIES, "must be an ISO 3166-1 code")
    )
    fields.text("description", rules.free_text(1, 140), required=False)
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
