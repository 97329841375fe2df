// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
use std::collections::BTreeMap;

terraform::resource_type! {
    /// The resource [`aws_wafv2_ip_set`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/wafv2_ip_set
    AwsWafv2IpSet = "aws_wafv2_ip_set", AwsWafv2IpSetAttributes
    arguments {
        optional addresses: Vec<String>,
        optional description: String,
        required ip_address_version: String,
        optional name: String,
        optional name_prefix: String,
        required scope: String,
        optional tags: BTreeMap<String, String>,
    }
    blocks {}
    attributes {
        arn: String,
        id: String,
        lock_token: String,
        tags_all: BTreeMap<String, String>,
    }
}
