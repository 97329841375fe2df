// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
use std::collections::BTreeMap;

use terraform::tf::Number;

terraform::resource_type! {
    /// The resource [`aws_lb_target_group`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/lb_target_group
    AwsLbTargetGroup = "aws_lb_target_group", AwsLbTargetGroupAttributes
    arguments {
        optional connection_termination: bool,
        optional deregistration_delay: String,
        optional ip_address_type: String,
        optional lambda_multi_value_headers_enabled: bool,
        optional load_balancing_algorithm_type: String,
        optional load_balancing_anomaly_mitigation: String,
        optional load_balancing_cross_zone_enabled: String,
        optional name: String,
        optional name_prefix: String,
        optional port: Number,
        optional preserve_client_ip: String,
        optional protocol: String,
        optional protocol_version: String,
        optional proxy_protocol_v2: bool,
        optional slow_start: Number,
        optional tags: BTreeMap<String, String>,
        optional target_type: String,
        optional vpc_id: String,
    }
    blocks {
        health_check: AwsLbTargetGroupHealthCheck = 0..=1,
        target_group_health: AwsLbTargetGroupTargetGroupHealth = 0..=1,
    }
    attributes {
        arn: String,
        arn_suffix: String,
        id: String,
        load_balancer_arns: Vec<String>,
        tags_all: BTreeMap<String, String>,
    }
}

terraform::block_type! {
    /// `health_check` of `aws_lb_target_group`.
    AwsLbTargetGroupHealthCheck
    arguments {
        optional enabled: bool,
        optional healthy_threshold: Number,
        optional interval: Number,
        optional matcher: String,
        optional path: String,
        optional port: String,
        optional protocol: String,
        optional timeout: Number,
        optional unhealthy_threshold: Number,
    }
    blocks {}
}

terraform::block_type! {
    /// `target_group_health` of `aws_lb_target_group`.
    AwsLbTargetGroupTargetGroupHealth
    arguments {}
    blocks {
        dns_failover: AwsLbTargetGroupTargetGroupHealthDnsFailover = 0..=1,
        unhealthy_state_routing: AwsLbTargetGroupTargetGroupHealthUnhealthyStateRouting = 0..=1,
    }
}

terraform::block_type! {
    /// `target_group_health.dns_failover` of `aws_lb_target_group`.
    AwsLbTargetGroupTargetGroupHealthDnsFailover
    arguments {
        optional minimum_healthy_targets_count: String,
        optional minimum_healthy_targets_percentage: String,
    }
    blocks {}
}

terraform::block_type! {
    /// `target_group_health.unhealthy_state_routing` of `aws_lb_target_group`.
    AwsLbTargetGroupTargetGroupHealthUnhealthyStateRouting
    arguments {
        optional minimum_healthy_targets_count: Number,
        optional minimum_healthy_targets_percentage: String,
    }
    blocks {}
}
