// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_secretsmanager_secret`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/secretsmanager_secret).
#[derive(Debug, Clone, Default)]
pub struct AwsSecretsmanagerSecret {
    pub description: tf::Attr<String>,
    pub force_overwrite_replica_secret: tf::Attr<bool>,
    pub kms_key_id: tf::Attr<String>,
    pub name: tf::Attr<String>,
    pub name_prefix: tf::Attr<String>,
    pub policy: tf::Attr<String>,
    pub recovery_window_in_days: tf::Attr<tf::Number>,
    pub tags: tf::Map<String>,
    pub replica: tf::Blocks<AwsSecretsmanagerSecretReplica>,
}
impl tf::Block for AwsSecretsmanagerSecret {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("description", self.description);
        out.optional(
            "force_overwrite_replica_secret",
            self.force_overwrite_replica_secret,
        );
        out.optional("kms_key_id", self.kms_key_id);
        out.optional("name", self.name);
        out.optional("name_prefix", self.name_prefix);
        out.optional("policy", self.policy);
        out.optional("recovery_window_in_days", self.recovery_window_in_days);
        out.optional("tags", self.tags);
        out.blocks("replica", self.replica, 0usize..=usize::MAX);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsSecretsmanagerSecretReplica {
    pub kms_key_id: tf::Attr<String>,
    pub region: tf::Attr<String>,
}
impl tf::Block for AwsSecretsmanagerSecretReplica {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("kms_key_id", self.kms_key_id);
        out.required("region", self.region);
    }
}
impl tf::Declared for AwsSecretsmanagerSecret {
    const TYPE: &'static str = "aws_secretsmanager_secret";
    type Attributes = AwsSecretsmanagerSecretAttributes;
}
impl tf::Resource for AwsSecretsmanagerSecret {}
#[derive(Debug)]
pub struct AwsSecretsmanagerSecretAttributes(tf::Address);
impl From<tf::Address> for AwsSecretsmanagerSecretAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsSecretsmanagerSecretAttributes {
    pub fn arn(&self) -> tf::Ref<String> {
        self.0.attribute("arn")
    }
    pub fn description(&self) -> tf::Ref<String> {
        self.0.attribute("description")
    }
    pub fn force_overwrite_replica_secret(&self) -> tf::Ref<bool> {
        self.0.attribute("force_overwrite_replica_secret")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn kms_key_id(&self) -> tf::Ref<String> {
        self.0.attribute("kms_key_id")
    }
    pub fn name(&self) -> tf::Ref<String> {
        self.0.attribute("name")
    }
    pub fn name_prefix(&self) -> tf::Ref<String> {
        self.0.attribute("name_prefix")
    }
    pub fn policy(&self) -> tf::Ref<String> {
        self.0.attribute("policy")
    }
    pub fn recovery_window_in_days(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("recovery_window_in_days")
    }
    pub fn tags(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags")
    }
    pub fn tags_all(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags_all")
    }
}
