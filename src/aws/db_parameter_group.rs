// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
use std::collections::BTreeMap;

terraform::resource_type! {
    /// The resource [`aws_db_parameter_group`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/db_parameter_group
    AwsDbParameterGroup = "aws_db_parameter_group", AwsDbParameterGroupAttributes
    arguments {
        optional description: String,
        required family: String,
        optional name: String,
        optional name_prefix: String,
        optional skip_destroy: bool,
        optional tags: BTreeMap<String, String>,
    }
    blocks {}
    attributes {
        arn: String,
        id: String,
        tags_all: BTreeMap<String, String>,
    }
}
