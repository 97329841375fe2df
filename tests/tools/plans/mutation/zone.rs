use serde_json::{Value, json};

use super::stack::Defect::{Custom, Link, Set, Unset};
use super::stack::{Mutation, Stack};

pub const MUTATIONS: &[Mutation] = &[
    // The way out of a zone leads through another one.
    Mutation {
        kind: "aws_route.app_a",
        defect: Link("nat_gateway_id", "aws_nat_gateway.public_b.id"),
        seen_by: &["reach-zone", "zone-nat-own-zone"],
    },
    Mutation {
        kind: "aws_route.app_c",
        defect: Link("nat_gateway_id", "aws_nat_gateway.public_a.id"),
        seen_by: &["reach-zone", "zone-nat-own-zone"],
    },
    Mutation {
        kind: "aws_nat_gateway.public_b",
        defect: Link("subnet_id", "aws_subnet.public_a.id"),
        seen_by: &["reach-zone", "zone-nat-own-zone"],
    },
    // What is in every zone is in fewer.
    Mutation {
        kind: "aws_lb",
        defect: Link("subnets", "var.public_subnet_ids[0]"),
        seen_by: &["reach-unneeded", "zone-load-balancer-spans"],
    },
    Mutation {
        kind: "aws_ecs_service",
        defect: Link("network_configuration.0.subnets", "var.app_subnet_ids[1]"),
        seen_by: &["reach-unneeded", "zone-service-spans"],
    },
    Mutation {
        kind: "aws_lambda_function",
        defect: Link("vpc_config.0.subnet_ids", "var.app_subnet_ids[2]"),
        seen_by: &["zone-function-spans"],
    },
    Mutation {
        kind: "aws_db_proxy",
        defect: Link("vpc_subnet_ids", "var.data_subnet_ids[0]"),
        seen_by: &["reach-zone", "zone-proxy-spans"],
    },
    Mutation {
        kind: "aws_vpc_endpoint.ecr_api",
        defect: Custom(endpoint_in_one_zone),
        seen_by: &["reach-zone", "zone-endpoint-spans"],
    },
    Mutation {
        kind: "aws_vpc_endpoint.ecr_dkr",
        defect: Custom(endpoint_in_one_zone),
        seen_by: &["reach-zone", "zone-endpoint-spans"],
    },
    Mutation {
        kind: "aws_vpc_endpoint.lambda",
        defect: Custom(endpoint_in_one_zone),
        seen_by: &["reach-zone", "zone-endpoint-spans"],
    },
    Mutation {
        kind: "aws_vpc_endpoint.logs",
        defect: Custom(endpoint_in_one_zone),
        seen_by: &["reach-zone", "zone-endpoint-spans"],
    },
    Mutation {
        kind: "aws_lb",
        defect: Custom(load_balancer_in_two_zones),
        seen_by: &["reach-unneeded", "zone-every-zone"],
    },
    Mutation {
        kind: "aws_lb",
        defect: Custom(group_of_machines_in_one_zone),
        seen_by: &["reach-exposed", "zone-group-spans"],
    },
    Mutation {
        kind: "aws_lb",
        defect: Custom(cache_without_failover),
        seen_by: &["backup-other-stores", "zone-cache-failover"],
    },
    Mutation {
        kind: "aws_lb",
        defect: Custom(attachment_in_one_subnet),
        seen_by: &["zone-nothing-lost"],
    },
    // The zones themselves.
    Mutation {
        kind: "aws_subnet.data_a",
        defect: Set("availability_zone", "\"us-east-1b\""),
        seen_by: &["zone-database-subnets", "zone-every-zone"],
    },
    Mutation {
        kind: "aws_subnet.public_c",
        defect: Set("availability_zone", "\"us-east-1d\""),
        seen_by: &["reach-zone", "zone-every-zone", "zone-nat-own-zone", "zone-three-zones"],
    },
    // Who takes over.
    Mutation {
        kind: "aws_rds_cluster_instance.b",
        defect: Set("instance_class", "\"db.r7g.xlarge\""),
        seen_by: &["zone-database-same-class"],
    },
    Mutation {
        kind: "aws_rds_cluster_instance",
        defect: Set("availability_zone", "\"us-east-1d\""),
        seen_by: &["zone-database-subnets"],
    },
    Mutation {
        kind: "aws_rds_cluster_instance",
        defect: Unset("availability_zone"),
        seen_by: &["zone-database-pinned"],
    },
    Mutation {
        kind: "aws_rds_cluster_instance.c",
        defect: Set("promotion_tier", "0"),
        seen_by: &["zone-database-pinned"],
    },
    Mutation {
        kind: "aws_rds_cluster_instance.a",
        defect: Custom(only_instance),
        seen_by: &["alarm-dimensions-exist", "zone-database-candidate"],
    },
    // What is left can carry the load, and is brought back.
    Mutation {
        kind: "aws_appautoscaling_policy.cpu",
        defect: Set("target_tracking_scaling_policy_configuration.0.target_value", "55"),
        seen_by: &["zone-service-headroom"],
    },
    Mutation {
        kind: "aws_lb_target_group",
        defect: Set("health_check.0.enabled", "false"),
        seen_by: &["zone-health-check"],
    },
    Mutation {
        kind: "aws_ecs_service",
        defect: Set("availability_zone_rebalancing", "\"DISABLED\""),
        seen_by: &["zone-rebalancing"],
    },
    Mutation {
        kind: "aws_ecs_service",
        defect: Custom(nobody_is_told),
        seen_by: &["alarm-composite-children", "zone-alarm"],
    },
];

fn endpoint_in_one_zone(stack: &mut Stack, address: &str) -> bool {
    let is_interface = stack.change(address).unwrap()["after"]["vpc_endpoint_type"] == "Interface";
    is_interface && stack.link(address, "subnet_ids", "aws_subnet.app_a.id")
}

fn load_balancer_in_two_zones(stack: &mut Stack, address: &str) -> bool {
    stack.link_all(address, "subnets", &["var.public_subnet_ids[0]", "var.public_subnet_ids[1]"])
}

fn only_instance(stack: &mut Stack, _: &str) -> bool {
    ["b", "c"]
        .iter()
        .all(|zone| stack.drop(&format!("module.database.aws_rds_cluster_instance.{zone}")))
}

/// Every alarm that counts tasks, targets or readers rings only when nothing at all is left.
fn nobody_is_told(stack: &mut Stack, _: &str) -> bool {
    let counts = ["HealthyHostCount", "UnHealthyHostCount", "RunningTaskCount"];
    let alarms = stack.addresses("aws_cloudwatch_metric_alarm");
    let counting: Vec<_> = alarms
        .into_iter()
        .filter(|alarm| {
            counts
                .iter()
                .any(|metric| stack.change(alarm).unwrap()["after"]["metric_name"] == *metric)
        })
        .collect();
    !counting.is_empty() && counting.iter().all(|alarm| stack.drop(alarm))
}

fn group_of_machines_in_one_zone(stack: &mut Stack, _: &str) -> bool {
    stack.add("aws_autoscaling_group", json!({"availability_zones": ["us-east-1a"]}))
}

fn attachment_in_one_subnet(stack: &mut Stack, _: &str) -> bool {
    stack.add(
        "aws_ec2_transit_gateway_vpc_attachment",
        json!({"subnet_ids": ["subnet-0123456789abcdef0"]}),
    )
}

fn cache_without_failover(stack: &mut Stack, _: &str) -> bool {
    let values: Value = json!({
        "automatic_failover_enabled": false, "multi_az_enabled": true,
        "at_rest_encryption_enabled": true, "transit_encryption_enabled": true
    });
    stack.add("aws_elasticache_replication_group", values)
}
