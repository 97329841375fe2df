// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf::Number;

terraform::resource_type! {
    /// The resource [`aws_scheduler_schedule`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/scheduler_schedule
    AwsSchedulerSchedule = "aws_scheduler_schedule", AwsSchedulerScheduleAttributes
    arguments {
        optional description: String,
        optional end_date: String,
        optional group_name: String,
        optional kms_key_arn: String,
        optional name: String,
        optional name_prefix: String,
        required schedule_expression: String,
        optional schedule_expression_timezone: String,
        optional start_date: String,
        optional state: String,
    }
    blocks {
        flexible_time_window: AwsSchedulerScheduleFlexibleTimeWindow = 1..=1,
        target: AwsSchedulerScheduleTarget = 1..=1,
    }
    attributes {
        arn: String,
        id: String,
    }
}

terraform::block_type! {
    /// `flexible_time_window` of `aws_scheduler_schedule`.
    AwsSchedulerScheduleFlexibleTimeWindow
    arguments {
        optional maximum_window_in_minutes: Number,
        required mode: String,
    }
    blocks {}
}

terraform::block_type! {
    /// `target` of `aws_scheduler_schedule`.
    AwsSchedulerScheduleTarget
    arguments {
        required arn: String,
        optional input: String,
        required role_arn: String,
    }
    blocks {
        retry_policy: AwsSchedulerScheduleTargetRetryPolicy = 0..=1,
    }
}

terraform::block_type! {
    /// `target.retry_policy` of `aws_scheduler_schedule`.
    AwsSchedulerScheduleTargetRetryPolicy
    arguments {
        optional maximum_event_age_in_seconds: Number,
        optional maximum_retry_attempts: Number,
    }
    blocks {}
}
