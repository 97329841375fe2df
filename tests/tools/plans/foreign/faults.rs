//! Faults that a plan shows.

use super::fault::{Fault, each, modules};

/// Faults that a plan shows.
pub const FAULTS: &[Fault] = &[
    each(
        "nats-in-one-zone",
        &[(
            "subnet_id     = aws_subnet.public[each.key].id",
            "subnet_id     = aws_subnet.public[\"us-east-1a\"].id",
        )],
        &["reach-zone", "zone-nat-own-zone"],
    ),
    each(
        "routes-to-one-nat",
        &[(
            "nat_gateway_id = aws_nat_gateway.this[each.key].id",
            "nat_gateway_id = aws_nat_gateway.this[\"us-east-1a\"].id",
        )],
        &["reach-zone", "zone-nat-own-zone"],
    ),
    each(
        "routes-crossed-by-map",
        &[
            ("object({ number = number })", "object({ number = number, nat = string })"),
            ("{ number = 0 }", "{ number = 0, nat = \"us-east-1b\" }"),
            ("{ number = 1 }", "{ number = 1, nat = \"us-east-1c\" }"),
            ("{ number = 2 }", "{ number = 2, nat = \"us-east-1a\" }"),
            (
                "nat_gateway_id = aws_nat_gateway.this[each.key].id",
                "nat_gateway_id = aws_nat_gateway.this[each.value.nat].id",
            ),
        ],
        &["reach-zone", "zone-nat-own-zone"],
    ),
    each(
        "balancer-in-two-zones",
        &[(
            "subnets                    = [for subnet in aws_subnet.public : subnet.id]",
            "subnets = [aws_subnet.public[\"us-east-1a\"].id, \
             aws_subnet.public[\"us-east-1b\"].id]",
        )],
        &["zone-every-zone"],
    ),
    each(
        "service-in-one-subnet",
        &[(
            "subnets         = [for zone, subnet in aws_subnet.private : subnet.id]",
            "subnets = [aws_subnet.private[\"us-east-1a\"].id]",
        )],
        &["zone-service-spans"],
    ),
    each(
        "endpoints-in-one-zone",
        &[("values(aws_subnet.private)[*].id", "[aws_subnet.private[\"us-east-1a\"].id]")],
        &["reach-zone", "zone-endpoint-spans"],
    ),
    each(
        "proxy-in-two-zones",
        &[(
            "[for subnet in aws_subnet.data : subnet.id]",
            "[aws_subnet.data[\"us-east-1a\"].id, aws_subnet.data[\"us-east-1b\"].id]",
        )],
        &["zone-every-zone"],
    ),
    each(
        "smaller-readers",
        &[("\"db.r7g.large\"", "each.value.number == 0 ? \"db.r7g.2xlarge\" : \"db.r7g.large\"")],
        &["zone-database-same-class"],
    ),
    each(
        "fixed-tasks",
        &[("min_capacity       = 9", "min_capacity       = 36")],
        &["scale-desired-count", "scale-range"],
    ),
    Fault {
        seen_with_source_by: &["aws-load-balancer-subnets"],
        ..modules(
            "zones-repeated",
            &[(
                "[\"us-east-1a\", \"us-east-1b\", \"us-east-1c\"]",
                "[\"us-east-1a\", \"us-east-1a\", \"us-east-1a\"]",
            )],
            &[
                "zone-load-balancer-spans",
                "zone-service-spans",
                "zone-database-candidate",
                "zone-proxy-spans",
                "zone-endpoint-spans",
                "zone-database-subnets",
            ],
        )
    },
    modules("single-nat", &[("default = false", "default = true")], &["zone-nat-own-zone"])
        .with_source(&["reach-zone"]),
    modules(
        "nats-in-one-zone",
        &[(
            "subnet_id     = element(aws_subnet.public[*].id, count.index)",
            "subnet_id     = aws_subnet.public[0].id",
        )],
        &["zone-nat-own-zone"],
    )
    .with_source(&["reach-zone"]),
    modules(
        "all-routes-to-one-nat",
        &[(
            "nat_gateway_id         = element(aws_nat_gateway.this[*].id, var.single_nat ? 0 : \
             count.index)",
            "nat_gateway_id = aws_nat_gateway.this[1].id",
        )],
        &["zone-nat-own-zone"],
    )
    .with_source(&["reach-zone"]),
    modules(
        "balancer-in-two-zones",
        &[(
            "= module.network.public_subnet_ids",
            "= [module.network.public_subnet_ids[0], module.network.public_subnet_ids[1]]",
        )],
        &["zone-every-zone"],
    ),
    modules(
        "service-in-one-subnet",
        &[(
            "subnet_ids           = module.network.private_subnet_ids",
            "subnet_ids = [module.network.private_subnet_ids[0]]",
        )],
        &["zone-service-spans"],
    ),
    modules(
        "no-reader",
        &[("instances      = 3", "instances      = 1")],
        &["zone-database-candidate"],
    ),
    modules(
        "smaller-readers",
        &[("= var.instance_class", "= count.index == 0 ? \"db.r7g.4xlarge\" : var.instance_class")],
        &["zone-database-same-class"],
    ),
    modules(
        "endpoints-in-one-zone",
        &[("subnet_ids = aws_subnet.private[*].id", "subnet_ids = [aws_subnet.private[0].id]")],
        &["zone-endpoint-spans"],
    )
    .with_source(&["reach-zone"]),
    modules(
        "proxy-in-two-zones",
        &[("= var.proxy_subnets", "= [var.proxy_subnets[0], var.proxy_subnets[1]]")],
        &["zone-every-zone"],
    ),
    modules(
        "too-few-tasks",
        &[("min = 6, max = 30", "min = 1, max = 30")],
        &["scale-range", "zone-service-headroom"],
    ),
    each(
        "no-scaling",
        &[
            ("aws_appautoscaling_target.this.", "aws_appautoscaling_target.this[0]."),
            (
                "resource \"aws_appautoscaling_target\" \"this\" {",
                "resource \"aws_appautoscaling_target\" \"this\" {\n  count = 0",
            ),
            (
                "resource \"aws_appautoscaling_policy\" \"cpu\" {",
                "resource \"aws_appautoscaling_policy\" \"cpu\" {\n  count = 0",
            ),
        ],
        &["scale-service-target"],
    ),
    each("wildcard-action", &[("\"rds-db:connect\"", "\"rds-db:*\"")], &["iam-action-wildcard"]),
    each("wildcard-resource", &[("[aws_kms_key.this.arn]", "[\"*\"]")], &["iam-resource-wildcard"]),
    each(
        "trust-without-account",
        &[(
            "variable = \"aws:SourceAccount\"\n      values   = [\"123456789012\"]\n    }\n  \
             }\n}\n\nresource \"aws_iam_role\" \"execution\"",
            "variable = \"aws:SourceIp\"\n      values   = [\"10.0.0.0/8\"]\n    }\n  \
             }\n}\n\nresource \"aws_iam_role\" \"execution\"",
        )],
        &["iam-trust-source"],
    ),
    each(
        "public-database",
        &[(
            "promotion_tier               = each.value.number",
            "promotion_tier = each.value.number\n  publicly_accessible = true",
        )],
        &["network-database-endpoint"],
    ),
    each(
        "secret-in-clear",
        &[(
            "essential              = true",
            "essential = true\n    environment = [{ name = \"DB_PASSWORD\", value = \
             \"hunter2hunter2\" }]",
        )],
        &["secret-in-environment"],
    ),
    modules(
        "public-database",
        &[("publicly_accessible          = false", "publicly_accessible = true")],
        &["network-database-endpoint"],
    ),
    modules(
        "database-in-public-subnets",
        &[("= module.network.database_subnet_ids", "= module.network.public_subnet_ids")],
        &["network-database-subnets"],
    ),
    modules("wildcard-action", &[("\"rds-db:connect\"", "\"rds-db:*\"")], &["iam-action-wildcard"]),
    modules(
        "trust-without-account",
        &[(
            "Principal = { Service = \"ecs-tasks.amazonaws.com\" }\n      Action    = \
             \"sts:AssumeRole\"\n      Condition = { StringEquals = { \"aws:SourceAccount\" = \
             var.account } }",
            "Principal = { Service = \"ecs-tasks.amazonaws.com\" }\n      Action    = \
             \"sts:AssumeRole\"",
        )],
        &["iam-trust-source"],
    ),
    modules(
        "database-open-to-everyone",
        &[(
            "source_security_group_id = element(var.client_groups, count.index)",
            "cidr_blocks = [\"0.0.0.0/0\"]",
        )],
        &["network-admin-ports", "network-open-groups"],
    ),
    modules(
        "no-backup",
        &[("backup_retention_period         = 30", "backup_retention_period = 1")],
        &["backup-retention-week"],
    ),
    modules(
        "unencrypted",
        &[
            ("storage_encrypted               = true", "storage_encrypted = false"),
            ("kms_key_id                      = var.kms_key_arn\n", ""),
        ],
        &["encrypt-aurora", "encrypt-own-key"],
    ),
    each(
        "metric-that-is-none",
        &[("\"HealthyHostCount\"", "\"HealthyHostsCount\"")],
        &["alarm-metric-exists", "alarm-load-balancer-watched"],
    ),
    each(
        "dimension-by-arn",
        &[("LoadBalancer = aws_lb.this.arn_suffix", "LoadBalancer = aws_lb.this.arn")],
        &["alarm-dimensions-exist"],
    ),
    each(
        "topic-with-the-key-of-aws",
        &[("kms_master_key_id = aws_kms_key.this.id", "kms_master_key_id = \"alias/aws/sns\"")],
        &["alarm-topic-key", "encrypt-own-key"],
    ),
    modules(
        "metric-that-is-none",
        &[("\"RunningTaskCount\"", "\"RunningTasksCount\"")],
        &["alarm-metric-exists", "alarm-tasks-watched"],
    ),
    modules(
        "topic-with-the-key-of-aws",
        &[("kms_key_id    = aws_kms_key.this.id", "kms_key_id = \"alias/aws/sns\"")],
        &["alarm-topic-key", "encrypt-own-key"],
    ),
];
