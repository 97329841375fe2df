"""Asks the AWS command line's own tables whether it knows a command: one line of shell in, one JSON list of problems out.

in: bucket=$(aws s3api list-buckets --query 'Buckets[0].Name' --output text)
"""

import json
import re
import shlex
import sys

from awscli.clidriver import create_clidriver

DRIVER = create_clidriver()
SEPARATORS = {"|", "||", "&&", ";", "<", ">"}
# `$(…)` without another one in it, and `$((…))`: parentheses within quotes do not count.
SUBSTITUTION = re.compile(r"""\$\(((?:[^()'"$]|\$(?!\()|'[^']*'|"(?:[^"$]|\$(?!\())*")*)\)""")
ARITHMETIC = re.compile(r"\$\(\([^$]*?\)\)")


def commands(line):
    """The words of every `aws` command, those in `$(…)` too."""
    while inner := SUBSTITUTION.search(line) or ARITHMETIC.search(line):
        if inner.re is SUBSTITUTION:
            yield from commands(inner[1])
        line = line[: inner.start()] + "VALUE" + line[inner.end() :]
    words = shlex.split(line, comments=True)
    for start in [number for number, word in enumerate(words) if word == "aws"]:
        end = next((number for number in range(start, len(words)) if words[number] in SEPARATORS), len(words))
        yield words[start + 1 : end]


def subcommands(command):
    """A service has them in one place, what the command line adds to it in another, an operation has none."""
    for name in ("_get_command_table", "subcommand_table"):
        found = getattr(command, name, None)
        if found is not None:
            return found() if callable(found) else found
    return {}


def problems(words):
    command, table, depth = None, subcommands(DRIVER), 0
    while table and depth < len(words) and not words[depth].startswith("-"):
        if words[depth] not in table:
            return [f"aws {' '.join(words[: depth + 1])}: there is no such command"]
        command, depth = table[words[depth]], depth + 1
        table = subcommands(command)
    name, options = f"aws {' '.join(words[:depth])}", command.arg_table
    given = [word.removeprefix("--") for word in words[depth:] if word.startswith("--")]
    known = options.keys() | DRIVER._get_argument_table().keys()
    return [f"{name}: there is no --{option}" for option in given if option not in known] + [
        f"{name}: --{option} is missing"
        for option in options
        if options[option].required and options[option].cli_name.startswith("--") and option not in given
    ]


for line in sys.stdin:
    found = list(commands(line))
    print(json.dumps({"commands": len(found), "problems": [each for words in found for each in problems(words)]}), flush=True)
