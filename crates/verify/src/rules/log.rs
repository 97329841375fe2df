// GENERATED from the files of the group. Regenerate: PAYTF_UPDATE=1 cargo test -p paytf-verify rule_files
//! What runs tells what it does, where it can be read later, and tells no secrets.

mod containers;
mod database;
mod firewall;
mod flow;
mod group_key;
mod load_balancer;
mod redacted;
mod retention;
mod retention_year;
mod service;
mod statements;
mod trail;
mod workflow;

use crate::rule::Rule;

/// The rules of the group.
#[rustfmt::skip]
pub const RULES: &[&Rule] = &[
    named!("log-containers", containers),
    named!("log-database", database),
    named!("log-firewall", firewall),
    named!("log-flow", flow),
    named!("log-group-key", group_key),
    named!("log-load-balancer", load_balancer),
    named!("log-redacted", redacted),
    named!("log-retention", retention),
    named!("log-retention-year", retention_year),
    named!("log-service", service),
    named!("log-statements", statements),
    named!("log-trail", trail),
    named!("log-workflow", workflow),
];
