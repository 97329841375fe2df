// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
use std::collections::BTreeMap;

use terraform::tf::Expression;

terraform::resource_type! {
    /// The resource [`aws_acm_certificate`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/acm_certificate
    AwsAcmCertificate = "aws_acm_certificate", AwsAcmCertificateAttributes
    arguments {
        optional certificate_authority_arn: String,
        optional certificate_body: String,
        optional certificate_chain: String,
        optional domain_name: String,
        optional early_renewal_duration: String,
        optional key_algorithm: String,
        optional private_key: String,
        optional subject_alternative_names: Vec<String>,
        optional tags: BTreeMap<String, String>,
        optional validation_method: String,
    }
    blocks {}
    attributes {
        arn: String,
        domain_validation_options: Vec<Expression>,
        id: String,
        not_after: String,
        not_before: String,
        pending_renewal: bool,
        renewal_eligibility: String,
        renewal_summary: Vec<Expression>,
        status: String,
        tags_all: BTreeMap<String, String>,
        r#type: String,
        validation_emails: Vec<String>,
    }
}
