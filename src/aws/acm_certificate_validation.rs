// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
terraform::resource_type! {
    /// The resource [`aws_acm_certificate_validation`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/acm_certificate_validation
    AwsAcmCertificateValidation = "aws_acm_certificate_validation", AwsAcmCertificateValidationAttributes
    arguments {
        required certificate_arn: String,
        optional validation_record_fqdns: Vec<String>,
    }
    blocks {}
    attributes {
        id: String,
    }
}
