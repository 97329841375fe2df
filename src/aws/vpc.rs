// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
use std::collections::BTreeMap;

use terraform::tf::Number;

terraform::resource_type! {
    /// The resource [`aws_vpc`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/vpc
    AwsVpc = "aws_vpc", AwsVpcAttributes
    arguments {
        optional assign_generated_ipv6_cidr_block: bool,
        optional cidr_block: String,
        optional enable_dns_hostnames: bool,
        optional enable_dns_support: bool,
        optional enable_network_address_usage_metrics: bool,
        optional instance_tenancy: String,
        optional ipv4_ipam_pool_id: String,
        optional ipv4_netmask_length: Number,
        optional ipv6_cidr_block: String,
        optional ipv6_cidr_block_network_border_group: String,
        optional ipv6_ipam_pool_id: String,
        optional ipv6_netmask_length: Number,
        optional tags: BTreeMap<String, String>,
    }
    blocks {}
    attributes {
        arn: String,
        default_network_acl_id: String,
        default_route_table_id: String,
        default_security_group_id: String,
        dhcp_options_id: String,
        id: String,
        ipv6_association_id: String,
        main_route_table_id: String,
        owner_id: String,
        tags_all: BTreeMap<String, String>,
    }
}
