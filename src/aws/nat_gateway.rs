// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
use std::collections::BTreeMap;

use terraform::tf::Number;

terraform::resource_type! {
    /// The resource [`aws_nat_gateway`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/nat_gateway
    AwsNatGateway = "aws_nat_gateway", AwsNatGatewayAttributes
    arguments {
        optional allocation_id: String,
        optional connectivity_type: String,
        optional private_ip: String,
        optional secondary_allocation_ids: Vec<String>,
        optional secondary_private_ip_address_count: Number,
        optional secondary_private_ip_addresses: Vec<String>,
        required subnet_id: String,
        optional tags: BTreeMap<String, String>,
    }
    blocks {}
    attributes {
        association_id: String,
        id: String,
        network_interface_id: String,
        public_ip: String,
        tags_all: BTreeMap<String, String>,
    }
}
