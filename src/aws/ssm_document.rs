// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_ssm_document`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ssm_document).
#[derive(Debug, Clone, Default)]
pub struct AwsSsmDocument {
    pub content: tf::Attr<String>,
    pub document_format: tf::Attr<String>,
    pub document_type: tf::Attr<String>,
    pub name: tf::Attr<String>,
    pub permissions: tf::Map<String>,
    pub tags: tf::Map<String>,
    pub target_type: tf::Attr<String>,
    pub version_name: tf::Attr<String>,
    pub attachments_source: tf::Blocks<AwsSsmDocumentAttachmentsSource>,
}
impl tf::Block for AwsSsmDocument {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("content", self.content);
        out.optional("document_format", self.document_format);
        out.required("document_type", self.document_type);
        out.required("name", self.name);
        out.optional("permissions", self.permissions);
        out.optional("tags", self.tags);
        out.optional("target_type", self.target_type);
        out.optional("version_name", self.version_name);
        out.blocks("attachments_source", self.attachments_source, 0usize..=20usize);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsSsmDocumentAttachmentsSource {
    pub key: tf::Attr<String>,
    pub name: tf::Attr<String>,
    pub values: tf::List<String>,
}
impl tf::Block for AwsSsmDocumentAttachmentsSource {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("key", self.key);
        out.optional("name", self.name);
        out.required("values", self.values);
    }
}
impl tf::Declared for AwsSsmDocument {
    const TYPE: &'static str = "aws_ssm_document";
    type Attributes = AwsSsmDocumentAttributes;
}
impl tf::Resource for AwsSsmDocument {}
#[derive(Debug)]
pub struct AwsSsmDocumentAttributes(tf::Address);
impl From<tf::Address> for AwsSsmDocumentAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsSsmDocumentAttributes {
    pub fn arn(&self) -> tf::Ref<String> {
        self.0.attribute("arn")
    }
    pub fn content(&self) -> tf::Ref<String> {
        self.0.attribute("content")
    }
    pub fn created_date(&self) -> tf::Ref<String> {
        self.0.attribute("created_date")
    }
    pub fn default_version(&self) -> tf::Ref<String> {
        self.0.attribute("default_version")
    }
    pub fn description(&self) -> tf::Ref<String> {
        self.0.attribute("description")
    }
    pub fn document_format(&self) -> tf::Ref<String> {
        self.0.attribute("document_format")
    }
    pub fn document_type(&self) -> tf::Ref<String> {
        self.0.attribute("document_type")
    }
    pub fn document_version(&self) -> tf::Ref<String> {
        self.0.attribute("document_version")
    }
    pub fn hash(&self) -> tf::Ref<String> {
        self.0.attribute("hash")
    }
    pub fn hash_type(&self) -> tf::Ref<String> {
        self.0.attribute("hash_type")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn latest_version(&self) -> tf::Ref<String> {
        self.0.attribute("latest_version")
    }
    pub fn name(&self) -> tf::Ref<String> {
        self.0.attribute("name")
    }
    pub fn owner(&self) -> tf::Ref<String> {
        self.0.attribute("owner")
    }
    pub fn parameter(&self) -> tf::Ref<Vec<tf::Expression>> {
        self.0.attribute("parameter")
    }
    pub fn permissions(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("permissions")
    }
    pub fn platform_types(&self) -> tf::Ref<Vec<String>> {
        self.0.attribute("platform_types")
    }
    pub fn schema_version(&self) -> tf::Ref<String> {
        self.0.attribute("schema_version")
    }
    pub fn status(&self) -> tf::Ref<String> {
        self.0.attribute("status")
    }
    pub fn tags(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags")
    }
    pub fn tags_all(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags_all")
    }
    pub fn target_type(&self) -> tf::Ref<String> {
        self.0.attribute("target_type")
    }
    pub fn version_name(&self) -> tf::Ref<String> {
        self.0.attribute("version_name")
    }
}
