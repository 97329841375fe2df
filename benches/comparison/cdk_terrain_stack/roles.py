"""The keys, the roles, and the log groups."""

import json

from cdktn_provider_aws.cloudwatch_log_group import CloudwatchLogGroup
from cdktn_provider_aws.iam_role import IamRole
from cdktn_provider_aws.iam_role_policy import IamRolePolicy
from cdktn_provider_aws.kms_alias import KmsAlias
from cdktn_provider_aws.kms_key import KmsKey

from shape import (
    SUFFIX,
)


def allow(actions, resource):
    """A policy document with one statement."""
    return json.dumps(
        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": actions, "Resource": resource}]}
    )


def trust(service):
    principal = {"Service": f"{service}.amazonaws.com"}
    return json.dumps(
        {
            "Version": "2012-10-17",
            "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": principal}],
        }
    )


class Roles:
    """The keys, the roles, and the log groups."""

    def key(self, use):
        key = KmsKey(self, f"key-{use}", enable_key_rotation=True, deletion_window_in_days=7)
        KmsAlias(self, f"alias-{use}", name=f"alias/{use}-{SUFFIX}", target_key_id=key.key_id)
        return key

    def log_group(self, name):
        return CloudwatchLogGroup(
            self, f"log-{name}", name=f"/{name}/{SUFFIX}", retention_in_days=365, kms_key_id=self.keys["logs"].arn
        )

    def role(self, name, service, actions, resource):
        role = IamRole(self, f"role-{name}", name=f"role-{name}-{SUFFIX}", assume_role_policy=trust(service))
        IamRolePolicy(self, f"policy-{name}", role=role.name, policy=allow(actions, resource))
        return role
