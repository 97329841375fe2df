use wildmatch::WildMatch;

use crate::policy::{Policy, Role};
use crate::{Applies, Check, Inventory, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "network-endpoint-image-layers",
    severity: Severity::Error,
    applies: Applies::AnyStack,
    requirements: &["APP-1", "NET-1"],
    page: include_str!("../../../docs/rules/network-endpoint-image-layers.md"),
    check,
};

fn check(check: &mut Check) {
    if !pulls_images(check.inventory()) {
        return;
    }
    for policy in check.policies().iter().filter(|policy| policy.role == Role::Endpoint) {
        let service = policy.place.resource().at("service_name").text().known().unwrap_or_default();
        if let Some(region) = service.strip_prefix("com.amazonaws.").and_then(|rest| rest.strip_suffix(".s3")) {
            let layers = format!("arn:aws:s3:::prod-{region}-starport-layer-bucket");
            match () {
                () if lets_read(policy, &layers) => check.pass(&policy.place),
                () if !policy.is_complete() => check.unknown(&policy.place, policy.reason()),
                () => check.fail(&policy.place, format_args!("no image can be pulled: {layers}/* cannot be read")),
            }
        }
    }
}

/// Whether images come from ECR.
fn pulls_images(inventory: &Inventory) -> bool {
    let mut endpoints =
        inventory.all("aws_vpc_endpoint").filter_map(|endpoint| endpoint.at("service_name").text().known());
    endpoints.any(|service| service.ends_with(".ecr.dkr")) || inventory.all("aws_ecr_repository").next().is_some()
}

fn lets_read(policy: &Policy, layers: &str) -> bool {
    let object = format!("{layers}/sha256");
    policy.statements.iter().filter(|statement| statement.may_allow() && statement.includes("s3:GetObject")).any(
        |statement| {
            statement
                .resources
                .iter()
                .filter_map(|term| term.text.as_deref())
                .any(|text| WildMatch::new(text).matches(&object))
        },
    )
}
