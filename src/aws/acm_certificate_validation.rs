// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_acm_certificate_validation`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/acm_certificate_validation).
#[derive(Debug, Clone, Default)]
pub struct AwsAcmCertificateValidation {
    pub certificate_arn: tf::Attr<String>,
    pub validation_record_fqdns: tf::List<String>,
    pub timeouts: tf::Blocks<AwsAcmCertificateValidationTimeouts>,
}
impl tf::Block for AwsAcmCertificateValidation {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("certificate_arn", self.certificate_arn);
        out.optional("validation_record_fqdns", self.validation_record_fqdns);
        out.blocks("timeouts", self.timeouts, 0usize..=1);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsAcmCertificateValidationTimeouts {
    pub create: tf::Attr<String>,
}
impl tf::Block for AwsAcmCertificateValidationTimeouts {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("create", self.create);
    }
}
impl tf::Declared for AwsAcmCertificateValidation {
    const TYPE: &'static str = "aws_acm_certificate_validation";
    type Attributes = AwsAcmCertificateValidationAttributes;
}
impl tf::Resource for AwsAcmCertificateValidation {}
#[derive(Debug)]
pub struct AwsAcmCertificateValidationAttributes(tf::Address);
impl From<tf::Address> for AwsAcmCertificateValidationAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsAcmCertificateValidationAttributes {
    pub fn certificate_arn(&self) -> tf::Ref<String> {
        self.0.attribute("certificate_arn")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn validation_record_fqdns(&self) -> tf::Ref<Vec<String>> {
        self.0.attribute("validation_record_fqdns")
    }
}
