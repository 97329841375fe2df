// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_backup_selection`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/backup_selection).
#[derive(Debug, Clone, Default)]
pub struct AwsBackupSelection {
    pub iam_role_arn: tf::Attr<String>,
    pub name: tf::Attr<String>,
    pub not_resources: tf::List<String>,
    pub plan_id: tf::Attr<String>,
    pub resources: tf::List<String>,
    pub condition: tf::Blocks<AwsBackupSelectionCondition>,
    pub selection_tag: tf::Blocks<AwsBackupSelectionSelectionTag>,
}
impl tf::Block for AwsBackupSelection {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("iam_role_arn", self.iam_role_arn);
        out.required("name", self.name);
        out.optional("not_resources", self.not_resources);
        out.required("plan_id", self.plan_id);
        out.optional("resources", self.resources);
        out.blocks("condition", self.condition, 0usize..=usize::MAX);
        out.blocks("selection_tag", self.selection_tag, 0usize..=usize::MAX);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsBackupSelectionCondition {
    pub string_equals: tf::Blocks<AwsBackupSelectionConditionStringEquals>,
    pub string_like: tf::Blocks<AwsBackupSelectionConditionStringLike>,
    pub string_not_equals: tf::Blocks<AwsBackupSelectionConditionStringNotEquals>,
    pub string_not_like: tf::Blocks<AwsBackupSelectionConditionStringNotLike>,
}
impl tf::Block for AwsBackupSelectionCondition {
    fn write(self, out: &mut tf::BlockWriter) {
        out.blocks("string_equals", self.string_equals, 0usize..=usize::MAX);
        out.blocks("string_like", self.string_like, 0usize..=usize::MAX);
        out.blocks("string_not_equals", self.string_not_equals, 0usize..=usize::MAX);
        out.blocks("string_not_like", self.string_not_like, 0usize..=usize::MAX);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsBackupSelectionConditionStringEquals {
    pub key: tf::Attr<String>,
    pub value: tf::Attr<String>,
}
impl tf::Block for AwsBackupSelectionConditionStringEquals {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("key", self.key);
        out.required("value", self.value);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsBackupSelectionConditionStringLike {
    pub key: tf::Attr<String>,
    pub value: tf::Attr<String>,
}
impl tf::Block for AwsBackupSelectionConditionStringLike {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("key", self.key);
        out.required("value", self.value);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsBackupSelectionConditionStringNotEquals {
    pub key: tf::Attr<String>,
    pub value: tf::Attr<String>,
}
impl tf::Block for AwsBackupSelectionConditionStringNotEquals {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("key", self.key);
        out.required("value", self.value);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsBackupSelectionConditionStringNotLike {
    pub key: tf::Attr<String>,
    pub value: tf::Attr<String>,
}
impl tf::Block for AwsBackupSelectionConditionStringNotLike {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("key", self.key);
        out.required("value", self.value);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsBackupSelectionSelectionTag {
    pub key: tf::Attr<String>,
    pub r#type: tf::Attr<String>,
    pub value: tf::Attr<String>,
}
impl tf::Block for AwsBackupSelectionSelectionTag {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("key", self.key);
        out.required("type", self.r#type);
        out.required("value", self.value);
    }
}
impl tf::Declared for AwsBackupSelection {
    const TYPE: &'static str = "aws_backup_selection";
    type Attributes = AwsBackupSelectionAttributes;
}
impl tf::Resource for AwsBackupSelection {}
#[derive(Debug)]
pub struct AwsBackupSelectionAttributes(tf::Address);
impl From<tf::Address> for AwsBackupSelectionAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsBackupSelectionAttributes {
    pub fn iam_role_arn(&self) -> tf::Ref<String> {
        self.0.attribute("iam_role_arn")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn name(&self) -> tf::Ref<String> {
        self.0.attribute("name")
    }
    pub fn not_resources(&self) -> tf::Ref<Vec<String>> {
        self.0.attribute("not_resources")
    }
    pub fn plan_id(&self) -> tf::Ref<String> {
        self.0.attribute("plan_id")
    }
    pub fn resources(&self) -> tf::Ref<Vec<String>> {
        self.0.attribute("resources")
    }
}
