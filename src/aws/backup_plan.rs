// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_backup_plan`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/backup_plan).
#[derive(Debug, Clone, Default)]
pub struct AwsBackupPlan {
    pub name: tf::Attr<String>,
    pub tags: tf::Map<String>,
    pub advanced_backup_setting: tf::Blocks<AwsBackupPlanAdvancedBackupSetting>,
    pub rule: tf::Blocks<AwsBackupPlanRule>,
}
impl tf::Block for AwsBackupPlan {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("name", self.name);
        out.optional("tags", self.tags);
        out.blocks(
            "advanced_backup_setting",
            self.advanced_backup_setting,
            0usize..=usize::MAX,
        );
        out.blocks("rule", self.rule, 1usize..=usize::MAX);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsBackupPlanAdvancedBackupSetting {
    pub backup_options: tf::Map<String>,
    pub resource_type: tf::Attr<String>,
}
impl tf::Block for AwsBackupPlanAdvancedBackupSetting {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("backup_options", self.backup_options);
        out.required("resource_type", self.resource_type);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsBackupPlanRule {
    pub completion_window: tf::Attr<tf::Number>,
    pub enable_continuous_backup: tf::Attr<bool>,
    pub recovery_point_tags: tf::Map<String>,
    pub rule_name: tf::Attr<String>,
    pub schedule: tf::Attr<String>,
    pub schedule_expression_timezone: tf::Attr<String>,
    pub start_window: tf::Attr<tf::Number>,
    pub target_vault_name: tf::Attr<String>,
    pub copy_action: tf::Blocks<AwsBackupPlanRuleCopyAction>,
    pub lifecycle: tf::Blocks<AwsBackupPlanRuleLifecycle>,
}
impl tf::Block for AwsBackupPlanRule {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("completion_window", self.completion_window);
        out.optional("enable_continuous_backup", self.enable_continuous_backup);
        out.optional("recovery_point_tags", self.recovery_point_tags);
        out.required("rule_name", self.rule_name);
        out.optional("schedule", self.schedule);
        out.optional("schedule_expression_timezone", self.schedule_expression_timezone);
        out.optional("start_window", self.start_window);
        out.required("target_vault_name", self.target_vault_name);
        out.blocks("copy_action", self.copy_action, 0usize..=usize::MAX);
        out.blocks("lifecycle", self.lifecycle, 0usize..=1usize);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsBackupPlanRuleCopyAction {
    pub destination_vault_arn: tf::Attr<String>,
    pub lifecycle: tf::Blocks<AwsBackupPlanRuleCopyActionLifecycle>,
}
impl tf::Block for AwsBackupPlanRuleCopyAction {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("destination_vault_arn", self.destination_vault_arn);
        out.blocks("lifecycle", self.lifecycle, 0usize..=1usize);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsBackupPlanRuleCopyActionLifecycle {
    pub cold_storage_after: tf::Attr<tf::Number>,
    pub delete_after: tf::Attr<tf::Number>,
    pub opt_in_to_archive_for_supported_resources: tf::Attr<bool>,
}
impl tf::Block for AwsBackupPlanRuleCopyActionLifecycle {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("cold_storage_after", self.cold_storage_after);
        out.optional("delete_after", self.delete_after);
        out.optional(
            "opt_in_to_archive_for_supported_resources",
            self.opt_in_to_archive_for_supported_resources,
        );
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsBackupPlanRuleLifecycle {
    pub cold_storage_after: tf::Attr<tf::Number>,
    pub delete_after: tf::Attr<tf::Number>,
    pub opt_in_to_archive_for_supported_resources: tf::Attr<bool>,
}
impl tf::Block for AwsBackupPlanRuleLifecycle {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("cold_storage_after", self.cold_storage_after);
        out.optional("delete_after", self.delete_after);
        out.optional(
            "opt_in_to_archive_for_supported_resources",
            self.opt_in_to_archive_for_supported_resources,
        );
    }
}
impl tf::Declared for AwsBackupPlan {
    const TYPE: &'static str = "aws_backup_plan";
    type Attributes = AwsBackupPlanAttributes;
}
impl tf::Resource for AwsBackupPlan {}
#[derive(Debug)]
pub struct AwsBackupPlanAttributes(tf::Address);
impl From<tf::Address> for AwsBackupPlanAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsBackupPlanAttributes {
    pub fn arn(&self) -> tf::Ref<String> {
        self.0.attribute("arn")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn name(&self) -> tf::Ref<String> {
        self.0.attribute("name")
    }
    pub fn tags(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags")
    }
    pub fn tags_all(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags_all")
    }
    pub fn version(&self) -> tf::Ref<String> {
        self.0.attribute("version")
    }
}
