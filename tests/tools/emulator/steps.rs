//! What is done to a stack that runs, planned by real Terraform from the state that each apply
//! leaves: an upgrade of the engine, another port of the container, protection switched on and off.

use crate::support::{Actions, Applied, Plan, actions};
use anyhow::{Context, Result};
use paytf::config::{Config, Profile};
use paytf::verify::{self, Inventory, Outcome};

const REPLACED_CREATE_FIRST: &[&str] = &["create", "delete"];

fn config(toml: &str) -> Config {
    crate::support::config(toml, "staging", Profile::Production)
}

/// The addresses to which this happens.
fn with<'a>(actions: &'a Actions, words: &[&str]) -> Vec<&'a str> {
    actions
        .iter()
        .filter(|(_, found)| *found == words)
        .map(|(address, _)| address.as_str())
        .collect()
}

/// What is destroyed, be it to be replaced.
fn destroyed(actions: &Actions) -> Vec<&str> {
    actions
        .iter()
        .filter(|(_, words)| words.iter().any(|word| word == "delete"))
        .map(|(address, _)| address.as_str())
        .collect()
}

/// What a rule finds wrong with a plan.
fn wrong(plan: &Plan, rule: &str) -> Result<Vec<String>> {
    let inventory = Inventory::from_plan(verify::Plan::parse(plan.json.to_string().as_bytes())?);
    let results = verify::run(&inventory, [verify::rule(rule).context("no such rule")?]);
    Ok(results
        .iter()
        .filter(|one| matches!(one.outcome, Outcome::Fail(_)))
        .map(ToString::to_string)
        .collect())
}

const GROUPS: [&str; 2] = [
    "module.database.aws_db_parameter_group.main",
    "module.database.aws_rds_cluster_parameter_group.main",
];
const DATABASE: [&str; 4] = [
    "module.database.aws_rds_cluster.main",
    "module.database.aws_rds_cluster_instance.a",
    "module.database.aws_rds_cluster_instance.b",
    "module.database.aws_rds_cluster_instance.c",
];

#[test]
fn a_minor_upgrade_is_made_in_place() -> Result<()> {
    let actions =
        Applied::of(&config(""))?.by_terraform(&config("database.engine_version = '16.10'"))?;
    assert_eq!(destroyed(&actions), [""; 0]);
    assert!(
        DATABASE.iter().all(|address| with(&actions, &["update"]).contains(address)),
        "{actions:#?}"
    );
    Ok(())
}

#[test]
fn a_major_upgrade_keeps_cluster_and_instances_and_replaces_their_groups_new_one_first()
-> Result<()> {
    let upgrade = "[database]\nengine_version = '17.7'\napply_immediately = true";
    let running = Applied::of(&config(""))?;
    let plan = running.plan_of(&config(upgrade))?;
    assert_eq!(wrong(&plan, "aws-engine-version")?, [""; 0]);
    let actions = actions(&plan.json);
    assert_eq!(with(&actions, REPLACED_CREATE_FIRST), GROUPS);
    assert_eq!(destroyed(&actions), GROUPS);
    assert!(
        DATABASE.iter().all(|address| with(&actions, &["update"]).contains(address)),
        "{actions:#?}"
    );
    // The second step: the upgrade is over, and changes wait for the maintenance windows again.
    let upgraded = running.changed_to(&config(upgrade))?;
    let actions = upgraded.by_terraform(&config("database.engine_version = '17.7'"))?;
    assert_eq!(destroyed(&actions), [""; 0]);
    assert!(actions.keys().all(|address| DATABASE.contains(&address.as_str())), "{actions:#?}");
    let back = wrong(&upgraded.plan_of(&config(""))?, "aws-engine-version")?;
    // The cluster and each of its instances.
    assert!(
        back.len() == 4 && back.iter().all(|one| one.contains("of which AWS makes no 16")),
        "{back:#?}"
    );
    Ok(())
}

#[test]
fn another_port_keeps_the_old_one_open_until_a_second_apply() -> Result<()> {
    let rules =
        ["ingress_rule.application_from_load_balancer", "egress_rule.load_balancer_to_application"]
            .map(|rule| format!("module.network.aws_vpc_security_group_{rule}"));
    let previous = rules.each_ref().map(|rule| format!("{rule}_previous"));
    let both = "[application]\ncontainer_port = 9443\nprevious_container_port = 8443";
    let running = Applied::of(&config(""))?;
    let plan = running.plan_of(&config(both))?;
    let first = actions(&plan.json);
    assert!(
        previous.iter().all(|rule| with(&first, &["create"]).contains(&rule.as_str())),
        "{first:#?}"
    );
    // The network's lists name the port too, and let every answer through beside it.
    let lists = |address: &&str| !address.starts_with("module.network.aws_network_acl_rule.");
    let replaced: Vec<_> = destroyed(&first).into_iter().filter(lists).collect();
    assert_eq!(
        replaced,
        ["module.application.aws_ecs_task_definition.main"],
        "and its old revision stays: skip_destroy"
    );
    let at_once = "application.container_port = 9443";
    assert_eq!(wrong(&plan, "reach-running-tasks")?, [""; 0]);
    let cut_off = wrong(&running.plan_of(&config(at_once))?, "reach-running-tasks")?;
    assert!(cut_off.iter().all(|one| one.contains("on TCP 8443")), "{cut_off:#?}");
    assert!(!cut_off.is_empty());
    let second = running.changed_to(&config(both))?.plan_of(&config(at_once))?;
    assert_eq!(wrong(&second, "reach-running-tasks")?, [""; 0]);
    let second = actions(&second.json);
    let mut closed = previous.each_ref().map(String::as_str);
    closed.sort_unstable();
    assert_eq!(with(&second, &["delete"]), closed);
    Ok(())
}

#[test]
fn protection_is_switched_on_and_off_on_a_running_stack_and_replaces_nothing() -> Result<()> {
    let protected = config(super::life::PROTECTION);
    let running = Applied::of(&config(""))?;
    let actions = running.by_terraform(&protected)?;
    assert_eq!(destroyed(&actions), [""; 0]);
    for address in ["module.database.aws_rds_cluster.main", "module.application.aws_lb.main"] {
        assert!(with(&actions, &["update"]).contains(&address), "{address}: {actions:#?}");
    }
    let created = with(&actions, &["create"]);
    assert!(
        created
            .contains(&"module.storage.aws_s3_bucket_object_lock_configuration.transaction_logs"),
        "{created:#?}"
    );
    let vault = created.into_iter().filter(|address| address.contains("backup"));
    let back = running.changed_to(&protected)?.by_terraform(&config(""))?;
    let gone = destroyed(&back);
    assert!(
        vault.clone().count() >= 4 && vault.clone().all(|address| gone.contains(&address)),
        "{gone:#?}"
    );
    assert!(
        gone.iter().all(|address| with(&back, &["delete"]).contains(address)),
        "nothing is replaced: {back:#?}"
    );
    Ok(())
}
