"""The same handler for AWS's own runtime client. The client has parsed the event already, so that duplicate keys and
number forms are lost before the rules could see them; writing it out again is what such a handler has to do."""

import json

from handler import Handler

HANDLER = Handler()


def lambda_handler(event, context):
    return HANDLER.answer(context.aws_request_id, json.dumps(event).encode())
