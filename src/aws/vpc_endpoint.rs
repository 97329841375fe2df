// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
use std::collections::BTreeMap;

use terraform::tf::Expression;

terraform::resource_type! {
    /// The resource [`aws_vpc_endpoint`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/vpc_endpoint
    AwsVpcEndpoint = "aws_vpc_endpoint", AwsVpcEndpointAttributes
    arguments {
        optional auto_accept: bool,
        optional ip_address_type: String,
        optional policy: String,
        optional private_dns_enabled: bool,
        optional resource_configuration_arn: String,
        optional route_table_ids: Vec<String>,
        optional security_group_ids: Vec<String>,
        optional service_name: String,
        optional service_network_arn: String,
        optional service_region: String,
        optional subnet_ids: Vec<String>,
        optional tags: BTreeMap<String, String>,
        optional vpc_endpoint_type: String,
        required vpc_id: String,
    }
    blocks {}
    attributes {
        arn: String,
        cidr_blocks: Vec<String>,
        dns_entry: Vec<Expression>,
        id: String,
        network_interface_ids: Vec<String>,
        owner_id: String,
        prefix_list_id: String,
        requester_managed: bool,
        state: String,
        tags_all: BTreeMap<String, String>,
    }
}
