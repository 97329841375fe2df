"""The keys, and the log groups they encrypt."""

import aws_cdk as cdk
from aws_cdk import (
    aws_kms as kms,
)
from aws_cdk import (
    aws_logs as logs,
)

from shape import (
    SUFFIX,
)


class Keys:
    """The keys, and the log groups they encrypt."""

    def key(self, use):
        return kms.Key(
            self,
            f"key-{use}",
            alias=f"alias/{use}-{SUFFIX}",
            enable_key_rotation=True,
            pending_window=cdk.Duration.days(7),
            removal_policy=cdk.RemovalPolicy.DESTROY,
        )

    def log_group(self, name):
        return logs.LogGroup(
            self,
            f"log-{name}",
            log_group_name=f"/{name}/{SUFFIX}",
            retention=logs.RetentionDays.ONE_YEAR,
            encryption_key=self.keys["logs"],
            removal_policy=cdk.RemovalPolicy.DESTROY,
        )
