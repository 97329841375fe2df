"""A Lambda runtime client in as few steps as Python's standard library allows: less than AWS's own client does."""

import http.client
import json
import os

from handler import Handler

PREFIX = "/2018-06-01/runtime/invocation/"


def main():
    handler = Handler()
    api = http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])
    while True:
        api.request("GET", PREFIX + "next")
        event = api.getresponse()
        body = event.read()
        invocation_id = event.getheader("lambda-runtime-aws-request-id")
        answer = json.dumps(handler.answer(invocation_id, body))
        api.request("POST", PREFIX + invocation_id + "/response", answer)
        api.getresponse().read()


main()
