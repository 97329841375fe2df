"""Asks the AWS APIs: one JSON line in, one JSON line out, until the input ends. The one argument is the endpoint.

in:  {"service": "ec2", "operation": "describe_vpcs", "parameters": {}}
out: {"ok": {...}} or {"error": {"code": "...", "message": "..."}}
Lists are complete (all pages); times are ISO 8601; bytes are {"base64": "...", "text": "..." or null}.
"""

import base64
import datetime
import functools
import json
import sys

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError


@functools.cache
def client(service):
    return boto3.client(
        service,
        endpoint_url=sys.argv[1],
        region_name="us-east-1",
        aws_access_key_id="test",
        aws_secret_access_key="test",
        config=Config(retries={"total_max_attempts": 1}, proxies={}),
    )


def ask(service, operation, parameters):
    if client(service).can_paginate(operation):
        return client(service).get_paginator(operation).paginate(**parameters).build_full_result()
    answer = getattr(client(service), operation)(**parameters)
    answer.pop("ResponseMetadata", None)
    return answer


def plain(value):
    """What JSON cannot say: times, bytes and streams."""
    if isinstance(value, datetime.datetime):
        return value.isoformat()
    data = value if isinstance(value, bytes) else value.read()
    try:
        text = data.decode()
    except UnicodeDecodeError:
        text = None
    return {"base64": base64.b64encode(data).decode(), "text": text}


def reply(line):
    try:
        return {"ok": ask(**json.loads(line))}
    except ClientError as error:
        return {"error": {"code": error.response["Error"]["Code"], "message": str(error)}}
    except Exception as error:  # a wrong question is answered too, and the conversation goes on
        return {"error": {"code": type(error).__name__, "message": str(error)}}


for line in sys.stdin:
    print(json.dumps(reply(line), default=plain), flush=True)
