"""Gaps of KMS, security groups, S3 bucket policies, hosted zones and the masking of logs."""

import inspect
import json

from moto.ec2.models.security_groups import SecurityGroupRule
from moto.iam.access_control import IAMPolicyStatement, PermissionResult
from moto.kms.responses import KmsResponse
from moto.logs.responses import LogsResponse
from moto.route53.models import HostedZoneIdentifier

from gaps import added, around, gap, kept


@gap
def key_rotation_period():
    """The rotation period is forgotten: `aws_kms_key` with `rotation_period_in_days` waits for it in vain."""
    default_days = 365

    def key(response):
        return response.kms_backend.keys[response.kms_backend.get_key_id(response._get_param("KeyId"))]

    @around(KmsResponse, "enable_key_rotation")
    def enable(original, self):
        answer = original(self)
        key(self).kept_rotation_period = self._get_param("RotationPeriodInDays") or default_days
        return answer

    @around(KmsResponse, "get_key_rotation_status")
    def status(original, self):
        answer = json.loads(original(self))
        if answer["KeyRotationEnabled"]:
            answer["RotationPeriodInDays"] = key(self).__dict__.get("kept_rotation_period", default_days)
        return json.dumps(answer)


@gap
def log_data_protection():
    """The calls for data protection are missing: `aws_cloudwatch_log_data_protection_policy` cannot be created."""

    def policies(response):
        return kept(response.logs_backend, "data_protection")

    @added(LogsResponse)
    def put_data_protection_policy(self):
        identifier, document = self._get_param("logGroupIdentifier"), self._get_param("policyDocument")
        policies(self)[identifier] = document
        return json.dumps({"logGroupIdentifier": identifier, "policyDocument": document})

    @added(LogsResponse)
    def get_data_protection_policy(self):
        identifier = self._get_param("logGroupIdentifier")
        answer = {"logGroupIdentifier": identifier}
        if identifier in policies(self):
            answer["policyDocument"] = policies(self)[identifier]
        return json.dumps(answer)

    @added(LogsResponse)
    def delete_data_protection_policy(self):
        policies(self).pop(self._get_param("logGroupIdentifier"), None)
        return "{}"


@gap
def security_group_rule_description():
    """Only address rules keep a description: rules on a group or prefix list plan a change every time."""
    signature = inspect.signature(SecurityGroupRule.__init__)

    @around(SecurityGroupRule, "__init__")
    def init(original, self, *args, **kwargs):
        original(self, *args, **kwargs)
        self.kept_prefix_list = signature.bind(self, *args, **kwargs).arguments.get("prefix_list_id") or {}

    def description(self):
        sources = (self.ip_range, self.source_group, self.kept_prefix_list)
        return next((source["Description"] for source in sources if source.get("Description")), None)

    SecurityGroupRule.description = property(description)


@gap
def deny_only_insecure_transport():
    """A denial unless TLS is used denies everything, conditions being misread: no object can be put into such a bucket."""

    @around(IAMPolicyStatement, "is_action_permitted")
    def is_action_permitted(original, self, *args, **kwargs):
        condition = self._statement.get("Condition") or {}
        only_plain_http = str(condition.get("Bool", {}).get("aws:SecureTransport")).lower() == "false"
        if self._statement.get("Effect") == "Deny" and only_plain_http:
            return PermissionResult.NEUTRAL
        return original(self, *args, **kwargs)


@gap
def hosted_zone_id():
    """Ids of hosted zones begin with any character, those of AWS with a `Z`: the domain module refuses such a zone."""

    @around(HostedZoneIdentifier, "generate")
    def generate(original, self, *args, **kwargs):
        return "Z" + original(self, *args, **kwargs)[1:]
