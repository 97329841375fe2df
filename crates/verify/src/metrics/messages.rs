//! Metrics of what delivers messages and events.

use super::{Group, Namespace};

pub const NAMESPACES: &[Namespace] = &[
    Namespace {
        // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html
        name: "AWS/SQS",
        groups: &[Group {
            dimensions: &["QueueName"],
            names: "ApproximateAgeOfOldestMessage ApproximateNumberOfGroupsWithInflightMessages
                ApproximateNumberOfMessagesDelayed ApproximateNumberOfMessagesNotVisible
                ApproximateNumberOfMessagesVisible ApproximateNumberOfNoisyGroups \
                    NumberOfDeduplicatedSentMessages
                NumberOfEmptyReceives NumberOfMessagesDeleted NumberOfMessagesReceived \
                    NumberOfMessagesSent
                SentMessageSize",
        }],
    },
    Namespace {
        // https://docs.aws.amazon.com/sns/latest/dg/sns-monitoring-using-cloudwatch.html
        name: "AWS/SNS",
        groups: &[
            Group {
                dimensions: &[
                    "TopicName",
                    "Application Platform",
                    "Application",
                    "PhoneNumber",
                    "Platform",
                    "",
                ],
                names: "NumberOfMessagesPublished NumberOfNotificationsDelivered \
                        NumberOfNotificationsFailed
                    NumberOfNotificationsFailedToRedriveToDlq NumberOfNotificationsFilteredOut
                    NumberOfNotificationsFilteredOut-InvalidAttributes \
                        NumberOfNotificationsFilteredOut-InvalidMessageBody
                    NumberOfNotificationsFilteredOut-MessageAttributes \
                        NumberOfNotificationsFilteredOut-MessageBody
                    NumberOfNotificationsFilteredOut-NoMessageAttributes \
                        NumberOfNotificationsRedrivenToDlq PublishSize",
            },
            Group { dimensions: &["*"], names: "SMSMonthToDateSpentUSD SMSSuccessRate" },
        ],
    },
    Namespace {
        // https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-monitoring.html
        name: "AWS/Events",
        groups: &[
            Group {
                dimensions: &["RuleName *", "EventBusName", ""],
                names: "DeadLetterInvocations FailedInvocations InvocationAttempts Invocations
                    InvocationsCreated InvocationsFailedToBeSentToDlq InvocationsSentToDlq \
                        MatchedEvents
                    RetryInvocationAttempts SuccessfulInvocationAttempts ThrottledRules \
                        TriggeredRules",
            },
            Group {
                dimensions: &["*"],
                names: "IngestionToInvocationCompleteLatency IngestionToInvocationStartLatency
                    IngestiontoInvocationCompleteLatency IngestiontoInvocationStartLatency \
                        PutEventsApproximateCallCount
                    PutEventsApproximateFailedCount PutEventsApproximateSuccessCount
                    PutEventsApproximateThrottledCount PutEventsEntriesCount \
                        PutEventsFailedEntriesCount PutEventsLatency
                    PutEventsRequestSize PutPartnerEventsApproximateCallCount \
                        PutPartnerEventsApproximateFailedCount
                    PutPartnerEventsApproximateThrottledCount PutPartnerEventsEntriesCount
                    PutPartnerEventsFailedEntriesCount PutPartnerEventsLatency",
            },
        ],
    },
    Namespace {
        // https://docs.aws.amazon.com/scheduler/latest/UserGuide/monitoring-cloudwatch.html
        name: "AWS/Scheduler",
        groups: &[Group {
            dimensions: &["ScheduleGroup", ""],
            names: "InvocationAttemptCount InvocationDroppedCount InvocationThrottleCount
                InvocationsFailedToBeSentToDeadLetterCount InvocationsSentToDeadLetterCount
                InvocationsSentToDeadLetterCount_Truncated_MessageSizeExceeded TargetErrorCount
                TargetErrorThrottledCount",
        }],
    },
    Namespace {
        // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch-Logs-Monitoring-CloudWatch-Metrics.html
        name: "AWS/Logs",
        groups: &[Group {
            dimensions: &["*"],
            names: "CallCount DeliveryErrors DeliveryThrottling EMFParsingErrors \
                    EMFValidationErrors ErrorCount
                ForwardedBytes ForwardedLogEvents IncomingBytes IncomingLogEvents ThrottleCount
                TransformationErrors TransformedBytes TransformedLogEvents",
        }],
    },
];
