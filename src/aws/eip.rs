// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
use std::collections::BTreeMap;

terraform::resource_type! {
    /// The resource [`aws_eip`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/eip
    AwsEip = "aws_eip", AwsEipAttributes
    arguments {
        optional address: String,
        optional associate_with_private_ip: String,
        optional customer_owned_ipv4_pool: String,
        optional domain: String,
        optional instance: String,
        optional ipam_pool_id: String,
        optional network_border_group: String,
        optional network_interface: String,
        optional public_ipv4_pool: String,
        optional tags: BTreeMap<String, String>,
    }
    blocks {}
    attributes {
        allocation_id: String,
        arn: String,
        association_id: String,
        carrier_ip: String,
        customer_owned_ip: String,
        id: String,
        private_dns: String,
        private_ip: String,
        ptr_record: String,
        public_dns: String,
        public_ip: String,
        tags_all: BTreeMap<String, String>,
    }
}
