// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
use std::collections::BTreeMap;

terraform::resource_type! {
    /// The resource [`aws_db_subnet_group`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/db_subnet_group
    AwsDbSubnetGroup = "aws_db_subnet_group", AwsDbSubnetGroupAttributes
    arguments {
        optional description: String,
        optional name: String,
        optional name_prefix: String,
        required subnet_ids: Vec<String>,
        optional tags: BTreeMap<String, String>,
    }
    blocks {}
    attributes {
        arn: String,
        id: String,
        supported_network_types: Vec<String>,
        tags_all: BTreeMap<String, String>,
        vpc_id: String,
    }
}
