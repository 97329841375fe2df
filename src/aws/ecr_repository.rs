// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_ecr_repository`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ecr_repository).
#[derive(Debug, Clone, Default)]
pub struct AwsEcrRepository {
    pub force_delete: tf::Attr<bool>,
    pub image_tag_mutability: tf::Attr<String>,
    pub name: tf::Attr<String>,
    pub tags: tf::Map<String>,
    pub encryption_configuration: tf::Blocks<AwsEcrRepositoryEncryptionConfiguration>,
    pub image_scanning_configuration: tf::Blocks<
        AwsEcrRepositoryImageScanningConfiguration,
    >,
    pub timeouts: tf::Blocks<AwsEcrRepositoryTimeouts>,
}
impl tf::Block for AwsEcrRepository {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("force_delete", self.force_delete);
        out.optional("image_tag_mutability", self.image_tag_mutability);
        out.required("name", self.name);
        out.optional("tags", self.tags);
        out.blocks(
            "encryption_configuration",
            self.encryption_configuration,
            0usize..=usize::MAX,
        );
        out.blocks(
            "image_scanning_configuration",
            self.image_scanning_configuration,
            0usize..=1usize,
        );
        out.blocks("timeouts", self.timeouts, 0usize..=1);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsEcrRepositoryEncryptionConfiguration {
    pub encryption_type: tf::Attr<String>,
    pub kms_key: tf::Attr<String>,
}
impl tf::Block for AwsEcrRepositoryEncryptionConfiguration {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("encryption_type", self.encryption_type);
        out.optional("kms_key", self.kms_key);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsEcrRepositoryImageScanningConfiguration {
    pub scan_on_push: tf::Attr<bool>,
}
impl tf::Block for AwsEcrRepositoryImageScanningConfiguration {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("scan_on_push", self.scan_on_push);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsEcrRepositoryTimeouts {
    pub delete: tf::Attr<String>,
}
impl tf::Block for AwsEcrRepositoryTimeouts {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("delete", self.delete);
    }
}
impl tf::Declared for AwsEcrRepository {
    const TYPE: &'static str = "aws_ecr_repository";
    type Attributes = AwsEcrRepositoryAttributes;
}
impl tf::Resource for AwsEcrRepository {}
#[derive(Debug)]
pub struct AwsEcrRepositoryAttributes(tf::Address);
impl From<tf::Address> for AwsEcrRepositoryAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsEcrRepositoryAttributes {
    pub fn arn(&self) -> tf::Ref<String> {
        self.0.attribute("arn")
    }
    pub fn force_delete(&self) -> tf::Ref<bool> {
        self.0.attribute("force_delete")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn image_tag_mutability(&self) -> tf::Ref<String> {
        self.0.attribute("image_tag_mutability")
    }
    pub fn name(&self) -> tf::Ref<String> {
        self.0.attribute("name")
    }
    pub fn registry_id(&self) -> tf::Ref<String> {
        self.0.attribute("registry_id")
    }
    pub fn repository_url(&self) -> tf::Ref<String> {
        self.0.attribute("repository_url")
    }
    pub fn tags(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags")
    }
    pub fn tags_all(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags_all")
    }
}
