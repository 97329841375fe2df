#!/usr/bin/env python3
"""Writes aws_managed_policies.json from a copy of moto's wheel (Apache-2.0), for the policies that the file has already:

    pip download moto==5.2.1 --no-deps && unzip moto-*.whl moto/iam/aws_managed_policies.py
    python3 aws_managed_policies.py moto/iam/aws_managed_policies.py 5.2.1 2026-11-30

To add a policy, put its name with an empty object into the file first.
"""
import json, pathlib, runpy, sys

source, version, day = sys.argv[1:]
every = json.loads(runpy.run_path(source)["aws_managed_policies_data"])
file = pathlib.Path(__file__).with_suffix(".json")
about = (
    f"Policies that AWS manages, by name. Source: the AWS IAM API as moto {version} (Apache-2.0) has it in "
    f"moto/iam/aws_managed_policies.py; as of {day}. What a policy that is not here allows is unknown. "
    "Regenerate: aws_managed_policies.py says how."
)
policies = [
    f"{json.dumps(name)}:{json.dumps(every[name]['Document'], separators=(',', ':'))}"
    for name in sorted(json.loads(file.read_text())["policies"])
]
file.write_text(f'{{\n"about":{json.dumps(about)},\n"policies":{{\n' + ",\n".join(policies) + "\n}}\n")
