"""Asks AWS's own service models whether a request is valid: one JSON line in, one JSON list of problems out.

in: {"service": "fis", "operation": "CreateExperimentTemplate", "parameters": {}}, or {"workflow": {}} for a definition
in Amazon States Language.
"""

import json
import sys

import botocore.session
import jsonata
import regex
from botocore.validate import ParamValidator
from statelint.config import Config
from statelint.linter import Linter
from statelint.problem import ProblemType

SERVICES = botocore.session.get_session()


def problems_of_request(service, operation, parameters):
    shape = SERVICES.get_service_model(service).operation_model(operation).input_shape
    report = ParamValidator().validate(parameters, shape)
    return report.generate_report().splitlines() + list(forbidden(parameters, shape, operation))


def forbidden(value, shape, place):
    """What botocore leaves to the service: enumerated values, patterns, lengths."""
    if shape.type_name == "structure":
        for name in value.keys() & shape.members.keys():
            yield from forbidden(value[name], shape.members[name], f"{place}.{name}")
    elif shape.type_name == "list":
        for number, element in enumerate(value):
            yield from forbidden(element, shape.member, f"{place}[{number}]")
    elif shape.type_name == "map":
        for key, element in value.items():
            yield from forbidden(key, shape.key, f"{place} key")
            yield from forbidden(element, shape.value, f"{place}.{key}")
    elif shape.type_name == "string":
        yield from forbidden_text(value, shape, place)


def forbidden_text(text, shape, place):
    if shape.enum and text not in shape.enum:
        yield f"{place}: {text!r} is none of {shape.enum}"
    if not regex.fullmatch(shape.metadata.get("pattern", r"[\s\S]*"), text):
        yield f"{place}: {text!r} does not match {shape.metadata['pattern']}"
    if len(text) > shape.metadata.get("max", len(text)):
        yield f"{place}: longer than {shape.metadata['max']}"


def problems_of_workflow(definition):
    # Terraform's JSON knows one kind of number: 2 for 2.0.
    return Linter.validate(definition, Config({ProblemType.FLOAT})) + list(unparsable(definition, "workflow"))


def unparsable(value, place):
    """The JSONata expressions that no engine can read."""
    if isinstance(value, dict):
        for name, element in value.items():
            yield from unparsable(element, f"{place}.{name}")
    elif isinstance(value, list):
        for number, element in enumerate(value):
            yield from unparsable(element, f"{place}[{number}]")
    elif isinstance(value, str) and value.startswith("{%"):
        try:
            jsonata.Jsonata(value.removeprefix("{%").removesuffix("%}"))
        except Exception as error:  # the engine raises whatever it ran into
            yield f"{place}: {error}"


for line in sys.stdin:
    question = json.loads(line)
    found = problems_of_workflow(question["workflow"]) if "workflow" in question else problems_of_request(**question)
    print(json.dumps(found), flush=True)
