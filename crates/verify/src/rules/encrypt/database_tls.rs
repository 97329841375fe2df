use super::engine::Engine;
use crate::place::Place;
use crate::planned::Planned::{Absent, Known, Unknown};
use crate::resource::Resource;
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "encrypt-database-tls",
    severity: Severity::Warning,
    applies: Applies::AnyStack,
    requirements: &["ALL-4", "DB-1"],
    page: include_str!("../../../docs/rules/encrypt-database-tls.md"),
    check,
};

/// Where a database's parameters stand: its type, the argument, and the type of the group.
const GROUPS: [(&str, &str, &str); 2] = [
    ("aws_rds_cluster", "db_cluster_parameter_group_name", "aws_rds_cluster_parameter_group"),
    ("aws_db_instance", "parameter_group_name", "aws_db_parameter_group"),
];
const OTHERWISE: &str = "clients may connect in clear";

fn check(check: &mut Check) {
    for proxy in check.all("aws_db_proxy") {
        let required = proxy.at("require_tls");
        check.expect(&required, required.flag().or(false), OTHERWISE);
    }
    for (kind, argument, group) in GROUPS {
        for database in check.all(kind) {
            if let Some(engine) = Engine::of(database) {
                parameters(check, &database.at(argument), group, &engine);
            }
        }
    }
}

fn parameters<'a>(check: &mut Check<'a>, place: &Place<'a>, group: &str, engine: &Engine) {
    let links = place.link(group);
    let (group, is_default) = (links.links.first(), place.text().or("default.").known());
    let is_default = is_default.is_some_and(|name| name.starts_with("default.")) || !place.is_written();
    match group {
        Some(link) if links.open.is_empty() => parameter(check, link.resource, engine),
        None if is_default => default(check, place, engine),
        _ => check.unknown(place, links.reason()),
    }
}

fn parameter<'a>(check: &mut Check<'a>, group: Resource<'a>, engine: &Engine) {
    let all = group.at("parameter").items();
    match all.iter().find(|parameter| parameter.at("name").text() == Known(engine.parameter)) {
        Some(parameter) => {
            let value = parameter.at("value");
            check.expect(&value, value.text().map(|text| ["1", "ON", "on", "true"].contains(&text)), OTHERWISE);
        }
        None => default(check, &group.at("parameter"), engine),
    }
}

fn default<'a>(check: &mut Check<'a>, place: &Place<'a>, engine: &Engine) {
    match engine.requires_by_default {
        Unknown | Absent => check.unknown(place, format!("the default of {} depends on the version", engine.parameter)),
        Known(requires) => check.expect(place, Known(requires), format!("{OTHERWISE}: {} is off", engine.parameter)),
    }
}
