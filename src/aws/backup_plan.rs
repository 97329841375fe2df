// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
use std::collections::BTreeMap;

use terraform::tf::Number;

terraform::resource_type! {
    /// The resource [`aws_backup_plan`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/backup_plan
    AwsBackupPlan = "aws_backup_plan", AwsBackupPlanAttributes
    arguments {
        required name: String,
        optional tags: BTreeMap<String, String>,
    }
    blocks {
        rule: AwsBackupPlanRule = 1..=usize::MAX,
    }
    attributes {
        arn: String,
        id: String,
        tags_all: BTreeMap<String, String>,
        version: String,
    }
}

terraform::block_type! {
    /// `rule` of `aws_backup_plan`.
    AwsBackupPlanRule
    arguments {
        optional completion_window: Number,
        optional enable_continuous_backup: bool,
        optional recovery_point_tags: BTreeMap<String, String>,
        required rule_name: String,
        optional schedule: String,
        optional schedule_expression_timezone: String,
        optional start_window: Number,
        required target_vault_name: String,
    }
    blocks {
        copy_action: AwsBackupPlanRuleCopyAction = 0..=usize::MAX,
        lifecycle: AwsBackupPlanRuleLifecycle = 0..=1,
    }
}

terraform::block_type! {
    /// `rule.copy_action` of `aws_backup_plan`.
    AwsBackupPlanRuleCopyAction
    arguments {
        required destination_vault_arn: String,
    }
    blocks {
        lifecycle: AwsBackupPlanRuleCopyActionLifecycle = 0..=1,
    }
}

terraform::block_type! {
    /// `rule.copy_action.lifecycle` of `aws_backup_plan`.
    AwsBackupPlanRuleCopyActionLifecycle
    arguments {
        optional cold_storage_after: Number,
        optional delete_after: Number,
        optional opt_in_to_archive_for_supported_resources: bool,
    }
    blocks {}
}

terraform::block_type! {
    /// `rule.lifecycle` of `aws_backup_plan`.
    AwsBackupPlanRuleLifecycle
    arguments {
        optional cold_storage_after: Number,
        optional delete_after: Number,
        optional opt_in_to_archive_for_supported_resources: bool,
    }
    blocks {}
}
