"""What watches: alarms, topics, rules."""

import json

from cdktn_provider_aws.cloudwatch_composite_alarm import CloudwatchCompositeAlarm
from cdktn_provider_aws.cloudwatch_dashboard import CloudwatchDashboard
from cdktn_provider_aws.cloudwatch_event_rule import CloudwatchEventRule
from cdktn_provider_aws.cloudwatch_event_target import CloudwatchEventTarget
from cdktn_provider_aws.cloudwatch_metric_alarm import CloudwatchMetricAlarm
from cdktn_provider_aws.sns_topic import SnsTopic
from cdktn_provider_aws.sns_topic_subscription import SnsTopicSubscription
from cdktn_provider_aws.sqs_queue import SqsQueue

from shape import (
    COMPOSITE_ALARMS,
    EVENT_SOURCES,
    METRIC_ALARMS,
    REGION,
    SUFFIX,
)


class Monitoring:
    """What watches: alarms, topics, rules."""

    def monitoring(self):
        page, ticket = (
            SnsTopic(self, name, name=f"{name}-{SUFFIX}", kms_master_key_id=self.keys["notifications"].arn)
            for name in ("page", "ticket")
        )
        queue = SqsQueue(
            self, "notifications", name=f"notifications-{SUFFIX}", kms_master_key_id=self.keys["notifications"].arn
        )
        for name, topic in {"page": page, "ticket": ticket}.items():
            SnsTopicSubscription(self, f"subscription-{name}", topic_arn=topic.arn, protocol="sqs", endpoint=queue.arn)
        alarms = []
        for number, (namespace, metric) in enumerate(METRIC_ALARMS):
            alarms.append(
                CloudwatchMetricAlarm(
                    self,
                    f"alarm-{number}",
                    alarm_name=f"alarm-{metric}-{number}-{SUFFIX}",
                    namespace=namespace,
                    metric_name=metric,
                    dimensions={"Part": str(number)},
                    statistic="Average",
                    period=60,
                    evaluation_periods=3,
                    threshold=number,
                    comparison_operator="GreaterThanOrEqualToThreshold",
                    treat_missing_data="breaching",
                    alarm_actions=[page.arn],
                    ok_actions=[page.arn],
                )
            )
        for number in range(COMPOSITE_ALARMS):
            rule = f"ALARM({alarms[number].alarm_name}) AND ALARM({alarms[number + 1].alarm_name})"
            CloudwatchCompositeAlarm(
                self,
                f"composite-{number}",
                alarm_name=f"composite-{number}-{SUFFIX}",
                alarm_rule=rule,
                alarm_actions=[page.arn],
            )
        widgets = [
            {"type": "metric", "properties": {"title": metric, "region": REGION, "metrics": [[namespace, metric]]}}
            for namespace, metric in METRIC_ALARMS
        ]
        CloudwatchDashboard(
            self, "dashboard", dashboard_name=f"payments-{SUFFIX}", dashboard_body=json.dumps({"widgets": widgets})
        )
        for source in EVENT_SOURCES:
            rule = CloudwatchEventRule(self, f"rule-{source}", event_pattern=json.dumps({"source": [source]}))
            CloudwatchEventTarget(self, f"target-{source}", rule=rule.name, arn=ticket.arn)
