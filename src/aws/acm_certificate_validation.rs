// GENERATED from src/schema/aws.json. Write it anew: PAYTF_UPDATE=1 cargo test --test aws_types
use crate::tf;
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
impl tf::Resource for AwsAcmCertificateValidation {
    const TYPE: &'static str = "aws_acm_certificate_validation";
}
impl tf::Handle<AwsAcmCertificateValidation> {
    pub fn certificate_arn(&self) -> tf::Ref<String> {
        self.reference_to("certificate_arn")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.reference_to("id")
    }
    pub fn validation_record_fqdns(&self) -> tf::Ref<Vec<String>> {
        self.reference_to("validation_record_fqdns")
    }
}
