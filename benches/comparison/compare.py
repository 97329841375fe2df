#!/usr/bin/env python3
"""Times paytf beside AWS CDK and CDK Terrain, each building the payment stack from Python or from its command line.

    python3 benches/comparison/compare.py [--rounds 5]

Installs the pinned versions below from PyPI and npm into a temporary folder, builds paytf, lets each tool write the
stack once and checks what it wrote, then times all of them in turn and prints the table of benches/README.md. Needs
Linux, Python 3.11 or newer with venv, npm, and cargo. Nothing is sent to AWS.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parent.parent

# The newest of each that work together: a later aws-cdk refuses what the library writes, cdktn needs a constructs
# before 10.8, and its command line Node.js 22.
AWS_CDK = ["aws-cdk-lib==2.275.0"]
CDK_TERRAIN = ["cdktn==0.24.0", "cdktn-provider-aws==25.8.1", "constructs==10.7.2"]
NODE = ["aws-cdk@2.1148.1", "cdktn-cli@0.24.0", "node@22.23.3"]

# What each stack must hold at least, so that nobody is quick by leaving out.
EXPECTED = [
    ("aws_subnet", "AWS::EC2::Subnet", 9),
    ("aws_nat_gateway", "AWS::EC2::NatGateway", 3),
    ("aws_network_acl_rule", "AWS::EC2::NetworkAclEntry", 41),
    ("aws_security_group", "AWS::EC2::SecurityGroup", 6),
    ("aws_vpc_endpoint", "AWS::EC2::VPCEndpoint", 5),
    ("aws_rds_cluster_instance", "AWS::RDS::DBInstance", 3),
    ("aws_db_proxy", "AWS::RDS::DBProxy", 1),
    ("aws_ecs_service", "AWS::ECS::Service", 1),
    ("aws_appautoscaling_policy", "AWS::ApplicationAutoScaling::ScalingPolicy", 2),
    ("aws_lb", "AWS::ElasticLoadBalancingV2::LoadBalancer", 1),
    ("aws_lambda_function", "AWS::Lambda::Function", 1),
    ("aws_s3_bucket", "AWS::S3::Bucket", 2),
    ("aws_cloudwatch_metric_alarm", "AWS::CloudWatch::Alarm", 91),
    ("aws_cloudwatch_composite_alarm", "AWS::CloudWatch::CompositeAlarm", 7),
    ("aws_sns_topic", "AWS::SNS::Topic", 2),
    ("aws_iam_role", "AWS::IAM::Role", 5),
    ("aws_kms_key", "AWS::KMS::Key", 3),
    ("aws_wafv2_web_acl", "AWS::WAFv2::WebACL", 1),
]


def run(*command, cwd=None, env=None):
    """Runs a command; what it says is shown only when it fails."""
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command))} failed:\n{done.stdout.decode(errors='replace')}")
    return done.stdout.decode(errors="replace")


class Tool:
    """One way to build the stack: a command that writes into a new folder, and where what it writes is counted."""

    def __init__(self, name, version, command, count, env=None, cwd=None):
        self.name, self.version, self.command, self.count = name, version, command, count
        self.env, self.cwd, self.times = {**os.environ, **(env or {})}, cwd, []

    def build(self, out):
        shutil.rmtree(out, ignore_errors=True)
        env = {name: value.replace("{out}", str(out)) for name, value in self.env.items()}
        started = time.perf_counter()
        run(*[str(part).replace("{out}", str(out)) for part in self.command], env=env, cwd=self.cwd)
        return time.perf_counter() - started


def terraform_modules(out):
    return terraform(out.glob("staging/modules/*/main.tf.json"))


def terraform_stack(out):
    return terraform([out / "stacks/payment-staging/cdk.tf.json"])


def terraform(files):
    """How many resources of each type, and the column of EXPECTED that names them."""
    counts = Counter()
    for file in files:
        for resource, blocks in json.loads(file.read_text()).get("resource", {}).items():
            counts[resource] += len(blocks)
    return counts, 0


def cloudformation(out):
    template = json.loads((out / "payment-staging.template.json").read_text())
    return Counter(resource["Type"] for resource in template["Resources"].values()), 1


def check(tool, counts, column):
    for row in EXPECTED:
        kind, least = row[column], row[2]
        if counts[kind] < least:
            sys.exit(f"{tool.name} wrote {counts[kind]} of {kind}, not {least}: the comparison is not fair")
    return sum(counts.values())


def python_with(place, name, packages):
    run(sys.executable, "-m", "venv", place / name)
    run(place / name / "bin/pip", "install", "--quiet", *packages)
    return place / name / "bin/python"


def install(place):
    """The tools in `place`, and paytf from this source."""
    say("installing " + ", ".join(AWS_CDK + CDK_TERRAIN + NODE))
    cdk, terrain = python_with(place, "aws-cdk", AWS_CDK), python_with(place, "cdk-terrain", CDK_TERRAIN)
    (place / "package.json").write_text("{}")
    run("npm", "install", "--no-fund", "--no-audit", *NODE, cwd=place)
    say("building paytf")
    # Optimized as what is published, and shared with the benches.
    run("cargo", "build", "--profile", "bench", "--locked", cwd=REPOSITORY)
    apps = place / "apps"
    shutil.copytree(HERE, apps, ignore=shutil.ignore_patterns("compare.py", "__pycache__"))
    return tools(cdk, terrain, place / "node_modules/.bin", apps)


def tools(cdk, terrain, programs, apps):
    paytf = REPOSITORY / "target/release/paytf"
    package = apps / "payment-validator.zip"
    run(paytf, "gen", "--suffix", "staging", "--out", apps / "paytf")
    shutil.copy(apps / "paytf/staging" / "lambda" / package.name, package)
    env = {
        "PATH": f"{programs}:{os.environ['PATH']}",
        "PYTHONPATH": str(apps),  # shape.py
        "CDK_DISABLE_CLI_TELEMETRY": "1",
        "CHECKPOINT_DISABLE": "1",
    }
    cdk_app, terrain_app = f"{cdk} app.py {package}", f"{terrain} app.py {package}"
    project = {"language": "python", "app": terrain_app, "projectId": "comparison", "sendCrashReports": "false"}
    in_cdk, in_terrain = apps / "aws_cdk_stack", apps / "cdk_terrain_stack"
    (in_terrain / "cdktf.json").write_text(json.dumps(project))
    cdk_synth = [programs / "cdk", "synth", "--quiet", "--no-notices", "--app", cdk_app, "--output", "{out}"]
    terrain_synth = [programs / "cdktn", "synth", "--output", "{out}"]
    version, terrain_version = (packages[0].split("==")[1] for packages in (AWS_CDK, CDK_TERRAIN))
    cli_version = f"{version}, CLI {NODE[0].split('@')[1]}"
    own = [paytf, "gen", "--suffix", "staging", "--out", "{out}"]
    alone, terrain_alone = {**env, "CDK_OUTDIR": "{out}"}, {**env, "CDKTF_OUTDIR": "{out}"}
    return [
        Tool("paytf gen", run(paytf, "--version").split()[1], own, terraform_modules),
        Tool(
            "CDK Terrain, its program", terrain_version, terrain_app.split(), terraform_stack, terrain_alone, in_terrain
        ),
        Tool("CDK Terrain, `cdktn synth`", terrain_version, terrain_synth, terraform_stack, env, in_terrain),
        Tool("AWS CDK, its program", version, cdk_app.split(), cloudformation, alone, in_cdk),
        Tool("AWS CDK, `cdk synth`", cli_version, cdk_synth, cloudformation, env, in_cdk),
    ]


def say(words):
    print(words, file=sys.stderr, flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--rounds", type=int, default=5, help="how often each is timed, after a round that does not count"
    )
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory(prefix="paytf-comparison-") as place:
        all_tools, out = install(Path(place)), Path(place) / "out"
        for tool in all_tools:
            tool.build(out)
            tool.resources = check(tool, *tool.count(out))
        for number in range(rounds):
            say(f"round {number + 1} of {rounds}")
            for tool in all_tools:
                tool.times.append(tool.build(out))
    report(all_tools)


def report(all_tools):
    own = all_tools[0]
    print("| | version | resources | median | fastest to slowest | ratio | ratio per resource |")
    print("|---|---|---|---|---|---|---|")
    for tool in all_tools:
        median, fastest, slowest = (of(tool.times) * 1000 for of in (statistics.median, min, max))
        ratio = median / statistics.median(own.times) / 1000
        each = ratio * own.resources / tool.resources
        times = f"{median:.1f} ms | {fastest:.1f} to {slowest:.1f} ms | {ratio:.0f} | {each:.0f}"
        print(f"| {tool.name} | {tool.version} | {tool.resources} | {times} |")


if __name__ == "__main__":
    main()
