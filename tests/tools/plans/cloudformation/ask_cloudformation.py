"""Asks CloudFormation's resource schemas, by cfn-lint, what is wrong with planned resources: one JSON document in, one out.

in: {"resources": [{"address": "aws_vpc.main", "type": "aws_vpc", "values": {}}], "told": what stands for a value that only AWS tells}
out: {"held": {type: how many}, "unmatched": [argument without a property], "problems": [{"rule", "address", "property", "says"}]}

`twins.toml` beside it says which CloudFormation type is the twin of a Terraform type, and which arguments have another name.
"""

import itertools
import json
import re
import sys
import tomllib
from pathlib import Path

from cfnlint.api import lint
from cfnlint.config import ManualArgs
from cfnlint.schema import PROVIDER_SCHEMA_MANAGER

REGION = "us-east-1"
TWINS = tomllib.loads(Path(__file__).with_name("twins.toml").read_text())
# Terraform's own, and what every resource has.
NEVER = {"id", "tags", "tags_all", "timeouts", "skip_destroy"}
# CloudFormation takes 500 resources in a template.
IN_A_TEMPLATE = 400
# How a value is written in CloudFormation where it is not written as in Terraform.
SHAPES = {
    # {"a": 1} as [{"Name": "a", "Value": 1}]
    "pairs": lambda value: [{"Name": name, "Value": one} for name, one in value.items()],
    # [{"name": "a", "value": 1}] as {"a": 1}
    "map by name": lambda value: {one["name"]: one["value"] for one in value},
    # [{"key": "a", "value": 1}] as {"a": 1}
    "map by key": lambda value: {one["key"]: one["value"] for one in value},
    # [{"name": "a", "other": 1}] as {"a": {"other": 1}}
    "named": lambda value: {one["name"]: {key: each for key, each in one.items() if key != "name"} for one in value},
    "zero is unset": lambda value: value or None,
    "list": lambda value: [value],
    "protocol number": lambda value: {"tcp": 6, "udp": 17, "icmp": 1}.get(value, value),
    "ENABLED": lambda value: "ENABLED" if value else "DISABLED",
    "scheme": lambda value: "internal" if value else "internet-facing",
    "matcher": lambda value: {"HttpCode": value},
    "certificates": lambda value: [{"CertificateArn": value}],
    "log groups": lambda value: [{"CloudWatchLogsLogGroup": {"LogGroupArn": value}}],
}


def plain(name):
    return name.replace("_", "").lower()


class Twin:
    """Makes the properties of a CloudFormation type from the arguments of a Terraform type."""

    imports = itertools.count()

    def __init__(self, kind, told, unmatched):
        table = TWINS[kind]
        self.kind, self.told, self.unmatched = kind, told, unmatched
        self.type, self.within, self.given = table["twin"], table.get("within"), table.get("given", {})
        self.renamed, self.shapes = table.get("renamed", {}), table.get("shapes", {})
        self.without = NEVER | set(table.get("without", []))
        self.schema = PROVIDER_SCHEMA_MANAGER.get_resource_schema(REGION, self.type).schema

    def resource(self, values):
        root, schema = {}, self.schema
        if self.within:
            schema = self.resolved(self.properties(schema)[self.within]["items"])
        self.block(self.known(values), schema, "", root)
        if self.within:
            root = {self.within: [root]}
        return {"Type": self.type, "Properties": self.given | root}

    def block(self, values, schema, path, into):
        properties = self.properties(schema)
        # A block that may be repeated has its name in the singular.
        names = {plain(name).removesuffix("s"): name for name in properties} | {plain(name): name for name in properties}
        for argument, value in values.items():
            place = f"{path}.{argument}".removeprefix(".")
            target = self.renamed.get(place) or names.get(plain(argument))
            if place in self.without or (self.is_told(value) and target is None):
                continue
            if place in self.shapes:
                value = SHAPES[self.shapes[place]](value)
            if value is None:
                continue
            if target is not None:
                self.put(into, target, self.value(value, self.at(schema, target), place))
            elif isinstance(value, list) and len(value) == 1 and isinstance(value[0], dict):
                self.block(value[0], schema, place, into)
            else:
                self.unmatched.add(f"{self.kind}.{place}")

    def value(self, value, schema, place):
        if self.is_told(value):
            return value
        schema = self.resolved(schema)
        kinds = schema.get("type", [])
        kinds = {kinds} if isinstance(kinds, str) else set(kinds)
        if isinstance(value, str) and value[:1] in "[{" and kinds & {"object", "array"}:
            value = json.loads(value)
        if isinstance(value, list) and len(value) == 1 and "object" in kinds and "array" not in kinds:
            value = value[0]
        if isinstance(value, list):
            return [self.value(one, schema.get("items", {}), place) for one in value]
        if isinstance(value, dict) and "patternProperties" in schema:
            (each,) = schema["patternProperties"].values()
            return {key: self.value(one, each, place) for key, one in value.items()}
        if isinstance(value, dict) and self.properties(schema):
            into = {}
            self.block(value, schema, place, into)
            return into
        return value

    def known(self, value):
        """What says something. A block without arguments does; what only AWS tells is an import, which cfn-lint takes for any value."""
        if value == self.told:
            return {"Fn::ImportValue": f"told-{next(self.imports)}"}
        if isinstance(value, list):
            if value and all(one == self.told for one in value):
                return {"Fn::Split": [",", self.known(self.told)]}
            return [self.known(one) for one in value] or None
        if isinstance(value, dict):
            known = ((key, self.known(one)) for key, one in value.items())
            return {key: one for key, one in known if one is not None}
        return None if value == "" else value

    @staticmethod
    def is_told(value):
        return isinstance(value, dict) and len(value) == 1 and next(iter(value)).startswith("Fn::")

    def resolved(self, schema):
        while "$ref" in schema:
            path, schema = schema["$ref"].removeprefix("#/").split("/"), self.schema
            for step in path:
                schema = schema[step]
        return schema

    def properties(self, schema):
        schema = self.resolved(schema)
        found = dict(schema.get("properties", {}))
        for one in schema.get("oneOf", []) + schema.get("anyOf", []) + schema.get("allOf", []):
            found = self.properties(one) | found
        return found

    def at(self, schema, path):
        for name in path.split("."):
            schema = self.properties(schema)[name]
        return schema

    @staticmethod
    def put(properties, path, value):
        *parents, last = path.split(".")
        for name in parents:
            properties = properties.setdefault(name, {})
        properties[last] = value


def problems(resources, addresses):
    template = json.dumps({"AWSTemplateFormatVersion": "2010-09-09", "Resources": resources})
    for match in lint(template, config=ManualArgs(regions=[REGION])):
        path = [str(step) for step in match.path or []]
        name = path[1] if path[:1] == ["Resources"] and len(path) > 1 else None
        says = re.sub(r"told-\d+", "told", match.message)
        yield {"rule": match.rule.id, "address": addresses.get(name, ""), "property": ".".join(path[3:]), "says": says}


def main():
    question = json.load(sys.stdin)
    held, unmatched, resources, addresses = {}, set(), {}, {}
    for number, one in enumerate(question["resources"]):
        if one["type"] in TWINS:
            name = f"R{number}"
            resources[name] = Twin(one["type"], question["told"], unmatched).resource(one["values"])
            addresses[name] = one["address"]
            held[one["type"]] = held.get(one["type"], 0) + 1
    names, found = list(resources), []
    for first in range(0, len(names), IN_A_TEMPLATE):
        found += problems({name: resources[name] for name in names[first : first + IN_A_TEMPLATE]}, addresses)
    json.dump({"held": held, "unmatched": sorted(unmatched), "problems": found}, sys.stdout)


main()
