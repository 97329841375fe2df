// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
use std::collections::BTreeMap;

use terraform::tf::Expression;

terraform::resource_type! {
    /// The resource [`aws_route_table`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/route_table
    AwsRouteTable = "aws_route_table", AwsRouteTableAttributes
    arguments {
        optional propagating_vgws: Vec<String>,
        optional route: Vec<Expression>,
        optional tags: BTreeMap<String, String>,
        required vpc_id: String,
    }
    blocks {}
    attributes {
        arn: String,
        id: String,
        owner_id: String,
        tags_all: BTreeMap<String, String>,
    }
}
