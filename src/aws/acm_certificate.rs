// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_acm_certificate`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/acm_certificate).
#[derive(Debug, Clone, Default)]
pub struct AwsAcmCertificate {
    pub certificate_authority_arn: tf::Attr<String>,
    pub certificate_body: tf::Attr<String>,
    pub certificate_chain: tf::Attr<String>,
    pub domain_name: tf::Attr<String>,
    pub early_renewal_duration: tf::Attr<String>,
    pub key_algorithm: tf::Attr<String>,
    pub private_key: tf::Attr<String>,
    pub subject_alternative_names: tf::List<String>,
    pub tags: tf::Map<String>,
    pub validation_method: tf::Attr<String>,
    pub options: tf::Blocks<AwsAcmCertificateOptions>,
    pub validation_option: tf::Blocks<AwsAcmCertificateValidationOption>,
}
impl tf::Block for AwsAcmCertificate {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("certificate_authority_arn", self.certificate_authority_arn);
        out.optional("certificate_body", self.certificate_body);
        out.optional("certificate_chain", self.certificate_chain);
        out.optional("domain_name", self.domain_name);
        out.optional("early_renewal_duration", self.early_renewal_duration);
        out.optional("key_algorithm", self.key_algorithm);
        out.optional("private_key", self.private_key);
        out.optional("subject_alternative_names", self.subject_alternative_names);
        out.optional("tags", self.tags);
        out.optional("validation_method", self.validation_method);
        out.blocks("options", self.options, 0usize..=1usize);
        out.blocks("validation_option", self.validation_option, 0usize..=usize::MAX);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsAcmCertificateOptions {
    pub certificate_transparency_logging_preference: tf::Attr<String>,
}
impl tf::Block for AwsAcmCertificateOptions {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional(
            "certificate_transparency_logging_preference",
            self.certificate_transparency_logging_preference,
        );
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsAcmCertificateValidationOption {
    pub domain_name: tf::Attr<String>,
    pub validation_domain: tf::Attr<String>,
}
impl tf::Block for AwsAcmCertificateValidationOption {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("domain_name", self.domain_name);
        out.required("validation_domain", self.validation_domain);
    }
}
impl tf::Declared for AwsAcmCertificate {
    const TYPE: &'static str = "aws_acm_certificate";
    type Attributes = AwsAcmCertificateAttributes;
}
impl tf::Resource for AwsAcmCertificate {}
#[derive(Debug)]
pub struct AwsAcmCertificateAttributes(tf::Address);
impl From<tf::Address> for AwsAcmCertificateAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsAcmCertificateAttributes {
    pub fn arn(&self) -> tf::Ref<String> {
        self.0.attribute("arn")
    }
    pub fn certificate_authority_arn(&self) -> tf::Ref<String> {
        self.0.attribute("certificate_authority_arn")
    }
    pub fn certificate_body(&self) -> tf::Ref<String> {
        self.0.attribute("certificate_body")
    }
    pub fn certificate_chain(&self) -> tf::Ref<String> {
        self.0.attribute("certificate_chain")
    }
    pub fn domain_name(&self) -> tf::Ref<String> {
        self.0.attribute("domain_name")
    }
    pub fn domain_validation_options(&self) -> tf::Ref<Vec<tf::Expression>> {
        self.0.attribute("domain_validation_options")
    }
    pub fn early_renewal_duration(&self) -> tf::Ref<String> {
        self.0.attribute("early_renewal_duration")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn key_algorithm(&self) -> tf::Ref<String> {
        self.0.attribute("key_algorithm")
    }
    pub fn not_after(&self) -> tf::Ref<String> {
        self.0.attribute("not_after")
    }
    pub fn not_before(&self) -> tf::Ref<String> {
        self.0.attribute("not_before")
    }
    pub fn pending_renewal(&self) -> tf::Ref<bool> {
        self.0.attribute("pending_renewal")
    }
    pub fn private_key(&self) -> tf::Ref<String> {
        self.0.attribute("private_key")
    }
    pub fn renewal_eligibility(&self) -> tf::Ref<String> {
        self.0.attribute("renewal_eligibility")
    }
    pub fn renewal_summary(&self) -> tf::Ref<Vec<tf::Expression>> {
        self.0.attribute("renewal_summary")
    }
    pub fn status(&self) -> tf::Ref<String> {
        self.0.attribute("status")
    }
    pub fn subject_alternative_names(&self) -> tf::Ref<Vec<String>> {
        self.0.attribute("subject_alternative_names")
    }
    pub fn tags(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags")
    }
    pub fn tags_all(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags_all")
    }
    pub fn r#type(&self) -> tf::Ref<String> {
        self.0.attribute("type")
    }
    pub fn validation_emails(&self) -> tf::Ref<Vec<String>> {
        self.0.attribute("validation_emails")
    }
    pub fn validation_method(&self) -> tf::Ref<String> {
        self.0.attribute("validation_method")
    }
}
