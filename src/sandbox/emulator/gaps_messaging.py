"""Gaps of SQS, CloudWatch and EventBridge."""

import json
import re

from moto.awslambda.utils import get_backend as lambda_backend
from moto.cloudwatch.models import Alarm, CloudWatchBackend
from moto.cloudwatch.responses import CloudWatchResponse
from moto.events.models import Rule
from moto.sns.models import sns_backends
from moto.sqs.models import Queue

from gaps import around, gap, played


@gap
def redrive_policy_spelling():
    """The redrive policy comes back with other spaces: `aws_sqs_queue_redrive_policy` waits in vain for its own spelling."""
    original = Queue.attributes.fget

    def attributes(self):
        known = original(self)
        if known.get("RedrivePolicy"):
            known["RedrivePolicy"] = json.dumps(json.loads(known["RedrivePolicy"]), separators=(",", ":"))
        return known

    Queue.attributes = property(attributes)


@gap
def redrive_allow_policy():
    """The attribute `RedriveAllowPolicy` is unknown: `aws_sqs_queue_redrive_allow_policy` cannot be created."""
    Queue.BASE_ATTRIBUTES = [*Queue.BASE_ATTRIBUTES, "RedriveAllowPolicy"]

    def remember(self, policy):
        self.kept_redrive_allow_policy = policy or None  # an empty text deletes it

    Queue.redrive_allow_policy = property(lambda self: self.__dict__.get("kept_redrive_allow_policy"), remember)


@gap
def queue_policy_survives():
    """Setting any attribute of a queue deletes its policy: a second resource on the same queue undoes `aws_sqs_queue_policy`."""

    @around(Queue, "_set_attributes")
    def set_attributes(original, self, attributes, now=None):
        known = self.policy if hasattr(self, "_policy_json") else None
        original(self, {"Policy": known, **attributes}, now)


@gap
def composite_alarm():
    """`PutCompositeAlarm` is missing: `aws_cloudwatch_composite_alarm` cannot be created."""
    CloudWatchResponse.put_composite_alarm = CloudWatchResponse.put_metric_alarm
    Alarm.alarm_rule = property(lambda self: self.rule)


def notify(backend, alarm, old_state):
    """Sends the notification of a changed alarm to its SNS topics, with the keys that AWS sends."""
    if alarm.state_value == old_state or not alarm.actions_enabled:
        return
    actions = {"ALARM": alarm.alarm_actions, "OK": alarm.ok_actions}
    message = {
        "AlarmName": alarm.name,
        "AlarmArn": alarm.alarm_arn,
        "AWSAccountId": backend.account_id,
        "Region": backend.region_name,
        "NewStateValue": alarm.state_value,
        "OldStateValue": old_state,
        "NewStateReason": alarm.state_reason,
    }
    for arn in actions.get(alarm.state_value, alarm.insufficient_data_actions) or []:
        if ":sns:" in arn:
            sns = sns_backends[backend.account_id][backend.region_name]
            sns.publish(message=json.dumps(message), arn=arn, subject=f'{alarm.state_value}: "{alarm.name}"')


def state_of(backend, rule):
    """The state of a composite alarm, from its rule and the alarms it names."""

    def holds(match):
        alarm = backend.alarms.get(match[2].strip().strip('"').split(":alarm:")[-1])
        return str((alarm.state_value if alarm else "INSUFFICIENT_DATA") == match[1])

    words = {"AND": "and", "OR": "or", "NOT": "not", "TRUE": "True", "FALSE": "False"}
    python = re.sub(r"\b(ALARM|OK|INSUFFICIENT_DATA)\s*\(([^)]*)\)", holds, rule)
    python = " ".join(re.sub(r"\b[A-Z]+\b", lambda word: words.get(word[0], word[0]), python).split())
    if not re.fullmatch(r"(True|False|and|or|not|[() ])+", python):
        raise ValueError(f"alarm rule not understood: {rule}")
    return "ALARM" if eval(python) else "OK"


@played
def alarms_notify():
    """An alarm that changes its state tells nobody: here it notifies its SNS topics and moves the composite alarms above it."""

    @around(CloudWatchBackend, "set_alarm_state")
    def set_alarm_state(original, self, alarm_name, reason, reason_data, state_value):
        old = self.alarms[alarm_name].state_value if alarm_name in self.alarms else None
        original(self, alarm_name, reason, reason_data, state_value)
        notify(self, self.alarms[alarm_name], old)
        for composite in [alarm for alarm in self.alarms.values() if alarm.rule]:
            old, new = composite.state_value, state_of(self, composite.rule)
            if new != old:
                composite.update_state(f"{alarm_name} is {state_value}", "{}", new)
                notify(self, composite, old)


@played
def events_reach_sns_and_lambda():
    """EventBridge rules deliver to queues and log groups only: here SNS topics and Lambda functions are reached too."""

    def deliver(rule, arn, event):
        if ":sns:" in arn:
            sns_backends[rule.account_id][rule.region_name].publish(message=json.dumps(event), arn=arn)
        else:
            name, _, qualifier = arn.split(":function:")[1].partition(":")
            functions = lambda_backend(rule.account_id, rule.region_name)
            functions.invoke(name, qualifier or None, json.dumps(event), {}, {})

    @around(Rule, "send_to_targets")
    def send(original, self, event, *args, **kwargs):
        targets = self.targets
        ours = [target for target in targets if re.search(":sns:|:lambda:", target["Arn"])]
        if self.event_pattern.matches_event(event):
            for target in ours:
                deliver(self, target["Arn"], event)
        self.targets = [target for target in targets if target not in ours]
        try:
            original(self, event, *args, **kwargs)
        finally:
            self.targets = targets
