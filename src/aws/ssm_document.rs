// GENERATED from src/schema/aws.json. Write it anew: PAYTF_UPDATE=1 cargo test --test aws_types
use crate::tf;
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
impl tf::Resource for AwsSsmDocument {
    const TYPE: &'static str = "aws_ssm_document";
}
impl tf::Handle<AwsSsmDocument> {
    pub fn arn(&self) -> tf::Ref<String> {
        self.reference_to("arn")
    }
    pub fn content(&self) -> tf::Ref<String> {
        self.reference_to("content")
    }
    pub fn created_date(&self) -> tf::Ref<String> {
        self.reference_to("created_date")
    }
    pub fn default_version(&self) -> tf::Ref<String> {
        self.reference_to("default_version")
    }
    pub fn description(&self) -> tf::Ref<String> {
        self.reference_to("description")
    }
    pub fn document_format(&self) -> tf::Ref<String> {
        self.reference_to("document_format")
    }
    pub fn document_type(&self) -> tf::Ref<String> {
        self.reference_to("document_type")
    }
    pub fn document_version(&self) -> tf::Ref<String> {
        self.reference_to("document_version")
    }
    pub fn hash(&self) -> tf::Ref<String> {
        self.reference_to("hash")
    }
    pub fn hash_type(&self) -> tf::Ref<String> {
        self.reference_to("hash_type")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.reference_to("id")
    }
    pub fn latest_version(&self) -> tf::Ref<String> {
        self.reference_to("latest_version")
    }
    pub fn name(&self) -> tf::Ref<String> {
        self.reference_to("name")
    }
    pub fn owner(&self) -> tf::Ref<String> {
        self.reference_to("owner")
    }
    pub fn parameter(&self) -> tf::Ref<Vec<tf::Expression>> {
        self.reference_to("parameter")
    }
    pub fn permissions(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.reference_to("permissions")
    }
    pub fn platform_types(&self) -> tf::Ref<Vec<String>> {
        self.reference_to("platform_types")
    }
    pub fn schema_version(&self) -> tf::Ref<String> {
        self.reference_to("schema_version")
    }
    pub fn status(&self) -> tf::Ref<String> {
        self.reference_to("status")
    }
    pub fn tags(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.reference_to("tags")
    }
    pub fn tags_all(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.reference_to("tags_all")
    }
    pub fn target_type(&self) -> tf::Ref<String> {
        self.reference_to("target_type")
    }
    pub fn version_name(&self) -> tf::Ref<String> {
        self.reference_to("version_name")
    }
}
