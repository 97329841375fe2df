// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
use std::collections::BTreeMap;

use terraform::tf::Expression;

terraform::resource_type! {
    /// The resource [`aws_ssm_document`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ssm_document
    AwsSsmDocument = "aws_ssm_document", AwsSsmDocumentAttributes
    arguments {
        required content: String,
        optional document_format: String,
        required document_type: String,
        required name: String,
        optional permissions: BTreeMap<String, String>,
        optional tags: BTreeMap<String, String>,
        optional target_type: String,
        optional version_name: String,
    }
    blocks {}
    attributes {
        arn: String,
        created_date: String,
        default_version: String,
        description: String,
        document_version: String,
        hash: String,
        hash_type: String,
        id: String,
        latest_version: String,
        owner: String,
        parameter: Vec<Expression>,
        platform_types: Vec<String>,
        schema_version: String,
        status: String,
        tags_all: BTreeMap<String, String>,
    }
}
