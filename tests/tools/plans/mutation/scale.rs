use super::stack::Defect::{Custom, Set, Unset};
use super::stack::{Mutation, Stack};

pub const MUTATIONS: &[Mutation] = &[
    Mutation {
        kind: "aws_appautoscaling_target",
        defect: Custom(nothing_scales),
        seen_by: &["scale-service-target"],
    },
    Mutation {
        kind: "aws_appautoscaling_target",
        defect: Set("max_capacity", "10"),
        seen_by: &["scale-desired-count", "scale-range"],
    },
    Mutation {
        kind: "aws_appautoscaling_target",
        defect: Set("min_capacity", "1"),
        seen_by: &["scale-range", "zone-service-headroom"],
    },
    Mutation {
        kind: "aws_appautoscaling_target",
        defect: Custom(no_policy),
        seen_by: &["scale-policy", "zone-service-headroom"],
    },
    Mutation {
        kind: "aws_ecs_service",
        defect: Set("deployment_minimum_healthy_percent", "50"),
        seen_by: &["scale-deployment"],
    },
    Mutation {
        kind: "aws_ecs_service",
        defect: Unset("deployment_circuit_breaker"),
        seen_by: &["scale-circuit-breaker"],
    },
    Mutation {
        kind: "aws_ecs_service",
        defect: Set("deployment_circuit_breaker.0.rollback", "false"),
        seen_by: &["scale-circuit-breaker"],
    },
    Mutation {
        kind: "aws_ecs_service",
        defect: Set("capacity_provider_strategy.0.capacity_provider", "\"FARGATE_SPOT\""),
        seen_by: &["scale-spot"],
    },
    Mutation {
        kind: "aws_appautoscaling_policy",
        defect: Set("target_tracking_scaling_policy_configuration.0.scale_in_cooldown", "10"),
        seen_by: &["scale-in-slowly"],
    },
    Mutation {
        kind: "aws_ecs_service",
        defect: Set("desired_count", "2"),
        seen_by: &["scale-desired-count"],
    },
    Mutation {
        kind: "aws_ecs_task_definition",
        defect: Set("skip_destroy", "false"),
        seen_by: &["scale-rollback"],
    },
];

fn drop_all(stack: &mut Stack, kind: &str) -> bool {
    let all = stack.addresses(kind);
    !all.is_empty() && all.iter().all(|address| stack.drop(address))
}

fn nothing_scales(stack: &mut Stack, _: &str) -> bool {
    drop_all(stack, "aws_appautoscaling_target") && drop_all(stack, "aws_appautoscaling_policy")
}

fn no_policy(stack: &mut Stack, _: &str) -> bool {
    drop_all(stack, "aws_appautoscaling_policy")
}
