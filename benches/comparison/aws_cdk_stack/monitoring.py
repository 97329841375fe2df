"""What watches: alarms, topics, rules."""

import aws_cdk as cdk
from aws_cdk import (
    aws_cloudwatch as cloudwatch,
)
from aws_cdk import (
    aws_cloudwatch_actions as actions,
)
from aws_cdk import (
    aws_events as events,
)
from aws_cdk import (
    aws_events_targets as targets,
)
from aws_cdk import (
    aws_sns as sns,
)
from aws_cdk import (
    aws_sns_subscriptions as subscriptions,
)
from aws_cdk import (
    aws_sqs as sqs,
)

from shape import (
    COMPOSITE_ALARMS,
    EVENT_SOURCES,
    METRIC_ALARMS,
    SUFFIX,
)


class Monitoring:
    """What watches: alarms, topics, rules."""

    def monitoring(self):
        topics = [
            sns.Topic(self, name, master_key=self.keys["notifications"], enforce_ssl=True)
            for name in ("page", "ticket")
        ]
        queue = sqs.Queue(
            self, "notifications", encryption=sqs.QueueEncryption.KMS, encryption_master_key=self.keys["notifications"]
        )
        for topic in topics:
            topic.add_subscription(subscriptions.SqsSubscription(queue))
        notify = actions.SnsAction(topics[0])
        alarms, dashboard = [], cloudwatch.Dashboard(self, "dashboard", dashboard_name=f"payments-{SUFFIX}")
        for number, (namespace, metric) in enumerate(METRIC_ALARMS):
            watched = cloudwatch.Metric(
                namespace=namespace,
                metric_name=metric,
                period=cdk.Duration.minutes(1),
                dimensions_map={"Part": str(number)},
            )
            alarm = cloudwatch.Alarm(
                self,
                f"alarm-{number}",
                alarm_name=f"alarm-{metric}-{number}-{SUFFIX}",
                metric=watched,
                threshold=number,
                evaluation_periods=3,
                treat_missing_data=cloudwatch.TreatMissingData.BREACHING,
            )
            alarm.add_alarm_action(notify)
            alarm.add_ok_action(notify)
            alarms.append(alarm)
            dashboard.add_widgets(cloudwatch.GraphWidget(title=metric, left=[watched]))
        for number in range(COMPOSITE_ALARMS):
            both = cloudwatch.AlarmRule.all_of(alarms[number], alarms[number + 1])
            cloudwatch.CompositeAlarm(self, f"composite-{number}", alarm_rule=both).add_alarm_action(notify)
        for source in EVENT_SOURCES:
            rule = events.Rule(self, f"rule-{source}", event_pattern=events.EventPattern(source=[source]))
            rule.add_target(targets.SnsTopic(topics[1]))


# What the CLI would ask AWS once and keep in cdk.context.json.
