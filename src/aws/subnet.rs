// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
use std::collections::BTreeMap;

use terraform::tf::Number;

terraform::resource_type! {
    /// The resource [`aws_subnet`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/subnet
    AwsSubnet = "aws_subnet", AwsSubnetAttributes
    arguments {
        optional assign_ipv6_address_on_creation: bool,
        optional availability_zone: String,
        optional availability_zone_id: String,
        optional cidr_block: String,
        optional customer_owned_ipv4_pool: String,
        optional enable_dns64: bool,
        optional enable_lni_at_device_index: Number,
        optional enable_resource_name_dns_a_record_on_launch: bool,
        optional enable_resource_name_dns_aaaa_record_on_launch: bool,
        optional ipv6_cidr_block: String,
        optional ipv6_native: bool,
        optional map_customer_owned_ip_on_launch: bool,
        optional map_public_ip_on_launch: bool,
        optional outpost_arn: String,
        optional private_dns_hostname_type_on_launch: String,
        optional tags: BTreeMap<String, String>,
        required vpc_id: String,
    }
    blocks {
        timeouts: AwsSubnetTimeouts = 0..=1,
    }
    attributes {
        arn: String,
        id: String,
        ipv6_cidr_block_association_id: String,
        owner_id: String,
        tags_all: BTreeMap<String, String>,
    }
}

terraform::block_type! {
    /// `timeouts` of `aws_subnet`.
    AwsSubnetTimeouts
    arguments {
        optional create: String,
        optional delete: String,
    }
    blocks {}
}
