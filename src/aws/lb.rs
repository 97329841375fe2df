// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
use std::collections::BTreeMap;

use terraform::tf::Number;

terraform::resource_type! {
    /// The resource [`aws_lb`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/lb
    AwsLb = "aws_lb", AwsLbAttributes
    arguments {
        optional client_keep_alive: Number,
        optional customer_owned_ipv4_pool: String,
        optional desync_mitigation_mode: String,
        optional dns_record_client_routing_policy: String,
        optional drop_invalid_header_fields: bool,
        optional enable_cross_zone_load_balancing: bool,
        optional enable_deletion_protection: bool,
        optional enable_http2: bool,
        optional enable_tls_version_and_cipher_suite_headers: bool,
        optional enable_waf_fail_open: bool,
        optional enable_xff_client_port: bool,
        optional enable_zonal_shift: bool,
        optional enforce_security_group_inbound_rules_on_private_link_traffic: String,
        optional idle_timeout: Number,
        optional internal: bool,
        optional ip_address_type: String,
        optional load_balancer_type: String,
        optional name: String,
        optional name_prefix: String,
        optional preserve_host_header: bool,
        optional security_groups: Vec<String>,
        optional subnets: Vec<String>,
        optional tags: BTreeMap<String, String>,
        optional xff_header_processing_mode: String,
    }
    blocks {
        access_logs: AwsLbAccessLogs = 0..=1,
        connection_logs: AwsLbConnectionLogs = 0..=1,
    }
    attributes {
        arn: String,
        arn_suffix: String,
        dns_name: String,
        id: String,
        tags_all: BTreeMap<String, String>,
        vpc_id: String,
        zone_id: String,
    }
}

terraform::block_type! {
    /// `access_logs` of `aws_lb`.
    AwsLbAccessLogs
    arguments {
        required bucket: String,
        optional enabled: bool,
        optional prefix: String,
    }
    blocks {}
}

terraform::block_type! {
    /// `connection_logs` of `aws_lb`.
    AwsLbConnectionLogs
    arguments {
        required bucket: String,
        optional enabled: bool,
        optional prefix: String,
    }
    blocks {}
}
