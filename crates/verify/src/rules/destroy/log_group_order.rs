use crate::{Applies, Check, Resource, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "destroy-log-group-order",
    severity: Severity::Warning,
    applies: Applies::AnyStack,
    requirements: &["ALL-3", "ALL-6"],
    page: include_str!("../../../docs/rules/destroy-log-group-order.md"),
    check,
};

/// What makes log groups of its own accord as soon as it has something to log, and the argument that turns that on.
/// Sources: Aurora User Guide, "Publishing database logs to Amazon CloudWatch Logs"; EKS User Guide, "Send control plane
/// logs to CloudWatch Logs".
const WRITERS: [(&str, &str); 3] = [
    ("aws_db_instance", "enabled_cloudwatch_logs_exports"),
    ("aws_eks_cluster", "enabled_cluster_log_types"),
    ("aws_rds_cluster", "enabled_cloudwatch_logs_exports"),
];

fn check(check: &mut Check) {
    for group in check.all("aws_cloudwatch_log_group") {
        let name = group.at("name");
        let is_service = name.text().known().is_none_or(|name| name.starts_with("/aws/"));
        let writers = name.links_to(&WRITERS.map(|(kind, _)| kind));
        let writes = |writer: &Resource| {
            let logs = WRITERS.iter().find(|(kind, _)| *kind == writer.kind()).map(|(_, argument)| writer.at(argument));
            logs.is_some_and(|logs| logs.value().is_set())
        };
        match writers.resources().find(|writer| is_service && writes(writer)) {
            Some(writer) => check
                .fail(&name, format!("is made after {}, which makes it itself when it logs first", writer.address())),
            None => check.pass(&name),
        }
    }
}
