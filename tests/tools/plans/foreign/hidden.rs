//! Faults that a plan hides.

use super::fault::{Fault, each, modules};

/// Faults in a text that is put together from ids of resources that do not exist yet: nothing of
/// such a text is in a plan, so these rules must say that they do not know.
pub const HIDDEN: &[Fault] = &[
    modules(
        "administrator",
        &[(
            "Action = \"kms:Decrypt\", Resource = var.secret_key_arn",
            "Action = \"*\", Resource = \"*\"",
        )],
        &["iam-administrator"],
    ),
    modules(
        "secret-in-clear",
        &[(
            "{ name = \"REGION\", value = var.region }",
            "{ name = \"API_TOKEN\", value = \"sk_live_51H8xkq2eZvKYlo2C\" }",
        )],
        &["secret-in-environment"],
    ),
];

/// Faults behind an index, or in what `for` takes of each resource, which a plan does not show: not
/// known without the source, and seen with it.
pub const INDEXED: &[Fault] = &[
    modules(
        "dimension-by-arn",
        &[("=> group.arn_suffix", "=> group.arn")],
        &["alarm-dimensions-exist"],
    ),
    modules(
        "routes-crossed-by-index",
        &[(
            "element(aws_nat_gateway.this[*].id, var.single_nat ? 0 : count.index)",
            "aws_nat_gateway.this[(count.index + 1) % 3].id",
        )],
        &["zone-nat-own-zone"],
    )
    .with_source(&["reach-zone"]),
    modules(
        "associations-crossed-by-index",
        &[(
            "route_table_id = element(aws_route_table.private[*].id, count.index)",
            "route_table_id = element(aws_route_table.private[*].id, count.index + 1)",
        )],
        &["zone-nat-own-zone"],
    )
    .with_source(&["reach-zone"]),
    modules(
        "nats-in-two-zones",
        &[(
            "subnet_id     = element(aws_subnet.public[*].id, count.index)",
            "subnet_id     = aws_subnet.public[count.index % 2].id",
        )],
        &["zone-nat-own-zone"],
    )
    .with_source(&["reach-zone"]),
    each(
        "routes-crossed-by-variable",
        &[
            (
                "variable \"zones\" {",
                "variable \"next\" {\n  default = { us-east-1a = \"us-east-1b\", us-east-1b = \
                 \"us-east-1c\", us-east-1c = \"us-east-1a\" }\n}\n\nvariable \"zones\" {",
            ),
            (
                "nat_gateway_id = aws_nat_gateway.this[each.key].id",
                "nat_gateway_id = aws_nat_gateway.this[var.next[each.key]].id",
            ),
        ],
        &["zone-nat-own-zone"],
    )
    .with_source(&["reach-zone"]),
    each(
        "routes-crossed-by-local",
        &[
            (
                "locals {\n  tags",
                "locals {\n  next = { us-east-1a = \"us-east-1b\", us-east-1b = \"us-east-1c\", \
                 us-east-1c = \"us-east-1a\" }\n  tags",
            ),
            (
                "nat_gateway_id = aws_nat_gateway.this[each.key].id",
                "nat_gateway_id = aws_nat_gateway.this[local.next[each.key]].id",
            ),
        ],
        &["zone-nat-own-zone"],
    )
    .with_source(&["reach-zone"]),
    each(
        "associations-crossed-by-index",
        &[(
            "route_table_id = aws_route_table.private[each.key].id",
            "route_table_id = aws_route_table.private[keys(var.zones)[(each.value.number + 1) % \
             3]].id",
        )],
        &["zone-nat-own-zone"],
    )
    .with_source(&["reach-zone"]),
];

/// Faults by what takes elements out of a whole list, of which a plan shows only the list: seen
/// with the source alone.
pub const UNSHOWN: &[Fault] = &[
    modules(
        "service-in-one-subnet-by-slice",
        &[(
            "subnet_ids           = module.network.private_subnet_ids",
            "subnet_ids = slice(module.network.private_subnet_ids, 0, 1)",
        )],
        &["zone-service-spans"],
    ),
    each(
        "service-in-one-subnet-by-condition",
        &[(
            "[for zone, subnet in aws_subnet.private : subnet.id]",
            "[for zone, subnet in aws_subnet.private : subnet.id if zone == \"us-east-1a\"]",
        )],
        &["zone-service-spans"],
    ),
];
