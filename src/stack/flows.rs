//! The flows that the stack needs and no plan shows, for the policy file in its folder.

/// The text of the policy file: where tasks connect to by what their program does, not by what the
/// stack is made of.
pub fn policy(header: &str) -> String {
    format!(
        r#"# {header}
# What the stack needs and no plan can show. `paytf verify` and `paytf reach` find it here.

[[flow]]
from = "module.application.aws_ecs_service.main"
to = "internet"
port = 443
why = "Card networks and payment partners, through the NAT gateways"
"#
    )
}
