"""Asks AWS's own service models whether a request is valid: one JSON line in, one JSON list of problems out.

in: {"service": "fis", "operation": "CreateExperimentTemplate", "parameters": {}}, or {"workflow": {}} for a definition
in Amazon States Language. With "spelling": "step-functions" the parameters are named as a task of a workflow names them.
{"names": "rds"}: every name of the service's members, and how a task spells it; and a problem for each that cannot be read
back. {"inner": "rds"}: every name whose acronym, as a task spells it, is not at its beginning. {"errors": "rds", "operation": "DeleteDBCluster"}:
the errors of an operation, as a task's `Retry` and `Catch` name them.
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


def spelled(name):
    """As `Utils.unCapitalize` of the AWS SDK for Java 2 folds a name, which Step Functions then begins with a capital."""
    folded, rest = name[0].upper(), name[1:]
    while rest and rest[0].isupper() and not (len(rest) > 1 and rest[1].islower()):
        folded, rest = folded + rest[0].lower(), rest[1:]
    return folded + rest


def as_in_the_api(value, shape):
    """The arguments of a task with the names of the API. A name that no task knows stays, and is then unknown to the API, too."""
    if shape is not None and shape.type_name == "structure" and isinstance(value, dict):
        names = {spelled(name): name for name in shape.members}
        # What only the API spells so is no argument of a task.
        known = {key: names.get(key, f"(unknown to tasks) {key}") for key in value}
        return {known[key]: as_in_the_api(one, shape.members.get(known[key])) for key, one in value.items()}
    if shape is not None and shape.type_name == "list" and isinstance(value, list):
        return [as_in_the_api(one, shape.member) for one in value]
    # Computed when the workflow runs.
    if isinstance(value, str) and value.startswith("{%"):
        return 0
    return value


def structures(service):
    model = SERVICES.get_service_model(service)
    return [shape for shape in map(model.shape_for, model.shape_names) if shape.type_name == "structure"]


def names(service):
    spelt, problems = {}, []
    for shape in structures(service):
        back = {}
        for name in shape.members:
            if (other := back.setdefault(spelled(name), name)) != name:
                problems.append(f"{shape.name}: {name} and {other} are both {spelled(name)}")
            spelt[name] = spelled(name)
    return {"spelled": spelt, "problems": problems}


def errors(service, operation):
    """As the AWS SDK for Java 2 names the class of an error: every acronym folded, `Exception` at the end."""
    model = SERVICES.get_service_model(service)
    prefix = model.service_name.replace("-", " ").title().replace(" ", "")
    for shape in model.operation_model(operation).error_shapes:
        words = regex.findall("[A-Z]+(?![a-z])|[A-Z][a-z0-9]*|[a-z0-9]+", shape.name.removesuffix("Fault").removesuffix("Exception"))
        yield f"{prefix}.{''.join(word.capitalize() for word in words)}Exception"


def inner(service):
    """Where the service itself spells a name in two ways, neither is wrong."""
    ways = {}
    for shape in structures(service):
        for name in map(spelled, shape.members):
            ways.setdefault(name.lower(), set()).add(name)
    once = [name for names in ways.values() if len(names) == 1 for name in names]
    return sorted(name for name in once if regex.search("(?<=[a-z0-9])[A-Z]{2}", name))


def problems_of_request(service, operation, parameters, spelling="api"):
    shape = SERVICES.get_service_model(service).operation_model(operation).input_shape
    if spelling == "step-functions":
        parameters = as_in_the_api(parameters, shape)
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
    if "workflow" in question:
        found = problems_of_workflow(question["workflow"])
    elif "names" in question:
        found = names(question["names"])
    elif "inner" in question:
        found = inner(question["inner"])
    elif "errors" in question:
        found = list(errors(question["errors"], question["operation"]))
    else:
        found = problems_of_request(**question)
    print(json.dumps(found), flush=True)
