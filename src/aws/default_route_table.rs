// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
use std::collections::BTreeMap;

use terraform::tf::Expression;

terraform::resource_type! {
    /// The resource [`aws_default_route_table`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/default_route_table
    AwsDefaultRouteTable = "aws_default_route_table", AwsDefaultRouteTableAttributes
    arguments {
        required default_route_table_id: String,
        optional propagating_vgws: Vec<String>,
        optional route: Vec<Expression>,
        optional tags: BTreeMap<String, String>,
    }
    blocks {}
    attributes {
        arn: String,
        id: String,
        owner_id: String,
        tags_all: BTreeMap<String, String>,
        vpc_id: String,
    }
}
